#include "base/base64.h"

#include <catch2/catch.hpp>

#include <array>

using namespace ikrar;
using base::asBytes;
using base::fromBase64;
using base::toBase64;

namespace {

struct Pair {
    std::string_view plain, coded;
};

/// RFC 4648 section 10.
constexpr std::array<Pair, 7> rfcPairs{{
    {"", ""},
    {"f", "Zg=="},
    {"fo", "Zm8="},
    {"foo", "Zm9v"},
    {"foob", "Zm9vYg=="},
    {"fooba", "Zm9vYmE="},
    {"foobar", "Zm9vYmFy"},
}};

} // namespace

TEST_CASE("base64 is that of RFC 4648", "[base]")
{
    for (const auto& [plain, coded] : rfcPairs) {
        CHECK(toBase64(asBytes(plain)) == coded);
        CHECK(fromBase64(coded) == base::copy(asBytes(plain)));
    }
    CHECK(toBase64(Bytes{0xfb, 0xff, 0xbf}) == "+/+/");
    CHECK(fromBase64("+/+/") == Bytes{0xfb, 0xff, 0xbf});
}

TEST_CASE("every byte at every place in its group survives base64", "[base]")
{
    for (unsigned byte = 0; byte <= 0xff; ++byte) {
        for (std::size_t length = 1; length <= 4; ++length) {
            Bytes bytes(length, 0x5a);
            bytes.back() = static_cast<std::uint8_t>(byte);
            CHECK(fromBase64(toBase64(bytes)) == bytes);
        }
    }
}

TEST_CASE("base64 with another spelling of the same bytes is refused", "[base]")
{
    const auto* const text = GENERATE("Zh==", "Zi==", "Z/==", "Zm9=", "Zm+=", "Zm9vZh==");
    CAPTURE(text);
    const auto bytes = fromBase64(text);
    REQUIRE_FALSE(bytes);
    CHECK(bytes.error().kind == Error::Kind::NotCanonical);
}

TEST_CASE("text that is not padded base64 is refused", "[base]")
{
    const auto* const text = GENERATE("Z", "Zg", "Zg=", "Zg===", "=",
        "====", "Z===", "=Zg=", "Zg=a", "Zg==Zg==", "Zm8=Zg==", "Zm9v\n", "Zm9vYg==\n", "\nZm9v",
        " Zm9", "Zm 9v===", "Zm-v", "Zm_v", "Zm9\xff", "Zm*v");
    CAPTURE(text);
    const auto bytes = fromBase64(text);
    REQUIRE_FALSE(bytes);
    CHECK(bytes.error().kind == Error::Kind::Malformed);
}

TEST_CASE("a NUL is no base64", "[base]")
{
    CHECK_FALSE(fromBase64(std::string_view("Zm9\0", 4)));
}

TEST_CASE("no character outside of the alphabet is base64", "[base]")
{
    constexpr std::string_view alphabet
        = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int code = 0; code <= 0xff; ++code) {
        const auto character = static_cast<char>(code);
        CAPTURE(code);
        const bool known = alphabet.find(character) != std::string_view::npos;
        CHECK(fromBase64(std::string{character, 'A', 'A', 'A'}).has_value() == known);
    }
}
