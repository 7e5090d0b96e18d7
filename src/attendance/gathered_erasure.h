#pragma once

#include "attendance/gathering.h"
#include "ledger/erasure.h"

#include <variant>

namespace ikrar::attendance {

/// Everybody who signed before this day, which begins at midnight where each ceremony is held.
struct SignedBeforeDay {
    std::string date; ///< `2026-01-31`
};
/// Whose personal data goes from the store that kiosks were merged into.
using GatheredErasureOf = std::variant<pledge::Identity, SignedBeforeDay>;

/// What an erasure takes, or took. Holds no personal data, so that it can be kept and shown.
struct GatheredErased {
    struct Log {
        std::string origin;
        std::uint64_t size = 0; ///< entries, of which none is changed
        crypto::Hash root;
        std::vector<std::uint64_t> entries; ///< indices that no row explains any more
    };
    std::vector<Log> logs; ///< those with such entries, by origin
    std::uint64_t people = 0; ///< rows of rosters
    std::uint64_t helped = 0; ///< rows of others that named the person as a helper
    std::vector<ledger::WrittenCopy> copies; ///< out of its reach
    /// Another process still reads old pages of the file, in which the data can be found: the same
    /// erasure has to be repeated.
    bool held = false;

    [[nodiscard]] std::uint64_t entries() const;
};

/// What an erasure would take. Errors: Invalid for a date that is none; the database's.
[[nodiscard]] Result<GatheredErased> lookErasure(
    const Gathering& gathering, const GatheredErasureOf& whose);

/// Deletes what ties people to entries, and leaves a tombstone for each, which every later merge
/// obeys; then has the engine overwrite or free what they stood in. A person's row of the roster
/// and absence go too, and come back with a kiosk whose own roster still has them; of a day, the
/// whole roster and all absences of ceremonies none of whose logs went on after it began. Errors:
/// as lookErasure.
[[nodiscard]] Result<GatheredErased> erase(
    const Gathering& gathering, const GatheredErasureOf& whose, std::int64_t now);

/// An entry whose row is erased.
struct GatheredTombstone {
    std::uint64_t log = 0;
    std::uint64_t index = 0;
    Bytes digest; ///< of the row in the attendance table
    std::int64_t time = 0; ///< of the erasure, Unix seconds
};
/// Puts each in the place of all that the store holds of its entry's signer. Within the caller's
/// transaction, after which Gathering::scrub is due.
[[nodiscard]] Result<void> bury(
    const Gathering& gathering, const std::vector<GatheredTombstone>& tombstones);

} // namespace ikrar::attendance
