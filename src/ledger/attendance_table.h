#pragma once

#include "ledger/register.h"

#include <string>
#include <string_view>

namespace ikrar::ledger {

/// The header of the attendance CSV, schema 1, as it is written (FORMAT.md beside this file).
[[nodiscard]] std::string attendanceHeader();

/// One row without CRLF. `timeZone` is the ceremony's.
[[nodiscard]] std::string attendanceRow(const RegisterRow& row, const std::string& timeZone);
/// The digest of a row in the table as the `closed` entry at `closedAt` sealed it, which saw no
/// later voiding; without one, as it stands.
[[nodiscard]] crypto::Hash attendanceDigest(
    const KeyedRow& keyed, std::optional<std::uint64_t> closedAt, const std::string& timeZone);

/// As the table writes them: `kiosk`, `assisted`, `wet-ink`; `wrong-person`, `duplicate`, ...
[[nodiscard]] std::string_view methodCode(pledge::Method method);
[[nodiscard]] std::string_view reasonCode(pledge::Reason reason);

/// `2023-09-18T08:05:00+08:00` in one of the three zones of Indonesia, which know no summer time.
[[nodiscard]] std::string localTime(std::int64_t seconds, const std::string& timeZone);
/// Unix seconds of the midnight that the day begins with there. Errors: Invalid for a text that is
/// no date such as `2026-01-31`.
[[nodiscard]] Result<std::int64_t> startOfDay(
    const std::string& isoDate, const std::string& timeZone);

} // namespace ikrar::ledger
