// The organizer's screens over a merged store on every format, by touch.
#include "kiosk/gatherer_fixture.h"
#include "qml/screen.h"
#include "qml/walker.h"

#include <QDir>

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::tests;
using kiosk::Preferences;
using Page = kiosk::Gatherer::Page;

namespace {

struct Look {
    GathererFixture& fixture;
    Screen& screen;
    const Format& format;

    void operator()(const char* page) const
    {
        INFO(format.name << " " << page);
        screen.settle();
        CHECK_THAT(walk(screen.window(), screen.pixelsPerMm()).join(u'\n').toStdString(),
            Catch::Equals(""));
        CHECK_THAT(screen.takeWarnings().join(u'\n').toStdString(), Catch::Equals(""));
        const auto directory = qEnvironmentVariable("IKRAR_SCREENSHOTS");
        if (directory.isEmpty()) {
            return;
        }
        QDir().mkpath(directory);
        auto& preferences = *fixture.gatherer->preferences();
        screen.picture().save(QDir(directory).filePath(
            QStringLiteral("gatherer-%1-%2-%3-%4.png")
                .arg(QLatin1String(page), QLatin1String(format.name),
                    preferences.language() == Preferences::Language::English ? u"en" : u"id",
                    QString::number(static_cast<int>(preferences.textSize())))));
    }
};

void goThrough(const Format& format, Preferences::Language language, Preferences::TextSize size)
{
    GathererFixture fixture;
    auto& gatherer = *fixture.gatherer;
    gatherer.preferences()->setLanguage(language);
    gatherer.preferences()->setTextSize(size);
    Screen screen(gatherer, format);
    const Look look{fixture, screen, format};
    look("gate");
    fixture.unlock();
    look("home");
    gatherer.go(Page::Kiosks);
    until([&] { return !gatherer.reading(); });
    look("kiosks");
    gatherer.go(Page::Ceremonies);
    until([&] { return !gatherer.reading(); });
    look("ceremonies");
    gatherer.go(Page::Twice);
    until([&] { return !gatherer.reading(); });
    look("twice");
    gatherer.showTwice(0);
    look("two-entries");
    gatherer.back();
    gatherer.twice()->setSearch(QStringLiteral("198601012015051043"));
    gatherer.showTwice(0);
    look("three-entries");
    gatherer.decision()->choose(1);
    look("chosen");
    const bool english = language == Preferences::Language::English;
    screen.touch(english ? QStringLiteral("Continue") : QStringLiteral("Lanjut"));
    look("reason");
    screen.touch(
        english ? QStringLiteral("The right unit") : QStringLiteral("Unit kerja yang benar"));
    look("reason-chosen");
    screen.touch(english ? QStringLiteral("Decide") : QStringLiteral("Tetapkan"));
    fixture.waitForDecision();
    look("decided");
    screen.touch(
        english ? QStringLiteral("Take back the decision") : QStringLiteral("Tarik ketetapan"));
    fixture.waitForDecision();
    look("undone");
    CHECK(gatherer.undecided() == 4);
}

} // namespace

TEST_CASE("the screens over a merged store hold on a stand of 21.5 inches", "[gatherer]")
{
    goThrough(formats()[0], Preferences::Language::Indonesian, Preferences::TextSize::Normal);
}

TEST_CASE("the screens over a merged store hold on 15.6 inches", "[gatherer]")
{
    goThrough(formats()[1], Preferences::Language::Indonesian, Preferences::TextSize::Normal);
}

TEST_CASE("the screens over a merged store hold on a tablet of 10.1 inches", "[gatherer]")
{
    goThrough(formats()[2], Preferences::Language::Indonesian, Preferences::TextSize::Normal);
}

TEST_CASE("the screens over a merged store hold in English and in the largest size", "[gatherer]")
{
    goThrough(formats()[2], Preferences::Language::English, Preferences::TextSize::Largest);
}
