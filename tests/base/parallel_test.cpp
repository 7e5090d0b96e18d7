#include "base/parallel.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>
#include <vector>

using namespace ikrar;

TEST_CASE("every item is done once, however many there are", "[base]")
{
    for (const std::size_t count : {0U, 1U, 15U, 16U, 17U, 33U, 1000U, 4096U}) {
        std::vector<int> times(count, 0);
        const auto done = base::inParts(count, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i)
                ++times[i]; // an item belongs to one part: no lock
            return Result<void>();
        });
        CHECK(done);
        CHECK(times == std::vector<int>(count, 1));
    }
}

TEST_CASE("the error is that of the earliest part, and no part outlives the call", "[base]")
{
    std::vector<int> done(1000, 0);
    const auto failed = base::inParts(done.size(), [&](std::size_t begin, std::size_t end) {
        std::iota(done.begin() + static_cast<std::ptrdiff_t>(begin),
            done.begin() + static_cast<std::ptrdiff_t>(end), 1);
        return Result<void>(fail(Error::Kind::Invalid, "from " + std::to_string(begin)));
    });
    REQUIRE_FALSE(failed);
    CHECK(failed.error().what == "from 0");
    CHECK(std::count(done.begin(), done.end(), 0) == 0);
}

TEST_CASE("work beside another is done once, and its error comes when it is waited for", "[base]")
{
    int done = 0;
    auto first = base::beside([&]() -> Result<void> {
        ++done;
        return {};
    });
    CHECK(first.get());
    CHECK(done == 1);
    auto second = base::beside([] { return Result<void>(fail(Error::Kind::Io, "gone")); });
    const auto failed = second.get();
    REQUIRE_FALSE(failed);
    CHECK(failed.error() == Error{Error::Kind::Io, "gone"});
}
