#include "attendance/number_words.h"

#include <array>
#include <string_view>

namespace ikrar::attendance {

namespace {

constexpr std::array<std::string_view, 12> upToEleven{"nol", "satu", "dua", "tiga", "empat", "lima",
    "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"};

struct Power {
    std::uint64_t value;
    std::string_view name;
    bool one; ///< one of it is *se-* and the name
};

/// From the largest on: each takes what it divides off.
constexpr std::array powers{
    Power{1'000'000'000'000'000'000, "kuintiliun", false},
    Power{1'000'000'000'000'000, "kuadriliun", false},
    Power{1'000'000'000'000, "triliun", false},
    Power{1'000'000'000, "miliar", false},
    Power{1'000'000, "juta", false},
    Power{1'000, "ribu", true},
    Power{100, "ratus", true},
    Power{10, "puluh", true},
};

void append(std::string& words, std::string_view word)
{
    if (!words.empty())
        words += ' ';
    words += word;
}

std::string spelled(std::uint64_t number); // of zero: nothing

void appendPower(std::string& words, std::uint64_t count, const Power& power)
{
    if (count == 1 && power.one) {
        append(words, "se");
    } else {
        append(words, spelled(count));
        words += ' ';
    }
    words += power.name;
}

// NOLINTNEXTLINE(misc-no-recursion): the count before a power is smaller by that power
std::string spelled(std::uint64_t number)
{
    std::string words;
    for (const Power& power : powers) {
        if (number < power.value || number < upToEleven.size())
            continue;
        if (power.value == 10 && number < 20) {
            append(words, upToEleven.at(number - 10));
            return words + " belas";
        }
        // NOLINTNEXTLINE(clang-analyzer-core.DivideZero): no power is 0
        appendPower(words, number / power.value, power);
        number %= power.value;
    }
    if (number > 0)
        append(words, upToEleven.at(number));
    return words;
}

} // namespace

std::string inWords(std::uint64_t number)
{
    return number == 0 ? std::string(upToEleven.front()) : spelled(number);
}

std::string inFigures(std::uint64_t number)
{
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, 1, '.');
    }
    return digits;
}

} // namespace ikrar::attendance
