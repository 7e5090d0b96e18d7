#pragma once

#include "base/bytes.h"

#include <string>

namespace ikrar::qr {

/// An 8-bit luminance plane, not owned. `pixelStride` is 2 for YUYV.
struct Luminance {
    const std::uint8_t* data = nullptr;
    int width = 0;
    int height = 0;
    int rowStride = 0; ///< bytes
    int pixelStride = 1; ///< bytes
};

/// The bytes of the one QR symbol found, exactly as encoded. Errors: Missing where none is seen or several disagree.
[[nodiscard]] Result<std::string> decode(const Luminance& plane);

} // namespace ikrar::qr
