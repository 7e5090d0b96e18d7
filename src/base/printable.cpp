#include "base/printable.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace ikrar::base {

namespace {

/// What UTF-8 needs more than one byte for and no reader sees.
struct Hidden {
    std::string_view utf8;
    std::string_view written;
};
constexpr std::array<Hidden, 14> hidden{{{"\u061C", "\\u061C"}, {"\u200E", "\\u200E"},
    {"\u200F", "\\u200F"}, {"\u2028", "\\u2028"}, {"\u2029", "\\u2029"}, {"\u202A", "\\u202A"},
    {"\u202B", "\\u202B"}, {"\u202C", "\\u202C"}, {"\u202D", "\\u202D"}, {"\u202E", "\\u202E"},
    {"\u2066", "\\u2066"}, {"\u2067", "\\u2067"}, {"\u2068", "\\u2068"}, {"\u2069", "\\u2069"}}};

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

std::string seen(std::string_view character, Lines lines)
{
    const auto first = static_cast<std::uint8_t>(character.front());
    if (character.size() == 1) {
        const bool acts
            = (first < 0x20 && !(first == '\n' && lines == Lines::Many)) || first == 0x7f;
        return acts ? "\\x" + hexOf(first) : std::string(character);
    }
    // U+0080 to U+009F: a terminal takes U+009B as it does ESC [.
    if (const auto second = static_cast<std::uint8_t>(character[1]); first == 0xc2 && second < 0xa0)
        return "\\u00" + hexOf(second);
    const auto* const found = std::find_if(hidden.begin(), hidden.end(),
        [character](const Hidden& one) { return one.utf8 == character; });
    return std::string(found == hidden.end() ? character : found->written);
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
