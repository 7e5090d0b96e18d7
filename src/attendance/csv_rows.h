#pragma once

#include "base/bytes.h"

#include <functional>

namespace ikrar::attendance {

/// One row of a CSV file.
struct CsvRow {
    std::size_t line = 0; ///< from 1, that of its first field
    std::vector<std::string> fields;
};

/// Reads CSV (RFC 4180, strict about quotes) through libcsv, row by row; blank lines are no rows,
/// space around unquoted fields is dropped. `take` returns false to stop. Errors: Malformed with
/// the line for a stray or an open quote, TooLarge for a row of more than 64 KiB.
[[nodiscard]] Result<void> readCsv(
    std::string_view text, char separator, const std::function<bool(CsvRow&&)>& take);

} // namespace ikrar::attendance
