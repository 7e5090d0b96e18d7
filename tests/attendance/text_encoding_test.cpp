#include "attendance/text_encoding.h"

#include <catch2/catch.hpp>

namespace ikrar::tests {

using attendance::decodeText;
using attendance::TextEncoding;
using namespace std::string_literals;

namespace {

void checkText(const std::string& bytes, TextEncoding encoding, const std::string& text)
{
    const auto decoded = decodeText(base::asBytes(bytes));
    REQUIRE(decoded);
    CHECK(decoded->encoding == encoding);
    CHECK(decoded->text == text);
}

} // namespace

TEST_CASE(
    "a text file is UTF-8 or UTF-16 by its mark, else UTF-8, else Windows-1252", "[attendance]")
{
    checkText("José", TextEncoding::Utf8, "José");
    checkText("\xef\xbb\xbfJosé", TextEncoding::Utf8Bom, "José");
    checkText("\xff\xfeJ\0\xe9\0\x20\x20"s, TextEncoding::Utf16Le, "Jé\u2020");
    checkText("\xfe\xff\0J\0\xe9\x20\x20"s, TextEncoding::Utf16Be, "Jé\u2020");
    checkText("\xff\xfe\x3d\xd8\x00\xde"s, TextEncoding::Utf16Le, "\U0001f600");
    // 80, 91 and 92 are where Windows-1252 and Latin-1 part.
    checkText("Jos\xe9 \x80 \x91\x92", TextEncoding::Windows1252, "José € \u2018\u2019");
}

TEST_CASE("what is no text is no text", "[attendance]")
{
    for (const std::string& bytes : {"a\0b"s, "\xff\xfe\x41"s, "\xff\xfe\x3d\xd8\x41\x00"s,
             "\xff\xfe\x00\x00"s, "\xef\xbb\xbf\xc3"s, "\xe9\x81"s}) {
        INFO(base::toHex(base::asBytes(bytes)));
        const auto decoded = decodeText(base::asBytes(bytes));
        REQUIRE_FALSE(decoded);
        CHECK(decoded.error().kind == Error::Kind::Malformed);
    }
}

} // namespace ikrar::tests
