#include "attendance/merge.h"

#include "attendance/intake.h"
#include "ledger/query.h"

#include <algorithm>

namespace ikrar::attendance {

namespace {

using ledger::Ledger;

/// What a source that is bad evidence answers with, as against a disk or a server that failed.
bool tellsOfEvidence(Error::Kind kind)
{
    using Kind = Error::Kind;
    return kind == Kind::Malformed || kind == Kind::NotCanonical || kind == Kind::Truncated
        || kind == Kind::TrailingBytes || kind == Kind::TooLarge || kind == Kind::UnknownKey
        || kind == Kind::Mismatch;
}

std::string kioskOf(const std::string& origin)
{
    const auto parts = pledge::parseOrigin(origin);
    return parts ? parts->kiosk : std::string();
}

} // namespace

KioskFeed::KioskFeed(
    base::Path data, std::unique_ptr<Ledger> ledger, std::unique_ptr<StoreSource> source)
    : m_data(std::move(data))
    , m_ledger(std::move(ledger))
    , m_source(std::move(source))
{
}

Result<std::unique_ptr<KioskFeed>> KioskFeed::open(
    const base::Path& data, const ledger::Environment& environment)
{
    auto ledger = Ledger::open(data, Ledger::Mode::Read, environment);
    if (!ledger)
        return tl::unexpected(ledger.error());
    auto source = StoreSource::open(data, environment);
    if (!source)
        return tl::unexpected(source.error());
    return std::unique_ptr<KioskFeed>(new KioskFeed(data, std::move(*ledger), std::move(*source)));
}

Result<bool> KioskFeed::changed()
{
    ledger::Statement statement(*m_ledger->store().database, QStringLiteral("PRAGMA data_version"));
    return oneNumber(statement.select()).map([&](std::uint64_t version) {
        return std::exchange(m_version, version) != version;
    });
}

Result<std::uint64_t> KioskFeed::size() const
{
    return m_ledger->store().head.load().map([](const ledger::Head& head) { return head.size; });
}

/// Checkpoints that this log's key has signed besides those in its database.
std::vector<tlog::OpenedCheckpoint> KioskFeed::otherCheckpoints() const
{
    std::vector<tlog::OpenedCheckpoint> others;
    for (const char* name : {"log/checkpoint", "contradiction"}) {
        const auto note = base::readFile(m_data / name, tlog::maxNoteSize);
        if (!note)
            continue; // not there, or torn: it proves nothing
        if (auto opened = tlog::openCheckpoint(base::asText(*note), m_ledger->logKey()))
            others.push_back(std::move(*opened));
    }
    return others;
}

Result<bool> KioskFeed::holds(
    const tlog::OpenedCheckpoint& newest, const MergeOptions& options, Merged& merged)
{
    const tlog::VerifierKey& key = m_ledger->logKey();
    const tlog::Policy::Log* known
        = options.policy == nullptr ? nullptr : options.policy->logByOrigin(key.name);
    if (options.policy != nullptr && (known == nullptr || !(known->key == key))) {
        merged.refused = "The policy does not name this log under the key that it shows.";
        return false;
    }
    m_source->showCheckpoint(newest.note.serialize());
    audit::Options how;
    how.state = m_audited;
    how.keepState = true;
    how.progress = options.auditing;
    // Whoever gathers asks whether the kiosk's log holds; which witnesses are enough is for audits.
    audit::Report report = audit::audit(*m_source, tlog::Policy::forLog(key), how);
    if (report.interruption)
        return tl::unexpected(*report.interruption);
    if (report.holds()) {
        m_audited = std::move(report.state);
        return true;
    }
    for (audit::Finding& finding : report.findings) {
        if (finding.severity == audit::Finding::Severity::Failure)
            merged.findings.push_back(std::move(finding));
    }
    merged.refused = "Its log does not hold.";
    return false;
}

Result<Merged> KioskFeed::push(Gathering& gathering, const MergeOptions& options)
{
    Merged merged;
    merged.source = m_data.string();
    merged.origin = m_ledger->logKey().name;
    merged.kiosk = kioskOf(merged.origin);
    // Before the database is read, which can only be ahead of what was published from it.
    const auto others = otherCheckpoints();
    const auto newest = m_ledger->newest();
    if (!newest)
        return tl::unexpected(newest.error());
    merged.size = newest->checkpoint.size;
    const auto sound = holds(*newest, options, merged);
    if (!sound)
        return tl::unexpected(sound.error());
    if (!*sound)
        return merged;
    Intake intake(gathering, *m_ledger, options);
    auto taken
        = intake.take(*newest, merged).and_then([&] { return intake.confront(others, merged); });
    if (!taken && tellsOfEvidence(taken.error().kind))
        merged.refused = taken.error().what;
    else if (!taken)
        return tl::unexpected(taken.error());
    return merged;
}

Result<Merged> merge(Gathering& gathering, const base::Path& data,
    const ledger::Environment& environment, const MergeOptions& options)
{
    auto feed = KioskFeed::open(data, environment);
    if (!feed && tellsOfEvidence(feed.error().kind)) {
        Merged merged;
        merged.source = data.string();
        merged.refused = feed.error().what;
        return merged;
    }
    if (!feed)
        return tl::unexpected(feed.error());
    return (*feed)->push(gathering, options);
}

} // namespace ikrar::attendance
