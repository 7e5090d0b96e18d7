#pragma once

#include "attendance/invitation_cards.h"
#include "ledger/ledger.h"

namespace ikrar::attendance {

/// Whom cards are printed for: everybody of `unit` and below it (empty: all), as peopleByUnit has
/// them, each with the one token that the store keeps for them. Errors: those of peopleByUnit and
/// of the store.
[[nodiscard]] Result<std::vector<Invitee>> inviteesOf(
    ledger::Ledger& ledger, const std::string& unit);

} // namespace ikrar::attendance
