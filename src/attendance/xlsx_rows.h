#pragma once

#include "attendance/table.h"
#include "base/bytes.h"
#include "pledge/identity.h"

namespace ikrar::attendance {

/// The worksheets of a workbook.
struct XlsxSheets {
    std::string read; ///< name of the sheet that was read
    std::vector<std::string> visible; ///< names of all that a spreadsheet shows
};

constexpr std::size_t maxXlsxColumns = 256; ///< what stands right of them is left out

/// Reads a sheet of an XLSX workbook (ECMA-376 part 1, transitional or strict), row by row; rows
/// without cells are left out. `sheet` empty: the first that is not hidden. Errors, each one
/// sentence that says what to do: Missing for a sheet of another name, TooLarge for more than 256
/// MiB unpacked, 4,000,000 strings or 10,000,000 cells, Malformed for what is no workbook.
[[nodiscard]] Result<XlsxSheets> readXlsx(BytesView file, const std::string& sheet,
    pledge::Language language, const TakeRow& take, const ReadingProgress& progress = {});

} // namespace ikrar::attendance
