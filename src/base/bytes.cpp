#include "base/bytes.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace ikrar::base {

namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";

} // namespace

BytesView asBytes(std::string_view text)
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): char may be read as bytes
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string_view asText(BytesView bytes)
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes may be read as char
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Bytes copy(BytesView bytes)
{
    return {bytes.begin(), bytes.end()};
}

void append(Bytes& to, BytesView bytes)
{
    to.insert(to.end(), bytes.begin(), bytes.end());
}

bool equal(BytesView a, BytesView b)
{
    return std::ranges::equal(a, b);
}

std::string toHex(BytesView bytes)
{
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const unsigned byte : bytes) {
        text += hexDigits[byte >> 4U];
        text += hexDigits[byte & 0x0fU];
    }
    return text;
}

Result<Bytes> fromHex(std::string_view text)
{
    if (text.size() % 2 != 0)
        return fail(Error::Kind::Malformed, "hexadecimal of an odd number of digits");
    Bytes bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const auto high = hexDigits.find(text[i]);
        const auto low = hexDigits.find(text[i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos)
            return fail(Error::Kind::Malformed, "not a lower-case hexadecimal digit");
        bytes.push_back(static_cast<std::uint8_t>(high << 4U | low));
    }
    return bytes;
}

Result<std::uint64_t> parseDecimal(std::string_view text)
{
    std::uint64_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    const bool leadingZero = text.size() > 1 && text.front() == '0';
    constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (error != std::errc{} || stop != end || leadingZero || value > largest)
        return fail(Error::Kind::Malformed, "not a decimal number below 2^63");
    return value;
}

} // namespace ikrar::base
