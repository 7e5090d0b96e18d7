#include "audit/bundle_check.h"

#include "audit/stopwatch.h"

#include <algorithm>
#include <thread>

namespace ikrar::audit {

namespace {

using tlog::Tile;

std::optional<std::vector<crypto::Hash>> readHashes(
    const Source& source, const Tile& tile, std::vector<Finding>& findings)
{
    const std::string path = tlog::tilePath(tile);
    const auto bytes = source.read(path, maxFileSize(tile));
    if (!bytes) {
        findings.push_back(
            {Finding::Severity::Failure, "unreadable-tile", path, {}, bytes.error().what});
        return std::nullopt;
    }
    if (bytes->size() != tile.width * crypto::Hash::size) {
        findings.push_back({Finding::Severity::Failure, "tile-size", path, {},
            "It has " + std::to_string(bytes->size()) + " bytes instead of "
                + std::to_string(tile.width * crypto::Hash::size) + "."});
        return std::nullopt;
    }
    std::vector<crypto::Hash> hashes(tile.width);
    for (std::size_t i = 0; i < hashes.size(); ++i)
        std::copy_n(bytes->begin() + static_cast<std::ptrdiff_t>(i * crypto::Hash::size),
            crypto::Hash::size, hashes[i].bytes.begin());
    return hashes;
}

/// What is wrong with an entry on its own: kind and sentence.
using Fault = std::optional<std::pair<const char*, std::string>>;

Fault decode(BytesView bytes, tlog::KeyId kid, std::optional<pledge::Entry>& entry)
{
    const auto sealed = pledge::decodeEntry(bytes);
    if (!sealed)
        return std::pair("bad-entry", "It is no entry: " + sealed.error().what);
    if (sealed->kid != kid)
        return std::pair("foreign-entry", std::string("It names another log's key."));
    entry = sealed->entry;
    return std::nullopt;
}

/// Each bundle is gone through once for each kind of work, so that its time is told by two looks at
/// the clock.
class BundleCheck
{
public:
    BundleCheck(const Source& source, const Tile& bundle, BundleFacts& facts)
        : m_source(source)
        , m_bundle(bundle)
        , m_facts(facts)
        , m_path(tlog::tilePath(bundle))
    {
    }

    void run(tlog::KeyId kid, const crypto::Verifier& log)
    {
        const Tile tile{0, m_bundle.index, m_bundle.width};
        Stopwatch watch(Stopwatch::Of::Wall);
        m_facts.leaves = readHashes(m_source, tile, m_facts.findings);
        const auto bytes = m_source.read(m_path, maxFileSize(m_bundle));
        m_facts.effort.reading = watch.lap();
        if (!bytes)
            return fault("unreadable-bundle", {}, bytes.error().what);
        const auto entries = tlog::parseBundle(*bytes, m_bundle.width);
        if (!entries)
            return fault("bad-bundle", {}, entries.error().what);
        judge(*entries, kid, log);
        compare(*entries, tile);
    }

private:
    void fault(const char* kind, std::optional<std::uint64_t> at, std::string what)
    {
        if (at)
            at = m_bundle.index * tlog::tileWidth + *at;
        m_facts.findings.push_back({Finding::Severity::Failure, kind, m_path, at, std::move(what)});
    }

    void judge(const std::vector<BytesView>& entries, tlog::KeyId kid, const crypto::Verifier& log)
    {
        Stopwatch watch(Stopwatch::Of::Processor);
        for (std::size_t i = 0; i < entries.size(); ++i)
            if (const Fault wrong = decode(entries[i], kid, m_facts.entries[i]))
                fault(wrong->first, i, wrong->second);
        m_facts.effort.decoding = watch.lap();
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (!m_facts.entries[i] || pledge::verifyEntry(entries[i], log))
                continue;
            fault("bad-entry-signature", i, "Its signature is not the log's.");
            m_facts.entries[i].reset();
        }
        m_facts.effort.signatures = watch.lap();
    }

    /// Holds each leaf against the tile. Where an entry is bad the tile's hash stands in for its
    /// leaf, so that the rest of the tree can still be judged.
    void compare(const std::vector<BytesView>& entries, const Tile& tile)
    {
        Stopwatch watch(Stopwatch::Of::Processor);
        const bool haveTile = m_facts.leaves.has_value();
        if (!haveTile)
            m_facts.leaves.emplace(m_bundle.width);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (haveTile && !m_facts.entries[i])
                continue;
            crypto::Hash& stated = (*m_facts.leaves)[i];
            const crypto::Hash leaf = tlog::leafHash(entries[i]);
            if (haveTile && stated != leaf)
                m_facts.findings.push_back({Finding::Severity::Failure, "tile-differs",
                    tlog::tilePath(tile), m_bundle.index * tlog::tileWidth + i,
                    "Its hash is not that of the entry in " + m_path + "."});
            stated = leaf;
        }
        m_facts.effort.hashing = watch.lap();
    }

    const Source& m_source;
    const Tile& m_bundle;
    BundleFacts& m_facts;
    std::string m_path;
};

} // namespace

std::size_t maxFileSize(const Tile& tile)
{
    const std::size_t one
        = tile.level == Tile::entriesLevel ? tlog::maxEntrySize + 2 : crypto::Hash::size;
    return tile.width * one;
}

std::uint64_t bundleCount(std::uint64_t size)
{
    return (size + tlog::tileWidth - 1) / tlog::tileWidth;
}

Tile bundleAt(std::uint64_t number, std::uint64_t size)
{
    const std::uint64_t left = size - number * tlog::tileWidth;
    return {Tile::entriesLevel, number,
        static_cast<unsigned>(std::min<std::uint64_t>(left, tlog::tileWidth))};
}

unsigned workersFor(const Source& source, unsigned asked)
{
    return asked != 0 ? asked : std::max(std::thread::hardware_concurrency(), source.readers());
}

BundleFacts checkBundle(
    const Source& source, const Tile& bundle, tlog::KeyId kid, const crypto::Verifier& log)
{
    BundleFacts facts;
    facts.entries.resize(bundle.width);
    BundleCheck(source, bundle, facts).run(kid, log);
    return facts;
}

} // namespace ikrar::audit
