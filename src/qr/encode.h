#pragma once

#include "base/result.h"
#include "qr/matrix.h"

#include <string_view>

namespace ikrar::qr {

enum class Level : std::uint8_t { L, M };

constexpr int maxVersion = 22;

/// A receipt's text as mixed segments: what stands before `#` alphanumeric where it can be (else bytes), `#` as a
/// byte segment, the digits after it numeric. Text without `#` is one alphanumeric or byte segment.
/// Errors: TooLarge over `versionLimit`.
[[nodiscard]] Result<Matrix> encode(std::string_view text, Level level, int versionLimit = maxVersion);

} // namespace ikrar::qr
