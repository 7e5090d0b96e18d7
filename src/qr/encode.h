#pragma once

#include "base/result.h"
#include "qr/matrix.h"

#include <string_view>

namespace ikrar::qr {

/// Error correction: L on the screen, M on paper where it fits.
enum class Level : std::uint8_t { L, M };

/// The densest symbol that phones are asked to read.
constexpr int maxVersion = 22;

/// A receipt's text as mixed segments: what stands before the last `#` alphanumeric where it can be
/// (else bytes), `#` as a byte segment (QR's alphanumeric set lacks it), the digits after it
/// numeric. Text without `#` is one segment of the densest mode that holds it. The smallest version
/// that fits is taken. Requires versionLimit in 1..40. Errors: TooLarge over `versionLimit`,
/// Invalid for an empty text.
[[nodiscard]] Result<Matrix> encode(
    std::string_view text, Level level, int versionLimit = maxVersion);

} // namespace ikrar::qr
