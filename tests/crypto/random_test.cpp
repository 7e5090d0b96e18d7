#include "crypto/random.h"
#include "crypto/wipe.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace ikrar;

TEST_CASE("random bytes differ each time and fill the whole array", "[crypto]")
{
    std::set<std::array<std::uint8_t, 16>> seen;
    std::array<std::uint8_t, 16> everSet{};
    for (int i = 0; i < 200; ++i) {
        const auto bytes = crypto::randomBytes<16>();
        seen.insert(bytes);
        std::ranges::transform(bytes, everSet, everSet.begin(),
            [](unsigned a, unsigned b) { return static_cast<std::uint8_t>(a | b); });
    }
    CHECK(seen.size() == 200);
    // That a bit of 128 is zero 200 times over has a chance of 2^-193.
    CHECK(std::ranges::all_of(everSet, [](unsigned byte) { return byte == 0xff; }));
}

TEST_CASE("a wiped secret is gone", "[crypto]")
{
    std::array<std::uint8_t, 4> bytes{1, 2, 3, 4};
    crypto::wipe(bytes);
    CHECK(bytes == std::array<std::uint8_t, 4>{});

    std::string text = "a passphrase long enough to stand on the heap";
    crypto::wipe(text);
    CHECK(text.empty());
    text.resize(text.capacity());
    CHECK(text.find_first_not_of('\0') == std::string::npos);
}
