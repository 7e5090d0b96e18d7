#pragma once

#include "ledger/ledger.h"

namespace ikrar::kiosk {

/// One person of a list: expected, or signed.
struct PersonLine {
    pledge::Identity identity;
    std::string name;
    std::string post;
    std::string unit; ///< id
    std::optional<std::uint64_t> index; ///< of the entry; none of the absent
    std::int64_t time = 0; ///< Unix seconds; of an entry
    bool voided = false;
    bool walkIn = false;
    std::string identifiedBy; ///< of a walk-in; empty: not yet
    std::optional<ledger::AbsenceReason> stated; ///< of the absent; none: tanpa keterangan
};

/// The lists of the organizer's screen, as they stood at one moment.
struct PeopleSurvey {
    std::vector<PersonLine> absent; ///< by unit, rank and name
    std::vector<PersonLine> walkIns; ///< valid entries of people not on the roster, by index
    std::vector<PersonLine> repeated; ///< valid entries of people with more than one, by person
    std::vector<PersonLine> entries; ///< all signed entries, the latest first
    /// Of those expected, how many have come: neither walk-ins nor second entries count.
    std::vector<ledger::Register::UnitCount> units;
};

/// All of one moment. Errors: those of the store.
[[nodiscard]] Result<PeopleSurvey> surveyPeople(ledger::Ledger& ledger);

} // namespace ikrar::kiosk
