// Wet signatures: the row of the paper sheet beside the entry.

#include "ledger/backup.h"
#include "ledger/fixture.h"
#include "ledger/rebuild.h"
#include "ledger/register_table.h"
#include "ledger/schema.h"

namespace ikrar::tests {

using ledger::Ledger;

namespace {

constexpr const char* firstRow = "K7M2Q9XA-001-01";
constexpr const char* secondRow = "K7M2Q9XA-001-02";

pledge::Declaration wet(unsigned number = 1, const std::string& row = firstRow)
{
    auto made = declaration(number);
    made.method = pledge::Method::WetInk;
    made.ink = pledge::encodeInk({});
    made.paper = {row, "Saksi Contoh", "Kepala Bidang Contoh"};
    return made;
}

struct PaperFixture : StoreFixture {
    PaperFixture() : ledger(create()) { must(ledger->startSession(1)); }

    /// What the store said of a schema without paper: it has not been there yet.
    void makeVersionTwo()
    {
        ledger.reset();
        const RawDatabase raw(file());
        raw.execute("DROP TABLE paper");
        raw.execute("PRAGMA user_version = 2");
    }
    [[nodiscard]] base::Path file() const { return data() / "ikrar.sqlite"; }
    [[nodiscard]] std::vector<std::string> paperRows() const
    {
        return RawDatabase(file()).column("SELECT sheet_row FROM paper ORDER BY entry_index");
    }
    [[nodiscard]] std::string version() const
    {
        return RawDatabase(file())
            .column("SELECT CAST(user_version AS TEXT) FROM"
                    " pragma_user_version")
            .at(0);
    }
    [[nodiscard]] Error refused(const pledge::Declaration& declared) const
    {
        const auto before = must(ledger->status()).size;
        const auto issued = ledger->sign(declared);
        REQUIRE_FALSE(issued);
        CHECK(must(ledger->status()).size == before);
        return issued.error();
    }

    std::unique_ptr<Ledger> ledger;
};

} // namespace

TEST_CASE_METHOD(PaperFixture, "a wet signature is in the log as such, and its paper beside it",
    "[ledger][paper]")
{
    const auto issued = must(ledger->sign(wet()));
    const auto entry = must(pledge::decodeEntry(must(ledger->entry(issued.index))));
    const auto& body = std::get<pledge::Signed>(entry.entry.body);
    CHECK(body.method == pledge::Method::WetInk);
    // RFC 8949: 84 01 00 00 80 is [1, 0, 0, []].
    const Bytes noInk{0x84, 0x01, 0x00, 0x00, 0x80};
    CHECK(body.act == pledge::act(ledger->ceremony().hash, noInk));
    CHECK(verdict(*ledger, issued.receipt) == receipt::Verdict::Rehearsal);

    const auto row = must(ledger->registered().at(issued.index));
    REQUIRE(row);
    CHECK(row->declaration.paper == wet().paper);
    CHECK(row->declaration.ink == noInk);
    CHECK(must(ledger->registered().entryOfPaper(firstRow)) == issued.index);
    CHECK(must(ledger->registered().entryOfPaper(secondRow)) == std::nullopt);
    CHECK(must(ledger->registered().paperCount()) == 1);
    must(ledger->sign(declaration(2)));
    CHECK(must(ledger->registered().paperCount()) == 1);
    CHECK(must(ledger->lists().counts()).onPaper == 1);
}

TEST_CASE_METHOD(PaperFixture,
    "no ink is stored for a wet signature, and nothing of its paper in "
    "what is published",
    "[ledger][paper]")
{
    must(ledger->sign(wet()));
    must(ledger->publish());
    for (const auto& [path, bytes] : publishedFiles(log())) {
        INFO(path);
        CHECK(bytes.find("K7M2Q9XA") == std::string::npos);
        CHECK(bytes.find("Saksi") == std::string::npos);
    }
}

TEST_CASE_METHOD(
    PaperFixture, "one row of paper is entered once, and who has it is told", "[ledger][paper]")
{
    const auto first = must(ledger->sign(wet(1)));
    const Error error = refused(wet(2));
    CHECK(error.kind == Error::Kind::Refused);
    CHECK(error.what.find(firstRow) != std::string::npos);
    CHECK(error.what.find("entry " + std::to_string(first.index)) != std::string::npos);
    CHECK(ledger->sign(wet(2, secondRow)).has_value());
}

TEST_CASE_METHOD(
    PaperFixture, "a typing mistake is voided and its row entered again", "[ledger][paper]")
{
    const auto wrong = must(ledger->sign(wet(1)));
    must(ledger->voidEntry(wrong.index, pledge::Reason::WrongPerson));
    CHECK(must(ledger->registered().entryOfPaper(firstRow)) == std::nullopt);
    const auto right = must(ledger->sign(wet(2)));
    CHECK(must(ledger->registered().entryOfPaper(firstRow)) == right.index);
    CHECK(must(ledger->registered().at(wrong.index))->declaration.paper.row == firstRow);
    CHECK(refused(wet(3)).kind == Error::Kind::Refused);
    CHECK(must(ledger->lists().counts()).onPaper == 1);
}

TEST_CASE_METHOD(PaperFixture, "who has signed is not entered from paper too", "[ledger][paper]")
{
    const auto signedFirst = must(ledger->sign(declaration(1)));
    const Error error = refused(wet(1));
    CHECK(error.kind == Error::Kind::Refused);
    CHECK(error.what.find("entry " + std::to_string(signedFirst.index)) != std::string::npos);
    const std::vector twice{wet(2, firstRow), wet(2, secondRow)};
    CHECK_FALSE(ledger->sign(twice));
    must(ledger->voidEntry(signedFirst.index, pledge::Reason::WrongPerson));
    CHECK(ledger->sign(wet(1)).has_value());
}

TEST_CASE_METHOD(PaperFixture, "rows of paper that are entered at once are entered all or none",
    "[ledger][paper]")
{
    must(ledger->sign(wet(1)));
    const auto before = must(ledger->status()).size;
    const std::vector<pledge::Declaration> taken{wet(2, secondRow), wet(3, firstRow)};
    CHECK(ledger->sign(taken).error().kind == Error::Kind::Refused);
    const std::vector<pledge::Declaration> twice{wet(2, secondRow), wet(3, secondRow)};
    CHECK(ledger->sign(twice).error().kind == Error::Kind::Invalid);
    CHECK(must(ledger->status()).size == before);
    CHECK(paperRows() == std::vector<std::string>{firstRow});
}

TEST_CASE_METHOD(PaperFixture,
    "wet signatures stand in an open session of a log that is not closed", "[ledger][paper]")
{
    must(ledger->endSession());
    CHECK(refused(wet()).kind == Error::Kind::Refused);
    must(ledger->startSession(2));
    must(ledger->sign(wet()));
    must(ledger->endSession());
    must(ledger->close());
    CHECK(refused(wet(2, secondRow)).kind == Error::Kind::Refused);
}

TEST_CASE_METHOD(PaperFixture, "a wet signature names its row and its observer, and has no ink",
    "[ledger][paper]")
{
    auto made = wet();
    SECTION("no row")
    {
        made.paper.row.clear();
    }
    SECTION("a row in another spelling")
    {
        made.paper.row = "k7m2q9xa-1-1";
    }
    SECTION("with the prefix")
    {
        made.paper.row = std::string("IKRAR-LEMBAR:") + firstRow;
    }
    SECTION("a blank observer")
    {
        made.paper.observerName = "  ";
    }
    SECTION("no observer")
    {
        made.paper.observerName.clear();
    }
    SECTION("an observer of two lines")
    {
        made.paper.observerName = "Saksi\nContoh";
    }
    SECTION("an observer who is no text")
    {
        made.paper.observerName = "\xff";
    }
    SECTION("an observer's post of 129 bytes")
    {
        made.paper.observerPost = std::string(129, 'a');
    }
    SECTION("ink")
    {
        made.ink = declaration().ink;
    }
    SECTION("trivial ink")
    {
        made.trivialInk = true;
    }
    SECTION("a helper")
    {
        made.assistance.helperName = "Pendamping Contoh";
    }
    SECTION("a kiosk's, with paper")
    {
        made.method = pledge::Method::Kiosk;
    }
    SECTION("a kiosk's, with an observer")
    {
        made = declaration();
        made.paper.observerName = "Saksi Contoh";
    }
    const auto kind = refused(made).kind;
    CHECK((kind == Error::Kind::Invalid || kind == Error::Kind::Malformed));
    CHECK(paperRows().empty());
}

TEST_CASE_METHOD(PaperFixture, "an observer need not have a post", "[ledger][paper]")
{
    auto made = wet();
    made.paper.observerPost.clear();
    CHECK(ledger->sign(made).has_value());
}

TEST_CASE_METHOD(PaperFixture,
    "an erasure takes a person's observer with them, leaves their row taken, and an "
    "observer's name with others",
    "[ledger][paper]")
{
    auto seen = wet(2, secondRow);
    seen.paper.observerName = declaration(1).name;
    const auto mine = must(ledger->sign(wet(1)));
    must(ledger->sign(seen));
    must(ledger->endSession());
    must(ledger->close());
    must(ledger->erase(nip(1)));
    CHECK(paperRows() == std::vector<std::string>{firstRow, secondRow});
    CHECK(must(ledger->registered().at(mine.index)) == std::nullopt);
    const auto observers = [&] {
        return RawDatabase(file()).column(
            "SELECT observer_name || observer_post FROM paper ORDER BY entry_index");
    };
    CHECK(
        observers() == std::vector<std::string>{"", declaration(1).name + seen.paper.observerPost});
    must(ledger->erase(ledger::SignedBefore{clock.time.seconds + 1}));
    CHECK(observers() == std::vector<std::string>{"", ""});
}

TEST_CASE_METHOD(PaperFixture, "the row of an erased person is entered again only after a voiding",
    "[ledger][paper]")
{
    const auto first = must(ledger->sign(wet(1)));
    must(ledger->erase(nip(1)));
    const auto twice = ledger->sign(wet(2));
    REQUIRE_FALSE(twice);
    CHECK(twice.error().kind == Error::Kind::Refused);
    must(ledger->voidEntry(first.index, pledge::Reason::WrongPerson));
    must(ledger->sign(wet(2)));
}

TEST_CASE_METHOD(
    PaperFixture, "a backup follows the paper, its voidings and its erasures", "[ledger][paper]")
{
    const base::Path stick = directory / "stick";
    std::filesystem::create_directories(stick);
    const auto first = must(ledger->sign(wet(1)));
    const auto backup = must(ledger::Backup::open(data(), stick, environment()));
    const auto copied = [&] {
        return RawDatabase(backup->directory() / "ikrar.sqlite")
            .column("SELECT sheet_row || COALESCE(freed_by, '') FROM paper ORDER BY entry_index");
    };
    must(backup->advance());
    CHECK(copied() == std::vector<std::string>{firstRow});
    const auto voiding = must(ledger->voidEntry(first.index, pledge::Reason::Other));
    must(ledger->sign(wet(2)));
    must(backup->advance());
    CHECK(copied() == std::vector<std::string>{firstRow + std::to_string(voiding.index), firstRow});
    must(ledger->erase(nip(1)));
    must(backup->advance());
    CHECK(copied() == std::vector<std::string>{firstRow + std::to_string(voiding.index), firstRow});
    CHECK(RawDatabase(backup->directory() / "ikrar.sqlite")
              .column("SELECT observer_name FROM paper ORDER BY entry_index")
        == std::vector<std::string>{"", wet(2).paper.observerName});
}

TEST_CASE_METHOD(PaperFixture, "a store of schema 2 gets its paper when it is opened for writing",
    "[ledger][paper]")
{
    const auto early = must(ledger->sign(declaration(1)));
    makeVersionTwo();
    SECTION("to sign")
    {
        ledger = open();
    }
    SECTION("to read")
    {
        CHECK(open(Ledger::Mode::Read)->registered().paperCount().value() == 0);
        ledger = open();
    }
    SECTION("by two at once")
    {
        const auto other = open();
        ledger = open();
        must(other->sign(wet(3, secondRow)));
        must(other->voidEntry(must(other->status()).size - 1, pledge::Reason::Test));
    }
    CHECK(version() == "3");
    CHECK(must(ledger->registered().at(early.index))->declaration.name == declaration(1).name);
    must(ledger->sign(wet(2)));
    CHECK(refused(wet(4)).kind == Error::Kind::Refused);
    CHECK(must(ledger->registered().paperCount()) == 1);
}

TEST_CASE_METHOD(
    PaperFixture, "a store of schema 2 that may not be written is read as it is", "[ledger][paper]")
{
    const auto early = must(ledger->sign(declaration(1)));
    makeVersionTwo();
    const auto database = must(ledger::Database::open(file(), ledger::Database::Access::ReadOnly));
    const ledger::RegisterTable before(*database);
    CHECK_FALSE(before.at(early.index).has_value()); // no query knows a table of paper
    const auto upgrade = GENERATE(ledger::Upgrade::Never, ledger::Upgrade::May);
    must(ledger::openSchema(*database, upgrade));
    const ledger::RegisterTable registered(*database);
    CHECK(must(registered.at(early.index))->declaration.name == declaration(1).name);
    CHECK(must(registered.paperCount()) == 0);
    CHECK(version() == "2");
}

TEST_CASE_METHOD(PaperFixture, "a store of schema 2 that may not be written is not signed into",
    "[ledger][paper]")
{
    makeVersionTwo();
    const auto database = must(ledger::Database::open(file(), ledger::Database::Access::ReadOnly));
    const auto opened = ledger::openSchema(*database, ledger::Upgrade::Must);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().kind == Error::Kind::ReadOnly);
}

TEST_CASE_METHOD(PaperFixture, "a store of schema 1 is still refused by name", "[ledger][paper]")
{
    makeVersionTwo();
    RawDatabase(file()).execute("PRAGMA user_version = 1");
    const auto opened = Ledger::open(data(), Ledger::Mode::Sign, environment());
    REQUIRE_FALSE(opened);
    CHECK(opened.error().kind == Error::Kind::UnknownVersion);
    CHECK(opened.error().what.find("schema version 1") != std::string::npos);
}

TEST_CASE_METHOD(
    PaperFixture, "a backup of schema 2 is followed by one of schema 3", "[ledger][paper]")
{
    const base::Path stick = directory / "stick";
    std::filesystem::create_directories(stick);
    must(ledger->sign(declaration(1)));
    base::Path copy;
    {
        const auto backup = must(ledger::Backup::open(data(), stick, environment()));
        must(backup->advance());
        copy = backup->directory() / "ikrar.sqlite";
    }
    makeVersionTwo();
    {
        const RawDatabase raw(copy);
        raw.execute("DROP TABLE paper");
        raw.execute("PRAGMA user_version = 2");
    }
    const auto backup = must(ledger::Backup::open(data(), stick, environment()));
    ledger = open();
    must(ledger->sign(wet(2)));
    must(backup->advance());
    CHECK(RawDatabase(copy).column("SELECT sheet_row FROM paper")
        == std::vector<std::string>{firstRow});
}

} // namespace ikrar::tests
