#pragma once

#include "attendance/delivery.h"
#include "attendance/paper_facts.h"
#include "attendance/signed_walk.h"

namespace ikrar::attendance {

struct SheetOptions : PaperOptions {
    Records::Order order = Records::Order::Unit; ///< Unit (grouped) or Arrival
    RowsDone done;
    bool annexes = false; ///< recap by unit, and who is absent, on pages of their own
};

/// The *daftar hadir* as a PDF, landscape: the signers with their ink, numbered as far as they
/// count (neither voided nor a person's second entry), then places for the signatures of those
/// named in the ceremony. Two walks over the records, which the caller holds; memory does not grow
/// with them. Errors: as writePaper, and those of the records.
[[nodiscard]] Result<void> writeAttendanceSheet(
    Sink& sink, const Records& records, const SheetOptions& options);

} // namespace ikrar::attendance
