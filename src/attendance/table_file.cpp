#include "attendance/table_file.h"

#include "attendance/csv_rows.h"
#include "attendance/file_kind.h"
#include "attendance/wording.h"
#include "attendance/xlsx_rows.h"

#include <algorithm>
#include <array>

namespace ikrar::attendance {

namespace {

/// Most headers known in one of the first rows, when the text is read with this separator.
std::size_t headersWith(char separator, std::string_view text, const TableOptions& options)
{
    std::size_t most = 0;
    // What is no CSV with this separator has no header by it.
    static_cast<void>(readCsv(text, separator, options.language, [&](TableRow&& row) {
        most = std::max(most, options.knownHeaders(row));
        return row.number < maxHeaderRow;
    }));
    return most;
}

char separatorOf(std::string_view text, const TableOptions& options)
{
    constexpr std::array candidates{';', ',', '\t'};
    char best = candidates.front();
    std::size_t most = 0;
    for (const char candidate : candidates) {
        const std::size_t known = headersWith(candidate, text, options);
        if (known > most) {
            best = candidate;
            most = known;
        }
    }
    return best;
}

Result<TableFile> readText(BytesView bytes, const TableOptions& options, const TakeRow& take)
{
    auto decoded = decodeText(bytes);
    if (!decoded)
        return fail(Error::Kind::Invalid,
            said(options.language,
                "Ini bukan berkas teks atau lembar kerja yang dikenal; simpan sebagai .xlsx atau "
                "\"CSV UTF-8\".",
                "This is no text file and no spreadsheet that is known here; save it as .xlsx or "
                "\"CSV UTF-8\"."));
    TableFile file;
    file.format = TableFile::Format::Csv;
    file.encoding = decoded->encoding;
    file.separator = separatorOf(decoded->text, options);
    return readCsv(decoded->text, file.separator, options.language, take, options.progress)
        .map([&] { return file; });
}

Result<TableFile> readWorkbook(BytesView bytes, const TableOptions& options, const TakeRow& take)
{
    return readXlsx(bytes, options.sheet, options.language, take, options.progress)
        .map([](XlsxSheets&& sheets) {
            TableFile file;
            file.format = TableFile::Format::Xlsx;
            file.sheet = std::move(sheets.read);
            file.sheets = std::move(sheets.visible);
            return file;
        });
}

} // namespace

std::string TableFile::describe() const
{
    if (format == Format::Xlsx)
        return "XLSX, sheet '" + sheet + "'";
    const char* between = separator == ';' ? "semicolons" : separator == ',' ? "commas" : "tabs";
    return std::string("CSV, ") + between + ", " + std::string(name(encoding));
}

Result<TableFile> readTable(BytesView file, const TableOptions& options, const TakeRow& take)
{
    if (file.size() > maxTableFile)
        return fail(Error::Kind::TooLarge,
            said(options.language, "Berkas ini lebih besar dari 64 MiB; bagi menjadi beberapa.",
                "This file is larger than 64 MiB; divide it into several."));
    const auto kind = tableKindOf(file, options.language);
    if (!kind)
        return tl::unexpected(kind.error());
    return *kind == TableKind::Text ? readText(file, options, take)
                                    : readWorkbook(file, options, take);
}

} // namespace ikrar::attendance
