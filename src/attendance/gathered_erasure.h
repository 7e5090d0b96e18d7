#pragma once

#include "attendance/gathering.h"
#include "ledger/erasure.h"

#include <optional>
#include <variant>

namespace ikrar::attendance {

/// Everybody of the ceremonies that were over before this day, which begins at midnight where each
/// is held. Over is a ceremony of whose sessions one was held and none is planned for that day or
/// later, and none of whose logs has an entry from then on.
struct OverBeforeDay {
    std::string date; ///< `2026-01-31`
};
/// Whose personal data goes from the store that kiosks were merged into.
using GatheredErasureOf = std::variant<pledge::Identity, OverBeforeDay>;

/// What an erasure takes, or took. Holds no personal data, so that it can be kept and shown.
struct GatheredErased {
    struct Log {
        std::string origin;
        std::uint64_t size = 0; ///< entries, of which none is changed
        crypto::Hash root;
        std::vector<std::uint64_t> entries; ///< indices that no row explains any more
    };
    std::vector<std::string> ceremonies; ///< ids of those that are erased whole
    std::vector<Log> logs; ///< those with such entries, by origin
    std::string timeZone; ///< of the ceremony of the first of them; empty without any
    std::uint64_t people = 0; ///< rows of rosters
    std::uint64_t helped = 0; ///< rows of others that named the person as a helper
    std::vector<ledger::WrittenCopy> copies; ///< out of its reach
    /// Why old pages may still hold the data: the same erasure has to be repeated.
    std::optional<Error> held;

    [[nodiscard]] std::uint64_t entries() const;
};

/// What an erasure would take. Errors: Invalid for a date that is none; the database's.
[[nodiscard]] Result<GatheredErased> lookErasure(
    const Gathering& gathering, const GatheredErasureOf& whose);

/// Deletes what ties people to entries, and leaves a tombstone for each, which every later merge
/// obeys; then has the engine overwrite or free what they stood in. Rows of the roster and absences
/// go too; they come back with a kiosk that still has them only when they have changed there.
/// Merges wait for it. Errors: as lookErasure.
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
