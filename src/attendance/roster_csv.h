#pragma once

#include "ledger/roster.h"

#include <string>
#include <vector>

namespace ikrar::attendance {

/// One thing to mend in a roster file.
struct RosterProblem {
    std::size_t line = 0; ///< of the file, from 1
    std::string what; ///< one sentence: what is wrong, and what to do

    friend bool operator==(const RosterProblem&, const RosterProblem&) = default;
};

/// A roster file as read: rows to import, or problems; nothing is imported by half.
struct RosterImport {
    std::vector<ledger::RosterRow> rows; ///< all of them when there is no problem
    std::vector<RosterProblem> problems; ///< by line; the first 1,000
};

constexpr std::size_t maxRosterFile = std::size_t{64} * 1024 * 1024;
constexpr std::size_t maxRosterProblems = 1000;

/// CSV (RFC 4180) in UTF-8, with or without BOM, separated by commas, semicolons or tabs, with
/// exactly the columns `nama,kategori,jenis_nomor,nomor,unit,jabatan,pangkat`. kategori and
/// jenis_nomor are the codes of pledge; unit is an id or a name that one unit alone has. Two rows
/// of one person are a problem of the second. A person without a number has jenis_nomor `nama` and
/// no nomor. Errors: Invalid for what is no such file at all, TooLarge.
[[nodiscard]] Result<RosterImport> parseRosterCsv(BytesView file, const pledge::Ceremony& ceremony,
    pledge::Language language = pledge::Language::English);

/// The header and one example row, as a spreadsheet opens it: UTF-8 with BOM, CRLF.
[[nodiscard]] std::string rosterTemplate();

} // namespace ikrar::attendance
