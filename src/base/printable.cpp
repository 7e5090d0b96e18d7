#include "base/printable.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace ikrar::base {

namespace {

/// First and last code point of what no reader sees and needs three bytes or two in UTF-8: marks of
/// direction, separators of lines and paragraphs, embeddings, overrides and isolates.
using Range = std::pair<unsigned, unsigned>;
constexpr std::array<Range, 4> hidden{
    {{0x061C, 0x061C}, {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069}}};

std::string hexOf(std::uint8_t byte)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    return {digits[byte >> 4U], digits[byte & 15U]};
}

/// The bytes of the well-formed character that `text` begins with, 0 if none.
std::size_t characterAt(std::string_view text)
{
    constexpr std::size_t longest = 4;
    for (std::size_t size = 1; size <= std::min(longest, text.size()); ++size)
        if (isUtf8(text.substr(0, size)))
            return size;
    return 0;
}

/// The code point of one well-formed character of two bytes or more.
unsigned pointOf(std::string_view character)
{
    unsigned point = static_cast<std::uint8_t>(character.front()) & (0x7fU >> character.size());
    for (const char c : character.substr(1))
        point = point << 6U | (static_cast<std::uint8_t>(c) & 0x3fU);
    return point;
}

std::string seen(std::string_view character, Lines lines)
{
    const auto first = static_cast<std::uint8_t>(character.front());
    if (character.size() == 1) {
        const bool acts
            = (first < 0x20 && !(first == '\n' && lines == Lines::Many)) || first == 0x7f;
        return acts ? "\\x" + hexOf(first) : std::string(character);
    }
    const unsigned point = pointOf(character);
    // U+0080 to U+009F: a terminal takes U+009B as it does ESC [.
    const bool acts = point < 0xa0
        || std::any_of(hidden.begin(), hidden.end(),
            [point](const Range& range) { return point >= range.first && point <= range.second; });
    if (!acts)
        return std::string(character);
    return "\\u" + hexOf(static_cast<std::uint8_t>(point >> 8U))
        + hexOf(static_cast<std::uint8_t>(point));
}

} // namespace

std::string printable(std::string_view text, Lines lines)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t size = characterAt(text);
        if (size == 0)
            out += "\\x" + hexOf(static_cast<std::uint8_t>(text.front()));
        else
            out += seen(text.substr(0, size), lines);
        text.remove_prefix(std::max<std::size_t>(size, 1));
    }
    return out;
}

} // namespace ikrar::base
