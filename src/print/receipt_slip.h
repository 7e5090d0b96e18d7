#pragma once

#include "base/file.h"
#include "receipt/receipt.h"

#include <string>

namespace ikrar::print {

/// A receipt on paper: its code, its number and when; no name and no number of a person.
struct ReceiptSlip {
    std::string title; ///< of the ceremony
    std::string organizer;
    std::uint64_t index = 0;
    std::string date; ///< `Senin, 18 September 2023`
    std::string time; ///< `08.05 WITA`
    std::string kiosk; ///< of the log's origin
    bool rehearsal = false; ///< says GLADI
    bool copy = false; ///< says SALINAN
    bool voided = false; ///< says DIBATALKAN
    receipt::Receipt receipt;
    std::string verifyUrl;
};

/// One page of A6: what every office printer takes, and cuts from A4. The code has modules of at
/// least 0.5 mm, level M where version 22 holds it, else L, with as many cosignatures as fit.
/// Requires a QGuiApplication. Errors: TooLarge (no code holds it); Io.
[[nodiscard]] Result<Bytes> pdfOf(const ReceiptSlip& slip);
/// The same as a file, whole or not at all. Errors: also those of the file layer.
[[nodiscard]] Result<void> savePdf(const ReceiptSlip& slip, const base::Path& path);

} // namespace ikrar::print
