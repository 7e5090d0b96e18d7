#pragma once

#include "ledger/database.h"

namespace ikrar::ledger {

/// Marks the file as ours (PRAGMA application_id): `ikrr`.
constexpr std::uint64_t applicationId = 0x696b7272;
constexpr std::uint64_t schemaVersion = 3;

/// Within a transaction of the new store.
[[nodiscard]] Result<void> createSchema(const Database& database);

/// Whether a store of an earlier version may be changed to this one.
enum class Upgrade : std::uint8_t {
    Must, ///< for what appends to the log
    May, ///< where it cannot be written, it is read as it is
    Never, ///< it is read as it is
};
/// That the file is ours and of this version, or can be used as if it were: version 2 gets what it
/// lacks in one transaction, or, for this connection only, an empty stand-in for it. Errors:
/// Malformed for a file that is not ours, UnknownVersion for a schema of another version; those of
/// a write.
[[nodiscard]] Result<void> openSchema(const Database& database, Upgrade upgrade);

} // namespace ikrar::ledger
