#pragma once

#include "attendance/gathering.h"
#include "ledger/erasure.h"

namespace ikrar::attendance {

/// Has the merged store remember a file with personal data that was written from it, so that an
/// erasure can name it. Errors: the database's.
[[nodiscard]] Result<void> noteCopy(const Gathering& gathering, const ledger::WrittenCopy& copy);
/// By time. Errors: the database's.
[[nodiscard]] Result<std::vector<ledger::WrittenCopy>> copiesOf(const Gathering& gathering);

} // namespace ikrar::attendance
