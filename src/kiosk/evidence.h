#pragma once

#include "base/clock.h"
#include "base/file.h"
#include "pledge/ceremony.h"
#include "receipt/verdict.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ikrar::kiosk {

/// What an auditor brings along, as files.
struct EvidenceFiles {
    base::Path policy;
    base::Path revoked; ///< empty: none
    std::string log; ///< a copy of the log, a folder or an http(s) address; empty: none
    std::vector<base::Path> ceremonies; ///< for titles and time zones
};

/// The keys that an auditor trusts, and what receipts are held against. Read once, then only read.
struct Evidence {
    tlog::Policy policy;
    std::string policyHash; ///< SHA-256 of its file, hexadecimal
    bool policyInLog
        = false; ///< the policy lies inside the copy: who made one could have made the other
    std::vector<receipt::Revocation> revoked;
    std::vector<pledge::Ceremony> ceremonies;
    std::optional<receipt::LogView> log;
    /// Unix seconds at which the copy's checkpoint was written; over http(s), at which it was read.
    std::int64_t logTime = 0;

    /// The ceremony that a log of this origin belongs to, by domain and id; null where its file was
    /// not given.
    [[nodiscard]] const pledge::Ceremony* ceremonyOf(const std::string& origin) const;
};

/// Errors: those of the files, with the file's name; a copy of the log that cannot be relied on.
[[nodiscard]] Result<Evidence> readEvidence(const EvidenceFiles& files, const base::Clock& clock);

} // namespace ikrar::kiosk
