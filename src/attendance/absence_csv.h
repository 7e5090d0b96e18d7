#pragma once

#include "base/bytes.h"
#include "ledger/absence.h"

namespace ikrar::attendance {

/// One thing to mend in a file of reasons.
struct AbsenceProblem {
    std::size_t line = 0; ///< of the file, from 1
    std::string what; ///< one sentence: what is wrong, and what to do
};

/// A file of reasons as read: what to state, or problems; nothing is stated by half.
struct AbsenceImport {
    std::vector<ledger::Absence> absences; ///< all of them when there is no problem
    std::vector<std::size_t> lines; ///< of each
    std::vector<AbsenceProblem> problems; ///< by line; the first 1,000
};

constexpr std::size_t maxAbsenceFile = std::size_t{16} * 1024 * 1024;

/// CSV (RFC 4180) in UTF-8, separated by semicolons, commas or tabs, with a header row. Columns by
/// their usual names: the number (`nomor`, `nip`, `nik`, ..., `NIP / NI PPPK / NIK`), the reason
/// (`alasan`, `keterangan`, `sebab`), and, if there are, its kind (`jenis_nomor`) and a note
/// (`catatan`). Others are passed over, and so are rows without a reason or with *tanpa
/// keterangan*. Without a kind, 18 digits are a NIP and 16 a NIK. What follows a colon after the
/// reason is the note, as lists of absentees write it. Two rows of one person are a problem of the
/// second. Errors: Invalid (no CSV in UTF-8, or a column that must be there is not), TooLarge.
[[nodiscard]] Result<AbsenceImport> parseAbsenceCsv(BytesView file);

} // namespace ikrar::attendance
