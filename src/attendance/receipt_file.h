#pragma once

#include "base/file.h"
#include "tlog/policy.h"

namespace ikrar::attendance {

/// What a file that somebody handed in holds, as receipt text: a picture of a QR code, a text, or a
/// `.tlog-proof` file (which needs a policy). Errors: Missing, TooLarge over 64 KiB of text,
/// Malformed where no QR code is seen in a picture, Invalid for a tlog-proof without a policy.
[[nodiscard]] Result<std::string> readReceiptFile(
    const base::Path& path, const tlog::Policy* policy);

} // namespace ikrar::attendance
