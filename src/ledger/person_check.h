#pragma once

#include "ledger/roster.h"
#include "pledge/declaration.h"

namespace ikrar::ledger {

/// What roster and register ask of a row before they take it: an identity in its normal form, a
/// name, lines of at most 256 bytes without control characters, a unit and a category of the
/// ceremony. Errors: Invalid.
[[nodiscard]] Result<void> checkPerson(const RosterRow& row, const pledge::Ceremony& ceremony);
/// The same of a declaration, and: ink that decodes, a helper if and only if it was assisted; a row
/// of paper and an observer, and no ink, if and only if it is a wet signature. Errors: Invalid;
/// those of parseSheetRow.
[[nodiscard]] Result<void> checkDeclaration(
    const pledge::Declaration& declaration, const pledge::Ceremony& ceremony);

} // namespace ikrar::ledger
