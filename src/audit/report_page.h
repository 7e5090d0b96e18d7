#pragma once

#include "audit/audit.h"
#include "tlog/policy.h"

#include <span>

namespace ikrar::audit {

/// An audit as one page for whoever must decide on it, a lawyer say: what was checked and under
/// which keys, the result in one sentence, counts, witnesses, the findings in plain words, and what
/// an audit does not prove. In Indonesian or English; at most one A4 page, so long lists are cut
/// and say so. The report's own sentences are English: an Indonesian page has its own for each
/// kind.
struct ReportPage {
    const Report& report;
    const tlog::Policy& policy;
    std::string policySha256; ///< hex, of the policy file's bytes
    std::string source; ///< the folder or address that was audited
    std::int64_t madeAt = 0; ///< Unix seconds
    std::string program; ///< name and version
    bool bundle = false; ///< the log came in a bundle
};

/// What the report comes to and what to do then, in one sentence or two.
[[nodiscard]] std::string sentenceFor(const Report& report, pledge::Language language);

/// Lines of at most some 100 columns.
[[nodiscard]] std::string asText(const ReportPage& page, pledge::Language language);
/// Self-contained: no script, nothing fetched; whatever came from the log is escaped.
[[nodiscard]] std::string asHtml(const ReportPage& page, pledge::Language language);
/// The logs of one bundle, a page each. Requires at least one.
[[nodiscard]] std::string asText(std::span<const ReportPage> pages, pledge::Language language);
[[nodiscard]] std::string asHtml(std::span<const ReportPage> pages, pledge::Language language);

/// The Indonesian sentence for a kind of finding; empty for a kind that has none.
[[nodiscard]] std::string_view indonesianFor(std::string_view kind);

} // namespace ikrar::audit
