#pragma once

#include "attendance/delivery.h"
#include "attendance/paper_facts.h"
#include "ledger/roster.h"

namespace ikrar::attendance {

struct SheetsOptions : PaperOptions {
    HeldSession session;
    bool rehearsal = false;
    std::string series; ///< 8 Crockford digits of sheetSeries(): this printing's own
};

/// A new printing's name: random, so that no two sheets on one table share an id, whoever printed
/// them.
[[nodiscard]] std::string sheetSeries();
/// What the QR of a row holds (pledge::qrText), numbers from 1.
[[nodiscard]] std::string sheetRowText(const std::string& series, int sheet, std::size_t row);

/// *Lembar tanda tangan basah* as a PDF, landscape: numbered rows with number, name, NIP,
/// signature and observer, each row with its QR, for when no kiosk works. Errors: as writePaper.
/// `people` (by unit) are printed into the rows, each unit from a new sheet on; a few rows stay
/// free at the end of each unit.
[[nodiscard]] Result<void> writeSignatureSheets(Sink& sink, const pledge::Ceremony& ceremony,
    const std::vector<ledger::RosterRow>& people, const SheetsOptions& options);
/// `sheets` sheets with free rows only.
[[nodiscard]] Result<void> writeBlankSheets(
    Sink& sink, const pledge::Ceremony& ceremony, int sheets, const SheetsOptions& options);

} // namespace ikrar::attendance
