#pragma once

#include "ledger/ledger.h"

namespace ikrar::attendance {

/// Everybody on the roster who works in `unit` or below it (empty: everybody), as
/// ledger::ListOrder sorts: papers are handed out in the order of the lists. Held in memory.
/// Errors: Invalid for a unit that the ceremony does not have; those of the store.
[[nodiscard]] Result<std::vector<ledger::RosterRow>> peopleByUnit(
    ledger::Ledger& ledger, const std::string& unit);

} // namespace ikrar::attendance
