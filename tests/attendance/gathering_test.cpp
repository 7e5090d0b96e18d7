// A store of many kiosks. With IKRAR_TEST_STORE, the address of an empty PostgreSQL database, it is
// there: tests/cli starts a server and runs each of these against it.

#include "attendance/gathered_erasure.h"
#include "attendance/gathered_records.h"
#include "attendance/merge.h"
#include "attendance/signed_twice.h"
#include "attendance/sync_pace.h"
#include "ledger/fixture.h"
#include "ledger/query.h"

#include <cstdlib>

namespace ikrar::tests {

using attendance::Gathering;
using attendance::Records;
using attendance::SignedRecord;
using ledger::AbsenceReason;

namespace {

std::unique_ptr<Gathering> openGathering(const StoreFixture& fixture)
{
    const char* server = std::getenv("IKRAR_TEST_STORE"); // NOLINT(concurrency-mt-unsafe)
    const std::string where
        = server != nullptr ? server : (fixture.directory / "gathered.sqlite").string();
    return must(Gathering::open({where, {}}, Gathering::Access::Merge));
}

void gather(Gathering& gathering, StoreFixture& fixture)
{
    const auto merged = must(attendance::merge(gathering, fixture.data(), fixture.environment()));
    INFO(merged.refused << merged.inconsistent);
    CHECK(merged.sound());
}

std::unique_ptr<Records> recordsIn(const Gathering& gathering)
{
    return must(attendance::recordsOf(gathering, must(gathering.ceremonies()).front().number));
}

/// Everything that a list could show of it.
std::string textOf(const SignedRecord& record)
{
    const ledger::RegisterRow& row = record.row;
    const pledge::Declaration& declaration = row.declaration;
    std::string text = std::to_string(row.index) + "|" + std::to_string(row.time) + "|"
        + std::to_string(row.session) + "|" + declaration.identity.value + "|" + declaration.name
        + "|" + declaration.unit + "|" + declaration.post + "|" + record.rank + "|" + record.kiosk
        + "|" + base::toHex(declaration.ink) + "|" + base::toHex(record.leaf.view()) + "|"
        + declaration.assistance.helperName + "|" + declaration.paper.row + "|"
        + declaration.paper.observerName + "|" + declaration.paper.observerPost;
    text += row.clockTrust ? "|" + std::to_string(static_cast<int>(*row.clockTrust)) : "|";
    text += row.voided ? "|voided" : "|valid";
    text += record.listed ? "|listed" : "|walk-in";
    text += record.repeated ? "|repeated" : "";
    return text;
}

std::vector<std::string> signedIn(const Records& records, Records::Order order)
{
    std::vector<std::string> list;
    must(records.eachSigned(order, [&](const SignedRecord& record) -> Result<void> {
        list.push_back(textOf(record));
        return {};
    }));
    return list;
}

std::vector<std::string> absentIn(const Records& records)
{
    std::vector<std::string> list;
    must(records.eachAbsent([&](const attendance::AbsentRecord& record) -> Result<void> {
        list.push_back(record.person.name + "|" + record.person.identity.value + "|"
            + record.person.unit + "|" + record.person.rank + "|"
            + (record.stated ? std::string(code(record.stated->reason)) + record.stated->note
                             : "none"));
        return {};
    }));
    return list;
}

std::vector<std::string> unitsIn(const Records& records)
{
    std::vector<std::string> list;
    for (const attendance::UnitRecap& unit : must(records.units())) {
        std::string text = unit.unit;
        for (const std::uint64_t number : {unit.expected, unit.present, unit.walkIns,
                 unit.permission, unit.sick, unit.leave, unit.duty})
            text += "|" + std::to_string(number);
        list.push_back(text);
    }
    return list;
}

/// A ceremony with what lists differ by: units, titles, walk-ins, voidings, repetitions, absences.
std::unique_ptr<ledger::Ledger> ceremonyOf(StoreFixture& fixture)
{
    auto ledger = fixture.create();
    std::vector<ledger::RosterRow> people;
    for (unsigned n = 1; n <= 30; ++n) {
        people.push_back(rosterRow(n));
        people.back().name = (n % 2 == 0 ? "Drs. H. Contoh " : "Contoh ") + std::to_string(40 - n);
        people.back().unit = "opd-contoh-" + std::to_string(n % 3 + 1);
        people.back().rank = n % 4 == 0 ? "IX" : n % 7 == 0 ? "" : "Pembina (IV/a)";
    }
    must(ledger->roster().import(people));
    must(ledger->startSession(1));
    for (unsigned n = 1; n <= 20; ++n) {
        auto made = declaration(n);
        made.name = people[n - 1].name;
        made.unit = people[n - 1].unit;
        fixture.clock.time.seconds += n % 5 == 0 ? -3 : 7;
        must(ledger->sign(made));
    }
    for (const unsigned n : {3U, 4U, 100U, 101U, 101U}) {
        auto made = declaration(n);
        made.walkIn = n >= 100;
        must(ledger->sign(made));
    }
    for (const unsigned n : {21U, 22U, 23U}) {
        auto made = declaration(n);
        made.method = pledge::Method::WetInk;
        made.ink = pledge::encodeInk({});
        made.paper = {"K7M2Q9XA-001-" + std::to_string(n), "Saksi Contoh", n == 21 ? "" : "Camat"};
        made.name = people[n - 1].name;
        made.unit = people[n - 1].unit;
        must(ledger->sign(made));
    }
    must(ledger->voidEntry(must(ledger->status()).size - 1, pledge::Reason::Other));
    must(ledger->voidEntry(5, pledge::Reason::Duplicate));
    must(ledger->voidEntry(9, pledge::Reason::WrongPerson));
    must(ledger->absences().state({{nip(25), AbsenceReason::Sick, "surat dokter"},
        {nip(26), AbsenceReason::Duty, ""}, {nip(1), AbsenceReason::Leave, ""}}));
    return ledger;
}

} // namespace

TEST_CASE("a gathering of one kiosk tells what the kiosk's own store tells", "[gathering]")
{
    StoreFixture fixture;
    const auto ledger = ceremonyOf(fixture);
    const auto gathering = openGathering(fixture);
    gather(*gathering, fixture);
    const auto here = recordsIn(*gathering);
    const auto there = attendance::recordsOf(*ledger);

    for (const auto order : {Records::Order::Log, Records::Order::Arrival, Records::Order::Unit})
        CHECK(signedIn(*here, order) == signedIn(*there, order));
    CHECK(absentIn(*here) == absentIn(*there));
    CHECK(unitsIn(*here) == unitsIn(*there));
    CHECK(here->rehearsal());
    CHECK(here->ceremony().toml == there->ceremony().toml);
    const auto a = must(here->totals());
    const auto b = must(there->totals());
    CHECK(std::tie(a.expected, a.present, a.walkIns, a.repeated, a.voided, a.absent, a.assisted,
              a.onPaper)
        == std::tie(b.expected, b.present, b.walkIns, b.repeated, b.voided, b.absent, b.assisted,
            b.onPaper));
    CHECK(a.onPaper == 2);
    const auto log = must(here->logs()).front();
    const auto own = must(there->logs()).front();
    CHECK(std::tie(log.kiosk, log.key, log.size, log.root, log.checkpoint, log.signedEntries,
              log.voidedEntries, log.firstSigned, log.lastSigned, log.sessions, log.closed)
        == std::tie(own.kiosk, own.key, own.size, own.root, own.checkpoint, own.signedEntries,
            own.voidedEntries, own.firstSigned, own.lastSigned, own.sessions, own.closed));
}

TEST_CASE(
    "of a person's entries on two kiosks the decided one counts, else the earlier", "[gathering]")
{
    StoreFixture first;
    StoreFixture second;
    const auto one = first.create();
    const auto two = second.create();
    for (ledger::Ledger* ledger : {one.get(), two.get()}) {
        must(ledger->roster().import({rosterRow(1), rosterRow(2)}));
        must(ledger->startSession(1));
    }
    second.clock.time.seconds += 60;
    must(one->sign(declaration(1)));
    must(two->sign(declaration(1)));
    const auto gathering = openGathering(first);
    gather(*gathering, first);
    gather(*gathering, second);
    const auto records = recordsIn(*gathering);
    const auto repeated = [&] {
        std::vector<bool> flags;
        must(records->eachSigned(
            Records::Order::Arrival, [&](const SignedRecord& record) -> Result<void> {
                flags.push_back(record.repeated);
                return {};
            }));
        return flags;
    };
    CHECK(repeated() == std::vector{false, true});
    const auto people = must(attendance::signedTwice(*gathering));
    REQUIRE(people.size() == 1);
    CHECK(people.front().sameInk);
    must(attendance::decide(
        *gathering, people.front().entries.back().handle(), {"Sekretaris Contoh", {}, {}}));
    CHECK(repeated() == std::vector{true, false});
    const auto totals = must(records->totals());
    CHECK(totals.present == 1);
    CHECK(totals.repeated == 1);
    CHECK(totals.absent == 1);
}

TEST_CASE("an erased person is in no list, and no merge brings them back", "[gathering]")
{
    StoreFixture fixture;
    const auto ledger = ceremonyOf(fixture);
    const auto gathering = openGathering(fixture);
    gather(*gathering, fixture);
    CHECK(must(attendance::erase(*gathering, nip(4), 1'700'000'000)).entries() == 2);
    gather(*gathering, fixture);
    for (const std::string& record : signedIn(*recordsIn(*gathering), Records::Order::Log))
        CHECK(record.find(nip(4).value) == std::string::npos);
    CHECK(must(gathering->logs()).front().size == must(ledger->status()).size);
}

TEST_CASE("the paper of an erased person is gone from a gathering", "[gathering]")
{
    StoreFixture fixture;
    const auto ledger = ceremonyOf(fixture);
    const auto gathering = openGathering(fixture);
    gather(*gathering, fixture);
    const auto rows = [&] {
        ledger::Statement statement(
            gathering->database(), QStringLiteral("SELECT COUNT(*) FROM paper"));
        return must(ledger::oneNumber(statement.select()));
    };
    CHECK(rows() == 3);
    must(attendance::erase(*gathering, nip(21), 1'700'000'000));
    CHECK(rows() == 2);
    must(ledger->erase(nip(22))); // at the kiosk, whose tombstone the merge obeys
    gather(*gathering, fixture);
    CHECK(rows() == 1);
}

TEST_CASE("what is read of a gathering while a moment is held is of that moment", "[gathering]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    must(ledger->startSession(1));
    must(ledger->sign(declaration(1)));
    const auto reading = openGathering(fixture);
    gather(*reading, fixture);
    const auto records = recordsIn(*reading);
    {
        const auto moment = must(records->hold());
        must(ledger->sign(declaration(2)));
        const auto writing = openGathering(fixture);
        gather(*writing, fixture);
        CHECK(signedIn(*records, Records::Order::Log).size() == 1);
    }
    CHECK(signedIn(*records, Records::Order::Log).size() == 2);
}

TEST_CASE("waits double up to a minute while pushes fail, and a quarter of each is chance",
    "[attendance]")
{
    using std::chrono::milliseconds;
    attendance::SyncPace pace(milliseconds(5000), [] { return 0.0; });
    CHECK(pace.afterSuccess() == milliseconds(5000));
    for (const int seconds : {1, 2, 4, 8, 16, 32, 60, 60})
        CHECK(pace.afterFailure() == milliseconds(seconds * 1000));
    CHECK(pace.afterSuccess() == milliseconds(5000));
    CHECK(pace.afterFailure() == milliseconds(1000));
    attendance::SyncPace shaken(milliseconds(8000), [] { return 1.0; });
    CHECK(shaken.afterSuccess() == milliseconds(6000));
}

} // namespace ikrar::tests
