#include "attendance/roster_problems.h"

#include <map>

namespace ikrar::attendance {

std::vector<RosterComplaint> complaintsOf(const RosterImport& import)
{
    std::vector<RosterComplaint> complaints;
    std::map<std::string, std::size_t> places;
    for (const RosterProblem& problem : import.problems) {
        const auto [at, isNew] = places.try_emplace(problem.what, complaints.size());
        if (isNew)
            complaints.push_back({problem.what, {}});
        complaints[at->second].rows.push_back(problem.row);
    }
    return complaints;
}

std::string rowRanges(const std::vector<std::size_t>& rows)
{
    std::string text;
    for (std::size_t i = 0; i < rows.size();) {
        std::size_t end = i;
        while (end + 1 < rows.size() && rows[end + 1] == rows[end] + 1)
            ++end;
        text += (text.empty() ? "" : ", ") + std::to_string(rows[i]);
        if (end > i)
            text += "-" + std::to_string(rows[end]);
        i = end + 1;
    }
    return text;
}

} // namespace ikrar::attendance
