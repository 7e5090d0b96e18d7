#pragma once

#include "qr/decode.h"
#include "qr/matrix.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace ikrar::qr {

/// What stands between a receipt and the camera that reads it.
enum class Damage : std::uint8_t {
    None, ///< flat, sharp, well lit
    Small, ///< held far away: 1.5 to 2.3 pixels a module
    Blurred, ///< out of focus, or moved
    Tilted, ///< turned any way, up to 45 degrees out of the plane
    Creased, ///< paper that was folded, light falling differently on each side
    Dimmed, ///< dusk: little contrast, much noise
    Screen, ///< photographed off a screen, whose dots beat with the camera's (moiré)
    Thermal, ///< a faded slip: grey dots, dead dots of the head, yellow paper
    Together, ///< tilt, blur and noise at once, and the blocks of a camera's JPEG
    Empty, ///< no receipt: cloth, a hand, printed lines
};
constexpr std::array<Damage, 10> allDamages{Damage::None, Damage::Small, Damage::Blurred,
    Damage::Tilted, Damage::Creased, Damage::Dimmed, Damage::Screen, Damage::Thermal,
    Damage::Together, Damage::Empty};
[[nodiscard]] const char* name(Damage damage);

/// A frame of a camera: 8 bits of luminance a pixel.
struct Frame {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;
    std::string text; ///< what the receipt in it says; empty for Empty

    [[nodiscard]] Luminance view() const { return {pixels.data(), width, height, width, 1}; }
};

/// Frame `number` of one kind, of `width` x `height`: the same bytes for the same arguments, on
/// every machine with IEEE arithmetic. Two seeds share no frame: tune on one, report on another.
[[nodiscard]] Frame degradedFrame(
    Damage damage, std::uint64_t seed, int number, int width = 1280, int height = 720);

/// The next frame of the same receipt, a thirtieth of a second later: the hand has moved, the noise
/// is another.
[[nodiscard]] Frame laterFrame(
    Damage damage, std::uint64_t seed, int number, int later, int width = 1280, int height = 720);

} // namespace ikrar::qr
