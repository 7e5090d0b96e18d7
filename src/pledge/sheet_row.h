#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace ikrar::pledge {

/// One row of a printed sheet for wet signatures, by the code beside it: the printing's series of 8
/// Crockford base32 digits, the sheet from 1 to 99999, the row from 1 to 999.
struct SheetRow {
    std::string series;
    unsigned sheet = 0;
    unsigned row = 0;

    friend bool operator==(const SheetRow&, const SheetRow&) = default;
};

constexpr std::size_t sheetSeriesDigits = 8;
/// Before the code in the QR, so that a scanner's other labels are told apart.
constexpr std::string_view sheetRowPrefix = "IKRAR-LEMBAR:";

/// The normal form, as it is kept and shown: `K7M2Q9XA-002-08`.
[[nodiscard]] std::string code(const SheetRow& row);
/// What the QR of the row holds: `IKRAR-LEMBAR:K7M2Q9XA-002-08`.
[[nodiscard]] std::string qrText(const SheetRow& row);

/// Either form, scanned or typed: spaces around it, lower case, O for 0, I and L for 1, and numbers
/// without their leading zeros are taken. Errors: TooLarge over 64 bytes; Malformed, also for
/// another label's text.
[[nodiscard]] Result<SheetRow> parseSheetRow(std::string_view typed);

} // namespace ikrar::pledge
