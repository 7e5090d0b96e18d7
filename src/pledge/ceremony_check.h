#pragma once

#include "pledge/ceremony.h"

#include <string>
#include <vector>

namespace ikrar::pledge {

/// One thing to mend in a ceremony that is being edited.
struct CeremonyProblem {
    std::string field; ///< as ceremonyField names it; a list (`clauses`), or `categories`
    std::string what; ///< one sentence that says what to do

    friend bool operator==(const CeremonyProblem&, const CeremonyProblem&) = default;
};

/// All that parseCeremony would refuse in the file that formatCeremony makes of it, at its fields,
/// in the order of a form: none exactly when that file is accepted. A ceremony that was read has
/// none.
[[nodiscard]] std::vector<CeremonyProblem> ceremonyProblems(
    const Ceremony& ceremony, Language language);

} // namespace ikrar::pledge
