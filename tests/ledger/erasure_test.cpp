#include "ledger/file_lock.h"
#include "ledger/fixture.h"
#include "ledger/rebuild.h"

#include <algorithm>

namespace ikrar::tests {

using ledger::Ledger;

namespace {

/// Everybody's ink, name and number are their own, so that they can be looked for in the files.
pledge::Declaration own(unsigned number)
{
    auto made = declaration(number);
    made.name = "Peserta Sampel " + std::to_string(100'000 + number);
    made.post = "Jabatan Sampel " + std::to_string(200'000 + number);
    const int at = static_cast<int>(number);
    made.ink = pledge::encodeInk(
        {1200, 450, {{{100 + at, 100}, {105, 100 + at}, {900 - at, 300}, {300, 400 - at}}}});
    return made;
}

ledger::RosterRow listed(unsigned number)
{
    auto row = rosterRow(number);
    row.name = own(number).name;
    row.post = own(number).post;
    return row;
}

/// Every byte of the store's directory.
std::string everyFile(const base::Path& data)
{
    std::string all;
    for (const auto& file : std::filesystem::recursive_directory_iterator(data))
        if (file.is_regular_file())
            all += contents(file.path());
    return all;
}

std::vector<std::string> secretsOf(const base::Path& data, const pledge::Declaration& person)
{
    const RawDatabase raw(data / "ikrar.sqlite");
    const std::string where = " FROM register WHERE value = '" + person.identity.value + "'";
    return {person.identity.value, person.name, person.post,
        std::string(person.ink.begin(), person.ink.end()), raw.column("SELECT salt" + where).at(0),
        raw.column("SELECT row_key" + where).at(0)};
}

pledge::Closed closedOf(const Ledger& ledger, std::uint64_t index)
{
    return std::get<pledge::Closed>(
        must(pledge::decodeEntry(must(ledger.entry(index)))).entry.body);
}

void write(const base::Path& file, const std::string& text)
{
    must(base::replaceFile(base::systemFiles(), file, base::asBytes(text)));
}

struct ErasureFixture : StoreFixture {
    ErasureFixture() : ledger(create())
    {
        std::vector<ledger::RosterRow> rows;
        for (unsigned number = 0; number < people; ++number)
            rows.push_back(listed(number));
        must(ledger->roster().import(rows));
        must(ledger->startSession(1));
        for (unsigned number = 0; number < people; ++number)
            must(ledger->sign(own(number)));
        must(ledger->publish());
    }

    static constexpr unsigned people = 40;
    std::unique_ptr<Ledger> ledger;
};

} // namespace

TEST_CASE("an erased person's data is in no file of the store", "[ledger]")
{
    ErasureFixture fixture;
    Ledger& ledger = *fixture.ledger;
    const auto person = own(7);
    auto secrets = secretsOf(fixture.data(), person);
    must(ledger.absences().state(
        {{person.identity, ledger::AbsenceReason::Duty, "Rapat Sampel 300007"}}));
    secrets.emplace_back("Rapat Sampel 300007");
    const std::string before = everyFile(fixture.data());
    for (const std::string& secret : secrets)
        REQUIRE(before.find(secret) != std::string::npos);
    const auto index = must(ledger.registered().find(person.identity))->index;
    const auto size = must(ledger.status()).size;
    const auto root = must(ledger.status()).root;

    const auto looked = must(ledger.lookErasure(person.identity));
    CHECK(looked.entries == std::vector{index});
    REQUIRE(must(ledger.registered().find(person.identity)));
    const auto erased = must(ledger.erase(person.identity));
    CHECK(erased.entries == std::vector{index});
    CHECK(erased.people == 1);

    const std::string after = everyFile(fixture.data());
    for (const std::string& secret : secrets)
        CHECK(after.find(secret) == std::string::npos);
    CHECK_FALSE(must(ledger.absences().of(person.identity)));
    for (const std::string& secret : secretsOf(fixture.data(), own(8)))
        CHECK(after.find(secret) != std::string::npos);
    CHECK_FALSE(must(ledger.registered().find(person.identity)));
    CHECK_FALSE(must(ledger.roster().find(person.identity)));
    CHECK(must(ledger.status()).rosterCount == ErasureFixture::people - 1);
    CHECK(must(ledger.status()).size == size);
    CHECK(must(ledger.status()).root == root);
    CHECK(verdict(ledger, must(ledger.receipt(index))) == receipt::Verdict::Rehearsal);
    REQUIRE(must(ledger.tombstones()).size() == 1);
    CHECK(must(ledger.tombstones()).front().index == index);
    CHECK(must(ledger.erase(person.identity)).entries.empty());
}

TEST_CASE("what a kiosk's earlier name had left behind is erased too", "[ledger]")
{
    ErasureFixture fixture;
    auto renamed = listed(3);
    const std::string old = renamed.name;
    renamed.name = "Peserta Berganti Nama";
    must(fixture.ledger->roster().import({renamed}));
    must(fixture.ledger->erase(renamed.identity));
    const std::string after = everyFile(fixture.data());
    CHECK(after.find(old) == std::string::npos);
    CHECK(after.find(renamed.name) == std::string::npos);
}

TEST_CASE("table digests are the same with a row and with what its erasure left", "[ledger]")
{
    ErasureFixture fixture;
    Ledger& ledger = *fixture.ledger;
    const auto roster = must(ledger.roster().tableDigest());
    must(ledger.endSession());
    const auto withEverybody = [&] {
        const base::Path twin = fixture.directory / "twin";
        std::filesystem::copy(fixture.data(), twin, std::filesystem::copy_options::recursive);
        const auto opened = must(Ledger::open(twin, Ledger::Mode::Sign, fixture.environment()));
        return closedOf(*opened, must(opened->close()).index).attendance;
    }();
    for (const unsigned number : {0U, 20U, ErasureFixture::people - 1})
        must(ledger.erase(own(number).identity));
    CHECK(closedOf(ledger, must(ledger.close()).index).attendance == withEverybody);
    CHECK(must(ledger.roster().tableDigest()) == roster);
}

TEST_CASE("a row voided after the close is erased as it stood at the close", "[ledger]")
{
    ErasureFixture fixture;
    Ledger& ledger = *fixture.ledger;
    const auto index = must(ledger.registered().find(own(5).identity))->index;
    must(ledger.endSession());
    must(ledger.close());
    const auto asClosed = [&] {
        const base::Path twin = fixture.directory / "twin";
        std::filesystem::copy(fixture.data(), twin, std::filesystem::copy_options::recursive);
        const auto opened = must(Ledger::open(twin, Ledger::Mode::Read, fixture.environment()));
        must(opened->erase(own(5).identity));
        return must(opened->tombstones()).front().digest;
    }();
    must(ledger.voidEntry(index, pledge::Reason::Withdrawn));
    must(ledger.erase(own(5).identity));
    CHECK(must(ledger.tombstones()).front().digest == asClosed);
}

TEST_CASE("a helper's name goes from the declarations of others", "[ledger]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    must(ledger->startSession(1));
    auto helped = own(1);
    helped.method = pledge::Method::Assisted;
    helped.assistance = {own(2).name, own(2).identity.value, "tidak dapat memegang pena", false};
    const auto index = must(ledger->sign(helped)).index;
    CHECK(must(ledger->erase(own(2).identity)).helped == 1);
    const auto row = must(ledger->registered().at(index));
    REQUIRE(row);
    CHECK(row->declaration.name == helped.name);
    CHECK(row->declaration.assistance.helperName.empty());
    CHECK(everyFile(fixture.data()).find(own(2).name) == std::string::npos);
}

TEST_CASE("all before a date: the rows of before, and the roster of a past ceremony", "[ledger]")
{
    ErasureFixture fixture;
    Ledger& ledger = *fixture.ledger;
    const std::int64_t day = fixture.clock.time.seconds;
    fixture.clock.time.seconds += 86'400;
    must(ledger.sign(own(50)));
    must(ledger.endSession());

    auto erased = must(ledger.erase(ledger::SignedBefore{day + 1}));
    CHECK(erased.entries.size() == ErasureFixture::people);
    CHECK(erased.people == 0);
    CHECK(must(ledger.registered().find(own(50).identity)));
    CHECK(must(ledger.roster().find(own(1).identity)));

    erased = must(ledger.erase(ledger::SignedBefore{day + 2 * 86'400}));
    CHECK(erased.entries.size() == 1);
    CHECK(erased.people == ErasureFixture::people);
    CHECK(must(ledger.status()).rosterCount == 0);
    const std::string after = everyFile(fixture.data());
    CHECK(after.find("Peserta Sampel") == std::string::npos);
    CHECK(after.find("Jabatan Sampel") == std::string::npos);

    // Whoever comes after has a place of their own.
    must(ledger.roster().import({listed(1)}));
    CHECK(must(ledger.roster().page(0, 10)).rows.size() == 1);
    CHECK(must(ledger.status()).rosterCount == 1);
}

TEST_CASE("an erasure names the copies that it cannot reach", "[ledger]")
{
    ErasureFixture fixture;
    must(fixture.ledger->noteCopy("/media/usb/daftar-hadir.xlsx"));
    must(fixture.ledger->noteCopy("/media/usb/daftar-hadir.xlsx"));
    const auto copies = must(fixture.ledger->erase(own(1).identity)).copies;
    REQUIRE(copies.size() == 1);
    CHECK(copies.front().path == "/media/usb/daftar-hadir.xlsx");
}

TEST_CASE("an erasure that another process keeps from the disk says so", "[ledger]")
{
    ErasureFixture fixture;
    const RawDatabase reader(fixture.data() / "ikrar.sqlite");
    reader.execute("BEGIN");
    CHECK_FALSE(reader.column("SELECT name FROM register").empty());
    const auto held = must(fixture.ledger->erase(own(2).identity));
    CHECK(held.held);
    CHECK_FALSE(held.ended);
    CHECK(held.entries.size() == 1);
    // One more meanwhile: what the last one tells is of both.
    CHECK(must(fixture.ledger->erase(own(3).identity)).held);
    reader.execute("COMMIT");
    const auto ended = must(fixture.ledger->erase(own(2).identity));
    CHECK_FALSE(ended.held);
    CHECK(ended.ended);
    CHECK(ended.entries.size() == 2);
    CHECK(std::find(ended.entries.begin(), ended.entries.end(), held.entries.front())
        != ended.entries.end());
    CHECK(ended.people == 2);
    CHECK(everyFile(fixture.data()).find(own(2).name) == std::string::npos);
    const auto again = must(fixture.ledger->erase(own(2).identity));
    CHECK(again.entries.empty());
    CHECK_FALSE(again.ended);
}

TEST_CASE("what an erasure takes is on disk before it is taken", "[ledger]")
{
    ErasureFixture fixture;
    const base::Path pending = fixture.data() / "erasure.pending";
    const auto rows = [&] {
        return RawDatabase(fixture.data() / "ikrar.sqlite")
            .column("SELECT name FROM register")
            .size();
    };
    SECTION("else nothing is")
    {
        fixture.files.fail({.nth = 0, .code = ENOSPC, .only = FileCall::Rename});
        CHECK_FALSE(fixture.ledger->erase(own(2).identity));
        CHECK(fixture.files.failures() == 1);
        fixture.files.mend();
        CHECK(rows() == ErasureFixture::people);
        CHECK(must(fixture.ledger->erase(own(2).identity)).entries.size() == 1);
    }
    SECTION("a kill after it loses no count")
    {
        fixture.files.fail({.nth = 0, .code = EIO, .only = FileCall::Remove});
        must(fixture.ledger->erase(own(2).identity));
        fixture.files.mend();
        REQUIRE(std::filesystem::exists(pending));
        const auto told = must(fixture.ledger->erase(own(3).identity));
        CHECK(told.ended);
        CHECK(told.entries.size() == 2);
        CHECK(told.people == 2);
    }
    SECTION("a kill before it adds none")
    {
        write(pending,
            R"({"entries":[],"people":0,"helped":0,)"
            R"("begun":{"entries":[9],"people":1,"helped":0,"buried":2}})");
        const auto told = must(fixture.ledger->erase(own(3).identity));
        CHECK_FALSE(told.ended);
        CHECK(told.entries.size() == 1);
        CHECK(told.people == 1);
    }
    SECTION("a file that cannot be read stops it")
    {
        write(pending, "{\"entr");
        const auto refused = fixture.ledger->erase(own(2).identity);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Error::Kind::Malformed);
        CHECK(refused.error().what.find(pending.string()) != std::string::npos);
        CHECK(rows() == ErasureFixture::people);
    }
    SECTION("no two write it at once")
    {
        const auto other
            = must(ledger::FileLock::take(base::systemFiles(), fixture.data() / "erasure.lock"));
        const auto refused = fixture.ledger->erase(own(2).identity);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Error::Kind::Busy);
        CHECK(rows() == ErasureFixture::people);
    }
}

TEST_CASE("an erased person's entry can be voided, once, and the counts follow", "[ledger]")
{
    ErasureFixture fixture;
    Ledger& ledger = *fixture.ledger;
    const auto erased = must(ledger.erase(own(2).identity)).entries.front();
    const auto other = must(ledger.erase(own(5).identity)).entries.front();
    const auto sum = [&] {
        std::uint64_t all = 0;
        for (const auto& unit : must(ledger.registered().countsByUnit()))
            all += unit.signedEntries;
        return all;
    };
    CHECK(sum() == ErasureFixture::people);
    const auto voiding = must(ledger.voidEntry(erased, pledge::Reason::Withdrawn)).index;
    const auto entry = must(pledge::decodeEntry(must(ledger.entry(voiding)))).entry;
    CHECK(std::get<pledge::Voided>(entry.body).index == erased);
    CHECK(sum() == ErasureFixture::people - 1);
    CHECK(must(ledger.status()).voidedEntries == 1);
    CHECK(ledger.voidEntry(erased, pledge::Reason::Withdrawn).error().kind == Error::Kind::Refused);
    must(ledger.voidEntry(other, pledge::Reason::Withdrawn));
    CHECK(sum() == ErasureFixture::people - 2);
    must(ledger.voidEntry(
        must(ledger.registered().find(own(7).identity))->index, pledge::Reason::Duplicate));
    CHECK(sum() == ErasureFixture::people - 3);
    // Neither a session's start nor a voiding is a declaration.
    CHECK(ledger.voidEntry(1, pledge::Reason::Test).error().kind == Error::Kind::Refused);
    CHECK(ledger.voidEntry(voiding, pledge::Reason::Test).error().kind == Error::Kind::Refused);
    const auto ended = must(ledger.endSession()).index;
    const auto counts = std::get<pledge::SessionEnd>(
        must(pledge::decodeEntry(must(ledger.entry(ended)))).entry.body)
                            .counts;
    CHECK(counts.signedEntries == ErasureFixture::people);
    CHECK(counts.voidedEntries == 3);
}

TEST_CASE("a voided person who was erased is not voided a second time", "[ledger]")
{
    ErasureFixture fixture;
    const auto index = must(fixture.ledger->registered().find(own(2).identity))->index;
    must(fixture.ledger->voidEntry(index, pledge::Reason::Withdrawn));
    must(fixture.ledger->erase(own(2).identity));
    CHECK(fixture.ledger->voidEntry(index, pledge::Reason::Withdrawn).error().kind
        == Error::Kind::Refused);
}

} // namespace ikrar::tests
