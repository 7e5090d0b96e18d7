// The whole way without a finger: by keyboard, and by the names that assistive technology reads
// out.
#include "qml/ceremony_run.h"

#include <QAccessible>

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::tests;
using Page = kiosk::SigningSession::Page;

TEST_CASE("a keyboard alone goes from welcome to receipt", "[qml]")
{
    for (const auto& format : formats()) {
        Run run("takalar-2023", format);
        auto& screen = run.screen;
        screen.activate(run.words().begin);
        screen.type(QLatin1String(somebody));
        CHECK(run.session().page() == Page::IsThisYou);
        screen.activate(run.words().yes);
        while (screen.find(run.words().readOn) != nullptr) {
            screen.activate(run.words().readOn);
        }
        screen.activate(run.words().next);
        // Without a finger there is no ink: the question is asked once, then none is accepted.
        screen.activate(run.words().next);
        CHECK(run.session().inkQuestion() == kiosk::SigningSession::InkQuestion::Blank);
        screen.activate(run.words().useAnyway);
        screen.reach(run.words().pledge);
        screen.key(Qt::Key_Return);
        run.showReceipt();
        screen.activate(run.words().done);
        CHECK(run.session().page() == Page::Welcome);
    }
}

TEST_CASE("accessible names alone go from welcome to receipt", "[qml]")
{
    Run run("takalar-2023", formats()[0]);
    auto& screen = run.screen;
    screen.press(run.words().begin);
    for (const char digit : std::string(somebody)) {
        screen.press(QString(QLatin1Char(digit)));
    }
    screen.press(run.words().yes);
    screen.press(run.words().next);
    screen.press(run.words().next);
    screen.press(run.words().useAnyway);
    screen.press(run.words().pledge);
    run.showReceipt();
    CHECK(
        screen.find(QStringLiteral("Nomor tanda terima %1").arg(run.session().receipt()->number()))
        != nullptr);
    screen.press(run.words().done);
    CHECK(run.session().page() == Page::Welcome);
}

TEST_CASE("every button has a name and a role", "[qml]")
{
    Run run("takalar-2023", formats()[0]);
    for (const auto& page : {run.words().begin, run.words().next}) {
        for (auto* item : visibleItems(*run.screen.window().contentItem())) {
            if (item->inherits("QQuickAbstractButton")) {
                auto* accessible = QAccessible::queryAccessibleInterface(item);
                REQUIRE(accessible != nullptr);
                CHECK(accessible->text(QAccessible::Name).toStdString() != "");
                CHECK(accessible->role() != QAccessible::NoRole);
            }
        }
        if (run.session().page() == Page::Welcome) {
            run.screen.press(page);
        }
    }
}

TEST_CASE("the keyboard's place can be seen", "[qml]")
{
    Run run("takalar-2023", formats()[0]);
    const auto before = run.screen.picture();
    run.screen.reach(run.words().begin);
    CHECK(run.screen.picture() != before);
}
