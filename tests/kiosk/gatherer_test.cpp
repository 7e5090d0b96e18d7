// The organizer's screens over a merged store, without a screen. With IKRAR_TEST_STORE, the address
// of an empty PostgreSQL database, it is there.
#include "kiosk/gatherer_fixture.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::tests;
using kiosk::DecisionDesk;
using Page = kiosk::Gatherer::Page;

namespace {

QVariantMap entry(const kiosk::DecisionDesk& desk, int at)
{
    return desk.entries().at(at).toMap();
}

std::vector<bool> counting(const kiosk::DecisionDesk& desk)
{
    std::vector<bool> counts;
    for (const auto& each : desk.entries()) {
        counts.push_back(each.toMap().value(QStringLiteral("counts")).toBool());
    }
    return counts;
}

} // namespace

TEST_CASE(
    "nothing of a merged store shows before a PIN opened it, nor after the lock", "[gatherer]")
{
    GathererFixture fixture;
    auto& gatherer = *fixture.gatherer;
    CHECK(gatherer.page() == Page::Gate);
    gatherer.go(Page::Twice);
    gatherer.read();
    CHECK(gatherer.page() == Page::Gate);
    CHECK_FALSE(gatherer.reading());
    fixture.unlock();
    CHECK(gatherer.page() == Page::Home);
    CHECK(gatherer.twice()->total() == 4);
    gatherer.go(Page::Twice);
    gatherer.showTwice(0);
    CHECK(gatherer.page() == Page::Decision);
    gatherer.lock();
    CHECK(gatherer.page() == Page::Gate);
    CHECK(gatherer.twice()->total() == 0);
    CHECK(gatherer.decision()->entries().isEmpty());
    CHECK(gatherer.decision()->name().isEmpty());
}

TEST_CASE("the recap is over all kiosks and counts each person once", "[gatherer][server]")
{
    GathererFixture fixture;
    fixture.unlock();
    auto& gatherer = *fixture.gatherer;
    CHECK(gatherer.expected() == GathererFixture::people);
    CHECK(gatherer.present() == 69); // 1 to 69
    CHECK(gatherer.tally()->signedAll() == 69);
    CHECK(gatherer.tally()->expectedAll() == GathererFixture::people);
    CHECK(gatherer.undecided() == 4);
    CHECK(gatherer.inconsistent() == 0);
    REQUIRE(gatherer.kiosks().size() == 3);
    const auto third = gatherer.kiosks().at(2).toMap();
    CHECK(third.value(QStringLiteral("kiosk")).toString() == QStringLiteral("kiosk-3"));
    CHECK(third.value(QStringLiteral("signed")).toInt() == 1);
    CHECK(third.value(QStringLiteral("closed")).toBool());
    CHECK(third.value(QStringLiteral("sessions")).toString() == QStringLiteral("1"));
    REQUIRE(gatherer.sessions().size() == 1);
    CHECK(gatherer.sessions().at(0).toMap().value(QStringLiteral("signed")).toInt() == 43 + 30 + 1);
    CHECK(gatherer.ceremony()->rehearsal());
    CHECK(gatherer.ceremonies().size() == 1);
}

TEST_CASE("a person's entries stand side by side, and one is decided on with a reason",
    "[gatherer][server]")
{
    GathererFixture fixture;
    fixture.unlock();
    auto& gatherer = *fixture.gatherer;
    auto& desk = *gatherer.decision();
    gatherer.go(Page::Twice);
    until([&] { return !gatherer.reading(); });
    gatherer.twice()->setSearch(QStringLiteral("198601012015051043"));
    gatherer.showTwice(0);
    REQUIRE(desk.entries().size() == 3);
    CHECK(desk.identity().remove(u' ') == QStringLiteral("198601012015051043"));
    CHECK(entry(desk, 0).value(QStringLiteral("kiosk")).toString() == QStringLiteral("kiosk-1"));
    CHECK(entry(desk, 1).value(QStringLiteral("kiosk")).toString() == QStringLiteral("kiosk-2"));
    CHECK(entry(desk, 1).value(QStringLiteral("time")).toString() == QStringLiteral("08.15 WITA"));
    const auto ink = signatureOf(43 + 600);
    CHECK(entry(desk, 1).value(QStringLiteral("ink")).toByteArray()
        == QByteArray::fromStdString(std::string(base::asText(ink))));
    CHECK(counting(desk) == std::vector{true, false, false}); // the first, until somebody decides
    CHECK(desk.decidedBy().isEmpty());

    CHECK_FALSE(desk.ready());
    desk.choose(1);
    desk.setReason(QStringLiteral("  "));
    CHECK_FALSE(desk.ready()); // without a reason nothing is decided
    desk.decide();
    CHECK_FALSE(desk.busy());
    desk.setReason(QStringLiteral("Kiosk satu dipakai latihan."));
    CHECK(desk.ready());
    desk.decide();
    fixture.waitForDecision();
    CHECK(desk.outcome() == DecisionDesk::Outcome::Decided);
    CHECK(counting(desk) == std::vector{false, true, false});
    CHECK(desk.decidedBy() == QStringLiteral("Peserta Contoh 001, S.Sos., Kepala Bidang"));
    CHECK(desk.decidedWhy() == QStringLiteral("Kiosk satu dipakai latihan."));
    CHECK(desk.decidedAt() == QStringLiteral("Senin, 18 September 2023, 08.05 WITA"));
    CHECK(gatherer.undecided() == 3);

    // As the command and the lists have it.
    const auto people = must(attendance::signedTwice(*fixture.gathering()));
    const auto decided = std::find_if(
        people.begin(), people.end(), [](const auto& person) { return !person.decidedBy.empty(); });
    REQUIRE(decided != people.end());
    CHECK(decided->reason == "Kiosk satu dipakai latihan.");
    CHECK(decided->entries.at(1).decided);

    gatherer.back();
    CHECK(gatherer.page() == Page::Twice);
    gatherer.twice()->setSearch({});
    // Decided ones stand last.
    const auto* const last = gatherer.twice()->line(3);
    REQUIRE(last != nullptr);
    CHECK(last->identity.value == "198601012015051043");
    gatherer.showTwice(3);
    desk.undo();
    fixture.waitForDecision();
    CHECK(desk.outcome() == DecisionDesk::Outcome::Undone);
    CHECK(counting(desk) == std::vector{true, false, false});
    CHECK(desk.decidedBy().isEmpty());
    CHECK(gatherer.undecided() == 4);
}

TEST_CASE("what was voided meanwhile cannot be decided on", "[gatherer][server]")
{
    GathererFixture fixture;
    fixture.unlock();
    auto& gatherer = *fixture.gatherer;
    auto& desk = *gatherer.decision();
    gatherer.go(Page::Twice);
    until([&] { return !gatherer.reading(); });
    gatherer.twice()->setSearch(QStringLiteral("198601012015051040"));
    gatherer.showTwice(0);
    desk.choose(1);
    desk.setReason(QStringLiteral("Yang benar"));
    {
        const auto ledger = must(ledger::Ledger::open(
            fixture.directory / "kiosk-2", ledger::Ledger::Mode::Sign, fixture.environment));
        must(ledger->voidEntry(2, pledge::Reason::Duplicate));
    }
    fixture.merge("kiosk-2");
    desk.decide();
    fixture.waitForDecision();
    CHECK(desk.outcome() == DecisionDesk::Outcome::NotDone);
    gatherer.read();
    until([&] { return !gatherer.reading(); });
    CHECK(gatherer.undecided() == 3);
    CHECK(gatherer.voided() == 1);
}

TEST_CASE("who is opened while a decision is under way stays on the screen", "[gatherer][server]")
{
    GathererFixture fixture;
    fixture.unlock();
    auto& gatherer = *fixture.gatherer;
    auto& desk = *gatherer.decision();
    gatherer.go(Page::Twice);
    until([&] { return !gatherer.reading(); });
    gatherer.twice()->setSearch(QStringLiteral("198601012015051040"));
    gatherer.showTwice(0);
    desk.choose(1);
    desk.setReason(QStringLiteral("Yang benar"));
    desk.decide();
    REQUIRE(desk.busy());
    gatherer.back();
    gatherer.twice()->setSearch(QStringLiteral("198601012015051041"));
    gatherer.showTwice(0);
    desk.setReason(QStringLiteral("Lain"));
    fixture.waitForDecision();
    CHECK(desk.identity().remove(u' ') == QStringLiteral("198601012015051041"));
    CHECK(desk.reason() == QStringLiteral("Lain"));
    CHECK(desk.decidedBy().isEmpty());
    CHECK(desk.outcome() == DecisionDesk::Outcome::None);
    CHECK(gatherer.undecided() == 3); // it was decided all the same
}

TEST_CASE("a home page that is left open is read again, a list that is read is not", "[gatherer]")
{
    GathererFixture fixture;
    fixture.unlock();
    auto& gatherer = *fixture.gatherer;
    gatherer.advance(std::chrono::seconds(29));
    CHECK_FALSE(gatherer.reading());
    gatherer.advance(std::chrono::seconds(1));
    CHECK(gatherer.reading());
    until([&] { return !gatherer.reading(); });
    gatherer.go(Page::Kiosks);
    until([&] { return !gatherer.reading(); });
    gatherer.advance(std::chrono::minutes(2));
    CHECK_FALSE(gatherer.reading());
    gatherer.advance(std::chrono::minutes(30)); // nobody is there any more
    CHECK(gatherer.page() == Page::Gate);
}

TEST_CASE("a merged store that cannot be read says so, and comes back", "[gatherer]")
{
    TemporaryDirectory directory;
    const FixedClock clock;
    const crypto::ScryptCost cheap{16, 1, 1};
    must(attendance::addOrganizer(
        base::systemFiles(), directory.path(), "Peserta Contoh 001", "Panitia", firstPin, cheap));
    kiosk::Gatherer gatherer(
        {base::systemFiles(), clock, {(directory / "none.sqlite").string(), {}}, directory.path()});
    OrganizerFixture::enter(*gatherer.gate(), 0, firstPin);
    until([&] { return !gatherer.reading(); });
    CHECK(gatherer.failed());
    CHECK(gatherer.page() == Page::Home);
    CHECK(gatherer.chosen() == -1);
    CHECK(gatherer.sessions().isEmpty());
}
