#include "ledger/backup.h"
#include "ledger/fixture.h"
#include "ledger/rebuild.h"

namespace ikrar::tests {

using ledger::Backup;
using ledger::Ledger;

namespace {

/// Every row of every table, by table.
std::map<std::string, std::vector<std::string>> rowsOf(const base::Path& file)
{
    const RawDatabase raw(file);
    std::map<std::string, std::vector<std::string>> all;
    for (const std::string& table :
        raw.column("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
        std::string columns;
        for (const std::string& column :
            raw.column("SELECT name FROM pragma_table_info('" + table + "')"))
            columns += (columns.empty() ? "quote(" : " || ',' || quote(") + column + ")";
        all[table] = raw.column("SELECT " + columns + " FROM " + table + " ORDER BY 1");
    }
    return all;
}

std::map<std::string, std::string> filesOf(const base::Path& log)
{
    std::map<std::string, std::string> files;
    for (const auto& file : std::filesystem::recursive_directory_iterator(log))
        if (file.is_regular_file())
            files[std::filesystem::relative(file.path(), log)] = contents(file.path());
    return files;
}

struct BackupFixture : StoreFixture {
    BackupFixture() : ledger(create())
    {
        std::filesystem::create_directories(stick);
        must(ledger->roster().import({rosterRow(1), rosterRow(2), rosterRow(3)}));
        must(ledger->startSession(1));
        for (unsigned number = 1; number < 4; ++number)
            must(ledger->sign(declaration(number)));
    }

    [[nodiscard]] std::unique_ptr<Backup> openBackup()
    {
        return must(Backup::open(data(), stick, environment()));
    }

    void checkSame(const Backup& backup)
    {
        must(ledger->publish());
        CHECK(rowsOf(backup.directory() / "ikrar.sqlite") == rowsOf(data() / "ikrar.sqlite"));
        CHECK(filesOf(backup.directory() / "log") == filesOf(log()));
    }

    base::Path stick = directory / "stick";
    std::unique_ptr<Ledger> ledger;
};

} // namespace

TEST_CASE("a backup holds every row and file of the store, and no key", "[ledger]")
{
    BackupFixture fixture;
    const auto backup = fixture.openBackup();
    const auto step = must(backup->advance());
    CHECK(step.size == 5);
    CHECK(step.added == 5);
    fixture.checkSame(*backup);
    CHECK_FALSE(std::filesystem::exists(backup->directory() / "key.pem"));
    CHECK(backup->onSameDisk());
}

TEST_CASE("a backup follows all that changes", "[ledger]")
{
    BackupFixture fixture;
    Ledger& ledger = *fixture.ledger;
    const auto backup = fixture.openBackup();
    CHECK(must(backup->behind()));
    must(backup->advance());
    CHECK_FALSE(must(backup->behind()));

    must(ledger.voidEntry(3, pledge::Reason::Duplicate));
    CHECK(must(backup->behind()));
    CHECK(must(backup->advance()).added == 1);
    fixture.checkSame(*backup);

    auto renamed = rosterRow(2);
    renamed.name = "Peserta Berganti Nama";
    must(ledger.roster().import({renamed}));
    must(backup->advance());
    fixture.checkSame(*backup);
    must(ledger.roster().import({rosterRow(9)}));
    must(backup->advance());
    fixture.checkSame(*backup);

    must(ledger.addCosignature(5, {7, Bytes(72, 1)}));
    must(ledger.addCosignature(3, {7, Bytes(72, 2)}));
    must(backup->advance());
    fixture.checkSame(*backup);

    for (unsigned number = 10; number < 310; ++number)
        must(ledger.sign(declaration(number)));
    must(ledger.endSession());
    must(backup->advance());
    fixture.checkSame(*backup);

    must(ledger.close());
    must(ledger.voidEntry(4, pledge::Reason::Withdrawn));
    must(backup->advance());
    fixture.checkSame(*backup);
}

TEST_CASE("what is erased in the store is erased in its backup", "[ledger]")
{
    BackupFixture fixture;
    auto helped = declaration(20);
    helped.method = pledge::Method::Assisted;
    helped.assistance = {"Pendamping Contoh", nip(30).value, "tangan cedera", false};
    must(fixture.ledger->sign(helped));
    const auto backup = fixture.openBackup();
    must(backup->advance());
    must(fixture.ledger->erase(nip(2)));
    must(fixture.ledger->erase(nip(30)));
    must(backup->advance());
    fixture.checkSame(*backup);
    const std::string file = contents(backup->directory() / "ikrar.sqlite");
    CHECK(file.find(nip(1).value) != std::string::npos);
    CHECK(file.find(nip(2).value) == std::string::npos);
    CHECK(file.find("Pendamping Contoh") == std::string::npos);
}

TEST_CASE("a backup of a restored copy learns of what is erased in it, and where it came from",
    "[ledger]")
{
    BackupFixture fixture;
    const auto backup = fixture.openBackup();
    must(backup->advance());
    const base::Path copy = backup->directory();
    const base::Path other = fixture.directory / "other stick";
    std::filesystem::create_directories(other);
    const auto holds = [](const base::Path& directory, unsigned number) {
        return contents(directory / "ikrar.sqlite").find(nip(number).value) != std::string::npos;
    };
    const auto again = must(Backup::open(copy, other, fixture.environment()));
    must(again->advance());
    REQUIRE(holds(again->directory(), 2));

    must(fixture.ledger->erase(nip(2)));
    must(backup->advance());
    must(again->advance());
    CHECK_FALSE(holds(copy, 2));
    CHECK_FALSE(holds(again->directory(), 2));

    must(must(Ledger::open(copy, Ledger::Mode::Read, fixture.environment()))->erase(nip(3)));
    must(again->advance());
    CHECK_FALSE(holds(again->directory(), 3));
    CHECK(holds(again->directory(), 1));
}

TEST_CASE("a backup opens as a copy: it is read and never signs", "[ledger]")
{
    BackupFixture fixture;
    const auto backup = fixture.openBackup();
    must(backup->advance());
    fixture.machine.file = "another disk";
    const auto copy
        = must(Ledger::open(backup->directory(), Ledger::Mode::Sign, fixture.environment()));
    CHECK(must(copy->status()).stop == ledger::Stop::Copy);
    CHECK(copy->sign(declaration(9)).error().kind == Error::Kind::Refused);
    CHECK(must(copy->registered().find(nip(3)))->index == 4);
    CHECK(verdict(*copy, must(copy->receipt(4))) == receipt::Verdict::Rehearsal);
}

TEST_CASE(
    "a backup that is ahead of the store, or of another history, is kept as it is", "[ledger]")
{
    BackupFixture fixture;
    const base::Path earlier = fixture.directory / "earlier";
    std::filesystem::copy(fixture.data(), earlier, std::filesystem::copy_options::recursive);
    must(fixture.ledger->sign(declaration(50)));
    {
        const auto backup = fixture.openBackup();
        must(backup->advance());
    }
    const auto before = rowsOf(fixture.openBackup()->directory() / "ikrar.sqlite");
    CHECK(Backup::open(earlier, fixture.stick, fixture.environment()).error().kind
        == Error::Kind::Refused);
    {
        // The restored store goes on by itself: as long as the backup, and another.
        const auto restored
            = must(Ledger::open(earlier, Ledger::Mode::Sign, fixture.environment()));
        must(restored->sign(declaration(51)));
        must(restored->sign(declaration(52)));
    }
    CHECK(Backup::open(earlier, fixture.stick, fixture.environment()).error().kind
        == Error::Kind::Refused);
    CHECK(rowsOf(fixture.openBackup()->directory() / "ikrar.sqlite") == before);
}

TEST_CASE("no disk, no backup", "[ledger]")
{
    BackupFixture fixture;
    CHECK(Backup::open(fixture.data(), fixture.directory / "nowhere", fixture.environment())
              .error()
              .kind
        == Error::Kind::Missing);
    CHECK(Backup::open(fixture.directory / "nowhere", fixture.stick, fixture.environment())
              .error()
              .kind
        == Error::Kind::Missing);
}

} // namespace ikrar::tests
