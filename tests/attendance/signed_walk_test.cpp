#include "attendance/held_records.h"
#include "attendance/signed_walk.h"

#include <catch2/catch.hpp>

#include <numeric>

using namespace ikrar;
using attendance::SignedRecord;
using tests::HeldRecords;

namespace {

/// Makes them those of entries 1 to `count`.
void hold(HeldRecords& records, std::uint64_t count)
{
    records.signedRecords.resize(count);
    std::uint64_t index = 0;
    for (SignedRecord& record : records.signedRecords)
        record.row.index = ++index;
}

std::vector<std::uint64_t> upTo(std::uint64_t count)
{
    std::vector<std::uint64_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 1);
    return numbers;
}

/// What a walk took, told and returned.
struct Walk {
    std::vector<std::uint64_t> taken;
    std::vector<std::uint64_t> told;
    Result<std::uint64_t> rows;
};

Walk walk(const HeldRecords& records, std::uint64_t failsAt = 0)
{
    Walk walk;
    walk.rows = attendance::eachSignedBeside(
        records, attendance::Records::Order::Log,
        [&](const SignedRecord& record) -> Result<void> {
            walk.taken.push_back(record.row.index);
            if (record.row.index == failsAt)
                return fail(Error::Kind::NoSpace, "The disk is full.");
            return {};
        },
        [&](std::uint64_t rows) { walk.told.push_back(rows); });
    return walk;
}

} // namespace

TEST_CASE("a list is taken whole and in its order, however long it is", "[attendance]")
{
    HeldRecords records("takalar-2023");
    for (const std::uint64_t count : {0U, 1U, 511U, 512U, 513U, 1024U, 5000U}) {
        hold(records, count);
        const Walk all = walk(records);
        CHECK(all.rows == count);
        CHECK(all.taken == upTo(count));
        CHECK(all.told.empty() == (count == 0));
        CHECK((all.told.empty() ? 0 : all.told.back()) == count);
        CHECK(std::is_sorted(all.told.begin(), all.told.end()));
    }
}

TEST_CASE("a list is taken though nobody asks how far it is", "[attendance]")
{
    HeldRecords records("takalar-2023");
    for (const std::uint64_t count : {0U, 1U, 513U}) {
        hold(records, count);
        CHECK(attendance::eachSignedBeside(records, attendance::Records::Order::Log,
                  [](const SignedRecord& /*record*/) { return Result<void>(); }, {})
            == count);
    }
}

TEST_CASE("where a list cannot be written, its error ends the walk", "[attendance]")
{
    HeldRecords records("takalar-2023");
    hold(records, 5000);
    for (const std::uint64_t last : {1U, 512U, 700U, 5000U}) {
        const Walk broken = walk(records, last);
        REQUIRE_FALSE(broken.rows);
        CHECK(broken.rows.error() == Error{Error::Kind::NoSpace, "The disk is full."});
        CHECK(broken.taken == upTo(last));
    }
}

TEST_CASE("where a list cannot be read to its end, nothing is taken any more", "[attendance]")
{
    HeldRecords records("takalar-2023");
    records.signedEnd = fail(Error::Kind::Io, "The store is gone.");
    for (const std::uint64_t count : {0U, 1U, 513U, 1100U}) {
        hold(records, count);
        const Walk broken = walk(records);
        REQUIRE_FALSE(broken.rows);
        CHECK(broken.rows.error() == Error{Error::Kind::Io, "The store is gone."});
        // Whole batches at most: what had been read of the next one is no list.
        CHECK(broken.taken == upTo(broken.taken.size()));
        CHECK(broken.taken.size() <= count);
    }
}
