#pragma once

#include "attendance/records.h"

namespace ikrar::attendance {

/// Told how many rows are written, now and then; never of none. May be empty.
using RowsDone = std::function<void(std::uint64_t)>;

/// Every signed entry without its ink, for a list of many: this thread reads ahead of `take`, which
/// runs on another, one entry at a time and in their order, and has ended when this returns. `done`
/// is told here. Returns how many rows were taken. Errors: those of the records and of `take`,
/// which ends the walk.
[[nodiscard]] Result<std::uint64_t> eachSignedBeside(const Records& records, Records::Order order,
    const Records::TakeSigned& take, const RowsDone& done);

} // namespace ikrar::attendance
