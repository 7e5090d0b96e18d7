#pragma once

#include "base/bytes.h"
#include "qr/matrix.h"

#include <string>

namespace ikrar::qr {

/// Grey PNG of 8 bits with the quiet zone, `scale` pixels a module. Requires scale in 1..64.
[[nodiscard]] Bytes toPng(const Matrix& matrix, int scale);
/// SVG 1.1 with the quiet zone: one path on white, one user unit a module.
[[nodiscard]] std::string toSvg(const Matrix& matrix);

} // namespace ikrar::qr
