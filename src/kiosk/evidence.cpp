#include "kiosk/evidence.h"

#include "audit/audit.h"
#include "base/bytes.h"
#include "crypto/sha256.h"

#include <sys/stat.h>

namespace ikrar::kiosk {

namespace {

constexpr std::size_t maxPolicyFile = std::size_t{1} << 20U;

tl::unexpected<Error> in(const base::Path& file, const Error& error)
{
    return fail(error.kind, file.string() + ": " + error.what);
}

Result<void> readPolicy(const base::Path& file, Evidence& evidence)
{
    const auto bytes = base::readFile(file, maxPolicyFile);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    auto policy = tlog::Policy::parse(base::asText(*bytes));
    if (!policy) {
        return in(file, policy.error());
    }
    evidence.policy = std::move(*policy);
    evidence.policyHash = base::toHex(crypto::sha256(*bytes).view());
    return {};
}

Result<void> readRevoked(const base::Path& file, Evidence& evidence)
{
    if (file.empty()) {
        return {};
    }
    const auto bytes = base::readFile(file, maxPolicyFile);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    auto revoked = receipt::parseRevocations(base::asText(*bytes));
    if (!revoked) {
        return in(file, revoked.error());
    }
    evidence.revoked = std::move(*revoked);
    return {};
}

Result<void> readCeremony(const base::Path& file, Evidence& evidence)
{
    const auto bytes = base::readFile(file, pledge::maxCeremonySize);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    auto ceremony = pledge::parseCeremony(base::asText(*bytes));
    if (!ceremony) {
        return in(file, ceremony.error());
    }
    evidence.ceremonies.push_back(std::move(*ceremony));
    return {};
}

bool liesInside(const base::Path& inner, const base::Path& outer)
{
    std::error_code error;
    const base::Path relative
        = std::filesystem::weakly_canonical(inner, error)
              .lexically_relative(std::filesystem::weakly_canonical(outer, error));
    return !relative.empty() && *relative.begin() != "..";
}

/// When the checkpoint in this folder was written; 0 where none lies there.
std::int64_t timeOfCheckpoint(const base::Path& log)
{
    for (const base::Path& place : {log / "checkpoint", log / "log/checkpoint"}) {
        struct stat status {
        };
        if (stat(place.c_str(), &status) == 0) {
            return status.st_mtime;
        }
    }
    return 0;
}

Result<void> readLog(const EvidenceFiles& files, const base::Clock& clock, Evidence& evidence)
{
    if (files.log.empty()) {
        return {};
    }
    auto source = audit::openLog(files.log);
    if (!source) {
        return tl::unexpected(source.error());
    }
    const std::shared_ptr<const audit::Source> copy = std::move(*source);
    auto view = audit::viewOf(copy, evidence.policy);
    if (!view) {
        return fail(
            view.error().kind, "the copy of the log cannot be relied on: " + view.error().what);
    }
    evidence.log = std::move(*view);
    const bool remote = audit::isHttpUrl(files.log);
    evidence.policyInLog = !remote && liesInside(files.policy, files.log);
    evidence.logTime = remote ? clock.now().seconds : timeOfCheckpoint(files.log);
    return {};
}

} // namespace

const pledge::Ceremony* Evidence::ceremonyOf(const std::string& origin) const
{
    const auto parts = pledge::parseOrigin(origin);
    if (!parts) {
        return nullptr;
    }
    for (const pledge::Ceremony& ceremony : ceremonies) {
        if (ceremony.domain == parts->domain && ceremony.id == parts->ceremony) {
            return &ceremony;
        }
    }
    return nullptr;
}

Evidence Evidence::with(std::shared_ptr<const OpenedBundle> opened) const
{
    Evidence more = *this;
    more.log.reset();
    for (const auto& one : opened->report.logs) {
        if (one.report.ceremony) {
            more.ceremonies.push_back(*one.report.ceremony);
        }
    }
    more.bundle = std::move(opened);
    return more;
}

receipt::Finding Evidence::verify(std::string_view text) const
{
    return bundle ? bundle->views.verify(text, policy, revoked)
                  : receipt::verify(text, policy, revoked, log ? &*log : nullptr);
}

const receipt::LogView* Evidence::logOf(const std::string& origin) const
{
    if (bundle) {
        return bundle->views.view(origin);
    }
    return log && log->origin == origin ? &*log : nullptr;
}

std::int64_t Evidence::timeOf(const std::string& origin) const
{
    if (!bundle) {
        return logTime;
    }
    const audit::Report* report = bundle->reportOf(origin);
    return report == nullptr ? 0 : report->lastTime;
}

Result<Evidence> readEvidence(const EvidenceFiles& files, const base::Clock& clock)
{
    Evidence evidence;
    Result<void> done = readPolicy(files.policy, evidence);
    if (done) {
        done = readRevoked(files.revoked, evidence);
    }
    for (auto file = files.ceremonies.begin(); done && file != files.ceremonies.end(); ++file) {
        done = readCeremony(*file, evidence);
    }
    if (done) {
        done = readLog(files, clock, evidence);
    }
    if (!done) {
        return tl::unexpected(done.error());
    }
    return evidence;
}

} // namespace ikrar::kiosk
