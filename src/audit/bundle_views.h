#pragma once

#include "audit/bundle.h"
#include "receipt/verdict.h"

namespace ikrar::audit {

/// The logs of a bundle as what receipts are held against: each receipt against the log that its
/// own key seals. A log that contradicts itself, or lies in a folder of another name than its own,
/// counts for nothing, and is told with each receipt of it. Safe to use from several threads; keeps
/// the bundle's file open.
class BundleViews
{
public:
    /// As viewOf of each folder.
    [[nodiscard]] static BundleViews of(const Bundle& bundle, const tlog::Policy& policy);

    /// receipt::verify with the log that the receipt is of. Where that log is not in the bundle, or
    /// cannot be relied on, the verdict is that without a log, and `logError` says so.
    [[nodiscard]] receipt::Finding verify(std::string_view text, const tlog::Policy& policy,
        const std::vector<receipt::Revocation>& revoked = {}) const;

    /// Null where the log of this origin is not there or cannot be relied on.
    [[nodiscard]] const receipt::LogView* view(std::string_view origin) const;

    /// Each with the folder that its origin ends in, so no two of one origin.
    [[nodiscard]] const std::vector<receipt::LogView>& usable() const { return m_views; }

    struct Unusable {
        std::string folder;
        Error error;
    };
    [[nodiscard]] const std::vector<Unusable>& unusable() const { return m_unusable; }
    /// What kept a file from being read that is no fault of the bundle's: a disk, a permission.
    [[nodiscard]] std::optional<Error> interruption() const;

private:
    [[nodiscard]] Error whyNot(const std::string& origin) const;

    std::vector<receipt::LogView> m_views;
    std::vector<Unusable> m_unusable;
    std::vector<std::shared_ptr<const Source>> m_sources;
};

} // namespace ikrar::audit
