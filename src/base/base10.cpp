#include "base/base10.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace ikrar::base {

namespace {

constexpr std::size_t chunkBytes = 7;
/// Digits of a chunk of 0..7 bytes.
constexpr std::array<std::size_t, chunkBytes + 1> digitsOf{0, 3, 5, 8, 10, 13, 15, 17};
constexpr std::size_t chunkDigits = digitsOf[chunkBytes];

Result<void> appendChunk(Bytes& to, std::string_view digits)
{
    const auto* const count = std::ranges::find(digitsOf, digits.size());
    if (count == digitsOf.end())
        return fail(Error::Kind::Malformed, "a number of digits that no bytes have");
    std::uint64_t value = 0;
    const char* const end = digits.data() + digits.size();
    if (const auto [stop, error] = std::from_chars(digits.data(), end, value);
        error != std::errc{} || stop != end)
        return fail(Error::Kind::Malformed, "a character that is no digit");
    const auto bytes = static_cast<std::size_t>(count - digitsOf.begin());
    if (value >> (8 * bytes) != 0)
        return fail(Error::Kind::Malformed, "digits over the value of their bytes");
    for (std::size_t i = 0; i < bytes; ++i)
        to.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
    return {};
}

} // namespace

std::string toBase10(BytesView bytes)
{
    std::string text;
    text.reserve((bytes.size() / chunkBytes + 1) * chunkDigits);
    while (!bytes.empty()) {
        const BytesView chunk = bytes.first(std::min(chunkBytes, bytes.size()));
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < chunk.size(); ++i)
            value |= static_cast<std::uint64_t>(chunk[i]) << (8 * i);
        const std::string digits = std::to_string(value);
        text.append(digitsOf[chunk.size()] - digits.size(), '0').append(digits);
        bytes = bytes.subspan(chunk.size());
    }
    return text;
}

Result<Bytes> fromBase10(std::string_view digits)
{
    Bytes bytes;
    bytes.reserve(digits.size() / chunkDigits * chunkBytes + chunkBytes);
    while (!digits.empty()) {
        const std::string_view chunk = digits.substr(0, chunkDigits);
        if (auto done = appendChunk(bytes, chunk); !done)
            return tl::unexpected(done.error());
        digits.remove_prefix(chunk.size());
    }
    return bytes;
}

} // namespace ikrar::base
