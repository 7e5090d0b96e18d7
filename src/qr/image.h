#pragma once

#include "base/bytes.h"
#include "qr/matrix.h"

#include <string>

namespace ikrar::qr {

/// Grey PNG with the quiet zone, `scale` pixels a module (1..64).
[[nodiscard]] Bytes toPng(const Matrix& matrix, int scale);
/// SVG 1.1 with the quiet zone, one path, one user unit a module.
[[nodiscard]] std::string toSvg(const Matrix& matrix);

} // namespace ikrar::qr
