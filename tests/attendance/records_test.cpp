#include "attendance/records.h"
#include "ledger/fixture.h"

namespace ikrar::tests {

using attendance::Records;
using ledger::AbsenceReason;

namespace {

ledger::RosterRow person(unsigned number, const std::string& name, const std::string& unit)
{
    auto row = rosterRow(number);
    row.name = name;
    row.unit = unit;
    return row;
}

pledge::Declaration signing(const ledger::RosterRow& row)
{
    auto made = declaration();
    made.identity = row.identity;
    made.name = row.name;
    made.unit = row.unit;
    return made;
}

pledge::Declaration walkIn(unsigned number, const std::string& unit)
{
    auto made = declaration(number);
    made.unit = unit;
    made.walkIn = true;
    return made;
}

std::vector<std::string> namesOf(const Records& records, Records::Order order)
{
    std::vector<std::string> names;
    must(records.eachSigned(order, [&](const attendance::SignedRecord& record) -> Result<void> {
        names.push_back(record.row.declaration.name);
        return {};
    }));
    return names;
}

std::vector<attendance::SignedRecord> all(const Records& records, Records::Ink ink)
{
    std::vector<attendance::SignedRecord> list;
    must(records.eachSigned(
        Records::Order::Log,
        [&](const attendance::SignedRecord& record) -> Result<void> {
            list.push_back(record);
            return {};
        },
        ink));
    return list;
}

std::vector<attendance::AbsentRecord> absent(const Records& records)
{
    std::vector<attendance::AbsentRecord> list;
    must(records.eachAbsent([&](const attendance::AbsentRecord& record) -> Result<void> {
        list.push_back(record);
        return {};
    }));
    return list;
}

} // namespace

TEST_CASE("records say who is listed, who signed twice, and which entry is whose", "[attendance]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    must(ledger->roster().import({rosterRow(1), rosterRow(2)}));
    must(ledger->startSession(1));
    const auto first = must(ledger->sign(declaration(1))).index;
    const auto second = must(ledger->sign(declaration(1))).index;
    must(ledger->sign(walkIn(9, "opd-contoh-2")));
    const auto records = attendance::recordsOf(*ledger);

    auto list = all(*records, Records::Ink::Skip);
    REQUIRE(list.size() == 3);
    CHECK(list[0].listed);
    CHECK(list[0].rank == "Penata (III/c)");
    CHECK(list[0].kiosk == "kiosk-1");
    CHECK_FALSE(list[0].repeated);
    CHECK(list[1].repeated);
    CHECK_FALSE(list[2].listed);
    CHECK(list[2].rank.empty());
    for (const auto& record : list)
        CHECK(record.leaf == tlog::leafHash(must(ledger->entry(record.row.index))));

    // Once the first is voided the second is the person's only one, and no repetition.
    must(ledger->voidEntry(first, pledge::Reason::Duplicate));
    list = all(*records, Records::Ink::Skip);
    CHECK(list[0].row.voided == pledge::Reason::Duplicate);
    CHECK_FALSE(list[0].repeated);
    CHECK(list[1].row.index == second);
    CHECK_FALSE(list[1].repeated);
}

TEST_CASE("ink is read only where it is asked for", "[attendance]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    must(ledger->startSession(1));
    must(ledger->sign(declaration(1)));
    const auto records = attendance::recordsOf(*ledger);
    CHECK(all(*records, Records::Ink::Read).front().row.declaration.ink == declaration(1).ink);
    CHECK(all(*records, Records::Ink::Skip).front().row.declaration.ink.empty());
}

TEST_CASE("within a unit the highest rank stands first, and who has none last", "[attendance]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    std::vector<ledger::RosterRow> people;
    for (const char* rank : {"", "Penata (III/c)", "XI", "Pembina Utama Muda (IV/c)",
             "Pengatur (II/c)", "Penata (III/c)"}) {
        people.push_back(person(static_cast<unsigned>(people.size()) + 1,
            "Peserta Contoh " + std::string(1, static_cast<char>('F' - people.size())),
            "opd-contoh-1"));
        people.back().rank = rank;
    }
    people.push_back(person(7, "Kepala Contoh", "73-05"));
    people.back().rank = "Juru Muda (I/a)";
    must(ledger->roster().import(people));
    must(ledger->startSession(1));
    const auto records = attendance::recordsOf(*ledger);
    const std::vector<std::string> expected{"Kepala Contoh", "Peserta Contoh C", "Peserta Contoh A",
        "Peserta Contoh D", "Peserta Contoh E", "Peserta Contoh B", "Peserta Contoh F"};
    std::vector<std::string> missing;
    for (const auto& each : absent(*records))
        missing.push_back(each.person.name);
    CHECK(missing == expected);

    for (const auto& each : people)
        must(ledger->sign(signing(each)));
    must(ledger->sign(walkIn(8, "opd-contoh-1")));
    auto signedNames = namesOf(*records, Records::Order::Unit);
    REQUIRE(signedNames.size() == expected.size() + 1);
    const std::string stranger = declaration(8).name;
    CHECK(std::count(signedNames.begin() + 6, signedNames.end(), stranger) == 1);
    std::erase(signedNames, stranger);
    CHECK(signedNames == expected);
}

TEST_CASE("lists stand in the order of units and then of names without titles", "[attendance]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    const std::vector<ledger::RosterRow> people{
        person(1, "Drs. H. ZAINAL CONTOH, M.Si.", "opd-contoh-1"),
        person(2, "Andi Peserta Contoh, S.Pd.", "73-05"),
        person(3, "O'Brien Contoh", "opd-contoh-1"),
        person(4, "Hj. Nur-Aini Contoh", "opd-contoh-1"),
        person(5, "oba contoh", "opd-contoh-1"),
        person(6, "Dr. Ir. Á. Contoh", "opd-contoh-1"),
    };
    must(ledger->roster().import(people));
    must(ledger->startSession(1));
    for (const auto& each : people) {
        ++fixture.clock.time.seconds;
        must(ledger->sign(signing(each)));
    }
    const auto records = attendance::recordsOf(*ledger);
    const std::vector<std::string> expected{"Andi Peserta Contoh, S.Pd.", "Dr. Ir. Á. Contoh",
        "Hj. Nur-Aini Contoh", "oba contoh", "O'Brien Contoh", "Drs. H. ZAINAL CONTOH, M.Si."};
    CHECK(namesOf(*records, Records::Order::Unit) == expected);
    CHECK(namesOf(*records, Records::Order::Arrival).front() == people.front().name);

    for (std::uint64_t index = 2; index < 8; ++index)
        must(ledger->voidEntry(index, pledge::Reason::Test));
    std::vector<std::string> missing;
    for (const auto& record : absent(*records))
        missing.push_back(record.person.name);
    CHECK(missing == expected);
}

TEST_CASE("arrival is by time, also where a clock was set back", "[attendance]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    must(ledger->startSession(1));
    must(ledger->sign(declaration(1)));
    fixture.clock.time.seconds -= 600;
    must(ledger->sign(declaration(2)));
    const auto records = attendance::recordsOf(*ledger);
    CHECK(namesOf(*records, Records::Order::Arrival)
        == std::vector<std::string>{"Peserta Contoh 2", "Peserta Contoh 1"});
    CHECK(namesOf(*records, Records::Order::Log)
        == std::vector<std::string>{"Peserta Contoh 1", "Peserta Contoh 2"});
}

TEST_CASE("the recap counts each person once, where they belong", "[attendance]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    must(ledger->roster().import({person(1, "Peserta Contoh 1", "opd-contoh-2"),
        person(2, "Peserta Contoh 2", "opd-contoh-2"),
        person(3, "Peserta Contoh 3", "opd-contoh-2"), person(4, "Peserta Contoh 4", "73-05"),
        person(5, "Peserta Contoh 5", "opd-contoh-2"),
        person(6, "Peserta Contoh 6", "opd-contoh-2")}));
    must(ledger->startSession(1));
    must(ledger->sign(declaration(1))); // says opd-contoh-1; the roster knows better
    must(ledger->sign(declaration(1)));
    const auto voided = must(ledger->sign(declaration(4))).index;
    must(ledger->voidEntry(voided, pledge::Reason::WrongPerson));
    must(ledger->sign(walkIn(9, "opd-contoh-3")));
    must(ledger->sign(walkIn(9, "opd-contoh-3")));
    must(ledger->absences().state({{nip(2), AbsenceReason::Sick, "surat dokter"},
        {nip(3), AbsenceReason::Duty, ""}, {nip(5), AbsenceReason::Permission, ""},
        {nip(1), AbsenceReason::Leave, "came all the same"}}));
    const auto records = attendance::recordsOf(*ledger);

    const auto units = must(records->units());
    REQUIRE(units.size() == 3);
    CHECK(units[0].unit == "73-05");
    CHECK(units[0].expected == 1);
    CHECK(units[0].present == 0);
    CHECK(units[0].unexplained() == 1);
    CHECK(units[1].unit == "opd-contoh-2");
    CHECK(units[1].expected == 5);
    CHECK(units[1].present == 1);
    CHECK(units[1].sick == 1);
    CHECK(units[1].duty == 1);
    CHECK(units[1].permission == 1);
    CHECK(units[1].leave == 0);
    CHECK(units[1].unexplained() == 1);
    CHECK(units[2].unit == "opd-contoh-3");
    CHECK(units[2].expected == 0);
    CHECK(units[2].walkIns == 1);

    const auto totals = must(records->totals());
    CHECK(totals.expected == 6);
    CHECK(totals.present == 1);
    CHECK(totals.walkIns == 1);
    CHECK(totals.repeated == 2);
    CHECK(totals.voided == 1);
    CHECK(totals.absent == 5);

    const auto missing = absent(*records);
    REQUIRE(missing.size() == 5);
    CHECK(missing[0].person.identity == nip(4));
    CHECK_FALSE(missing[0].stated);
    CHECK(missing[1].stated == ledger::Absence{nip(2), AbsenceReason::Sick, "surat dokter"});
}

TEST_CASE("the log of the records is named with its head and what it spans", "[attendance]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    const auto records = attendance::recordsOf(*ledger);
    auto log = must(records->logs()).front();
    CHECK_FALSE(log.firstSigned);
    CHECK(log.sessions.empty());
    CHECK(records->rehearsal());

    must(ledger->startSession(3));
    must(ledger->sign(declaration(1)));
    must(ledger->sign(declaration(2)));
    must(ledger->endSession());
    must(ledger->close());
    log = must(records->logs()).front();
    CHECK(log.kiosk == "kiosk-1");
    CHECK(log.key == ledger->logKey());
    CHECK(log.size == 6);
    CHECK(log.firstSigned == 2U);
    CHECK(log.lastSigned == 3U);
    CHECK(log.sessions == std::vector<std::uint64_t>{3});
    CHECK(log.closed);
    const auto opened = must(tlog::openCheckpoint(log.checkpoint, log.key));
    CHECK(opened.checkpoint.root == log.root);
}

TEST_CASE("what is read while a moment is held is of that moment", "[attendance]")
{
    StoreFixture fixture;
    const auto kiosk = fixture.create();
    const auto reader = fixture.open(ledger::Ledger::Mode::Read);
    must(kiosk->startSession(1));
    must(kiosk->sign(declaration(1)));
    const auto records = attendance::recordsOf(*reader);
    {
        const auto moment = must(records->hold());
        must(kiosk->sign(declaration(2)));
        CHECK(all(*records, Records::Ink::Skip).size() == 1);
        CHECK(must(records->logs()).front().size == 3);
    }
    CHECK(all(*records, Records::Ink::Skip).size() == 2);
    must(reader->roster().import({rosterRow(1)}));
}

TEST_CASE("more people than one statement fetches keep their order", "[attendance]")
{
    constexpr unsigned many = 600;
    StoreFixture fixture;
    const auto ledger = fixture.create();
    std::vector<ledger::RosterRow> people;
    for (unsigned i = 0; i < many; ++i)
        people.push_back(person(i, "Peserta Contoh " + std::to_string(1000 + many - i), "73-05"));
    must(ledger->roster().import(people));
    const auto missing = absent(*attendance::recordsOf(*ledger));
    REQUIRE(missing.size() == many);
    for (unsigned i = 0; i < many; ++i)
        CHECK(missing[i].person.name == people[many - 1 - i].name);
}

TEST_CASE("an error of whoever takes the rows ends the walk", "[attendance]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    must(ledger->roster().import({rosterRow(1), rosterRow(2)}));
    unsigned taken = 0;
    const auto walked = attendance::recordsOf(*ledger)->eachAbsent(
        [&](const attendance::AbsentRecord&) -> Result<void> {
            ++taken;
            return fail(Error::Kind::NoSpace, "full");
        });
    REQUIRE_FALSE(walked);
    CHECK(walked.error().kind == Error::Kind::NoSpace);
    CHECK(taken == 1);
}

TEST_CASE("a reason is stated for people of the roster, all or none", "[attendance]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    must(ledger->roster().import({rosterRow(1), rosterRow(2)}));
    auto& absences = ledger->absences();
    SECTION("a stranger among them stops all")
    {
        const auto stated = absences.state(
            {{nip(1), AbsenceReason::Sick, ""}, {nip(7), AbsenceReason::Sick, ""}});
        REQUIRE_FALSE(stated);
        CHECK(stated.error().kind == Error::Kind::Invalid);
        CHECK(stated.error().what.find("Absence 2") != std::string::npos);
        CHECK(stated.error().what.find(nip(7).value) == std::string::npos);
        CHECK_FALSE(must(absences.of(nip(1))));
    }
    SECTION("a note is one line")
    {
        CHECK_FALSE(absences.state({{nip(1), AbsenceReason::Sick, "a\nb"}}));
        CHECK_FALSE(absences.state({{nip(1), AbsenceReason::Sick, std::string(257, 'a')}}));
        CHECK(absences.state({{nip(1), AbsenceReason::Sick, std::string(256, 'a')}}));
    }
    SECTION("the last word stands, and can be taken back")
    {
        must(absences.state({{nip(1), AbsenceReason::Sick, ""}}));
        must(absences.state({{nip(1), AbsenceReason::Leave, "cuti besar"}}));
        CHECK(must(absences.of(nip(1)))
            == ledger::Absence{nip(1), AbsenceReason::Leave, "cuti besar"});
        must(absences.takeBack(nip(1)));
        must(absences.takeBack(nip(2)));
        CHECK_FALSE(must(absences.of(nip(1))));
    }
}

TEST_CASE("reasons are written in four ways, spelled freely", "[attendance]")
{
    for (const auto reason : {AbsenceReason::Permission, AbsenceReason::Sick, AbsenceReason::Leave,
             AbsenceReason::Duty}) {
        CHECK(must(ledger::absenceReasonFromCode(code(reason))) == reason);
        CHECK(must(ledger::absenceReasonFromCode(label(reason))) == reason);
    }
    CHECK(must(ledger::absenceReasonFromCode("DINAS LUAR")) == AbsenceReason::Duty);
    CHECK_FALSE(ledger::absenceReasonFromCode("alpa"));
    CHECK_FALSE(ledger::absenceReasonFromCode(""));
}

} // namespace ikrar::tests
