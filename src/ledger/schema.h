#pragma once

#include "ledger/database.h"

namespace ikrar::ledger {

/// Marks the file as ours (PRAGMA application_id): `ikrr`.
constexpr std::uint64_t applicationId = 0x696b7272;
constexpr std::uint64_t schemaVersion = 2;

/// Within a transaction of the new store.
[[nodiscard]] Result<void> createSchema(const Database& database);

/// Errors: Malformed for a file that is not ours, UnknownVersion for a schema of another version.
[[nodiscard]] Result<void> checkSchema(const Database& database);

} // namespace ikrar::ledger
