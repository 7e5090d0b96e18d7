#pragma once

#include "base/bytes.h"

#include <vector>

namespace ikrar::pledge {

/// A point on the pad in 1/10 mm from its top left corner.
struct InkPoint {
    int x = 0;
    int y = 0;

    friend bool operator==(const InkPoint&, const InkPoint&) = default;
};
using Stroke = std::vector<InkPoint>;

/// Handwritten strokes without timing: FORMAT.md beside this file.
struct Ink {
    int width = 0; ///< of the pad, 1/10 mm
    int height = 0;
    std::vector<Stroke> strokes;

    friend bool operator==(const Ink&, const Ink&) = default;
};

constexpr std::size_t maxInkSize = 8000;
constexpr std::size_t maxInkStrokes = 500;
constexpr int maxPadSide = 10000; ///< 1 m

/// A point as the panel gave it, in millimetres.
struct RawPoint {
    double x = 0;
    double y = 0;
};

/// Resamples raw strokes at 0.5 mm of arc length, so that spacing carries no speed; first and last
/// points stay, a tap is one point, and points beyond the pad move to its edge. When the encoding
/// would pass maxInkSize, the step is doubled until it does not; of more than maxInkStrokes strokes
/// the longest are kept. Points that are no numbers are left out.
[[nodiscard]] Ink resample(
    double widthMm, double heightMm, const std::vector<std::vector<RawPoint>>& strokes);

/// Blank: no stroke. Trivial: what no hand means as a signature: asked about once, then accepted
/// with a flag. That is less than 8 mm of line (taps, a short line), or ink that stays within a
/// straight band (2 mm, or a 25th of its length). A careful short paraf is a signature, so is a
/// cross.
enum class InkJudgement : std::uint8_t { Blank, Trivial, Signature };
[[nodiscard]] InkJudgement judge(const Ink& ink);

/// Deterministic CBOR `[1, width, height, [stroke...]]`; no ink is `[1, 0, 0, []]`. Requires what
/// resample ensures: a pad of 1 to maxPadSide each way, 1 to maxInkStrokes strokes (none for no
/// ink), points on the pad and never two equal ones in a row, and a result of at most maxInkSize.
[[nodiscard]] Bytes encodeInk(const Ink& ink);
/// Accepts exactly what encodeInk writes. Errors: as decodeEntry.
[[nodiscard]] Result<Ink> decodeInk(BytesView bytes);

} // namespace ikrar::pledge
