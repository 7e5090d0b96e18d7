#pragma once

#include "base/bytes.h"

namespace ikrar::base {

/// RFC 4648 section 4: standard alphabet, padded.
[[nodiscard]] std::string toBase64(BytesView bytes);
/// Exactly what toBase64 writes: padding present, unused bits zero, no white space. Errors:
/// Malformed, NotCanonical.
[[nodiscard]] Result<Bytes> fromBase64(std::string_view text);

} // namespace ikrar::base
