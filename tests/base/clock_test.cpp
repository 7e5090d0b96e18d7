#include "base/clock.h"

#include <catch2/catch.hpp>

#include <ctime>

using namespace ikrar;

TEST_CASE("the system clock stands between two readings of time()", "[base]")
{
    const std::int64_t before = std::time(nullptr);
    const base::Time now = base::SystemClock().now();
    const std::int64_t after = std::time(nullptr);
    // time() may lag behind the precise clock by one tick.
    CHECK(before <= now.seconds);
    CHECK(now.seconds <= after + 1);
}

TEST_CASE("the system clock never claims what only an operator can", "[base]")
{
    CHECK(base::SystemClock().now().trust != base::ClockTrust::SetByOperator);
}
