#include "base/utf8.h"

#include <catch2/catch.hpp>

#include <string>

using namespace ikrar;

namespace {

std::string encoded(char32_t code)
{
    const auto tail
        = [code](unsigned shift) { return static_cast<char>(0x80U | (code >> shift & 0x3fU)); };
    if (code < 0x80)
        return {static_cast<char>(code)};
    if (code < 0x800)
        return {static_cast<char>(0xc0U | code >> 6U), tail(0)};
    if (code < 0x10000)
        return {static_cast<char>(0xe0U | code >> 12U), tail(6), tail(0)};
    return {static_cast<char>(0xf0U | code >> 18U), tail(12), tail(6), tail(0)};
}

/// `code` in one byte more than it needs.
std::string overlong(char32_t code)
{
    const auto tail
        = [code](unsigned shift) { return static_cast<char>(0x80U | (code >> shift & 0x3fU)); };
    if (code < 0x80)
        return {static_cast<char>(0xc0U | code >> 6U), tail(0)};
    if (code < 0x800)
        return {static_cast<char>(0xe0U | code >> 12U), tail(6), tail(0)};
    return {static_cast<char>(0xf0U | code >> 18U), tail(12), tail(6), tail(0)};
}

} // namespace

TEST_CASE("every code point but the surrogates is UTF-8", "[base]")
{
    for (char32_t code = 0; code <= 0x1fffff; ++code) {
        const bool known = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
        if (base::isUtf8(encoded(code)) != known)
            FAIL("U+" << std::hex << static_cast<std::uint32_t>(code));
    }
}

TEST_CASE("an overlong form is not UTF-8", "[base]")
{
    for (char32_t code = 0; code <= 0xffff; ++code)
        if (base::isUtf8(overlong(code)))
            FAIL("U+" << std::hex << static_cast<std::uint32_t>(code));
}

TEST_CASE("a character cut short is not UTF-8, wherever it stands", "[base]")
{
    for (const char32_t code : {U'ü', U'水', U'𐅑'}) {
        const std::string whole = encoded(code);
        for (std::size_t length = 1; length < whole.size(); ++length) {
            const std::string cut = whole.substr(0, length);
            CHECK_FALSE(base::isUtf8(cut));
            CHECK_FALSE(base::isUtf8(cut + "a"));
            CHECK_FALSE(base::isUtf8("a" + cut + whole));
        }
        CHECK_FALSE(base::isUtf8(whole.substr(1)));
        CHECK(base::isUtf8("a" + whole + whole));
    }
}

TEST_CASE("bytes that begin no character are not UTF-8", "[base]")
{
    for (const char* text : {"\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xf5\x80\x80\x80",
             "\xf8\x88\x80\x80\x80", "\xfe", "\xff"})
        CHECK_FALSE(base::isUtf8(text));
}
