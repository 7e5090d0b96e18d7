#pragma once

#include "base/bytes.h"
#include "qr/matrix.h"

#include <span>
#include <string>
#include <string_view>

namespace ikrar::qr {

/// A word below the symbol, drawn in modules: rows of one length, `#` is dark. Empty: none.
using Caption = std::span<const std::string_view>;

/// Grey PNG of 8 bits with the quiet zone, `scale` pixels a module; a caption stands below the
/// quiet zone with as much white under it, cut to the picture's width. Requires scale in 1..64.
[[nodiscard]] Bytes toPng(const Matrix& matrix, int scale, Caption caption = {});
/// SVG 1.1 with the quiet zone and the caption: one path on white, one user unit a module.
[[nodiscard]] std::string toSvg(const Matrix& matrix, Caption caption = {});

} // namespace ikrar::qr
