#pragma once

#include "ledger/database.h"

namespace ikrar::attendance {

constexpr std::uint64_t gatheringVersion = 1;

/// Makes the tables of GATHERING.md where there are none yet; several may try at once. Errors:
/// Invalid for a kiosk's own store, UnknownVersion; the database's.
[[nodiscard]] Result<void> ensureGatheringSchema(const ledger::Database& database);
/// The same for what may only be read. Errors: also Missing where nothing was gathered.
[[nodiscard]] Result<void> checkGatheringSchema(const ledger::Database& database);

} // namespace ikrar::attendance
