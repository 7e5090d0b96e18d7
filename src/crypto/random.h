#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace ikrar::crypto {

/// Fills `out` from OpenSSL's private generator. A generator that fails ends the process: nothing
/// here may go on with predictable bytes.
void fillRandom(std::span<std::uint8_t> out);

template <std::size_t Size>
[[nodiscard]] std::array<std::uint8_t, Size> randomBytes()
{
    std::array<std::uint8_t, Size> bytes{};
    fillRandom(bytes);
    return bytes;
}

} // namespace ikrar::crypto
