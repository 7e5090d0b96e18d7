#pragma once

#include "qr/encode.h"
#include "receipt/receipt.h"

namespace ikrar::receipt {

/// The receipt with as many of its cosignatures, from the first on, as a QR code of `level` and at
/// most `versionLimit` holds. Each has the same size, so how many fit does not depend on which.
/// Errors: TooLarge when not even the log's own signature fits.
[[nodiscard]] Result<Receipt> fitting(const Receipt& receipt, std::string_view verifyUrl,
    qr::Level level, int versionLimit = qr::maxVersion);

} // namespace ikrar::receipt
