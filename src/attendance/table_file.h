#pragma once

#include "attendance/table.h"
#include "attendance/text_encoding.h"
#include "pledge/identity.h"

namespace ikrar::attendance {

constexpr std::size_t maxTableFile = std::size_t{64} * 1024 * 1024;
/// The header stands within these first rows; a letterhead may stand above it.
constexpr std::size_t maxHeaderRow = 20;

struct TableOptions {
    std::string sheet; ///< of a workbook; empty: the first that is not hidden
    pledge::Language language = pledge::Language::English; ///< of the errors
    /// How many columns of this row are headers that the reader knows. The separator of a CSV file
    /// is the one that makes most of them.
    std::function<std::size_t(const TableRow&)> knownHeaders;
    ReadingProgress progress;
};

/// What a file turned out to be.
struct TableFile {
    enum class Format : std::uint8_t { Csv, Xlsx };
    Format format{};
    char separator = 0; ///< `;`, `,` or tab
    TextEncoding encoding{};
    std::string sheet; ///< the sheet that was read
    std::vector<std::string> sheets; ///< all that are not hidden

    /// `CSV, semicolons, Windows-1252`; `XLSX, sheet 'Pegawai'`.
    [[nodiscard]] std::string describe() const;
};

/// Reads the rows of CSV (`;`, `,` or tab; decodeText) or of one sheet of XLSX, told by the bytes
/// and never by the name. Errors, each one sentence that says what to do: Invalid for another kind
/// of file, named where it is known (.xls, .ods, .xlsb, PDF, HTML), or without rows; Missing for a
/// sheet that is not there; Malformed, TooLarge.
[[nodiscard]] Result<TableFile> readTable(
    BytesView file, const TableOptions& options, const TakeRow& take);

} // namespace ikrar::attendance
