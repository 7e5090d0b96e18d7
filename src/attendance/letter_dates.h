#pragma once

#include <QDate>
#include <QString>

#include <string>

namespace ikrar::attendance {

/// Dates and times of the ceremony file as Indonesian letters write them; list_cells.h has those of
/// entries.

/// A date of a ceremony file; null for an empty one.
[[nodiscard]] QDate dayOf(const std::string& isoDate);
/// `18 September 2023`.
[[nodiscard]] QString dateText(QDate date);
/// `Senin tanggal delapan belas bulan September tahun dua ribu dua puluh tiga`.
[[nodiscard]] QString dateInWords(QDate date);

/// `08.05 WITA` of `08:05`; empty for an empty time.
[[nodiscard]] QString timeText(const std::string& time, const std::string& timeZone);

} // namespace ikrar::attendance
