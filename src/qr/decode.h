#pragma once

#include "base/bytes.h"

#include <string>

namespace ikrar::qr {

/// An 8-bit luminance plane, not owned. `pixelStride` is 2 for YUYV.
struct Luminance {
    const std::uint8_t* data = nullptr;
    int width = 0;
    int height = 0;
    int rowStride = 0; ///< bytes, at least width * pixelStride but for the last pixel's padding
    int pixelStride = 1; ///< bytes
};

/// Pixels of the largest picture that is looked at: 8,192 x 8,192.
constexpr std::size_t maxPixels = std::size_t{1} << 26U;

/// How long to look: a frame of a camera is followed by another, a photograph is not.
enum class Effort : std::uint8_t { Frame, Photograph };

/// The bytes of the one QR symbol found, exactly as encoded; no character set is guessed. Safe in
/// any thread. Errors: Missing where none is seen, Invalid where several
/// disagree or strides do not fit the width, TooLarge over maxPixels.
[[nodiscard]] Result<std::string> decode(
    const Luminance& plane, Effort effort = Effort::Photograph);

/// The same of a PNG file's bytes, transparency read as white paper. Errors: Malformed for what is
/// no PNG, and those of decode; the size is judged before any pixel is read.
[[nodiscard]] Result<std::string> decodePng(BytesView png);

} // namespace ikrar::qr
