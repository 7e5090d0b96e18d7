#pragma once

#include "pledge/entry.h"
#include "pledge/identity.h"

#include <optional>
#include <string>

namespace ikrar::audit {

/// One row of the attendance CSV, schema 1 (src/ledger/FORMAT.md), as it was read.
struct AttendanceRow {
    std::uint64_t index = 0;
    pledge::Identity identity;
    std::string name;
    pledge::Category category{};
    std::string unit;
    std::uint64_t session = 0;
    std::string time; ///< as it stands there
    pledge::Method method{};
    std::optional<pledge::Reason> voided;
};

/// A name has at most 256 bytes (ledger/person_check.cpp), twice as many where all of them are
/// quotes, whoever signs by name another 400; the other columns less than 300 together.
constexpr std::size_t maxAttendanceLine = 2048;

/// The header line, without CRLF.
[[nodiscard]] std::string attendanceHeaderLine();
/// Errors: Malformed with what is wrong, without any value of the row.
[[nodiscard]] Result<AttendanceRow> parseAttendanceRow(std::string_view line);
/// The line of a voided row as it was before that. Requires parseAttendanceRow to have read `line`
/// as one.
[[nodiscard]] std::string beforeVoiding(std::string_view line);

/// `2023-09-18T08:05:00+08:00` in Asia/Jakarta, Asia/Makassar or Asia/Jayapura.
[[nodiscard]] std::string rowTime(std::int64_t seconds, std::string_view timeZone);

/// As the row writes them.
[[nodiscard]] std::string_view methodWord(pledge::Method method);
[[nodiscard]] std::string_view reasonWord(pledge::Reason reason);

} // namespace ikrar::audit
