#include "base/bytes.h"

#include <catch2/catch.hpp>

using namespace ikrar;

TEST_CASE("hexadecimal is written in lower case and read back", "[base]")
{
    const Bytes bytes{0x00, 0x7f, 0x80, 0xff};
    CHECK(base::toHex(bytes) == "007f80ff");
    CHECK(base::fromHex("007f80ff") == bytes);
    CHECK(base::fromHex("") == Bytes{});
}

TEST_CASE("hexadecimal in another spelling is refused", "[base]")
{
    const auto* const text = GENERATE("0", "000", "FF", "fg", " 0", "0x", "0-");
    const auto bytes = base::fromHex(text);
    REQUIRE_FALSE(bytes);
    CHECK(bytes.error().kind == Error::Kind::Malformed);
}

TEST_CASE("a decimal number has one spelling", "[base]")
{
    CHECK(base::parseDecimal("0") == 0U);
    CHECK(base::parseDecimal("10") == 10U);
    CHECK(base::parseDecimal("9223372036854775807") == 9223372036854775807U);

    const auto* const text = GENERATE("", "00", "01", "-0", "-1", "+1", " 1", "1 ", "1\n", "0x1",
        "1e3", "1.0", "9223372036854775808", "18446744073709551615", "18446744073709551616",
        "99999999999999999999999");
    CAPTURE(text);
    const auto number = base::parseDecimal(text);
    REQUIRE_FALSE(number);
    CHECK(number.error().kind == Error::Kind::Malformed);
}

TEST_CASE("views compare by content and append to their end", "[base]")
{
    Bytes bytes = base::copy(base::asBytes("ab"));
    base::append(bytes, base::asBytes("c"));
    CHECK(base::equal(bytes, base::asBytes("abc")));
    CHECK_FALSE(base::equal(bytes, base::asBytes("ab")));
    CHECK_FALSE(base::equal(bytes, base::asBytes("abd")));
    CHECK(base::asText(bytes) == "abc");
}
