#pragma once

#include "attendance/table.h"
#include "pledge/identity.h"

#include <string_view>

namespace ikrar::attendance {

/// Reads CSV (RFC 4180, strict about quotes, any line end) in UTF-8 through libcsv, row by row;
/// blank lines are no rows but are counted, space around unquoted fields is dropped. All cells are
/// text. `take` returns false to stop. Errors: Malformed with the line for a stray or an open
/// quote, TooLarge for a row of more than 64 KiB.
[[nodiscard]] Result<void> readCsv(std::string_view text, char separator, pledge::Language language,
    const TakeRow& take, const ReadingProgress& progress = {});

} // namespace ikrar::attendance
