#pragma once

#include "attendance/paper_pages.h"
#include "attendance/records.h"

namespace ikrar::attendance {

/// *Rekap per unit kerja* and *Daftar tidak hadir*, each from a new page on. Errors: those of the
/// records.
[[nodiscard]] Result<void> composeAnnexes(Pages& pages, const Records& records);

/// Present of expected: `92,5 %`; `–` where nobody was expected.
[[nodiscard]] QString percentText(std::uint64_t present, std::uint64_t expected);

} // namespace ikrar::attendance
