// The public display, as a hall sees it.
#include "kiosk/organizer_fixture.h"
#include "qml/screen.h"
#include "qml/walker.h"

#include <QDir>

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::tests;

namespace {

const std::vector<Format>& walls()
{
    static const std::vector<Format> all{{"1920x1080", {1920, 1080}, 100},
        {"1280x800", {1280, 800}, 100}, {"1024x768", {1024, 768}, 100}};
    return all;
}

struct Shown {
    explicit Shown(const Format& wall, const std::string& ceremony = "takalar-2023")
        : fixture(choose(ceremony))
        , display(opened(fixture))
        , screen(*display, wall)
        , format(wall)
    {
    }

    static OrganizerFixture::Choice choose(const std::string& ceremony)
    {
        OrganizerFixture::Choice choice;
        choice.ceremony = ceremony;
        if (ceremony != "takalar-2023") {
            choice.roster.clear();
        }
        choice.openSession = true;
        return choice;
    }

    static std::unique_ptr<kiosk::Display> opened(OrganizerFixture& fixture)
    {
        auto display = std::make_unique<kiosk::Display>(fixture.runtime());
        display->open(must(
            ledger::Ledger::open(fixture.data(), ledger::Ledger::Mode::Read, fixture.environment)));
        return display;
    }

    void look(const QString& scene)
    {
        INFO(format.name << " " << scene.toStdString());
        display->advance(std::chrono::seconds(1));
        screen.settle();
        CHECK_THAT(walk(screen.window(), screen.pixelsPerMm()).join(u'\n').toStdString(),
            Catch::Equals(""));
        CHECK_THAT(screen.takeWarnings().join(u'\n').toStdString(), Catch::Equals(""));
        const auto directory = qEnvironmentVariable("IKRAR_SCREENSHOTS");
        if (!directory.isEmpty()) {
            QDir().mkpath(directory);
            screen.picture().save(QDir(directory).filePath(
                QStringLiteral("display-%1-%2.png").arg(scene, QLatin1String(format.name))));
        }
    }

    /// Until a text on the screen reads so: numbers rise on their way.
    void waitFor(const QString& text) const
    {
        until([&] { return screen.find(text) != nullptr; });
    }

    OrganizerFixture fixture;
    std::unique_ptr<kiosk::Display> display;
    Screen screen;
    const Format& format;
};

} // namespace

TEST_CASE("the public display holds on every wall, clause by clause", "[display]")
{
    for (const Format& wall : walls()) {
        Shown shown(wall);
        auto& lead = *shown.fixture.organizer.lead();
        shown.look(QStringLiteral("title"));
        lead.forward();
        shown.look(QStringLiteral("opening"));
        for (int clause = 1; clause <= lead.clauses(); ++clause) {
            lead.forward();
            shown.look(QStringLiteral("clause-%1").arg(clause));
        }
        lead.forward();
        shown.look(QStringLiteral("count-zero"));
        for (const std::size_t person : {0U, 1U, 4U}) {
            must(shown.fixture.signer->sign(declarationOf(takalarPeople()[person])));
        }
        shown.display->advance(std::chrono::seconds(1));
        shown.waitFor(QStringLiteral("3"));
        shown.look(QStringLiteral("count"));
    }
}

TEST_CASE("the longest clauses of every ceremony fit the wall", "[display]")
{
    for (const char* ceremony : {"batanghari-2024", "kotim-2024", "sulbar-2024", "sulsel-2023"}) {
        Shown shown(walls().front(), ceremony);
        auto& lead = *shown.fixture.organizer.lead();
        shown.look(QString::fromUtf8(ceremony) + QStringLiteral("-title"));
        for (int step = 0; step <= lead.clauses(); ++step) {
            lead.forward();
            shown.look(QString::fromUtf8(ceremony) + QStringLiteral("-%1").arg(step));
        }
    }
}

TEST_CASE("no name of a person stands on the public display's count", "[display]")
{
    Shown shown(walls().front());
    shown.fixture.organizer.lead()->showCount();
    must(shown.fixture.signer->sign(declarationOf(takalarPeople()[0])));
    shown.look(QStringLiteral("count-names"));
    for (auto* item : visibleItems(*shown.screen.window().contentItem())) {
        const auto text = item->property("text").toString();
        for (const auto& person : takalarPeople()) {
            CHECK_FALSE(text.contains(QString::fromStdString(person.name)));
        }
    }
}
