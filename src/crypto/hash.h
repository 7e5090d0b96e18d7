#pragma once

#include "base/bytes.h"

#include <array>
#include <compare>

namespace ikrar::crypto {

/// A SHA-256 digest. A type of its own, so that a list of hashes is never mistaken for a hash.
struct Hash {
    static constexpr std::size_t size = 32;

    std::array<std::uint8_t, size> bytes{};

    [[nodiscard]] BytesView view() const { return bytes; }
    /// Errors: Malformed unless `from` has 32 bytes.
    [[nodiscard]] static Result<Hash> fromBytes(BytesView from);

    // NOLINTNEXTLINE(modernize-use-nullptr): what clang-tidy 14 makes of a comparison with 0
    friend auto operator<=>(const Hash&, const Hash&) = default;
};

} // namespace ikrar::crypto
