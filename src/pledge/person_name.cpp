#include "pledge/person_name.h"

#include "base/bytes.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <vector>

namespace ikrar::pledge {

namespace {

using CodePoint = utf8proc_int32_t;

constexpr CodePoint sharpS = 0xDF; // utf8proc maps it to U+1E9E, everybody else to SS

constexpr std::size_t longestDecomposition = 4; // of one character, in NFD

const utf8proc_uint8_t* bytesOf(std::string_view text)
{
    return base::asBytes(text).data();
}

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

/// The only upper case that a code point of a decomposed text can have, if it is one.
std::optional<CodePoint> upperCase(CodePoint c)
{
    if (c == sharpS)
        return std::nullopt;
    const CodePoint upper = utf8proc_toupper(c);
    const auto category = utf8proc_category(upper);
    if (category == UTF8PROC_CATEGORY_LL || category == UTF8PROC_CATEGORY_LT)
        return std::nullopt;
    return upper;
}

bool mayStandInName(CodePoint c)
{
    if (!isVisible(utf8proc_category(c)))
        return false;
    std::array<CodePoint, longestDecomposition> parts{};
    int unused = 0;
    const auto count = utf8proc_decompose_char(
        c, parts.data(), static_cast<utf8proc_ssize_t>(parts.size()), UTF8PROC_DECOMPOSE, &unused);
    assert(count > 0 && static_cast<std::size_t>(count) <= parts.size());
    return std::all_of(
        parts.begin(), parts.begin() + count, [](CodePoint part) { return upperCase(part); });
}

void appendUtf8(std::string& to, CodePoint c)
{
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto size = utf8proc_encode_char(c, bytes.data());
    for (utf8proc_ssize_t i = 0; i < size; ++i)
        to += static_cast<char>(bytes.at(static_cast<std::size_t>(i)));
}

enum class Form { Decomposed, Composed };

/// NFD or NFC of `text`, which is UTF-8.
std::vector<CodePoint> normalized(std::string_view text, Form form)
{
    const auto options = static_cast<utf8proc_option_t>(
        UTF8PROC_STABLE | (form == Form::Composed ? UTF8PROC_COMPOSE : UTF8PROC_DECOMPOSE));
    std::vector<CodePoint> points(text.size() * longestDecomposition + 1);
    auto size = utf8proc_decompose(bytesOf(text), static_cast<utf8proc_ssize_t>(text.size()),
        points.data(), static_cast<utf8proc_ssize_t>(points.size()), options);
    assert(size >= 0 && static_cast<std::size_t>(size) <= points.size());
    size = utf8proc_normalize_utf32(points.data(), size, options);
    assert(size >= 0);
    points.resize(static_cast<std::size_t>(size));
    return points;
}

struct Words {
    std::string text;
    bool refused = false; ///< the character after `text` may not stand in a name
};

/// Single spaces, none in front or behind; up to the first character that may not stand in a name.
Words singleSpaced(std::string_view typed)
{
    Words words;
    bool pendingSpace = false;
    while (!typed.empty()) {
        CodePoint c = 0;
        const auto length
            = utf8proc_iterate(bytesOf(typed), static_cast<utf8proc_ssize_t>(typed.size()), &c);
        if (length > 0 && isSpace(c)) {
            pendingSpace = !words.text.empty();
        } else {
            words.refused = length <= 0 || !mayStandInName(c);
            if (words.refused)
                break;
            if (pendingSpace)
                words.text += ' ';
            pendingSpace = false;
            appendUtf8(words.text, c);
        }
        typed.remove_prefix(static_cast<std::size_t>(length));
    }
    return words;
}

} // namespace

NormalName normalName(std::string_view typed)
{
    const auto [text, refused] = singleSpaced(typed);
    // Upper case between the two forms: a composed letter may have none of one character where its
    // parts do (ǰ).
    std::string upper;
    for (const CodePoint c : normalized(text, Form::Decomposed))
        appendUtf8(upper, upperCase(c).value_or(c));

    NormalName name;
    for (const CodePoint c : normalized(upper, Form::Composed)) {
        name.hasLetter = name.hasLetter || isLetter(utf8proc_category(c));
        ++name.characters;
        appendUtf8(name.text, c);
    }
    if (refused)
        name.refused = name.characters;
    return name;
}

} // namespace ikrar::pledge
