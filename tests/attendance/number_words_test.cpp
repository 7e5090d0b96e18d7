#include "attendance/number_words.h"

#include <catch2/catch.hpp>

#include <map>
#include <set>
#include <sstream>

namespace ikrar::tests {

using attendance::inFigures;
using attendance::inWords;

namespace {

/// What Indonesian words say, read by the rules of a reader and not of a writer.
std::uint64_t readBack(const std::string& words)
{
    static const std::map<std::string, std::uint64_t> units{{"nol", 0}, {"satu", 1}, {"dua", 2},
        {"tiga", 3}, {"empat", 4}, {"lima", 5}, {"enam", 6}, {"tujuh", 7}, {"delapan", 8},
        {"sembilan", 9}};
    static const std::map<std::string, std::uint64_t> thousands{{"ribu", 1'000},
        {"juta", 1'000'000}, {"miliar", 1'000'000'000}, {"triliun", 1'000'000'000'000},
        {"kuadriliun", 1'000'000'000'000'000}};
    std::uint64_t total = 0;
    std::uint64_t group = 0; // of three digits
    std::uint64_t pending = 0;
    std::istringstream stream(words);
    for (std::string word; stream >> word;) {
        if (word.starts_with("se") && word != "sembilan") {
            word.erase(0, 2);
            pending = 1;
        }
        if (const auto unit = units.find(word); unit != units.end()) {
            pending = unit->second;
        } else if (word == "belas") {
            group += 10 + std::exchange(pending, 0);
        } else if (word == "puluh") {
            group += 10 * std::exchange(pending, 0);
        } else if (word == "ratus") {
            group += 100 * std::exchange(pending, 0);
        } else {
            total += (std::exchange(group, 0) + std::exchange(pending, 0)) * thousands.at(word);
        }
    }
    return total + group + pending;
}

} // namespace

TEST_CASE("a number is spelled as letters spell it", "[attendance]")
{
    const std::map<std::uint64_t, std::string> spelled{{0, "nol"}, {1, "satu"}, {10, "sepuluh"},
        {11, "sebelas"}, {12, "dua belas"}, {19, "sembilan belas"}, {20, "dua puluh"},
        {21, "dua puluh satu"}, {99, "sembilan puluh sembilan"}, {100, "seratus"},
        {101, "seratus satu"}, {111, "seratus sebelas"}, {200, "dua ratus"}, {1'000, "seribu"},
        {1'001, "seribu satu"}, {1'100, "seribu seratus"}, {2'000, "dua ribu"},
        {1'845, "seribu delapan ratus empat puluh lima"}, {2'023, "dua ribu dua puluh tiga"},
        {10'000, "sepuluh ribu"}, {11'000, "sebelas ribu"}, {21'000, "dua puluh satu ribu"},
        {100'000, "seratus ribu"}, {101'000, "seratus satu ribu"}, {1'000'000, "satu juta"},
        {1'001'000, "satu juta seribu"}, {1'000'000'000, "satu miliar"},
        {1'000'000'000'000, "satu triliun"}, {1'000'000'000'000'000, "satu kuadriliun"}};
    for (const auto& [number, words] : spelled)
        CHECK(inWords(number) == words);
}

TEST_CASE("what is spelled reads back as the number, and no two numbers share their words",
    "[attendance]")
{
    std::set<std::string> seen;
    for (std::uint64_t number = 0; number <= 120'000; ++number) {
        const std::string words = inWords(number);
        if (readBack(words) != number || !seen.insert(words).second)
            FAIL(number << ": " << words);
    }
    for (std::uint64_t number = 7; number <= 1'000'000'000'000'000; number = number * 3 + 11)
        CHECK(readBack(inWords(number)) == number);
    CHECK(readBack(inWords(999'999'999'999'999)) == 999'999'999'999'999);
}

TEST_CASE("figures are grouped with dots", "[attendance]")
{
    CHECK(inFigures(0) == "0");
    CHECK(inFigures(999) == "999");
    CHECK(inFigures(1'000) == "1.000");
    CHECK(inFigures(100'000) == "100.000");
    CHECK(inFigures(1'234'567) == "1.234.567");
}

} // namespace ikrar::tests
