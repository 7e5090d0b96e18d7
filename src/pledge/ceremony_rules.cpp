#include "pledge/ceremony_rules.h"

#include "pledge/names.h"

#include <algorithm>
#include <chrono>
#include <cstddef>

namespace ikrar::pledge {

namespace {

constexpr std::size_t maxShortCharacters = 120;
/// What an origin leaves for the domain: 255 less `/ikrar/`, two ids, a slash, a hyphen and 8
/// digits.
constexpr std::size_t maxDomain = 255 - 7 - 32 - 1 - 32 - 9;

/// Control characters of ASCII and of Latin-1, which UTF-8 writes as C2 80 to C2 9F.
bool isControl(unsigned char c, unsigned char before)
{
    return c < 0x20 || c == 0x7F || (before == 0xC2 && c < 0xA0);
}

/// U+2028 to U+202E and U+2066 to U+2069 end a line or turn the direction of what follows: the
/// screen would show other words, or another order of them, than the bytes that a signer's act
/// binds.
bool hasTurns(std::string_view text)
{
    constexpr std::string_view block = "\xE2\x80";
    constexpr std::string_view isolates = "\xE2\x81";
    for (std::size_t at = 0; at + 2 < text.size(); ++at) {
        const std::string_view lead = text.substr(at, 2);
        const auto last = static_cast<unsigned char>(text[at + 2]);
        if ((lead == block && last >= 0xA8 && last <= 0xAE)
            || (lead == isolates && last >= 0xA6 && last <= 0xA9))
            return true;
    }
    return false;
}

/// Of digits, with `form`'s other characters where they stand.
bool isOfForm(std::string_view text, std::string_view form)
{
    return text.size() == form.size()
        && std::equal(text.begin(), text.end(), form.begin(), [](char c, char expected) {
               return expected == '0' ? c >= '0' && c <= '9' : c == expected;
           });
}

unsigned numberIn(std::string_view digits)
{
    unsigned number = 0;
    for (const char digit : digits)
        number = number * 10 + static_cast<unsigned>(digit - '0');
    return number;
}

} // namespace

bool isCeremonyTimeZone(std::string_view text)
{
    return std::find(ceremonyTimeZones.begin(), ceremonyTimeZones.end(), text)
        != ceremonyTimeZones.end();
}

bool isCeremonyDomain(std::string_view text)
{
    return isHostName(text) && text.size() <= maxDomain;
}

bool isShortClause(std::string_view utf8)
{
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    })) <= maxShortCharacters;
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

bool isPlainText(std::string_view utf8, Lines lines)
{
    if (hasTurns(utf8))
        return false;
    unsigned char before = 0;
    for (const char each : utf8) {
        const auto c = static_cast<unsigned char>(each);
        if (isControl(c, before) && !(c == '\n' && lines == Lines::Many))
            return false;
        before = c;
    }
    return true;
}

bool isDate(std::string_view text)
{
    if (!isOfForm(text, "0000-00-00"))
        return false;
    const std::chrono::year_month_day day{
        std::chrono::year(static_cast<int>(numberIn(text.substr(0, 4)))),
        std::chrono::month(numberIn(text.substr(5, 2))),
        std::chrono::day(numberIn(text.substr(8, 2)))};
    return day.ok();
}

bool isTime(std::string_view text)
{
    return isOfForm(text, "00:00") && numberIn(text.substr(0, 2)) < 24
        && numberIn(text.substr(3, 2)) < 60;
}

} // namespace ikrar::pledge
