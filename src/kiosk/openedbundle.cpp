#include "kiosk/openedbundle.h"

#include "crypto/wipe.h"

#include <algorithm>
#include <fstream>

namespace ikrar::kiosk {

namespace {

/// Whether the tables of this log were read to their end, and are those that were sealed.
bool tablesHold(const audit::Report& report)
{
    return report.attendance && report.attendance->digest != audit::Attendance::Digest::Differs;
}

/// Of tables that the audit found to be others than those of their logs nothing is read.
std::unique_ptr<const audit::PersonIndex> peopleOf(
    const std::shared_ptr<const audit::Bundle>& bundle, const audit::BundleViews& views,
    const audit::BundleReport& report)
{
    if (bundle->kind() == audit::Bundle::Kind::Full)
        for (const auto& log : report.logs)
            if (views.view(log.report.origin) != nullptr && !tablesHold(log.report))
                return nullptr;
    auto people = audit::PersonIndex::read(bundle, views);
    return people ? std::move(*people) : nullptr;
}

std::shared_ptr<const OpenedBundle> examine(std::shared_ptr<const audit::Bundle> bundle,
    const BundleOpening& opening, const tlog::Policy& policy,
    const std::vector<receipt::Revocation>& revoked)
{
    audit::Options options;
    options.revoked = revoked;
    options.progress = opening.progress;
    auto report = audit::auditBundle(*bundle, policy, options);
    auto views = audit::BundleViews::of(*bundle, policy);
    auto people = peopleOf(bundle, views, report);
    return std::make_shared<const OpenedBundle>(OpenedBundle{opening.path.filename().string(),
        std::move(bundle), std::move(report), std::move(views), std::move(people)});
}

} // namespace

const audit::Report* OpenedBundle::reportOf(const std::string& origin) const
{
    const auto log
        = std::find_if(report.logs.begin(), report.logs.end(), [&origin](const auto& one) {
              return one.folder == audit::folderOf(origin) && one.report.origin == origin;
          });
    return log == report.logs.end() ? nullptr : &log->report;
}

bool OpenedBundle::namesSealed(const std::string& origin) const
{
    const audit::Report* of = reportOf(origin);
    return report.holds() && of != nullptr && of->attendance
        && of->attendance->digest == audit::Attendance::Digest::Agrees;
}

BundleOutcome openBundle(BundleOpening opening, const tlog::Policy& policy,
    const std::vector<receipt::Revocation>& revoked)
{
    BundleOutcome outcome;
    auto bundle = audit::Bundle::open(opening.path, [&]() -> Result<std::string> {
        outcome.sealed = true;
        if (opening.passphrase.empty()) {
            return fail(Error::Kind::Invalid, "the bundle is sealed");
        }
        return opening.passphrase;
    });
    crypto::wipe(opening.passphrase);
    if (!bundle) {
        outcome.error = bundle.error();
        return outcome;
    }
    auto opened = examine(std::move(*bundle), opening, policy, revoked);
    if (const auto cut = opened->report.interruption()) {
        outcome.error = *cut;
    } else {
        outcome.opened = std::move(opened);
    }
    return outcome;
}

bool looksLikeBundle(const base::Path& path)
{
    constexpr std::string_view magic = "PK";
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored)) {
        return false;
    }
    std::array<char, magic.size()> begin{};
    std::ifstream(path, std::ios::binary).read(begin.data(), begin.size());
    return std::string_view(begin.data(), begin.size()) == magic;
}

} // namespace ikrar::kiosk
