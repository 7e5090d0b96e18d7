#include "ledger/attendance_table.h"
#include "ledger/csv.h"
#include "ledger/fixture.h"
#include "ledger/name_words.h"
#include "ledger/rebuild.h"
#include "ledger/table_digest.h"

#include <algorithm>

namespace ikrar::tests {

using ledger::Ledger;

namespace {

pledge::Body bodyOf(const Ledger& ledger, std::uint64_t index)
{
    return must(pledge::decodeEntry(must(ledger.entry(index)))).entry.body;
}

/// The table digest of design.md from rows and keys, once more.
crypto::Hash digestOf(const std::vector<std::pair<std::string, std::string>>& keyed)
{
    Bytes digests;
    for (const auto& [key, row] : keyed)
        base::append(digests, crypto::hmacSha256(base::asBytes(key), base::asBytes(row)).view());
    return crypto::sha256(digests);
}

ledger::RosterRow named(unsigned number, const std::string& name, const std::string& unit)
{
    auto row = rosterRow(number);
    row.name = name;
    row.unit = unit;
    return row;
}

} // namespace

TEST_CASE("every field of a row is quoted, quotes doubled", "[ledger]")
{
    CHECK(ledger::csvRow({"a", "", "b\"c", "d,e"}) == R"("a","","b""c","d,e")");
}

TEST_CASE("times are written in the zone of the place", "[ledger]")
{
    CHECK(ledger::localTime(1'694'995'500, "Asia/Makassar") == "2023-09-18T08:05:00+08:00");
    CHECK(ledger::localTime(1'694'995'500, "Asia/Jakarta") == "2023-09-18T07:05:00+07:00");
    CHECK(ledger::localTime(1'694'995'500, "Asia/Jayapura") == "2023-09-18T09:05:00+09:00");
}

TEST_CASE("words of a name know no case, accents, apostrophes or titles' dots", "[ledger]")
{
    using Words = std::vector<std::string>;
    CHECK(ledger::nameWords("Dr. Siti  Ma'rifah, S.Pd.")
        == Words{"dr", "siti", "marifah", "s", "pd"});
    CHECK(ledger::nameWords("JOSÉ O\u2019Brien-Putra") == Words{"jose", "obrien", "putra"});
    CHECK(ledger::nameWords(" .,- ").empty());
}

TEST_CASE("the session's entry holds the digest of the roster as it stood", "[ledger]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    must(ledger->roster().import({rosterRow(1), rosterRow(2)}));
    must(ledger->startSession(3));
    const RawDatabase raw(fixture.data() / "ikrar.sqlite");
    const auto keys = raw.column("SELECT row_key FROM roster ORDER BY position");
    REQUIRE(keys.size() == 2);
    CHECK(keys[0] != keys[1]);
    const std::string tail = R"x("opd-contoh-1","Analis","Penata (III/c)")x";
    const auto start = std::get<pledge::SessionStart>(bodyOf(*ledger, 1));
    CHECK(start.session == 3);
    CHECK(start.roster
        == digestOf({{std::string(16, '\0'),
                         R"("nama","kategori","jenis_nomor","nomor","unit","jabatan","pangkat")"},
            {keys[0], R"("Peserta Contoh 1","pns","nip","196009262015051002",)" + tail},
            {keys[1], R"("Peserta Contoh 2","pns","nip","196009262015051003",)" + tail}}));
    CHECK(start.roster == must(ledger->roster().tableDigest()));
}

TEST_CASE("the closing entry holds counts and the digest of the attendance", "[ledger]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    must(ledger->startSession(1));
    must(ledger->sign(declaration(1)));
    must(ledger->sign(declaration(2)));
    must(ledger->voidEntry(2, pledge::Reason::Duplicate));
    CHECK(ledger->close().error().kind == Error::Kind::Refused);
    const auto end
        = std::get<pledge::SessionEnd>(bodyOf(*ledger, must(ledger->endSession()).index));
    CHECK(end.counts == pledge::Counts{2, 1});
    const auto closed = std::get<pledge::Closed>(bodyOf(*ledger, must(ledger->close()).index));
    CHECK(closed.counts == pledge::Counts{2, 1});
    const RawDatabase raw(fixture.data() / "ikrar.sqlite");
    const auto keys = raw.column("SELECT row_key FROM register ORDER BY entry_index");
    REQUIRE(keys.size() == 2);
    const std::string middle = R"("pns","opd-contoh-1","1","2023-09-18T08:05:00+08:00","kiosk",)";
    CHECK(closed.attendance
        == digestOf(
            {{std::string(16, '\0'),
                 R"("index","kind","id","name","category","unit","session","time","method","status","reason")"},
                {keys[0],
                    R"("2","nip","196009262015051002","Peserta Contoh 1",)" + middle
                        + R"("voided","duplicate")"},
                {keys[1],
                    R"("3","nip","196009262015051003","Peserta Contoh 2",)" + middle
                        + R"("signed","")"}}));
    CHECK(ledger->startSession(2).error().kind == Error::Kind::Refused);
    CHECK(ledger->close().error().kind == Error::Kind::Refused);
    CHECK(must(ledger->voidEntry(3, pledge::Reason::Withdrawn)).index == 7);
    CHECK(must(ledger->status()).voidedEntries == 2);
}

TEST_CASE("only a signed entry is voided, and once", "[ledger]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    must(ledger->startSession(1));
    const auto issued = must(ledger->sign(declaration(1)));
    REQUIRE(must(ledger->registered().find(nip(1))));
    must(ledger->voidEntry(issued.index, pledge::Reason::WrongPerson));
    CHECK_FALSE(must(ledger->registered().find(nip(1))));
    CHECK(must(ledger->registered().at(issued.index))->voided == pledge::Reason::WrongPerson);
    CHECK(
        ledger->voidEntry(issued.index, pledge::Reason::Test).error().kind == Error::Kind::Refused);
    CHECK(ledger->voidEntry(1, pledge::Reason::Test).error().kind == Error::Kind::Refused);
    CHECK(ledger->voidEntry(99, pledge::Reason::Test).error().kind == Error::Kind::Missing);
    CHECK(must(ledger->status()).size == 4);
    must(ledger->sign(declaration(1)));
    CHECK(must(ledger->registered().find(nip(1)))->index == 4);
}

TEST_CASE("a session is held once, one at a time", "[ledger]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    CHECK(ledger->endSession().error().kind == Error::Kind::Refused);
    CHECK(ledger->startSession(0).error().kind == Error::Kind::Invalid);
    must(ledger->startSession(5));
    CHECK(ledger->startSession(6).error().kind == Error::Kind::Refused);
    must(ledger->endSession());
    CHECK(ledger->startSession(5).error().kind == Error::Kind::Refused);
    must(ledger->startSession(2));
    const auto status = must(ledger->status());
    CHECK(status.openSession == std::optional<std::uint64_t>(2));
    CHECK(status.lastSession == 5);
    CHECK(status.signedInSession == 0);
}

TEST_CASE("a declaration that the ceremony cannot hold is refused, with all that wait with it",
    "[ledger]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    must(ledger->startSession(1));
    auto wrong = declaration(2);
    SECTION("unit")
    {
        wrong.unit = "elsewhere";
    }
    SECTION("category")
    {
        wrong.category = pledge::Category::Tni;
    }
    SECTION("ink")
    {
        wrong.ink = {1, 2, 3};
    }
    SECTION("identity")
    {
        wrong.identity.value = "19860926 201505 1 001";
    }
    SECTION("name")
    {
        wrong.name = "";
    }
    SECTION("line")
    {
        wrong.post = "two\nlines";
    }
    SECTION("helper missing")
    {
        wrong.method = pledge::Method::Assisted;
    }
    SECTION("helper unasked")
    {
        wrong.assistance.helperName = "Budi";
    }
    const std::vector<pledge::Declaration> waiting{declaration(1), wrong};
    CHECK(ledger->sign(waiting).error().kind == Error::Kind::Invalid);
    CHECK(must(ledger->status()).size == 2);
    CHECK(must(ledger->registered().page(0, 10)).empty());
}

TEST_CASE("the register gives back all of a declaration", "[ledger]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    must(ledger->startSession(1));
    auto made = declaration(1);
    made.method = pledge::Method::Assisted;
    made.trivialInk = true;
    made.walkIn = true;
    made.assistance = {"Budi", "197001011990011001", "patah tangan", true};
    const auto issued = must(ledger->sign(made));
    const auto row = must(ledger->registered().at(issued.index));
    REQUIRE(row);
    CHECK(row->salt == issued.salt);
    CHECK(row->time == fixture.clock.time.seconds);
    CHECK(row->session == 1);
    CHECK_FALSE(row->voided);
    const auto& kept = row->declaration;
    CHECK(kept.identity == made.identity);
    CHECK(kept.name == made.name);
    CHECK(kept.unit == made.unit);
    CHECK(kept.post == made.post);
    CHECK(kept.category == made.category);
    CHECK(kept.method == made.method);
    CHECK(kept.ink == made.ink);
    CHECK(kept.trivialInk);
    CHECK(kept.walkIn);
    CHECK(kept.assistance.helperName == "Budi");
    CHECK(kept.assistance.helperNumber == "197001011990011001");
    CHECK(kept.assistance.reason == "patah tangan");
    CHECK(kept.assistance.thumbMark);
}

TEST_CASE("pages follow the register in order, from wherever they are asked", "[ledger]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    must(ledger->startSession(1));
    for (unsigned i = 0; i < 10; ++i)
        must(ledger->sign(declaration(i)));
    const auto& rows = ledger->registered();
    const auto indexes = [&](std::uint64_t offset, std::size_t limit) {
        std::vector<std::uint64_t> all;
        for (const auto& row : must(rows.page(offset, limit)))
            all.push_back(row.index);
        return all;
    };
    using Indexes = std::vector<std::uint64_t>;
    CHECK(indexes(0, 4) == Indexes{2, 3, 4, 5});
    CHECK(indexes(4, 4) == Indexes{6, 7, 8, 9});
    CHECK(indexes(8, 4) == Indexes{10, 11});
    CHECK(indexes(10, 4).empty());
    CHECK(indexes(3, 2) == Indexes{5, 6});
    CHECK(indexes(0, 1) == Indexes{2});
}

TEST_CASE("the roster takes people once and notices what changed", "[ledger]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    auto& roster = ledger->roster();
    const auto first = must(roster.import({rosterRow(1), rosterRow(2)}));
    CHECK(first.added == 2);
    const auto digest = must(roster.tableDigest());
    auto changed = rosterRow(2);
    changed.post = "Kepala";
    const auto second = must(roster.import({rosterRow(1), changed, rosterRow(3)}));
    CHECK(second.added == 1);
    CHECK(second.updated == 1);
    CHECK(second.unchanged == 1);
    CHECK(must(roster.tableDigest()) != digest);
    CHECK(must(roster.count()) == 3);
    CHECK(must(ledger->status()).rosterCount == 3);
    CHECK(must(roster.find(nip(2))) == changed);
    CHECK_FALSE(must(roster.find(nip(9))));
    CHECK(must(roster.page(1, 5)).rows == std::vector{changed, rosterRow(3)});

    auto wrong = rosterRow(4);
    wrong.unit = "elsewhere";
    CHECK(roster.import({rosterRow(5), wrong}).error().kind == Error::Kind::Invalid);
    CHECK(must(roster.count()) == 3);
}

TEST_CASE("a roster changed during a session counts from the next session's start", "[ledger]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    auto& roster = ledger->roster();
    must(roster.import({rosterRow(1)}));
    const auto before = must(roster.tableDigest());
    must(ledger->startSession(1));
    const auto size = must(ledger->status()).size;
    must(roster.import({rosterRow(1), rosterRow(2)}));
    const auto after = must(roster.tableDigest());
    CHECK(after != before);
    CHECK(must(ledger->status()).size == size); // an import is no entry
    must(ledger->sign(declaration(2))); // who came late is on it at once
    must(ledger->endSession());
    const auto next = must(ledger->startSession(2)).index;
    CHECK(std::get<pledge::SessionStart>(bodyOf(*ledger, 1)).roster == before);
    CHECK(std::get<pledge::SessionStart>(bodyOf(*ledger, next)).roster == after);
}

TEST_CASE("an import tells how far it has come", "[ledger]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    std::vector<ledger::RosterRow> rows;
    for (unsigned i = 0; i < 3000; ++i)
        rows.push_back(rosterRow(i));
    std::vector<std::uint64_t> told;
    must(ledger->roster().import(rows, [&](std::uint64_t done, std::uint64_t of) {
        CHECK(of == rows.size());
        told.push_back(done);
    }));
    CHECK(told.size() > 2);
    CHECK(std::is_sorted(told.begin(), told.end()));
    CHECK(must(ledger->roster().count()) == rows.size());
}

TEST_CASE("a search narrows to one person and never lists", "[ledger]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    const auto& units = ledger->ceremony().units;
    const auto child = std::find_if(units.begin(), units.end(), [&](const auto& unit) {
        const auto* parent = ledger->ceremony().unit(unit.parent);
        return parent != nullptr && !parent->parent.empty(); // a desa of a kecamatan
    });
    REQUIRE(child != units.end());
    const std::string other = "opd-contoh-1";
    auto& roster = ledger->roster();
    must(roster.import({named(1, "Siti Aminah, S.Pd.", child->id), named(2, "Siti Aminah", other),
        named(3, "Siti Rahma'wati", other)}));
    CHECK(must(roster.search("siti", "")).count == 3);
    CHECK_FALSE(must(roster.search("siti", "")).only);
    CHECK(must(roster.search("AMINAH siti", "")).count == 2);
    const auto one = must(roster.search("rahmawati", ""));
    REQUIRE(one.only);
    CHECK(one.only->identity == nip(3));
    const auto below = must(roster.search("siti aminah", child->parent));
    CHECK(below.count == 1);
    CHECK(must(roster.search("siti aminah", child->id)).only->identity == nip(1));
    CHECK(must(roster.search("sit", "")).count == 0);
    CHECK(must(roster.search("", "")).count == 0);
    CHECK(must(roster.search("%", child->id)).count == 0);
    const auto parents = must(roster.unitsOf("aminah", child->parent));
    CHECK(std::find(parents.begin(), parents.end(), child->id) != parents.end());
    CHECK(must(roster.unitsOf("nobody", "")).empty());
}

TEST_CASE("units count who signed of whom they expect", "[ledger]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    must(ledger->roster().import({rosterRow(1), rosterRow(2), rosterRow(3)}));
    must(ledger->startSession(1));
    must(ledger->sign(declaration(1)));
    const auto second = must(ledger->sign(declaration(2)));
    must(ledger->voidEntry(second.index, pledge::Reason::Test));
    const auto counts = must(ledger->registered().countsByUnit());
    REQUIRE(counts.size() == 1);
    CHECK(counts.front().unit == "opd-contoh-1");
    CHECK(counts.front().signedEntries == 1);
    CHECK(counts.front().expected == 3);
}

TEST_CASE(
    "a receipt is given again against the smallest cosigned checkpoint that covers it", "[ledger]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    must(ledger->startSession(1));
    const auto first = must(ledger->sign(declaration(1)));
    for (unsigned i = 2; i < 8; ++i)
        must(ledger->sign(declaration(i)));
    const receipt::Receipt::Signature cosignature{7, Bytes(72, 1)};
    CHECK(ledger->addCosignature(99, cosignature).error().kind == Error::Kind::Missing);
    must(ledger->addCosignature(8, cosignature));
    must(ledger->addCosignature(6, cosignature));
    must(ledger->addCosignature(6, {3, Bytes(72, 2)}));
    const auto again = must(ledger->receipt(first.index));
    CHECK(again.size == 6);
    REQUIRE(again.signatures.size() == 3);
    CHECK(again.signatures[0].id == ledger->logKey().id());
    CHECK(again.signatures[1].id == 3);
    CHECK(again.signatures[2] == cosignature);
    CHECK(must(ledger->receipt(6)).size == 8);
    CHECK(must(ledger->receipt(8)).signatures.size() == 1);
    CHECK(verdict(*ledger, again) == receipt::Verdict::Rehearsal);
}

} // namespace ikrar::tests
