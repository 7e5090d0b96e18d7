#include "base/base64.h"

#include <array>

namespace ikrar::base {

namespace {

constexpr std::string_view alphabet
    = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint32_t notInAlphabet = 64;

constexpr std::array<std::uint8_t, 256> valueOf = [] {
    std::array<std::uint8_t, 256> values{};
    values.fill(notInAlphabet);
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        values[static_cast<std::uint8_t>(alphabet[i])] = static_cast<std::uint8_t>(i);
    return values;
}();

/// `count` digits (2, 3 or 4) as the high bits of a 24-bit group; a value of 2^24 or more when one
/// is no digit.
std::uint32_t groupOf(std::string_view digits)
{
    std::uint32_t group = 0;
    bool known = true;
    for (const char digit : digits) {
        const std::uint32_t value = valueOf[static_cast<std::uint8_t>(digit)];
        known = known && value != notInAlphabet;
        group = group << 6U | (value & 63U);
    }
    group <<= 6 * (4 - digits.size());
    return known ? group : 1U << 24U;
}

void appendGroup(Bytes& to, std::uint32_t group, std::size_t bytes)
{
    for (std::size_t i = 0; i < bytes; ++i)
        to.push_back(static_cast<std::uint8_t>(group >> (16 - 8 * i)));
}

} // namespace

std::string toBase64(BytesView bytes)
{
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (; !bytes.empty(); bytes = bytes.subspan(std::min<std::size_t>(3, bytes.size()))) {
        const std::size_t have = std::min<std::size_t>(3, bytes.size());
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < have; ++i)
            group |= static_cast<std::uint32_t>(bytes[i]) << (16 - 8 * i);
        for (std::size_t i = 0; i < 4; ++i)
            text += i <= have ? alphabet[group >> (18 - 6 * i) & 63U] : '=';
    }
    return text;
}

Result<Bytes> fromBase64(std::string_view text)
{
    if (text.size() % 4 != 0)
        return fail(Error::Kind::Malformed, "base64 without its padding");
    Bytes bytes;
    bytes.reserve(text.size() / 4 * 3);
    for (; !text.empty(); text.remove_prefix(4)) {
        std::size_t digits = 4;
        if (text.size() == 4 && text.ends_with("=="))
            digits = 2;
        else if (text.size() == 4 && text.ends_with('='))
            digits = 3;
        const std::uint32_t group = groupOf(text.substr(0, digits));
        if (group >> 24U != 0)
            return fail(Error::Kind::Malformed, "a character that is not base64");
        const std::size_t have = digits - 1;
        if ((group & ((1U << (8 * (3 - have))) - 1)) != 0)
            return fail(Error::Kind::NotCanonical, "base64 with unused bits that are not zero");
        appendGroup(bytes, group, have);
    }
    return bytes;
}

} // namespace ikrar::base
