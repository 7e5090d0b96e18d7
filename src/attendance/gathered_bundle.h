#pragma once

#include "attendance/bundle_log.h"
#include "attendance/gathering.h"

namespace ikrar::attendance {

/// What a bundle is made of where a ceremony's logs were merged into one store.
struct GatheredBundle {
    std::vector<std::unique_ptr<BundleLog>> logs; ///< by origin
    struct LeftOut {
        std::string origin;
        std::string kiosk;
        std::string why; ///< one sentence
    };
    std::vector<LeftOut> leftOut; ///< by origin
};

/// The logs of one ceremony as they stand in the store now; `gathering` must outlive what is
/// returned, and Records::hold() keeps all of one moment while kiosks push. Left out, and named:
///
/// - a log that is `inconsistent`, since a bundle has one history of a log and which of them is
///   true is not for a program to choose; all of them stay in the store;
/// - with personal data, a log with signed entries whose row was refused: of those there is neither
///   row nor digest, so that no audit of the bundle would hold; one with erasures of what is no
///   declaration, or without a digest; and a closed one whose rows are not those that it sealed.
///
/// Errors: Missing where no such ceremony was gathered; the database's.
[[nodiscard]] Result<GatheredBundle> bundleLogsOf(
    const Gathering& gathering, std::uint64_t ceremony, bool withoutPersonalData);

} // namespace ikrar::attendance
