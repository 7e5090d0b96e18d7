#pragma once

#include "ledger/database.h"

namespace ikrar::attendance {

constexpr std::uint64_t gatheringVersion = 3;

/// Makes the tables of GATHERING.md where there are none yet, and brings those of versions 1 and 2
/// up to date; several may try at once. Errors: Invalid for a kiosk's own store, UnknownVersion;
/// the database's.
[[nodiscard]] Result<void> ensureGatheringSchema(const ledger::Database& database);
/// Of what may only be read. Errors: Missing where nothing was gathered; UnknownVersion, also of a
/// store that the next merge brings up to date.
[[nodiscard]] Result<void> checkGatheringSchema(const ledger::Database& database);

} // namespace ikrar::attendance
