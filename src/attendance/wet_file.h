#pragma once

#include "base/bytes.h"
#include "pledge/identity.h"
#include "pledge/sheet_row.h"

#include <vector>

namespace ikrar::attendance {

/// One thing to mend in a file of wet signatures.
struct WetProblem {
    std::size_t row = 0; ///< from 1, as a spreadsheet numbers it
    std::string what; ///< one sentence: what is wrong, and what to do

    friend bool operator==(const WetProblem&, const WetProblem&) = default;
};

/// Who saw a wet signature made.
struct Observer {
    std::string name;
    std::string post; ///< may be empty

    friend bool operator==(const Observer&, const Observer&) = default;
};

/// One signature on paper, as a row of a file says it.
struct WetLine {
    std::size_t row = 0; ///< from 1, as a spreadsheet numbers it
    pledge::SheetRow sheet;
    pledge::Identity identity;
    std::string name; ///< to be held against the roster; may be empty
    Observer observer;
};

struct WetImport {
    std::vector<WetLine> lines; ///< the sound ones; all of them when there is no problem
    std::vector<WetProblem> problems; ///< by row; the first 1,000
};

constexpr std::size_t maxWetProblems = 1000;

/// CSV or XLSX (readTable), with a row of titles within the first 20 rows: the code of the sheet's
/// row (`Kode baris`), the number (PersonColumns), and, if there are, `Nama`, `Saksi` and `Jabatan
/// saksi`. Others are passed over, and so are empty rows. `observer` is that of rows which name
/// none. Two rows of one code or one person are a problem of the second. Errors: those of
/// readTable; Invalid where a column that must be there is not, or nothing stands below the titles.
[[nodiscard]] Result<WetImport> readWetSignatures(
    BytesView file, const Observer& observer, const std::string& sheet = {});

/// The titles and one example row, as spreadsheets of an Indonesian system open it: semicolons,
/// UTF-8 with BOM, CRLF.
[[nodiscard]] std::string wetTemplate();

} // namespace ikrar::attendance
