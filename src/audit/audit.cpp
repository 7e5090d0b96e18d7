#include "audit/audit.h"

#include "audit/bundle_check.h"
#include "audit/order.h"
#include "audit/pipeline.h"
#include "audit/state.h"
#include "audit/stopwatch.h"
#include "audit/tile_reader.h"
#include "audit/upper_tiles.h"
#include "tlog/cosignature.h"
#include "tlog/tile.h"

#include <algorithm>
#include <set>
#include <span>

namespace ikrar::audit {

namespace {

using tlog::Tile;

constexpr std::size_t maxFindings = 1000;

crypto::Hash policyHash(const tlog::Policy& policy)
{
    return crypto::sha256(base::asBytes(policy.text()));
}

/// One audit under way: what the passes share.
class Auditor
{
public:
    Auditor(const Source& source, const tlog::Policy& policy, const Options& options)
        : m_source(source)
        , m_policy(policy)
        , m_options(options)
        , m_order([this](Finding finding) { add(std::move(finding)); })
        , m_upper(source, [this](Finding finding) { add(std::move(finding)); })
    {
    }

    Report run();

private:
    void add(Finding finding);
    void fail(std::string kind, std::string path, std::string what);

    [[nodiscard]] const tlog::Policy::Log* openCheckpoint();
    void judgeWitnesses(const tlog::VerifierKey& log);
    void judgeCosignature(const tlog::NoteSignature& signature, std::set<std::string>& good);
    void judgeStrangers();
    void judgeRevocations(const tlog::VerifierKey& log);
    void openSince(const tlog::VerifierKey& log);
    void openState(const tlog::VerifierKey& log);
    [[nodiscard]] bool expectEarlier(const tlog::Checkpoint& earlier, const std::string& whose);
    void readEntries(const tlog::VerifierKey& log);
    void take(const Tile& bundle, BundleFacts facts);
    void takeEntry(std::uint64_t index, const std::optional<pledge::Entry>& entry);
    void appendLeaves(std::span<const crypto::Hash> leaves);
    void compareRoots();
    void compareEarlier();
    [[nodiscard]] bool leadsTo(const tlog::Checkpoint& older) const;
    void rewritten(const std::string& whose, std::uint64_t size);
    void compareTwins();
    void checkCeremony();
    void checkOtherFiles();
    void keepState();
    void checkOlderPartial(const std::string& path, const Tile& tile);
    [[nodiscard]] std::optional<crypto::Hash> commitmentOf(std::uint64_t index) const;

    const Source& m_source;
    const tlog::Policy& m_policy;
    const Options& m_options;
    Report m_report;
    Order m_order;
    UpperTiles m_upper;
    tlog::RightEdge m_edge;
    bool m_cut = false; ///< the source ended before what comes now
    bool m_gap = false; ///< a stretch of leaves is unknown, so no root can be computed
    bool m_unsound = false; ///< something failed besides the quorum
    tlog::OpenedCheckpoint m_checkpoint;
    /// A checkpoint that the log must continue, and the root that its entries gave at that size.
    struct Earlier {
        tlog::Checkpoint checkpoint;
        std::string whose;
        std::optional<crypto::Hash> root;
    };
    std::vector<Earlier> m_earlier;
    std::optional<tlog::Checkpoint> m_resumed; ///< entries below its size are not read again
    std::optional<crypto::Hash> m_openedWith;
};

Report Auditor::run()
{
    Stopwatch watch(Stopwatch::Of::Wall);
    if (const tlog::Policy::Log* log = openCheckpoint()) {
        judgeWitnesses(log->key);
        judgeStrangers();
        judgeRevocations(log->key);
        openState(log->key);
        openSince(log->key);
        readEntries(log->key);
        compareRoots();
        compareEarlier();
        compareTwins();
        checkCeremony();
        checkOtherFiles();
    }
    const OrderMemory& order = m_order.memory();
    m_report.signedEntries = order.all.signedEntries;
    m_report.voidedEntries = order.all.voidedEntries;
    m_report.sessions = order.sessions.size();
    m_report.closed = order.closed;
    m_report.lastTime = order.time;
    m_report.interruption = m_source.interruption();
    keepState();
    m_report.effort.elapsed = watch.lap();
    return std::move(m_report);
}

void Auditor::add(Finding finding)
{
    // What a network withheld says nothing about the log; the report tells of the network.
    if (finding.kind.starts_with("unreadable-") && m_source.interruption())
        return;
    m_unsound = m_unsound
        || (finding.severity == Finding::Severity::Failure && finding.kind != "quorum-not-met");
    // Failures must not be crowded out by notes.
    if (m_report.findings.size() < maxFindings || finding.severity == Finding::Severity::Failure) {
        if (m_report.findings.size() < 2 * maxFindings) {
            m_report.findings.push_back(std::move(finding));
            return;
        }
    }
    ++m_report.more;
}

void Auditor::fail(std::string kind, std::string path, std::string what)
{
    add({Finding::Severity::Failure, std::move(kind), std::move(path), {}, std::move(what)});
}

const tlog::Policy::Log* Auditor::openCheckpoint()
{
    const auto bytes = m_source.read("checkpoint", tlog::maxNoteSize);
    if (!bytes) {
        fail("unreadable-checkpoint", "checkpoint", bytes.error().what);
        return nullptr;
    }
    const std::string_view note = base::asText(*bytes);
    m_report.origin = std::string(note.substr(0, note.find('\n')));
    const tlog::Policy::Log* log = m_policy.logByOrigin(m_report.origin);
    if (log == nullptr) {
        fail("unknown-log", "checkpoint", "The policy knows no log of this origin.");
        return nullptr;
    }
    auto opened = tlog::openCheckpoint(note, log->key);
    if (!opened) {
        fail("bad-checkpoint", "checkpoint", opened.error().what);
        return nullptr;
    }
    m_checkpoint = std::move(*opened);
    m_report.size = m_checkpoint.checkpoint.size;
    m_report.root = m_checkpoint.checkpoint.root;
    if (const auto origin = pledge::parseOrigin(m_report.origin))
        m_report.rehearsal = origin->rehearsal;
    else
        fail("bad-origin", "checkpoint", origin.error().what);
    return log;
}

void Auditor::judgeWitnesses(const tlog::VerifierKey& log)
{
    std::set<std::string> good;
    for (const tlog::NoteSignature& signature : m_checkpoint.note.signatures) {
        if (signature.name != log.name || signature.id != log.id())
            judgeCosignature(signature, good);
    }
    for (const tlog::Policy::Witness& witness : m_policy.witnesses())
        (good.contains(witness.name) ? m_report.witnesses : m_report.silent)
            .push_back(witness.name);
    m_report.quorumAsked = m_policy.quorum().has_value();
    m_report.quorumMet = m_policy.satisfiedBy(good);
    if (!m_report.quorumMet)
        fail("quorum-not-met", "checkpoint",
            "The policy asks for more cosignatures than it carries.");
}

void Auditor::judgeCosignature(const tlog::NoteSignature& signature, std::set<std::string>& good)
{
    bool known = false;
    for (const tlog::Policy::Witness* witness : m_policy.witnessesById(signature.id)) {
        if (witness->key.name != signature.name)
            continue;
        known = true;
        if (tlog::verifyCosignature(m_checkpoint.checkpoint, signature.bytes, witness->key))
            good.insert(witness->name);
        else
            fail("bad-cosignature", "checkpoint",
                "The cosignature of " + witness->name + " is not good.");
    }
    if (!known)
        m_report.strangers.push_back(signature.name);
}

/// A policy may be older than a witness. Nothing can be said of a key that it does not name.
void Auditor::judgeStrangers()
{
    for (const std::string& name : m_report.strangers)
        add({Finding::Severity::Note, "unknown-cosigner", "checkpoint", {},
            "It carries a signature in the name of " + name
                + ", by a key that the policy does not name: it was not checked."});
    if (!m_report.strangers.empty() && m_report.witnesses.empty())
        add({Finding::Severity::Note, "policy-behind", "checkpoint", {},
            "The policy names none of those who cosigned it: it may be old. Ask whoever gave you "
            "the policy for a newer one."});
}

void Auditor::judgeRevocations(const tlog::VerifierKey& log)
{
    for (const receipt::Revocation& revocation : m_options.revoked) {
        if (revocation.key == log && m_report.size > revocation.lastGoodSize)
            fail("revoked-key", "checkpoint",
                "The log's key was revoked: nothing past its first "
                    + std::to_string(revocation.lastGoodSize) + " entries is believed.");
    }
}

/// False where the log is shorter now.
bool Auditor::expectEarlier(const tlog::Checkpoint& earlier, const std::string& whose)
{
    if (earlier.size > m_report.size) {
        fail("shrunk", "checkpoint",
            "The log had " + std::to_string(earlier.size) + " entries before and now shows "
                + std::to_string(m_report.size) + ".");
        return false;
    }
    m_earlier.push_back({earlier, whose, std::nullopt});
    if (earlier.size == 0)
        m_earlier.back().root = tlog::emptyRoot();
    return true;
}

void Auditor::openSince(const tlog::VerifierKey& log)
{
    if (!m_options.since)
        return;
    const auto since = tlog::openCheckpoint(*m_options.since, log);
    if (!since)
        fail("bad-since", {}, "The earlier checkpoint: " + since.error().what);
    else if (expectEarlier(since->checkpoint, "the earlier checkpoint"))
        m_report.since = since->checkpoint.size;
}

void Auditor::openState(const tlog::VerifierKey& log)
{
    if (!m_options.state)
        return;
    const AuditState& state = *m_options.state;
    const auto kept = tlog::openCheckpoint(state.checkpoint, log);
    if (!kept) {
        fail("bad-state", {}, "The checkpoint of the earlier audit: " + kept.error().what);
        return;
    }
    const std::string whose = "the checkpoint of the earlier audit";
    if (state.policy != policyHash(m_policy)) {
        add({Finding::Severity::Note, "other-policy", {}, {},
            "The earlier audit was made under another policy, so everything was checked anew."});
        if (expectEarlier(kept->checkpoint, whose) && !m_report.since)
            m_report.since = kept->checkpoint.size;
    } else if (kept->checkpoint.size <= m_report.size) {
        m_resumed = kept->checkpoint;
        m_report.resumedFrom = m_resumed->size;
        m_edge = state.edge;
        m_order.resume(state.order);
        m_upper.resume(state.upper, m_resumed->size);
        m_openedWith = state.ceremony;
    } else
        static_cast<void>(expectEarlier(kept->checkpoint, whose));
}

void Auditor::readEntries(const tlog::VerifierKey& log)
{
    const std::uint64_t size = m_report.size;
    const std::uint64_t done = m_edge.size(); // the bundle that it ends in is read once more
    const std::uint64_t first = done == size ? bundleCount(size) : done / tlog::tileWidth;
    Pipeline<BundleFacts> pipeline(
        bundleCount(size) - first, workersFor(m_source, m_options.threads));
    pipeline.run(
        [&]() -> Pipeline<BundleFacts>::Worker {
            auto verifier = std::make_shared<crypto::Verifier>(log.key);
            return [this, verifier, size, first, kid = log.id()](std::uint64_t i) {
                return checkBundle(m_source, bundleAt(first + i, size), kid, *verifier);
            };
        },
        [&](std::uint64_t i, BundleFacts facts) {
            take(bundleAt(first + i, size), std::move(facts));
            if (m_options.progress)
                m_options.progress(
                    std::min((first + i + 1) * tlog::tileWidth, size) - done, size - done);
        });
    if (!m_gap)
        m_upper.finish();
}

void Auditor::take(const Tile& bundle, BundleFacts facts)
{
    for (Finding& finding : facts.findings) {
        // What follows a stretch that a network withheld has lost its place in the order.
        m_cut = m_cut || (finding.kind == "unreadable-bundle" && m_source.interruption());
        add(std::move(finding));
    }
    m_gap = m_gap || m_cut;
    if (m_cut)
        return;
    Effort& effort = m_report.effort;
    effort.signatures += facts.effort.signatures;
    effort.hashing += facts.effort.hashing;
    effort.decoding += facts.effort.decoding;
    effort.reading += facts.effort.reading;

    Stopwatch watch(Stopwatch::Of::Processor);
    const std::uint64_t first = bundle.index * tlog::tileWidth;
    const std::uint64_t known = m_resumed && m_resumed->size > first ? m_resumed->size - first : 0;
    for (std::size_t i = known; i < facts.entries.size(); ++i)
        takeEntry(first + i, facts.entries[i]);
    effort.decoding += watch.lap();
    if (facts.leaves && !m_gap)
        appendLeaves(std::span(*facts.leaves).subspan(known));
    else
        m_gap = true;
    effort.hashing += watch.lap();
}

void Auditor::takeEntry(std::uint64_t index, const std::optional<pledge::Entry>& entry)
{
    if (m_options.entry)
        m_options.entry(index, entry ? &*entry : nullptr);
    if (!entry) {
        m_order.skip(index);
        return;
    }
    if (const auto* opened = std::get_if<pledge::Opened>(&entry->body);
        opened != nullptr && index == 0)
        m_openedWith = opened->ceremony;
    m_order.follow(index, *entry);
}

void Auditor::appendLeaves(std::span<const crypto::Hash> leaves)
{
    for (const crypto::Hash& leaf : leaves) {
        m_edge.append(leaf, [this](const tlog::Node& node, const crypto::Hash& hash) {
            m_upper.completed(node, hash);
        });
        for (Earlier& earlier : m_earlier)
            if (m_edge.size() == earlier.checkpoint.size)
                earlier.root = m_edge.root();
    }
}

void Auditor::compareRoots()
{
    if (m_gap) {
        if (!m_source.interruption())
            fail("root-unknown", {},
                "Entries are missing, so the root of the log cannot be computed.");
        return;
    }
    if (m_edge.root() == m_report.root)
        return;
    // Either what is new was changed, or what the earlier audit saw: the tiles tell which.
    if (m_resumed && !leadsTo(*m_resumed))
        rewritten("the checkpoint of the earlier audit", m_resumed->size);
    else
        fail("root-differs", "checkpoint",
            "The entries do not lead to the signed root: they were changed after signing.");
}

bool Auditor::leadsTo(const tlog::Checkpoint& older) const
{
    return continues(m_source, older, m_checkpoint.checkpoint).value_or(false);
}

void Auditor::rewritten(const std::string& whose, std::uint64_t size)
{
    fail("rewritten", {},
        "The log does not continue " + whose + " of size " + std::to_string(size)
            + ": its history was rewritten. Keep both checkpoints as evidence.");
}

void Auditor::compareEarlier()
{
    for (const Earlier& earlier : m_earlier) {
        const tlog::Checkpoint& checkpoint = earlier.checkpoint;
        // Below what is read again, only the tiles can show it.
        const bool passed = !m_resumed || checkpoint.size > m_resumed->size || checkpoint.size == 0;
        const bool same = passed ? earlier.root == checkpoint.root : leadsTo(checkpoint);
        if (!same && !m_gap && !m_source.interruption())
            rewritten(earlier.whose, checkpoint.size);
    }
}

std::optional<crypto::Hash> Auditor::commitmentOf(std::uint64_t index) const
{
    const Tile bundle = bundleAt(index / tlog::tileWidth, m_report.size);
    const auto bytes = m_source.read(tlog::tilePath(bundle), maxFileSize(bundle));
    if (!bytes)
        return std::nullopt;
    const auto entries = tlog::parseBundle(*bytes, bundle.width);
    if (!entries)
        return std::nullopt;
    const auto sealed = pledge::decodeEntry((*entries)[index % tlog::tileWidth]);
    if (!sealed || !std::holds_alternative<pledge::Signed>(sealed->entry.body))
        return std::nullopt;
    return std::get<pledge::Signed>(sealed->entry.body).commitment;
}

void Auditor::compareTwins()
{
    for (const auto& [first, second] : m_order.suspectedTwins()) {
        const auto one = commitmentOf(first);
        const auto other = commitmentOf(second);
        if (!one || !other)
            add({Finding::Severity::Failure, "unreadable-twin", {}, second,
                "Its commitment begins like that of entry " + std::to_string(first)
                    + ", and they can no longer be compared."});
        else if (one == other)
            add({Finding::Severity::Failure, "same-commitment", {}, second,
                "Its commitment is that of entry " + std::to_string(first)
                    + ": the same signature stands twice."});
    }
}

void Auditor::checkCeremony()
{
    const auto bytes = m_source.read("ceremony.toml", pledge::maxCeremonySize);
    if (!bytes) {
        fail("unreadable-ceremony", "ceremony.toml", bytes.error().what);
        return;
    }
    if (!m_openedWith)
        return; // the first entry has its own finding
    if (crypto::sha256(*bytes) != *m_openedWith) {
        fail("ceremony-differs", "ceremony.toml",
            "It is not the text that was signed: its SHA-256 is not the one in entry 0.");
        return;
    }
    auto ceremony = pledge::parseCeremony(base::asText(*bytes));
    const auto origin = pledge::parseOrigin(m_report.origin);
    if (!ceremony)
        fail("bad-ceremony", "ceremony.toml", ceremony.error().what);
    else if (origin && (origin->ceremony != ceremony->id || origin->domain != ceremony->domain))
        fail("other-ceremony", "ceremony.toml",
            "It is not the ceremony that the log's origin names.");
    else
        m_report.ceremony = std::move(*ceremony);
}

/// Older partial tiles may stay beside the tile that outgrew them: each must be its beginning.
void Auditor::checkOtherFiles()
{
    auto paths = m_source.list();
    if (!paths) {
        fail("unreadable-log", {}, paths.error().what);
        return;
    }
    if (!*paths)
        return; // a server does not say what else it has
    m_report.filesListed = true;
    std::set<std::string> missing;
    for (const Tile& tile : tlog::tilesOf(m_report.size))
        missing.insert(tlog::tilePath(tile));
    std::sort((*paths)->begin(), (*paths)->end());
    for (const std::string& path : **paths) {
        if (missing.erase(path) != 0 || path == "checkpoint" || path == "ceremony.toml"
            || path == "policy")
            continue;
        if (const auto tile = tlog::parseTilePath(path))
            checkOlderPartial(path, *tile);
        else
            add({Finding::Severity::Note, "unexpected-file", path, {}, "It is no file of a log."});
    }
    // Those that this audit read have their finding.
    for (const std::string& path : missing)
        if (m_resumed)
            fail("missing-file", path, "It was there at the earlier audit, or should be by now.");
}

void Auditor::checkOlderPartial(const std::string& path, const Tile& tile)
{
    const unsigned shift = tile.level == Tile::entriesLevel
        ? 0
        : static_cast<unsigned>(tile.level) * tlog::tileHeight;
    const std::uint64_t nodes = shift < 64 ? m_report.size >> shift : 0;
    const std::uint64_t first = tile.index * tlog::tileWidth;
    if (tile.index > nodes / tlog::tileWidth || first + tile.width > nodes) {
        add({Finding::Severity::Note, "ahead-of-checkpoint", path, {},
            "It belongs to a later checkpoint, which is not published yet."});
        return;
    }
    Tile whole = tile;
    whole.width = static_cast<unsigned>(std::min<std::uint64_t>(nodes - first, tlog::tileWidth));
    const auto part = m_source.read(path, maxFileSize(tile));
    const auto all = m_source.read(tlog::tilePath(whole), maxFileSize(whole));
    if (!part || !all) {
        fail("unreadable-tile", path, !part ? part.error().what : all.error().what);
        return;
    }
    std::size_t expected = tile.width * crypto::Hash::size;
    if (tile.level == Tile::entriesLevel) {
        const auto entries = tlog::parseBundle(*all, whole.width);
        if (!entries)
            return; // the bundle has its own finding
        const BytesView last = (*entries)[tile.width - 1];
        expected = static_cast<std::size_t>(last.data() + last.size() - all->data());
    }
    if (part->size() != expected || all->size() < expected
        || !std::equal(part->begin(), part->end(), all->begin()))
        fail("tile-differs", path, "It is not the beginning of " + tlog::tilePath(whole) + ".");
}

void Auditor::keepState()
{
    const OrderMemory& order = m_order.memory();
    if (!m_options.keepState || m_unsound || m_gap || m_report.interruption || !m_openedWith
        || m_edge.size() > maxStateEntries || order.sessions.size() > maxStateSessions)
        return;
    AuditState state;
    state.policy = policyHash(m_policy);
    state.checkpoint = m_checkpoint.note.serialize();
    state.edge = m_edge;
    state.upper = m_upper.partial();
    state.ceremony = *m_openedWith;
    state.order = order;
    m_report.state = std::make_shared<const AuditState>(std::move(state));
}

} // namespace

double Effort::share(Time part) const
{
    const auto all = signatures + hashing + decoding + reading;
    return all.count() == 0 ? 0
                            : static_cast<double>(part.count()) / static_cast<double>(all.count());
}

bool Report::holds() const
{
    return !interruption
        && std::none_of(findings.begin(), findings.end(),
            [](const Finding& finding) { return finding.severity == Finding::Severity::Failure; });
}

Report audit(const Source& source, const tlog::Policy& policy, const Options& options)
{
    return Auditor(source, policy, options).run();
}

} // namespace ikrar::audit
