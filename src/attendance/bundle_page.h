#pragma once

#include "attendance/bundle_log.h"

#include <string>
#include <vector>

namespace ikrar::attendance {

/// A count by unit that may be published.
struct PublicCount {
    std::string unit; ///< id; empty for several small ones together
    std::string name;
    std::uint64_t signedEntries = 0;
};

/// Signatures by unit without those that would tell of a person: units with fewer than five stand
/// together in one line, and so does the next smallest one where that line would else be of one
/// unit or below five, since the total would give it away. Units where nobody signed are left out.
[[nodiscard]] std::vector<PublicCount> publicCounts(
    const pledge::Ceremony& ceremony, const std::vector<ledger::Register::UnitCount>& units);

/// What `index.html` in a bundle tells: for whoever receives it and has never heard of ikrar.
struct BundlePage {
    struct Log {
        std::string folder;
        const BundleLog::Facts& facts;
    };
    const pledge::Ceremony& ceremony;
    std::vector<Log> logs;
    std::vector<PublicCount> units; ///< of a bundle without personal data
    bool personal = true;
    bool sealed = false;
    bool rehearsal = false;
    std::int64_t madeAt = 0; ///< Unix seconds
    std::string fileName; ///< of the bundle
    std::vector<std::string> leftOut; ///< origins of the ceremony's logs that are not in it
};

/// One file of HTML in plain formal Indonesian: no script, nothing fetched, whatever comes from
/// outside escaped; for a screen and for A4. Holds no personal data but the ceremony's contact.
[[nodiscard]] std::string bundlePageHtml(const BundlePage& page);

} // namespace ikrar::attendance
