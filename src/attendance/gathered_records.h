#pragma once

#include "attendance/gathering.h"
#include "attendance/records.h"

namespace ikrar::attendance {

/// The records of one ceremony in a merged store, which must outlive them. Each entry is told once,
/// also where a log has two histories; of a person with several valid entries the one that the
/// organizer decided on counts, else the earliest. An erased person is in no list; the logs' own
/// counts still hold the entry. Errors: Missing where no such ceremony was gathered.
[[nodiscard]] Result<std::unique_ptr<Records>> recordsOf(
    const Gathering& gathering, std::uint64_t ceremony);

} // namespace ikrar::attendance
