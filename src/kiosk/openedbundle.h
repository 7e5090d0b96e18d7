#pragma once

#include "audit/bundle_views.h"
#include "audit/person_index.h"

#include <memory>

namespace ikrar::kiosk {

/// A bundle that an auditor opened: audited whole, and ready to have receipts held against it. Once
/// made, only read, from any thread. What it holds of people lives in memory, and goes with it.
struct OpenedBundle {
    std::string fileName; ///< without its folder
    std::shared_ptr<const audit::Bundle> bundle;
    audit::BundleReport report;
    audit::BundleViews views;
    std::unique_ptr<const audit::PersonIndex> people; ///< null where its tables cannot be read

    /// The audit of the log of this origin, in the folder of its name; null where the bundle does
    /// not hold it there.
    [[nodiscard]] const audit::Report* reportOf(const std::string& origin) const;
    /// Names and units of that log are those that its closing entry sealed. Of a bundle that does
    /// not hold nothing is said to be.
    [[nodiscard]] bool namesSealed(const std::string& origin) const;
};

struct BundleOpening {
    base::Path path;
    std::string passphrase; ///< empty: none was given; wiped by openBundle
    std::function<void(std::uint64_t done, std::uint64_t size)>
        progress; ///< in entries, of each log
};

struct BundleOutcome {
    std::shared_ptr<const OpenedBundle> opened; ///< null: `error` says why
    Error error;
    bool sealed = false; ///< a passphrase was asked for
};

/// Takes as long as the audit. Errors: those of Bundle::open, and what interrupted the audit.
[[nodiscard]] BundleOutcome openBundle(BundleOpening opening, const tlog::Policy& policy,
    const std::vector<receipt::Revocation>& revoked);

/// Whether this is a file that begins as a ZIP does: then it is taken for a bundle, not a receipt.
[[nodiscard]] bool looksLikeBundle(const base::Path& path);

} // namespace ikrar::kiosk
