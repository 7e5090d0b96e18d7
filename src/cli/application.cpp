#include "cli/application.h"

#include <QGuiApplication>

#include <array>

namespace ikrar::cli {

namespace {

void name()
{
    QCoreApplication::setApplicationName(QStringLiteral("ikrar"));
}

} // namespace

Application::Application(int& argc, char** argv)
    : m_application(std::make_unique<QCoreApplication>(argc, argv))
{
    name();
}

Application::~Application() = default;

void Application::drawText()
{
    // Qt keeps references to both for as long as the application lives.
    static std::array<char, 6> program{"ikrar"};
    static std::array<char, 10> option{"-platform"};
    static std::array<char, 10> platform{"offscreen"};
    static std::array<char*, 4> words{program.data(), option.data(), platform.data(), nullptr};
    static int count = 3;
    m_application.reset(); // there is one at a time
    m_application = std::make_unique<QGuiApplication>(count, words.data());
    name();
}

} // namespace ikrar::cli
