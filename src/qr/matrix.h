#pragma once

#include <cstdint>
#include <vector>

namespace ikrar::qr {

/// A QR symbol without its quiet zone.
struct Matrix {
    int version = 0; ///< 1..40
    int size = 0; ///< modules a side: 4 * version + 17
    std::vector<bool> dark; ///< row by row

    [[nodiscard]] bool at(int x, int y) const
    {
        return dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(size)
            + static_cast<std::size_t>(x)];
    }
};

/// Modules of white that a symbol needs on each side.
constexpr int quietZone = 4;

} // namespace ikrar::qr
