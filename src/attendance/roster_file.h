#pragma once

#include "attendance/roster_columns.h"
#include "attendance/table_file.h"
#include "base/file.h"
#include "ledger/roster.h"

#include <string>
#include <vector>

namespace ikrar::attendance {

/// One thing to mend in a roster file.
struct RosterProblem {
    std::size_t row = 0; ///< from 1, as a spreadsheet numbers it
    std::string what; ///< one sentence: what is wrong, and what to do

    friend bool operator==(const RosterProblem&, const RosterProblem&) = default;
};

struct RosterOptions {
    std::string sheet; ///< of a workbook; empty: the first that is not hidden
    /// Of people for whom neither a column nor the number tells.
    std::optional<pledge::Category> category;
    pledge::Language language = pledge::Language::English; ///< of problems and errors
    ReadingProgress progress;
};

/// A roster file as read: people to import, or problems; nothing is to be imported by half.
struct RosterImport {
    TableFile file;
    std::size_t headerRow = 0;
    std::vector<RosterColumn> columns; ///< those with a header, from the left
    std::vector<ledger::RosterRow> rows; ///< the sound ones; all of them when there is no problem
    std::vector<std::size_t> numbers; ///< of the row in the file, beside `rows`
    std::vector<RosterProblem> problems; ///< by row; the first 1,000
    std::size_t problemCount = 0; ///< all of them
    std::size_t problemRows = 0; ///< rows that have some
    std::size_t repeatedRows = 0; ///< of them, those of a person whom an earlier row has
};

constexpr std::size_t maxRosterProblems = 1000;

/// Reads who is expected at `ceremony`. The header is found by its names (RosterColumns) within the
/// first 20 rows; a unit is an id, a Kemendagri code or a name that one unit alone has; the
/// category is that of its column, else that of the NIP, else the option's. Numbers are text: a NIP
/// or NIK that a spreadsheet kept as a number is a problem, since its last digits are lost. Two
/// rows of one person are a problem of the second. Errors (the whole file): those of readTable;
/// Invalid without a header or without people.
[[nodiscard]] Result<RosterImport> readRoster(
    BytesView file, const pledge::Ceremony& ceremony, const RosterOptions& options = {});
/// The same from a disk. Errors: those of readFile too.
[[nodiscard]] Result<RosterImport> readRosterFile(
    const base::Path& path, const pledge::Ceremony& ceremony, const RosterOptions& options = {});

/// The header and one example row, as spreadsheets of an Indonesian system open it: semicolons,
/// UTF-8 with BOM, CRLF.
[[nodiscard]] std::string rosterTemplate();

} // namespace ikrar::attendance
