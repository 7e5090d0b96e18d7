#include "base/printable.h"

#include <catch2/catch.hpp>

using ikrar::base::Lines;
using ikrar::base::printable;

TEST_CASE("what people read stays as it is", "[base]")
{
    const std::string text = "Ikrar Netralitas \u2014 \u0627\u0644\u0639\u0631\u0628\u064A\u0629, "
                             "100\u00A0% \U0001F58A\uFE0F a\u200Db \\x";
    CHECK(printable(text) == text);
    CHECK(printable("").empty());
    CHECK(printable("one\ntwo", Lines::Many) == "one\ntwo");
}

TEST_CASE("what would act on a terminal or turn a line around is written out", "[base]")
{
    using namespace std::string_literals;
    CHECK(printable("a\x1B[2Jb") == "a\\x1B[2Jb");
    CHECK(printable("a\0b\tc\rd\x7F"s, Lines::Many) == "a\\x00b\\x09c\\x0Dd\\x7F");
    CHECK(printable("one\ntwo") == "one\\x0Atwo");
    CHECK(printable("\u009B2J\u0080\u009F\u00A0") == "\\u009B2J\\u0080\\u009F\u00A0");
    CHECK(printable("\u202Egnp.exe\u202C \u2066\u2069\u200E\u200F\u061C")
        == "\\u202Egnp.exe\\u202C \\u2066\\u2069\\u200E\\u200F\\u061C");
    CHECK(printable("\u2028\u2029", Lines::Many) == "\\u2028\\u2029");
}

TEST_CASE("bytes that are no UTF-8 are written out one by one", "[base]")
{
    CHECK(printable("a\x9B\x32J") == "a\\x9B2J");
    CHECK(printable("\xC0\xAF\xED\xA0\x80\xF0\x9F") == "\\xC0\\xAF\\xED\\xA0\\x80\\xF0\\x9F");
    CHECK(printable("\xC3") == "\\xC3");
    CHECK(printable("\xC3\xA9") == "\u00E9");
}
