#pragma once

#include "attendance/delivery.h"
#include "attendance/signed_walk.h"

namespace ikrar::attendance {

/// The attendance list as spreadsheets of Indonesian offices open it: UTF-8 with BOM, CRLF, every
/// field quoted, a header row of peopleColumns and machineColumns, every signed entry with its
/// status, in this order. A cell that a spreadsheet would take for a formula begins with an
/// apostrophe. `separator`: `;`, `,` or a tab.
///
///     "No";"Nama";"NIP / NI PPPK / NIK";"Pangkat/Gol.";...
///     "1";"Siti Aminah, S.Pd.";"19860926 201505 1 001";"Penata (III/c)";...
///
/// The rows written. Errors: those of records and sink.
[[nodiscard]] Result<std::uint64_t> writePeopleCsv(
    const Records& records, Records::Order order, char separator, Sink& sink, const RowsDone& done);

/// The attendance table of design.md, schema 1 (ledger/attendance_table.h), whose table digest the
/// `closed` entry holds: comma, CRLF, no BOM, raw digits, by index. Of several logs, one after the
/// other below one header. The rows written.
[[nodiscard]] Result<std::uint64_t> writeRawCsv(
    const Records& records, Sink& sink, const RowsDone& done);

/// Whether a spreadsheet might take a cell with this text for a formula or a command.
[[nodiscard]] bool looksLikeFormula(std::string_view text);

} // namespace ikrar::attendance
