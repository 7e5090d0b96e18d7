#pragma once

#include "attendance/records.h"

#include <array>

namespace ikrar::attendance {

/// What cells of lists say of a record, in the words of Indonesian offices. Every text is UTF-8.

/// The columns that people read, in their order; the same in CSV and XLSX.
constexpr std::array<std::string_view, 8> peopleColumns{"No", "Nama", "NIP / NI PPPK / NIK",
    "Pangkat/Gol.", "Jabatan", "Unit kerja", "Waktu", "Keterangan"};
/// The columns for machines that follow them: schema 1, to which later ones only append.
constexpr std::array<std::string_view, 16> machineColumns{"kategori", "kode_wilayah", "edition",
    "kiosk_id", "log_index", "record_hash", "time_iso", "time_zone", "method", "status", "reason",
    "jenis_nomor", "unit_id", "session", "receipt_code", "time_trust"};

/// The number as people write it (`19860926 201505 1 001`), so that no spreadsheet makes a number
/// of it; empty for who is known by name alone.
[[nodiscard]] std::string numberCell(const pledge::Identity& identity);
/// The name of a unit; its id where the ceremony has no such unit.
[[nodiscard]] std::string unitCell(const pledge::Ceremony& ceremony, const std::string& unit);
/// `18-09-2023 08.05 WITA` of Unix seconds.
[[nodiscard]] std::string timeCell(std::int64_t seconds, const std::string& timeZone);
/// Why a row is not like the others, parted by semicolons; empty for most.
[[nodiscard]] std::string remarksCell(const SignedRecord& record);
/// *Sakit: surat dokter*, *Tanpa keterangan*.
[[nodiscard]] std::string absenceCell(const std::optional<ledger::Absence>& stated);

/// What a receipt shows of itself: kiosk and number (`kios-01/1764`). Two logs may have one kiosk
/// id: the leaf's hash tells every entry apart.
[[nodiscard]] std::string receiptCode(const SignedRecord& record);
/// `synchronised`, `operator` or `unknown`; empty where the row was made before it was kept.
[[nodiscard]] std::string_view clockTrustCode(const SignedRecord& record);
/// `sah`, `ganda` or `dibatalkan`.
[[nodiscard]] std::string_view statusCode(const SignedRecord& record);

using MachineCells = std::array<std::string, machineColumns.size()>;
[[nodiscard]] MachineCells machineCells(
    const SignedRecord& record, const pledge::Ceremony& ceremony);

/// `Senin, 18 September 2023` of a date of the ceremony file; empty for one that is not filled in.
[[nodiscard]] std::string longDate(const std::string& isoDate);
/// `WIB`, `WITA` or `WIT`.
[[nodiscard]] std::string_view zoneName(const std::string& timeZone);

} // namespace ikrar::attendance
