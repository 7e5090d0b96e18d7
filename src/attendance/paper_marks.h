#pragma once

#include "base/bytes.h"
#include "qr/encode.h"

#include <QRectF>

#include <optional>

class QPainter;

namespace ikrar::attendance {

/// A signer's strokes as lines, within `cell` (dots), centred: as large as they were written, or
/// smaller where the cell is. False when `ink` holds no stroke, or is no ink.
bool paintInk(QPainter& painter, const QRectF& cell, BytesView bytes);

/// Level M where that fits, else L, at most qr::maxVersion; errors as qr::encode.
[[nodiscard]] Result<qr::Matrix> paperQr(std::string_view text);
/// A checkpoint's note as the kiosk's *Ringkasan log* shows it, for the same readers: without its
/// last cosignatures where they do not fit. Errors: Malformed; TooLarge.
[[nodiscard]] Result<qr::Matrix> checkpointQr(std::string_view text);
/// With its quiet zone, modules of `module` dots.
[[nodiscard]] double qrSide(const qr::Matrix& matrix, double module);
void paintQr(QPainter& painter, const qr::Matrix& matrix, double x, double y, double module);

} // namespace ikrar::attendance
