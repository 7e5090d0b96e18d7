#pragma once

#include "base/bytes.h"

namespace ikrar::crypto {

/// What one guess costs (RFC 7914, section 2): 128 x N x r bytes of memory, and time by N x r x p.
struct ScryptCost {
    std::uint64_t n = 65536; ///< a power of two over 1
    std::uint32_t r = 8; ///< block size
    std::uint32_t p = 1; ///< parallelization

    friend bool operator==(const ScryptCost&, const ScryptCost&) = default;
};

/// More memory than this is refused: 256 MiB, four times that of the default cost.
constexpr std::uint64_t maxScryptMemory = std::uint64_t{256} * 1024 * 1024;

/// `length` bytes from a password (RFC 7914). Errors: Invalid for a cost that the RFC does not
/// allow or that needs more than maxScryptMemory, and for a length of 0 or over 1024.
[[nodiscard]] Result<Bytes> scrypt(
    BytesView password, BytesView salt, const ScryptCost& cost, std::size_t length);

} // namespace ikrar::crypto
