#pragma once

#include "attendance/paper_pages.h"
#include "attendance/records.h"

namespace ikrar::attendance {

/// A log's origin, key and head as people compare them, and beside it the signed checkpoint as a
/// QR for the auditor's screen; on one page.
void paintLogHead(Pages& pages, const LogRecord& log, double indent);

/// In groups, so that two people compare it by reading aloud.
[[nodiscard]] QString grouped(const QString& text, int size);

} // namespace ikrar::attendance
