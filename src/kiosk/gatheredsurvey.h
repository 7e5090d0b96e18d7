#pragma once

#include "attendance/gathered_records.h"
#include "attendance/signed_twice.h"

namespace ikrar::kiosk {

/// What the screen over a merged store shows of one ceremony, as it stood at one moment.
struct GatheredSurvey {
    struct Session {
        std::uint64_t number = 0;
        std::uint64_t signedEntries = 0; ///< not voided
    };
    struct Log {
        std::string origin;
        std::string kiosk;
        std::uint64_t signedEntries = 0;
        std::uint64_t voidedEntries = 0;
        std::vector<std::uint64_t> sessions; ///< numbers, ascending
        bool closed = false;
        bool inconsistent = false;
    };

    std::vector<attendance::GatheredCeremony> ceremonies; ///< all in the store
    std::uint64_t ceremony = 0; ///< number of the one that the rest is about
    attendance::Totals totals;
    /// Of those expected, how many have a valid entry.
    std::vector<ledger::Register::UnitCount> units;
    std::vector<Session> sessions; ///< over all kiosks, by number
    std::vector<Log> logs; ///< by origin
    std::vector<attendance::SignedTwice> twice; ///< those nobody decided on first
};

/// `ceremony` 0, or one that is not there: the first. Errors: Missing where nothing was gathered;
/// the database's.
[[nodiscard]] Result<GatheredSurvey> surveyGathering(
    const attendance::Gathering& gathering, std::uint64_t ceremony);

} // namespace ikrar::kiosk
