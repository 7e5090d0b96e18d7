#include "ledger/faulty_vfs.h"
#include "ledger/fixture.h"
#include "ledger/rebuild.h"

namespace ikrar::tests {

using ledger::Ledger;
using ledger::Stop;

namespace {

/// No half declaration: every signed entry has its row, nothing else has one, and the counters
/// agree.
void checkWhole(const Ledger& ledger)
{
    const auto status = must(ledger.status());
    std::uint64_t signedEntries = 0;
    for (std::uint64_t i = 0; i < status.size; ++i) {
        const auto body = must(pledge::decodeEntry(must(ledger.entry(i)))).entry.body;
        const auto row = must(ledger.registered().at(i));
        const auto* act = std::get_if<pledge::Signed>(&body);
        REQUIRE(row.has_value() == (act != nullptr));
        if (act == nullptr)
            continue;
        ++signedEntries;
        REQUIRE(pledge::commitment(row->salt, row->declaration.identity) == act->commitment);
    }
    CHECK(status.signedEntries == signedEntries);
    CHECK(ledger.entry(status.size).error().kind == Error::Kind::Missing);
}

void checkPublished(const StoreFixture& fixture, const Ledger& ledger)
{
    const RawDatabase raw(fixture.data() / "ikrar.sqlite");
    const Rebuild rebuild(raw.entries(), raw.letOut());
    CHECK(publishedFiles(fixture.log()) == rebuild.files());
    const auto published
        = must(tlog::openCheckpoint(contents(fixture.log() / "checkpoint"), ledger.logKey()))
              .checkpoint;
    CHECK(published.size == must(ledger.status()).size);
    CHECK(base::asText(published.root.view()) == rebuild.root(published.size));
}

/// What a run of the kiosk does with its disk. Returns what was shown.
struct Run {
    std::vector<ledger::Issued> shown;
    Stop stop = Stop::None;
    bool opened = false;
};

Run runKiosk(StoreFixture& fixture, unsigned number)
{
    Run run;
    auto opened = Ledger::open(fixture.data(), Ledger::Mode::Sign, fixture.environment());
    if (!opened)
        return run;
    Ledger& ledger = **opened;
    run.opened = true;
    if (auto lone = ledger.sign(declaration(number)))
        run.shown.push_back(*lone);
    static_cast<void>(ledger.publish());
    const std::vector<pledge::Declaration> waiting{
        declaration(number + 1), declaration(number + 2), declaration(number + 3)};
    if (auto together = ledger.sign(waiting))
        run.shown.insert(run.shown.end(), together->begin(), together->end());
    run.stop = must(ledger.status()).stop;
    if (run.stop != Stop::None) {
        CHECK((run.stop == Stop::DeviceFailed || run.stop == Stop::DiskFull));
        CHECK(ledger.sign(declaration(number)).error().kind
            == (run.stop == Stop::DiskFull ? Error::Kind::NoSpace : Error::Kind::Io));
    }
    if (run.stop == Stop::DiskFull) {
        FaultyVfs::instance().mend();
        ledger.retry();
        CHECK(must(ledger.status()).stop == Stop::None);
        run.shown.push_back(must(ledger.sign(declaration(number))));
    }
    return run;
}

void failEachCallOfSqlite(int code)
{
    FaultyVfs& vfs = FaultyVfs::instance();
    StoreFixture fixture;
    must(fixture.create()->startSession(1));
    std::vector<ledger::Issued> shown;
    std::size_t stops = 0;
    bool hit = true;
    for (std::size_t nth = 0; hit; ++nth) {
        INFO("call " << nth << " fails");
        vfs.fail(nth, code);
        const Run run = runKiosk(fixture, static_cast<unsigned>(nth * 5));
        hit = vfs.failures() != 0;
        vfs.mend();
        shown.insert(shown.end(), run.shown.begin(), run.shown.end());
        if (run.stop == Stop::DeviceFailed) {
            ++stops;
            const auto still = fixture.open();
            CHECK(must(still->status()).stop == Stop::DeviceFailed);
            CHECK_FALSE(still->receipt(0));
        }
        fixture.machine.boot = "boot " + std::to_string(nth);
        const auto ledger = fixture.open();
        REQUIRE(must(ledger->status()).stop == Stop::None);
        checkWhole(*ledger);
        for (const auto& each : shown)
            REQUIRE(must(ledger->receipt(each.index)) == each.receipt);
        must(ledger->publish());
        checkPublished(fixture, *ledger);
    }
    CHECK(shown.size() > 20);
    CHECK(stops > 0);
    for (const auto& each : shown) {
        REQUIRE(receipt::verify(
                    each.receipt, must(tlog::Policy::parse(contents(fixture.log() / "policy"))))
                    .verdict
            == receipt::Verdict::Rehearsal);
    }
}

/// Copies a store as its directory is; the fixture's machine takes the copy for the original.
void copyStore(const StoreFixture& from, const StoreFixture& to)
{
    std::filesystem::remove_all(to.data());
    std::filesystem::copy(from.data(), to.data(), std::filesystem::copy_options::recursive);
}

void failEachCallOfPublication(int code)
{
    StoreFixture ready;
    {
        const auto ledger = ready.create();
        must(ledger->startSession(1));
        std::vector<pledge::Declaration> many;
        for (unsigned i = 0; i < 248; ++i)
            many.push_back(declaration(i));
        must(ledger->sign(many));
        for (unsigned i = 0; i < 3; ++i) {
            must(ledger->sign(declaration(300 + i)));
            must(ledger->publish());
        }
        for (unsigned i = 0; i < 5; ++i) // the full tile stands after the third
            must(ledger->sign(declaration(400 + i)));
    }
    StoreFixture fixture;
    bool hit = true;
    for (std::size_t nth = 0; hit; ++nth) {
        INFO("call " << nth << " fails");
        copyStore(ready, fixture);
        auto ledger = fixture.open();
        fixture.files.fail({.nth = nth, .code = code});
        const auto published = ledger->publish();
        hit = fixture.files.failures() != 0;
        fixture.files.mend();
        const Stop stop = must(ledger->status()).stop;
        CHECK(stop == (code == EIO && !published ? Stop::DeviceFailed : Stop::None));
        // Whatever stands there now is a checkpoint of ours with all its tiles, or is repaired.
        if (!published)
            CHECK(published.error().kind == base::kindOfErrno(code));
        fixture.machine.boot = "boot " + std::to_string(nth);
        ledger = fixture.open();
        must(ledger->publish());
        checkPublished(fixture, *ledger);
    }
    CHECK(fixture.files.openFiles() == 0);
}

} // namespace

TEST_CASE("whatever call of SQLite fails with EIO, a declaration is whole or absent", "[ledger]")
{
    failEachCallOfSqlite(EIO);
}

TEST_CASE("whatever call of SQLite finds no space, a declaration is whole or absent", "[ledger]")
{
    failEachCallOfSqlite(ENOSPC);
}

TEST_CASE("whatever call of publication fails, the next one mends the files", "[ledger]")
{
    failEachCallOfPublication(EIO);
    failEachCallOfPublication(ENOSPC);
}

TEST_CASE("a disk that stays full refuses until it is mended", "[ledger]")
{
    FaultyVfs& vfs = FaultyVfs::instance();
    StoreFixture fixture;
    const auto ledger = fixture.create();
    must(ledger->startSession(1));
    vfs.fail(0, ENOSPC, true);
    CHECK(ledger->sign(declaration()).error().kind == Error::Kind::NoSpace);
    ledger->retry();
    CHECK(must(ledger->status()).stop == Stop::DiskFull);
    vfs.mend();
    fixture.files.fail({.nth = 0, .code = EROFS, .lasting = true});
    ledger->retry();
    CHECK(must(ledger->status()).stop == Stop::DiskFull);
    fixture.files.mend();
    ledger->retry();
    CHECK(must(ledger->status()).stop == Stop::None);
    CHECK(must(ledger->sign(declaration())).index == 2);
    checkWhole(*ledger);
}

} // namespace ikrar::tests
