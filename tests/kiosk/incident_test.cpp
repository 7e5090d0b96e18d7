// Incidents for the berita acara, without a screen.
#include "kiosk/organizer_fixture.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::tests;
using kiosk::IncidentDesk;
using Page = kiosk::Organizer::Page;

namespace {

QString textAt(const IncidentDesk& desk, int row)
{
    return desk.rows().at(row).toMap().value(QStringLiteral("text")).toString();
}

void note(IncidentDesk& desk, const char* text, const char* time = "")
{
    desk.setText(QString::fromUtf8(text));
    desk.setTime(QString::fromUtf8(time));
    const int before = desk.total();
    desk.add();
    until([&] { return !desk.busy() && desk.total() > before; });
}

} // namespace

TEST_CASE("incidents are noted with their time, listed by it, and gone with the lock",
    "[kiosk][organizer]")
{
    OrganizerFixture fixture;
    fixture.unlock();
    auto& desk = *fixture.organizer.incidents();
    fixture.organizer.go(Page::Incidents);
    CHECK_FALSE(desk.ready());
    note(desk, "  Hujan.\n ");
    CHECK(desk.outcome() == IncidentDesk::Outcome::Noted);
    CHECK(desk.text().isEmpty());
    note(desk, "Listrik padam.", "7.50");
    REQUIRE(desk.total() == 2);
    CHECK(textAt(desk, 0) == QStringLiteral("Listrik padam."));
    CHECK(desk.rows().at(0).toMap().value(QStringLiteral("time")).toString()
        == QStringLiteral("07.50 WITA"));
    CHECK(textAt(desk, 1) == QStringLiteral("Hujan."));
    const auto kept = must(attendance::readIncidents(fixture.data()));
    REQUIRE(kept.size() == 2);
    CHECK(kept[1].time == fixture.clock.time.seconds); // none given: now
    CHECK(kept[0].time == fixture.clock.time.seconds - 15 * 60);

    desk.setText(QStringLiteral("Apa"));
    desk.setTime(QStringLiteral("25.00"));
    desk.add();
    CHECK(desk.outcome() == IncidentDesk::Outcome::WrongTime);
    CHECK(desk.text() == QStringLiteral("Apa")); // nobody types it twice
    fixture.organizer.lock();
    CHECK(desk.total() == 0);
    CHECK(desk.text().isEmpty());
}

TEST_CASE("an incident is removed at the second asking, the one that was asked about",
    "[kiosk][organizer]")
{
    OrganizerFixture fixture;
    fixture.unlock();
    auto& desk = *fixture.organizer.incidents();
    fixture.organizer.go(Page::Incidents);
    for (const char* text : {"Satu.", "Dua.", "Tiga."}) {
        note(desk, text, "08.00");
    }
    desk.setRoom(2);
    CHECK(desk.pages() == 2);
    desk.remove(0);
    CHECK(desk.removing() == 0);
    desk.remove(1); // another one: asked about anew
    CHECK(desk.removing() == 1);
    desk.setRoom(3); // room that comes or goes does not lose what was asked
    CHECK(desk.removing() == 1);
    desk.setRoom(2);
    desk.keep();
    CHECK(desk.removing() == -1);
    desk.turn(1);
    REQUIRE(desk.rows().size() == 1);
    desk.remove(1); // no such row
    CHECK(desk.removing() == -1);
    desk.remove(0);
    desk.remove(0);
    until([&] { return !desk.busy() && desk.total() == 2; });
    CHECK(desk.outcome() == IncidentDesk::Outcome::Removed);
    CHECK(desk.page() == 0);
    CHECK(textAt(desk, 1) == QStringLiteral("Dua."));
}
