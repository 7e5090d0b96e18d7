#include "audit/audit.h"

#include "audit/bundle_check.h"
#include "audit/order.h"
#include "audit/pipeline.h"
#include "audit/upper_tiles.h"
#include "pledge/ceremony.h"
#include "tlog/cosignature.h"
#include "tlog/tile.h"

#include <algorithm>
#include <set>
#include <thread>

namespace ikrar::audit {

namespace {

using tlog::Tile;

constexpr std::size_t maxFindings = 1000;

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
    void judgeWitnesses();
    void openSince(const tlog::VerifierKey& log);
    void readEntries(const tlog::VerifierKey& log);
    void take(const Tile& bundle, BundleFacts facts);
    void takeEntry(std::uint64_t index, const std::optional<pledge::Entry>& entry);
    void appendLeaves(const std::vector<crypto::Hash>& leaves);
    void compareRoots();
    void compareTwins();
    void checkCeremony();
    void checkOtherFiles();
    void checkOlderPartial(const std::string& path, const Tile& tile);
    [[nodiscard]] std::optional<crypto::Hash> commitmentOf(std::uint64_t index) const;

    const Source& m_source;
    const tlog::Policy& m_policy;
    const Options& m_options;
    Report m_report;
    Order m_order;
    UpperTiles m_upper;
    tlog::RightEdge m_edge;
    bool m_gap = false; ///< a stretch of leaves is unknown, so no root can be computed
    tlog::OpenedCheckpoint m_checkpoint;
    std::optional<tlog::Checkpoint> m_since;
    std::optional<crypto::Hash> m_sinceRoot;
    std::optional<crypto::Hash> m_openedWith;
};

Report Auditor::run()
{
    if (const tlog::Policy::Log* log = openCheckpoint()) {
        judgeWitnesses();
        openSince(log->key);
        readEntries(log->key);
        compareRoots();
        compareTwins();
        checkCeremony();
        checkOtherFiles();
    }
    m_report.signedEntries = m_order.signedEntries();
    m_report.voidedEntries = m_order.voidedEntries();
    m_report.sessions = m_order.sessions();
    m_report.closed = m_order.closed();
    return std::move(m_report);
}

void Auditor::add(Finding finding)
{
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

void Auditor::judgeWitnesses()
{
    std::set<std::string> good;
    for (const tlog::NoteSignature& signature : m_checkpoint.note.signatures) {
        for (const tlog::Policy::Witness* witness : m_policy.witnessesById(signature.id)) {
            if (witness->key.name != signature.name)
                continue;
            if (tlog::verifyCosignature(m_checkpoint.checkpoint, signature.bytes, witness->key))
                good.insert(witness->name);
            else
                fail("bad-cosignature", "checkpoint",
                    "The cosignature of " + witness->name + " is not good.");
        }
    }
    m_report.quorumAsked = m_policy.quorum().has_value();
    m_report.quorumMet = m_policy.satisfiedBy(good);
    m_report.witnesses.assign(good.begin(), good.end());
    if (!m_report.quorumMet)
        fail("quorum-not-met", "checkpoint",
            "The policy asks for more cosignatures than it carries.");
}

void Auditor::openSince(const tlog::VerifierKey& log)
{
    if (!m_options.since)
        return;
    const auto since = tlog::openCheckpoint(*m_options.since, log);
    if (!since)
        fail("bad-since", {}, "The earlier checkpoint: " + since.error().what);
    else if (since->checkpoint.size > m_report.size)
        fail("shrunk", "checkpoint",
            "The log had " + std::to_string(since->checkpoint.size)
                + " entries before and now shows " + std::to_string(m_report.size) + ".");
    else
        m_since = since->checkpoint;
    if (m_since && m_since->size == 0)
        m_sinceRoot = tlog::emptyRoot();
}

void Auditor::readEntries(const tlog::VerifierKey& log)
{
    const std::uint64_t size = m_report.size;
    const std::uint64_t bundles = (size + tlog::tileWidth - 1) / tlog::tileWidth;
    const auto bundleAt = [size](std::uint64_t i) {
        return Tile{Tile::entriesLevel, i,
            static_cast<unsigned>(
                std::min<std::uint64_t>(size - i * tlog::tileWidth, tlog::tileWidth))};
    };
    const unsigned threads = m_options.threads != 0
        ? m_options.threads
        : std::max(1U, std::thread::hardware_concurrency());
    Pipeline<BundleFacts> pipeline(bundles, threads);
    pipeline.run(
        [&]() -> Pipeline<BundleFacts>::Worker {
            auto verifier = std::make_shared<crypto::Verifier>(log.key);
            return [this, verifier, bundleAt, kid = log.id()](std::uint64_t i) {
                return checkBundle(m_source, bundleAt(i), kid, *verifier);
            };
        },
        [&](std::uint64_t i, BundleFacts facts) {
            take(bundleAt(i), std::move(facts));
            if (m_options.progress)
                m_options.progress(std::min((i + 1) * tlog::tileWidth, size), size);
        });
    if (!m_gap)
        m_upper.finish();
}

void Auditor::take(const Tile& bundle, BundleFacts facts)
{
    for (Finding& finding : facts.findings)
        add(std::move(finding));
    for (std::size_t i = 0; i < facts.entries.size(); ++i)
        takeEntry(bundle.index * tlog::tileWidth + i, facts.entries[i]);
    if (facts.leaves && !m_gap)
        appendLeaves(*facts.leaves);
    else
        m_gap = true;
}

void Auditor::takeEntry(std::uint64_t index, const std::optional<pledge::Entry>& entry)
{
    if (!entry) {
        m_order.skip(index);
        return;
    }
    if (const auto* opened = std::get_if<pledge::Opened>(&entry->body);
        opened != nullptr && index == 0)
        m_openedWith = opened->ceremony;
    m_order.follow(index, *entry);
}

void Auditor::appendLeaves(const std::vector<crypto::Hash>& leaves)
{
    for (const crypto::Hash& leaf : leaves) {
        m_edge.append(leaf, [this](const tlog::Node& node, const crypto::Hash& hash) {
            m_upper.completed(node, hash);
        });
        if (m_since && m_edge.size() == m_since->size)
            m_sinceRoot = m_edge.root();
    }
}

void Auditor::compareRoots()
{
    if (m_gap) {
        fail("root-unknown", {}, "Entries are missing, so the root of the log cannot be computed.");
        return;
    }
    if (m_edge.root() != m_report.root)
        fail("root-differs", "checkpoint",
            "The entries do not lead to the signed root: they were changed after signing.");
    if (m_since && m_sinceRoot != m_since->root)
        fail("rewritten", {},
            "The log does not continue the earlier checkpoint of size "
                + std::to_string(m_since->size) + ": its history was rewritten.");
}

std::optional<crypto::Hash> Auditor::commitmentOf(std::uint64_t index) const
{
    const std::uint64_t number = index / tlog::tileWidth;
    const Tile bundle{Tile::entriesLevel, number,
        static_cast<unsigned>(
            std::min<std::uint64_t>(m_report.size - number * tlog::tileWidth, tlog::tileWidth))};
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
        const auto commitment = commitmentOf(first);
        if (commitment && commitment == commitmentOf(second))
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
    const auto ceremony = pledge::parseCeremony(base::asText(*bytes));
    const auto origin = pledge::parseOrigin(m_report.origin);
    if (!ceremony)
        fail("bad-ceremony", "ceremony.toml", ceremony.error().what);
    else if (origin && (origin->ceremony != ceremony->id || origin->domain != ceremony->domain))
        fail("other-ceremony", "ceremony.toml",
            "It is not the ceremony that the log's origin names.");
}

/// Older partial tiles may stay beside the tile that outgrew them: each must be its beginning.
void Auditor::checkOtherFiles()
{
    auto paths = m_source.list();
    if (!paths) {
        fail("unreadable-log", {}, paths.error().what);
        return;
    }
    std::sort(paths->begin(), paths->end());
    std::set<std::string> known{"checkpoint", "ceremony.toml", "policy"};
    for (const Tile& tile : tlog::tilesOf(m_report.size))
        known.insert(tlog::tilePath(tile));
    for (const std::string& path : *paths) {
        if (known.contains(path))
            continue;
        if (const auto tile = tlog::parseTilePath(path))
            checkOlderPartial(path, *tile);
        else
            add({Finding::Severity::Note, "unexpected-file", path, {}, "It is no file of a log."});
    }
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

} // namespace

bool Report::holds() const
{
    return std::none_of(findings.begin(), findings.end(),
        [](const Finding& finding) { return finding.severity == Finding::Severity::Failure; });
}

Report audit(const Source& source, const tlog::Policy& policy, const Options& options)
{
    return Auditor(source, policy, options).run();
}

} // namespace ikrar::audit
