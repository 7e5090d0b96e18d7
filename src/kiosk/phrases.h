#pragma once

#include "crypto/hash.h"
#include "pledge/ceremony.h"
#include "pledge/identity.h"

#include <QString>

#include <chrono>

namespace ikrar::kiosk {

/// Dates, times and sentences of the ceremony's facts as people read them.

/// *belum diisi*.
[[nodiscard]] QString notFilledIn(pledge::Language language);
/// `18 September 2023` of `2023-09-18`, with `Senin, ` before it when `weekday`; notFilledIn of an
/// empty date.
[[nodiscard]] QString dateText(const std::string& date, bool weekday, pledge::Language language);
/// `WIB`, `WITA` or `WIT`.
[[nodiscard]] QString zoneName(const std::string& timeZone);
/// `Senin, 18 September 2023` of Unix seconds, in the zone of the ceremony and never of the device.
[[nodiscard]] QString dateAt(
    std::int64_t seconds, const std::string& timeZone, pledge::Language language);
/// The day there.
[[nodiscard]] std::chrono::year_month_day dayAt(std::int64_t seconds, const std::string& timeZone);
/// `08.05 WITA`; `08:05 WITA` in English.
[[nodiscard]] QString timeAt(
    std::int64_t seconds, const std::string& timeZone, pledge::Language language);
/// One line that names every field of a legal instrument, or says that it is not filled in.
[[nodiscard]] QString instrumentText(
    const pledge::Instrument& instrument, pledge::Language language);
/// `name, post`, or the one of them that is given.
[[nodiscard]] QString personText(const pledge::Person& person);
/// `NIP / NI PPPK`, `NIK`, ...; empty for nama.
[[nodiscard]] QString kindLabel(pledge::IdentityKind kind);
/// Of one number, which is `NIP` or `NI PPPK`; else as kindLabel.
[[nodiscard]] QString numberLabel(const pledge::Identity& identity);

/// A name as far as whoever typed `typed` knows it: words typed, titles (a dot in them) and words
/// of one or two letters whole, of the others the initial: `Drs. H. P••• Contoh S•••, M.Si.`
[[nodiscard]] QString guardedName(const QString& name, const QString& typed);

/// A hash in base64, in groups of four: two people compare it by reading aloud.
[[nodiscard]] QString hashText(const crypto::Hash& hash);

/// The same as other programs print it: 64 hex digits, in groups of eight.
[[nodiscard]] QString digestText(const crypto::Hash& hash);

/// What was typed into a field, fit for the register: one line, at most 256 bytes of UTF-8.
[[nodiscard]] QString oneLine(const QString& typed);

} // namespace ikrar::kiosk
