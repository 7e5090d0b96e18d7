#include "audit/bundle_views.h"

#include <algorithm>

namespace ikrar::audit {

namespace {

/// The first thing that keeps the members from being read at all.
const Finding* failureOf(const Bundle& bundle)
{
    const auto& findings = bundle.findings();
    const auto failure = std::find_if(findings.begin(), findings.end(),
        [](const Finding& one) { return one.severity == Finding::Severity::Failure; });
    return failure == findings.end() ? nullptr : &*failure;
}

} // namespace

BundleViews BundleViews::of(const Bundle& bundle, const tlog::Policy& policy)
{
    BundleViews views;
    const Finding* const failure = failureOf(bundle);
    for (const std::string& folder : bundle.folders()) {
        if (failure != nullptr) {
            views.m_unusable.push_back({folder, Error{Error::Kind::Mismatch, failure->what}});
            continue;
        }
        auto source = bundle.log(folder);
        auto view = viewOf(source, policy);
        if (view && folderOf(view->origin) != folder)
            view = fail(
                Error::Kind::Mismatch, "Its folder holds another log, " + view->origin + ".");
        if (view)
            views.m_views.push_back(std::move(*view));
        else
            views.m_unusable.push_back({folder, view.error()});
        views.m_sources.push_back(std::move(source));
    }
    return views;
}

receipt::Finding BundleViews::verify(std::string_view text, const tlog::Policy& policy,
    const std::vector<receipt::Revocation>& revoked) const
{
    auto alone = receipt::verify(text, policy, revoked);
    if (alone.verdict < receipt::Verdict::Rehearsal)
        return alone;
    if (const auto* log = view(alone.origin))
        return receipt::verify(text, policy, revoked, log);
    alone.logError = whyNot(alone.origin);
    return alone;
}

const receipt::LogView* BundleViews::view(std::string_view origin) const
{
    const auto found = std::find_if(m_views.begin(), m_views.end(),
        [origin](const receipt::LogView& one) { return one.origin == origin; });
    return found == m_views.end() ? nullptr : &*found;
}

std::optional<Error> BundleViews::interruption() const
{
    for (const auto& source : m_sources)
        if (auto cut = source->interruption())
            return cut;
    return std::nullopt;
}

Error BundleViews::whyNot(const std::string& origin) const
{
    const std::string folder = folderOf(origin);
    for (const Unusable& one : m_unusable)
        if (one.folder == folder)
            return {one.error.kind,
                "The bundle's copy of the log cannot be relied on: " + one.error.what
                    + " `ikrar audit` tells more."};
    return {Error::Kind::Invalid, "The bundle does not hold the log of this receipt, " + origin};
}

} // namespace ikrar::audit
