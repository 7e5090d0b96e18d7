#pragma once

#include "attendance/delivery.h"
#include "attendance/signed_walk.h"

namespace ikrar::attendance {

/// The attendance as one JSON document for machines; its keys are described in src/cli/JSON.md.
/// Every signed entry and absentee is one line, so that a diff reads. Returns the rows of signed
/// entries. Errors: those of records and sink.
[[nodiscard]] Result<std::uint64_t> writeJson(
    const Records& records, Records::Order order, Sink& sink, const RowsDone& done);

} // namespace ikrar::attendance
