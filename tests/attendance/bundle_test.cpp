#include "attendance/bundle.h"
#include "attendance/bundle_page.h"
#include "audit/bundle.h"
#include "ledger/fixture.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::attendance;
using tests::must;

namespace {

using Units = std::vector<ledger::Register::UnitCount>;

pledge::Ceremony ceremonyOf(const Units& units)
{
    pledge::Ceremony ceremony;
    for (const auto& unit : units) {
        ceremony.unitPositions.emplace(unit.unit, ceremony.units.size());
        ceremony.units.push_back({unit.unit, "Unit " + unit.unit, {}, {}});
    }
    return ceremony;
}

/// `id count` of each line that would be published.
std::vector<std::string> published(const Units& units)
{
    std::vector<std::string> lines;
    for (const PublicCount& count : publicCounts(ceremonyOf(units), units))
        lines.push_back(count.unit + ' ' + std::to_string(count.signedEntries));
    return lines;
}

/// A store whose log is closed.
struct ClosedStore : tests::StoreFixture {
    ClosedStore() : ledger(create())
    {
        must(ledger->startSession(1));
        for (unsigned n = 1; n <= 20; ++n)
            must(ledger->sign(tests::declaration(n)));
        must(ledger->endSession());
        must(ledger->close());
    }

    Result<WrittenBundle> write(const BundleOptions& options = {})
    {
        const auto log = must(bundleLogOf(*ledger));
        const BundleLog* one = log.get();
        return writeBundle(std::span(&one, 1), path(), options, files, clock);
    }

    [[nodiscard]] base::Path path() const { return directory / "berkas-bukti.zip"; }

    std::unique_ptr<ledger::Ledger> ledger;
};

} // namespace

TEST_CASE("counts that would tell of a person are not published", "[attendance]")
{
    using Lines = std::vector<std::string>;
    CHECK(published({{"a", 9, 0}, {"b", 5, 0}, {"c", 7, 0}}) == Lines{"a 9", "c 7", "b 5"});
    CHECK(published({{"a", 9, 0}, {"b", 2, 0}, {"c", 3, 0}, {"d", 0, 0}}) == Lines{"a 9", " 5"});
    // One small unit could be told from the total.
    CHECK(published({{"a", 9, 0}, {"b", 6, 0}, {"c", 2, 0}}) == Lines{"a 9", " 8"});
    CHECK(published({{"a", 9, 0}, {"b", 1, 0}, {"c", 2, 0}, {"d", 30, 0}}) == Lines{"d 30", " 12"});
    CHECK(published({{"a", 2, 0}}) == Lines{" 2"});
    CHECK(published({}) == Lines{});
}

TEST_CASE("whatever call to the disk fails, no bundle is half there", "[attendance]")
{
    ClosedStore store;
    must(store.write());
    const std::string before = tests::contents(store.path());
    store.clock.time.seconds += 60; // which its page states
    for (std::size_t call = 0;; ++call) {
        REQUIRE(call < 100);
        INFO(call);
        store.files.fail({.nth = call, .code = ENOSPC});
        const auto written = store.write();
        const bool failed = store.files.failures() != 0;
        store.files.mend();
        CHECK(store.files.openFiles() == 0);
        CHECK(written.has_value() != failed);
        const std::string now = tests::contents(store.path());
        if (!failed) {
            CHECK(now != before);
            CHECK(call > 5);
            break;
        }
        CHECK(written.error().kind == Error::Kind::NoSpace);
        if (now == before)
            continue;
        // Only the last sync failed, that of the directory: it is whole, but perhaps not for long.
        must(audit::Bundle::open(store.path(), [] { return Result<std::string>(); }));
        must(base::replaceFile(base::systemFiles(), store.path(), base::asBytes(before)));
    }
    CHECK_FALSE(std::filesystem::exists(store.path().string() + ".tmp"));
}

TEST_CASE("a bundle is of one moment while the store goes on", "[attendance]")
{
    tests::StoreFixture store;
    const auto ledger = store.create();
    must(ledger->startSession(1));
    for (unsigned n = 1; n <= 5; ++n)
        must(ledger->sign(tests::declaration(n)));
    const auto log = must(bundleLogOf(*ledger));
    must(ledger->sign(tests::declaration(6)));
    must(ledger->voidEntry(3, pledge::Reason::Test));
    const BundleLog* one = log.get();
    const base::Path path = store.directory / "b.zip";
    const auto written = must(writeBundle(std::span(&one, 1), path, {}, store.files, store.clock));
    CHECK(written.rows == 5);
    CHECK_FALSE(written.closed);
    const auto rows = must(log->rowsFrom(0, 100));
    REQUIRE(rows.size() == 5);
    CHECK_FALSE(rows[1].kept->row.voided);
}

TEST_CASE("rows are handed out in pieces, the erased ones in their places", "[attendance]")
{
    ClosedStore store;
    for (const unsigned gone : {1U, 7U, 8U, 20U})
        must(store.ledger->erase(ledger::ErasureOf(tests::nip(gone))));
    const auto log = must(bundleLogOf(*store.ledger));
    std::string kept;
    std::uint64_t from = 0;
    for (;;) {
        const auto rows = must(log->rowsFrom(from, 3));
        if (rows.empty())
            break;
        for (const BundleRow& row : rows) {
            CHECK(row.index >= from);
            from = row.index + 1;
            kept += row.kept ? 'x' : '-';
        }
    }
    CHECK(kept == "-xxxxx--xxxxxxxxxxx-");
    CHECK(must(store.write()).erased == 4);
}
