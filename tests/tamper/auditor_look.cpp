// What the auditor's screen says, for a test that speaks another language:
//
//     auditor_look POLICY LOG|- PICTURES|- FILE...
//
// Each file's text is given as a scanner would type it. Prints one JSON object a file: the heading
// on the screen, all its words, and the verdict's name; one object with "failed" where the evidence
// cannot be used. PICTURES: a folder for a picture of each.
#include "kiosk/auditor.h"
#include "qml/screen.h"
#include "qml/walker.h"

#include <QDir>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>

#include <iostream>
#include <span>

using namespace ikrar;

namespace {

/// The words on the screen, the heading first and by itself.
QJsonObject wordsOn(tests::Screen& screen)
{
    QStringList words;
    QString heading;
    for (auto* item : tests::visibleItems(*screen.window().contentItem())) {
        const QString text = item->property("text").toString();
        if (text.isEmpty()) {
            continue;
        }
        words << text;
        auto* accessible = QAccessible::queryAccessibleInterface(item);
        if (heading.isEmpty() && accessible != nullptr
            && accessible->role() == QAccessible::Heading) {
            heading = text;
        }
    }
    return {{QStringLiteral("heading"), heading}, {QStringLiteral("words"), words.join(u'\n')}};
}

template <typename Enum>
QString nameOf(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value)));
}

void answer(const QJsonObject& object)
{
    std::cout << QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString() << '\n';
}

void give(kiosk::Auditor& auditor, const QString& text)
{
    bool came = false;
    const auto note = [&came] { came = true; };
    const auto verdict = QObject::connect(auditor.verdict(), &kiosk::VerdictView::changed, note);
    const auto head = QObject::connect(auditor.head(), &kiosk::HeadView::changed, note);
    auditor.check(text);
    tests::until([&came] { return came; });
    QObject::disconnect(verdict);
    QObject::disconnect(head);
}

} // namespace

int main(int argc, char* argv[])
{
    tests::prepareApplication();
    const QGuiApplication application(argc, argv);
    const std::span arguments(argv, static_cast<std::size_t>(argc));
    if (arguments.size() < 4) {
        return 2;
    }
    const auto optional
        = [](const char* word) { return std::string(word) == "-" ? "" : std::string(word); };
    const base::SystemClock clock;
    kiosk::Auditor auditor(clock, QDir::tempPath().toStdString());
    tests::Screen screen(auditor, tests::formats().front());
    auditor.open({arguments[1], {}, optional(arguments[2]), {}});
    tests::until([&auditor] { return auditor.page() != kiosk::Auditor::Page::Opening; });
    screen.settle();
    const QString pictures = QString::fromStdString(optional(arguments[3]));
    if (auditor.page() == kiosk::Auditor::Page::Failed) {
        QJsonObject said = wordsOn(screen);
        said.insert(QStringLiteral("failed"), auditor.failure());
        answer(said);
        return 0;
    }
    int number = 0;
    for (const char* file : arguments.subspan(4)) {
        const auto text = base::readFile(file, 1U << 16U);
        if (!text) {
            return 2;
        }
        give(auditor, QString::fromStdString(std::string(base::asText(*text))));
        screen.settle();
        QJsonObject said = wordsOn(screen);
        const bool head = auditor.page() == kiosk::Auditor::Page::Head;
        said.insert(QStringLiteral("verdict"),
            head ? nameOf(auditor.head()->standing()) : nameOf(auditor.verdict()->verdict()));
        answer(said);
        if (!pictures.isEmpty()) {
            screen.picture().save(QDir(pictures).filePath(QStringLiteral("%1.png").arg(++number)));
        }
    }
    return 0;
}
