#pragma once

#include "base/bytes.h"

namespace ikrar::base {

/// FIDO CTAP 2.2 section 11.5.1 ("hybrid" QR): little-endian chunks of 7 bytes to 17 digits,
/// zero-padded; a tail of 1..6 bytes to 3, 5, 8, 10, 13, 15 digits.
[[nodiscard]] std::string toBase10(BytesView bytes);
/// Errors: Malformed for a character that is no digit, a length that no byte count has, or a value
/// over its chunk.
[[nodiscard]] Result<Bytes> fromBase10(std::string_view digits);

} // namespace ikrar::base
