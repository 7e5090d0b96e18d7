#pragma once

#include "attendance/roster_file.h"

namespace ikrar::attendance {

/// One thing to mend, with all rows that it is said of: one unit misspelt a thousand times is one
/// thing.
struct RosterComplaint {
    std::string what;
    std::vector<std::size_t> rows; ///< ascending
};

/// The problems of an import by their sentence, in the order of their first rows.
[[nodiscard]] std::vector<RosterComplaint> complaintsOf(const RosterImport& import);

/// `5-9, 12`.
[[nodiscard]] std::string rowRanges(const std::vector<std::size_t>& rows);

} // namespace ikrar::attendance
