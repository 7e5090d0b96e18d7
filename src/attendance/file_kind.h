#pragma once

#include "base/bytes.h"
#include "pledge/identity.h"

#include <optional>

namespace ikrar::attendance {

enum class TableKind : std::uint8_t { Text, Workbook };

/// Whether a file may be CSV text or an XLSX workbook, by its first bytes and, in a ZIP, by its
/// members. Errors: Invalid, a sentence that names what it is instead and says what to do: the old
/// .xls, a workbook with a password, .xlsb, .ods, a web page or XML under a spreadsheet's name,
/// PDF, a picture, nothing.
[[nodiscard]] Result<TableKind> tableKindOf(BytesView file, pledge::Language language);

} // namespace ikrar::attendance
