#pragma once

#include "base/bytes.h"
#include "ledger/absence.h"

namespace ikrar::attendance {

/// One thing to mend in a file of reasons.
struct AbsenceProblem {
    std::size_t row = 0; ///< from 1, as a spreadsheet numbers it
    std::string what; ///< one sentence: what is wrong, and what to do
};

/// A file of reasons as read: what to state, or problems; nothing is stated by half.
struct AbsenceImport {
    std::vector<ledger::Absence> absences; ///< all of them when there is no problem
    std::vector<std::size_t> rows; ///< of each
    std::vector<AbsenceProblem> problems; ///< by row; the first 1,000
};

/// CSV or XLSX (readTable), with a row of titles within the first 20 rows. Columns by their usual
/// names: the number (`nomor`, `nip`, `nik`, ..., `NIP / NI PPPK / NIK`), the reason (`alasan`,
/// `keterangan`, `sebab`), and, if there are, its kind (`jenis_nomor`) and a note (`catatan`).
/// Others are passed over, and so are rows without a reason or with *tanpa keterangan*. Without a
/// kind, 18 digits are a NIP and 16 a NIK. What follows a colon after the reason is the note, as
/// lists of absentees write it. A number that the spreadsheet has changed, and the second of two
/// rows of one person, are problems. Errors: those of readTable; Invalid where a column that must
/// be there is not.
[[nodiscard]] Result<AbsenceImport> readAbsences(BytesView file, const std::string& sheet = {});

} // namespace ikrar::attendance
