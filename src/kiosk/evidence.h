#pragma once

#include "base/clock.h"
#include "base/file.h"
#include "kiosk/openedbundle.h"
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
    /// A copy of the log, a folder or an http(s) address; empty: none. A bundle is opened apart.
    std::string log;
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
    /// Instead of the one log: those of a bundle.
    std::shared_ptr<const OpenedBundle> bundle;

    /// The same with a bundle, whose ceremonies come with it.
    [[nodiscard]] Evidence with(std::shared_ptr<const OpenedBundle> opened) const;
    /// The verdict on a receipt, against the log that is at hand for it.
    [[nodiscard]] receipt::Finding verify(std::string_view text) const;
    /// The copy of the log of this origin; null where there is none.
    [[nodiscard]] const receipt::LogView* logOf(const std::string& origin) const;
    /// As of when that copy is, in Unix seconds: `logTime`, or the last that a bundle's log states.
    [[nodiscard]] std::int64_t timeOf(const std::string& origin) const;

    /// The ceremony that a log of this origin belongs to, by domain and id; null where its file was
    /// not given.
    [[nodiscard]] const pledge::Ceremony* ceremonyOf(const std::string& origin) const;
};

/// Errors: those of the files, with the file's name; a copy of the log that cannot be relied on.
[[nodiscard]] Result<Evidence> readEvidence(const EvidenceFiles& files, const base::Clock& clock);

} // namespace ikrar::kiosk
