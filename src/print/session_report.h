#pragma once

#include "print/slip.h"
#include "tlog/note.h"

#include <optional>
#include <string>

namespace ikrar::print {

/// What is read out before a session opens, in front of its witnesses (*laporan nol*), or after it
/// has ended: where the log stands, to be held against any later copy of it. Counts, and no person
/// but who answers for it.
struct SessionReport {
    std::string title; ///< of the ceremony
    std::string organizer;
    std::uint64_t session = 0; ///< its number
    std::string place;
    std::string date;
    std::string time;
    bool clockUnsure = false; ///< nobody has set or synchronised it
    std::string kiosk; ///< of the log's origin
    bool rehearsal = false;
    std::optional<std::uint64_t> signedEntries; ///< of the session; none: it has not begun
    std::uint64_t rosterCount = 0;
    std::string rosterDigest; ///< in groups
    std::uint64_t logSize = 0;
    std::string logHead; ///< the root, in groups
    tlog::Note checkpoint; ///< of that size
    std::string official; ///< name and post of who opens or has ended it
};

/// With the signed checkpoint as a code, which the auditor's screen takes as a log's head: without
/// its last cosignatures where the paper does not hold them. A page is one of A5 in any case: there
/// is more to it than to a receipt. Errors: TooLarge.
[[nodiscard]] Result<Slip> slipOf(const SessionReport& report, Paper paper);

} // namespace ikrar::print
