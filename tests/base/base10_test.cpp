#include "base/base10.h"

#include <catch2/catch.hpp>

#include <array>

using namespace ikrar;
using base::fromBase10;
using base::toBase10;

namespace {

/// Digits of a tail of 0..7 bytes (CTAP 2.2).
constexpr std::array<std::size_t, 8> tailDigits{0, 3, 5, 8, 10, 13, 15, 17};

} // namespace

TEST_CASE("bytes become little-endian chunks of digits, zero-padded", "[base]")
{
    CHECK(toBase10({}).empty());
    CHECK(toBase10(Bytes{0}) == "000");
    CHECK(toBase10(Bytes{255}) == "255");
    CHECK(toBase10(Bytes{1, 0}) == "00001");
    CHECK(toBase10(Bytes{0, 1}) == "00256");
    CHECK(toBase10(Bytes{1, 2, 3}) == "00197121");
    CHECK(toBase10(Bytes(7, 0xff)) == "72057594037927935");
    CHECK(
        toBase10(Bytes{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x07}) == "72057594037927935007");
}

TEST_CASE("bytes of every length come back, at their lowest and at their highest value", "[base]")
{
    for (std::size_t length = 0; length <= 22; ++length) {
        for (const std::uint8_t byte : {std::uint8_t{0}, std::uint8_t{0xff}, std::uint8_t{0x9c}}) {
            const Bytes bytes(length, byte);
            const std::string digits = toBase10(bytes);
            CHECK(digits.size() == length / 7 * 17 + tailDigits.at(length % 7));
            CHECK(fromBase10(digits) == bytes);
        }
    }
}

TEST_CASE("a number of digits that no bytes have is refused", "[base]")
{
    for (std::size_t length = 0; length <= 2 * 17 + 1; ++length) {
        const std::size_t tail = length % 17;
        const bool known
            = std::find(tailDigits.begin(), tailDigits.end(), tail) != tailDigits.end();
        CAPTURE(length);
        const auto bytes = fromBase10(std::string(length, '0'));
        CHECK(bytes.has_value() == known);
        if (!bytes)
            CHECK(bytes.error().kind == Error::Kind::Malformed);
    }
}

TEST_CASE("digits over the value of their bytes are refused", "[base]")
{
    const auto* const digits
        = GENERATE("256", "65536", "16777216", "4294967296", "1099511627776", "281474976710656",
            "72057594037927936", "999", "99999", "99999999", "9999999999", "9999999999999",
            "999999999999999", "99999999999999999", "00000000000000000256", "72057594037927936000");
    CAPTURE(digits);
    const auto bytes = fromBase10(digits);
    REQUIRE_FALSE(bytes);
    CHECK(bytes.error().kind == Error::Kind::Malformed);
}

TEST_CASE("a character that is no digit is refused wherever it stands", "[base]")
{
    for (std::size_t at = 0; at < 20; ++at) {
        for (const char character : {' ', '+', '-', '/', ':', 'a', '.', '\0', '\xd9'}) {
            std::string digits(20, '0');
            digits[at] = character;
            CAPTURE(at, static_cast<int>(character));
            CHECK_FALSE(fromBase10(digits));
        }
    }
}
