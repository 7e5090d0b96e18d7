#pragma once

#include <QCoreApplication>

#include <memory>

namespace ikrar::cli {

/// The process's Qt application. It draws nothing, and so starts without fonts and plugins, until
/// a command that prints a paper asks for them.
class Application
{
public:
    Application(int& argc, char** argv);
    Application(const Application&) = delete;
    Application& operator=(const Application&) = delete;
    Application(Application&&) = delete;
    Application& operator=(Application&&) = delete;
    ~Application();

    /// From here on there are fonts, without a display (Qt's platform `offscreen`). Before any
    /// store is opened.
    void drawText();

private:
    std::unique_ptr<QCoreApplication> m_application;
};

} // namespace ikrar::cli
