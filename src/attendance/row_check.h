#pragma once

#include "ledger/register.h"
#include "pledge/ceremony.h"
#include "pledge/entry.h"

namespace ikrar::attendance {

/// Why a row of the register does not belong to its signed entry: one sentence, that names nobody;
/// nothing when commitment, act and all that both state agree.
[[nodiscard]] std::optional<std::string> faultOf(
    const ledger::RegisterRow& row, const pledge::Entry& entry, const pledge::Ceremony& ceremony);

} // namespace ikrar::attendance
