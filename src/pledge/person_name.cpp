#include "pledge/person_name.h"

#include <utf8proc.h>

#include <array>
#include <cassert>
#include <vector>

namespace ikrar::pledge {

namespace {

using CodePoint = utf8proc_int32_t;

constexpr CodePoint sharpS = 0xDF; // utf8proc maps it to U+1E9E, everybody else to SS

bool isSpace(CodePoint c)
{
    return c == '\t' || utf8proc_category(c) == UTF8PROC_CATEGORY_ZS;
}

bool isLetter(utf8proc_category_t category)
{
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool isVisible(utf8proc_category_t category)
{
    return category != UTF8PROC_CATEGORY_CN && category != UTF8PROC_CATEGORY_ZL
        && category != UTF8PROC_CATEGORY_ZP && category < UTF8PROC_CATEGORY_CC;
}

/// The upper case of `c`, or nothing where a name may not hold it.
std::optional<CodePoint> upperCase(CodePoint c)
{
    if (c == sharpS || !isVisible(utf8proc_category(c)))
        return std::nullopt;
    const CodePoint upper = utf8proc_toupper(c);
    const auto category = utf8proc_category(upper);
    if (category == UTF8PROC_CATEGORY_LL || category == UTF8PROC_CATEGORY_LT)
        return std::nullopt;
    return upper;
}

void appendUtf8(std::string& to, CodePoint c)
{
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto size = utf8proc_encode_char(c, bytes.data());
    for (utf8proc_ssize_t i = 0; i < size; ++i)
        to += static_cast<char>(bytes.at(static_cast<std::size_t>(i)));
}

/// Composes in place (NFC).
void compose(std::vector<CodePoint>& points)
{
    std::string text;
    for (const CodePoint c : points)
        appendUtf8(text, c);
    // A character decomposes to at most 4 in NFD; one slot more is needed by the library's own
    // terminator.
    points.resize(points.size() * 4 + 1);
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(
        text.data()); // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast)
    constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    auto size = utf8proc_decompose(bytes, static_cast<utf8proc_ssize_t>(text.size()), points.data(),
        static_cast<utf8proc_ssize_t>(points.size()), options);
    assert(size >= 0 && static_cast<std::size_t>(size) <= points.size());
    size = utf8proc_normalize_utf32(points.data(), size, options);
    assert(size >= 0);
    points.resize(static_cast<std::size_t>(size));
}

struct Words {
    std::vector<CodePoint> points;
    bool refused = false; ///< the character after `points` may not stand in a name
};

/// Upper case, single spaces, none in front or behind; up to the first character that may not stand
/// in a name.
Words upperWords(std::string_view typed)
{
    Words words;
    bool pendingSpace = false;
    const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(
        typed.data()); // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast)
    auto left = static_cast<utf8proc_ssize_t>(typed.size());
    while (left > 0) {
        CodePoint c = 0;
        const auto length = utf8proc_iterate(at, left, &c);
        if (length > 0 && isSpace(c)) {
            pendingSpace = !words.points.empty();
        } else {
            const auto upper = length > 0 ? upperCase(c) : std::nullopt;
            if (!upper)
                return Words{std::move(words.points), true};
            if (pendingSpace)
                words.points.push_back(' ');
            pendingSpace = false;
            words.points.push_back(*upper);
        }
        at += length;
        left -= length;
    }
    return words;
}

} // namespace

NormalName normalName(std::string_view typed)
{
    auto [points, refused] = upperWords(typed);
    if (!points.empty())
        compose(points);

    NormalName name;
    for (const CodePoint c : points) {
        name.hasLetter = name.hasLetter || isLetter(utf8proc_category(c));
        appendUtf8(name.text, c);
    }
    name.characters = points.size();
    if (refused)
        name.refused = points.size();
    return name;
}

} // namespace ikrar::pledge
