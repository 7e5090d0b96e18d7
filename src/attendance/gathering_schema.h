#pragma once

#include "ledger/database.h"

namespace ikrar::attendance {

constexpr std::uint64_t gatheringVersion = 2;

/// Makes the tables of GATHERING.md where there are none yet, and those that version 1 lacks;
/// several may try at once. Errors: Invalid for a kiosk's own store, UnknownVersion; the
/// database's.
[[nodiscard]] Result<void> ensureGatheringSchema(const ledger::Database& database);
/// The same for what may only be read: what version 1 lacks is there and empty, for this
/// connection. Errors: also Missing where nothing was gathered.
[[nodiscard]] Result<void> checkGatheringSchema(const ledger::Database& database);

} // namespace ikrar::attendance
