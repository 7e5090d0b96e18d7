#include "ledger/fixture.h"
#include "ledger/rebuild.h"

#include <fcntl.h>
#include <sys/file.h>

namespace ikrar::tests {

using ledger::Ledger;
using ledger::Stop;

namespace {

void checkRefuses(Ledger& ledger, Stop stop)
{
    CHECK(must(ledger.status()).stop == stop);
    CHECK(ledger.sign(declaration(7)).error().kind == Error::Kind::Refused);
    CHECK(ledger.endSession().error().kind == Error::Kind::Refused);
    CHECK(ledger.publish().error().kind == Error::Kind::Refused);
    CHECK(ledger.roster().import({rosterRow(1)}).error().kind == Error::Kind::Refused);
    CHECK(must(ledger.receipt(0)).index == 0); // it can be read
}

/// A store in session with two entries published, then put back to what it was before the last of
/// `later`.
void rollBack(StoreFixture& fixture, unsigned later)
{
    must(fixture.create()->startSession(1));
    const base::Path old = fixture.directory / "old.sqlite";
    std::filesystem::copy_file(fixture.data() / "ikrar.sqlite", old);
    {
        const auto ledger = fixture.open();
        for (unsigned i = 0; i < later; ++i)
            must(ledger->sign(declaration(i)));
        must(ledger->publish());
    }
    std::filesystem::copy_file(
        old, fixture.data() / "ikrar.sqlite", std::filesystem::copy_options::overwrite_existing);
}

} // namespace

TEST_CASE("a store on another machine or another file is a copy and signs nothing", "[ledger]")
{
    StoreFixture fixture;
    must(fixture.create()->startSession(1));
    SECTION("another machine")
    {
        fixture.machine.machine = "another";
    }
    SECTION("another file")
    {
        fixture.machine.file = "another";
    }
    checkRefuses(*fixture.open(), Stop::Copy);
}

TEST_CASE("this machine tells a copied file from the file itself", "[ledger]")
{
    const TemporaryDirectory directory;
    const ledger::LocalMachine machine;
    must(base::createFile(base::systemFiles(), directory / "a", {}));
    const std::string original = must(machine.fileIdentity(directory / "a"));
    must(base::replaceFile(base::systemFiles(), directory / "c", base::asBytes("x")));
    CHECK(must(machine.fileIdentity(directory / "a")) == original);
    std::filesystem::copy_file(directory / "a", directory / "b");
    CHECK(must(machine.fileIdentity(directory / "b")) != original);
    std::filesystem::remove(directory / "a");
    std::filesystem::rename(directory / "b", directory / "a");
    CHECK(must(machine.fileIdentity(directory / "a")) != original);
    CHECK(must(machine.bootId()).size() == 36);
    CHECK(machine.fileIdentity(directory / "none").error().kind == Error::Kind::Missing);
}

TEST_CASE("a published checkpoint ahead of the database refuses", "[ledger]")
{
    StoreFixture fixture;
    rollBack(fixture, 2);
    const std::string published = contents(fixture.log() / "checkpoint");
    checkRefuses(*fixture.open(), Stop::RolledBack);
    CHECK(contents(fixture.log() / "checkpoint") == published);
}

TEST_CASE("a published checkpoint of another root refuses", "[ledger]")
{
    StoreFixture fixture;
    rollBack(fixture, 2);
    const base::Path checkpoint = fixture.log() / "checkpoint";
    const std::string published = contents(checkpoint);
    std::filesystem::remove(checkpoint);
    {
        // Nothing tells that it was rolled back: it goes on, into another history.
        const auto ledger = fixture.open();
        for (unsigned i = 10; i < 14; ++i)
            must(ledger->sign(declaration(i)));
    }
    must(base::replaceFile(base::systemFiles(), checkpoint, base::asBytes(published)));
    checkRefuses(*fixture.open(), Stop::RolledBack);
}

TEST_CASE("a store that runs notices the larger checkpoint when it publishes", "[ledger]")
{
    StoreFixture fixture;
    rollBack(fixture, 2);
    const base::Path checkpoint = fixture.log() / "checkpoint";
    const std::string published = contents(checkpoint);
    std::filesystem::remove(checkpoint);
    const auto ledger = fixture.open();
    must(base::replaceFile(base::systemFiles(), checkpoint, base::asBytes(published)));
    CHECK(ledger->publish().error().kind == Error::Kind::Refused);
    CHECK(must(ledger->status()).stop == Stop::RolledBack);
    CHECK(contents(checkpoint) == published);
}

TEST_CASE("a checkpoint that another signed rolls nothing back and is replaced", "[ledger]")
{
    StoreFixture fixture;
    must(fixture.create()->startSession(1));
    {
        StoreFixture stranger;
        const auto ledger = stranger.create();
        must(ledger->startSession(1));
        must(ledger->sign(declaration()));
        must(ledger->publish());
        must(base::replaceFile(base::systemFiles(), fixture.log() / "checkpoint",
            base::asBytes(contents(stranger.log() / "checkpoint"))));
    }
    const auto ledger = fixture.open();
    CHECK(must(ledger->status()).stop == Stop::None);
    must(ledger->publish());
    CHECK(must(ledger->status()).publishedSize == 2);
}

TEST_CASE("what was deleted or torn of the published files is put back", "[ledger]")
{
    StoreFixture fixture;
    {
        const auto ledger = fixture.create();
        must(ledger->startSession(1));
        std::vector<pledge::Declaration> many;
        for (unsigned i = 0; i < 300; ++i)
            many.push_back(declaration(i));
        must(ledger->sign(many));
        must(ledger->publish());
    }
    SECTION("a full tile")
    {
        std::filesystem::remove(fixture.log() / "tile/0/000");
    }
    SECTION("a bundle cut to nothing")
    {
        std::filesystem::resize_file(fixture.log() / "tile/entries/000", 0);
    }
    SECTION("a hash of the right edge")
    {
        must(base::replaceFile(base::systemFiles(), fixture.log() / "tile/0/001.p/46",
            Bytes(46 * crypto::Hash::size, 7)));
    }
    SECTION("the checkpoint")
    {
        std::filesystem::resize_file(fixture.log() / "checkpoint", 30);
    }
    SECTION("the whole directory")
    {
        std::filesystem::remove_all(fixture.log());
    }
    const auto ledger = fixture.open();
    must(ledger->publish());
    const RawDatabase raw(fixture.data() / "ikrar.sqlite");
    CHECK(publishedFiles(fixture.log()) == Rebuild(raw.entries(), raw.letOut()).files());
    CHECK(must(ledger->status()).publishedSize == 302);
    CHECK(contents(fixture.log() / "policy") == tlog::Policy::forLog(ledger->logKey()).text());
}

TEST_CASE("a damaged database is not opened", "[ledger]")
{
    StoreFixture fixture;
    must(fixture.create()->startSession(1));
    const auto refused = [&] {
        const auto opened = Ledger::open(fixture.data(), Ledger::Mode::Sign, fixture.environment());
        REQUIRE_FALSE(opened);
        return opened.error().kind;
    };
    RawDatabase raw(fixture.data() / "ikrar.sqlite");
    SECTION("a hash of the tree")
    {
        raw.execute("UPDATE entries SET subtrees = zeroblob(64) WHERE entry_index = 1");
        CHECK(refused() == Error::Kind::Malformed);
    }
    SECTION("a row of the tree")
    {
        raw.execute("DELETE FROM entries WHERE entry_index = 1");
        CHECK(refused() == Error::Kind::Malformed);
    }
    SECTION("the head")
    {
        raw.execute("UPDATE head SET size = 1");
        raw.execute("DELETE FROM checkpoints WHERE size = 1");
        CHECK(refused() == Error::Kind::Malformed);
    }
    SECTION("the checkpoint's signature")
    {
        raw.execute("UPDATE checkpoints SET signature = zeroblob(64)");
        CHECK(refused() == Error::Kind::Malformed);
    }
    SECTION("another schema")
    {
        raw.execute("PRAGMA user_version = 99");
        CHECK(refused() == Error::Kind::UnknownVersion);
    }
    SECTION("not ours")
    {
        raw.execute("PRAGMA application_id = 1");
        CHECK(refused() == Error::Kind::Malformed);
    }
}

TEST_CASE("several processes hold the store, each sees what the others sign", "[ledger]")
{
    StoreFixture fixture;
    const auto kiosk = fixture.create();
    const auto tool = fixture.open();
    must(tool->startSession(1));
    for (unsigned i = 0; i < 6; ++i) {
        Ledger& signer = i % 2 == 0 ? *kiosk : *tool;
        const auto issued = must(signer.sign(declaration(i)));
        CHECK(issued.index == i + 2);
        CHECK(verdict(signer, issued.receipt) == receipt::Verdict::Rehearsal);
        CHECK(must(kiosk->status()).root == must(tool->status()).root);
    }
    const auto reader = fixture.open(Ledger::Mode::Read);
    must(reader->publish());
    CHECK(must(kiosk->status()).publishedSize == 8);
    must(kiosk->publish());
    must(tool->publish());
    CHECK(reader->sign(declaration(9)).error().kind == Error::Kind::Refused);
    CHECK(must(reader->roster().import({rosterRow(1)})).added == 1);
}

TEST_CASE("one process publishes, another finds it busy", "[ledger]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    must(ledger->startSession(1));
    const int fd = must(base::systemFiles().open(fixture.data() / "log.lock", O_RDWR, 0));
    REQUIRE(::flock(fd, LOCK_EX) == 0);
    CHECK(ledger->publish().error().kind == Error::Kind::Busy);
    must(ledger->sign(declaration())); // and nobody who signs waits for it
    base::systemFiles().close(fd);
    must(ledger->publish());
    CHECK(must(ledger->status()).publishedSize == 3);
}

TEST_CASE(
    "a command in a login shell looks for a failed device where the kiosk marks it", "[ledger]")
{
    TemporaryDirectory directory;
    const base::Path shared = directory / "run";
    const char* ofUser = "/run/user/1000";
    CHECK(ledger::chooseRuntimeDirectory(nullptr, shared, ofUser) == "/run/user/1000/ikrar");
    CHECK(ledger::chooseRuntimeDirectory(nullptr, shared, nullptr) == shared);
    std::filesystem::create_directory(shared);
    CHECK(ledger::chooseRuntimeDirectory(nullptr, shared, ofUser) == shared);
    CHECK(ledger::chooseRuntimeDirectory("/run/a:/run/b", shared, ofUser) == "/run/a");
}

TEST_CASE("where the mark of a failed device cannot be looked for, nothing is signed", "[ledger]")
{
    StoreFixture fixture;
    must(fixture.create()->startSession(1));
    const base::Path runtime = fixture.machine.runtimeDirectory();
    std::filesystem::create_symlink(runtime, runtime); // a loop: no file below it can be opened
    const auto ledger = fixture.open();
    CHECK(must(ledger->status()).stop == Stop::DeviceFailed);
    CHECK(ledger->sign(declaration()).error().kind == Error::Kind::Io);
    std::filesystem::remove(runtime);
    must(fixture.open()->sign(declaration()));
}

} // namespace ikrar::tests
