#pragma once

#include "print/slip.h"
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

/// The code is of level M where the paper holds it, else L, with as many cosignatures as fit.
/// Errors: TooLarge (no code holds it on this paper).
[[nodiscard]] Result<Slip> slipOf(const ReceiptSlip& receipt, Paper paper);

} // namespace ikrar::print
