#pragma once

#include "attendance/letterhead.h"
#include "attendance/records.h"

namespace ikrar::attendance {

/// What all papers of one ceremony are told besides its records.
struct PaperOptions {
    Paper paper = Paper::A4;
    Letterhead letterhead;
    std::int64_t printedAt = 0; ///< Unix seconds
};

/// The unit's name; a village's with its district's, which other districts may have too.
[[nodiscard]] QString unitText(const pledge::Ceremony& ceremony, const std::string& id);
/// The number as people write it, its kind before it where the digits do not tell; `–` for who is
/// known by name alone. Never broken over two lines.
[[nodiscard]] QString numberText(const pledge::Identity& identity);

/// A session of the ceremony file, or nothing but a number for one that the file does not list.
struct HeldSession {
    std::uint64_t number = 0;
    pledge::Session session;
};
/// Those that any of the logs held; before any was, all that the file lists.
[[nodiscard]] std::vector<HeldSession> sessionsOf(
    const pledge::Ceremony& ceremony, const std::vector<LogRecord>& logs);
/// `Sesi 2: Kecamatan Galesong`; the name alone, or *Sesi 2*.
[[nodiscard]] QString sessionName(const HeldSession& held);
/// The one day of all of them; null when they have several, or one is not filled in.
[[nodiscard]] QDate onlyDay(const std::vector<HeldSession>& sessions);

/// A footer's *dicetak ...*.
[[nodiscard]] QString printedText(const PaperOptions& options, const pledge::Ceremony& ceremony);

[[nodiscard]] QString figures(std::uint64_t number);

} // namespace ikrar::attendance
