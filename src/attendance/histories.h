#pragma once

#include "attendance/gathering.h"

namespace ikrar::attendance {

/// Whether one of a log's histories had this root at that size.
[[nodiscard]] Result<bool> isLedTo(const Gathering& gathering,
    const std::vector<GatheredLog>& histories, std::uint64_t size, const crypto::Hash& root);

/// Why a log is `inconsistent`, one sentence: it has several histories, or its key has signed a
/// checkpoint that none of them leads to. Empty where it is not. `histories` are all of one log.
[[nodiscard]] Result<std::string> inconsistencyOf(
    const Gathering& gathering, const std::vector<GatheredLog>& histories);

} // namespace ikrar::attendance
