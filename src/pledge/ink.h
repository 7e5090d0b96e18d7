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

/// A point as the panel gave it, in millimetres.
struct RawPoint {
    double x = 0;
    double y = 0;
};

/// Resamples raw strokes at 0.5 mm of arc length, so that spacing carries no speed; a tap stays one point. When the
/// encoding would pass maxInkSize, the step is doubled until it does not.
[[nodiscard]] Ink resample(double widthMm, double heightMm, const std::vector<std::vector<RawPoint>>& strokes);

/// Blank: no stroke. Trivial: what no hand means as a signature (a tap, a short or a straight line): asked about once,
/// then accepted with a flag.
enum class InkJudgement : std::uint8_t { Blank, Trivial, Signature };
[[nodiscard]] InkJudgement judge(const Ink& ink);

/// Deterministic CBOR `[1, width, height, [stroke...]]`; no ink is `[1, 0, 0, []]`. Requires the result to fit
/// maxInkSize, which resample ensures.
[[nodiscard]] Bytes encodeInk(const Ink& ink);
/// Errors: as decodeEntry.
[[nodiscard]] Result<Ink> decodeInk(BytesView bytes);

} // namespace ikrar::pledge
