#pragma once

#include <QDate>
#include <QString>

#include <cstdint>
#include <string>

namespace ikrar::attendance {

/// Dates and times as Indonesian letters write them, in the zone of the ceremony and never of the
/// machine.

/// A date of a ceremony file; null for an empty one.
[[nodiscard]] QDate dayOf(const std::string& isoDate);
/// The day of Unix seconds in one of the three zones of Indonesia.
[[nodiscard]] QDate dayAt(std::int64_t seconds, const std::string& timeZone);

/// `18 September 2023`.
[[nodiscard]] QString dateText(QDate date);
/// `Senin, 18 September 2023`.
[[nodiscard]] QString fullDateText(QDate date);
/// `Senin tanggal delapan belas bulan September tahun dua ribu dua puluh tiga`.
[[nodiscard]] QString dateInWords(QDate date);

/// `WIB`, `WITA` or `WIT`.
[[nodiscard]] QString zoneName(const std::string& timeZone);
/// `08.05 WITA` of `08:05`; empty for an empty time.
[[nodiscard]] QString timeText(const std::string& time, const std::string& timeZone);
/// `18-09-2023` and `08.05 WITA` of Unix seconds.
[[nodiscard]] QString shortDateAt(std::int64_t seconds, const std::string& timeZone);
[[nodiscard]] QString timeAt(std::int64_t seconds, const std::string& timeZone);

} // namespace ikrar::attendance
