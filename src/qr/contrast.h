#pragma once

#include "qr/decode.h"

#include <cstdint>
#include <vector>

namespace ikrar::qr {

/// A plane of one byte a pixel, without padding.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;

    [[nodiscard]] Luminance view() const { return {pixels.data(), width, height, width, 1}; }
};

/// Half as wide and half as high, each pixel the mean of four: noise and the dots of a screen
/// average out. Requires 2 x 2 pixels at least.
[[nodiscard]] Picture halved(const Luminance& plane);
/// Twice as wide and twice as high, the pixels between interpolated: modules of under two pixels.
[[nodiscard]] Picture doubled(const Luminance& plane);
/// How far each pixel is from the mean of the `2 * radius + 1` square about it, `gain` times, about
/// that mean: ink that has faded and dusk get back the contrast that a threshold needs, a shadow's
/// edge does not. Requires a radius of 1..127 and a positive gain.
[[nodiscard]] Picture withLocalContrast(const Luminance& plane, int radius, int gain);

} // namespace ikrar::qr
