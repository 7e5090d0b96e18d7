#pragma once

#include "attendance/signed_walk.h"
#include "attendance/workbook.h"

namespace ikrar::attendance {

/// The attendance as a workbook to send on: the sheets *Hadir* (each person's first valid entry),
/// *Tidak Hadir*, *Rekap Unit*, *Ganda & Dibatalkan* and *Verifikasi* (the logs, their heads and
/// keys, and how to check). Columns are those of the CSV, the ones for machines folded away;
/// numbers of people are text, dates in titles are `Senin, 18 September 2023`.
///
/// Writes into `file`, which exists. The rows of signed entries written. Errors: those of records
/// and of Workbook.
[[nodiscard]] Result<std::uint64_t> writeXlsx(const Records& records, Records::Order order,
    SheetPaper paper, const base::Path& file, const RowsDone& done);

} // namespace ikrar::attendance
