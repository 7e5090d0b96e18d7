#include "audit/bundle_check.h"

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

/// What is wrong with an entry on its own, if anything.
std::optional<std::pair<std::string, std::string>> judgeEntry(BytesView bytes, tlog::KeyId kid,
    const crypto::Verifier& log, std::optional<pledge::Entry>& entry)
{
    auto sealed = pledge::decodeEntry(bytes);
    if (!sealed)
        return std::pair{std::string("bad-entry"), "It is no entry: " + sealed.error().what};
    if (sealed->kid != kid)
        return std::pair{std::string("foreign-entry"), std::string("It names another log's key.")};
    if (!pledge::verifyEntry(bytes, log))
        return std::pair{
            std::string("bad-entry-signature"), std::string("Its signature is not the log's.")};
    entry = sealed->entry;
    return std::nullopt;
}

} // namespace

std::size_t maxFileSize(const Tile& tile)
{
    const std::size_t one
        = tile.level == Tile::entriesLevel ? tlog::maxEntrySize + 2 : crypto::Hash::size;
    return tile.width * one;
}

BundleFacts checkBundle(
    const Source& source, const Tile& bundle, tlog::KeyId kid, const crypto::Verifier& log)
{
    BundleFacts facts;
    facts.entries.resize(bundle.width);
    const Tile tile{0, bundle.index, bundle.width};
    facts.leaves = readHashes(source, tile, facts.findings);

    const std::string path = tlog::tilePath(bundle);
    const auto bytes = source.read(path, maxFileSize(bundle));
    if (!bytes) {
        facts.findings.push_back(
            {Finding::Severity::Failure, "unreadable-bundle", path, {}, bytes.error().what});
        return facts;
    }
    const auto entries = tlog::parseBundle(*bytes, bundle.width);
    if (!entries) {
        facts.findings.push_back(
            {Finding::Severity::Failure, "bad-bundle", path, {}, entries.error().what});
        return facts;
    }

    const bool haveTile = facts.leaves.has_value();
    if (!haveTile)
        facts.leaves.emplace(bundle.width);
    for (std::size_t i = 0; i < entries->size(); ++i) {
        const std::uint64_t index = bundle.index * tlog::tileWidth + i;
        const crypto::Hash leaf = tlog::leafHash((*entries)[i]);
        if (const auto wrong = judgeEntry((*entries)[i], kid, log, facts.entries[i])) {
            // The tile's hash stands in for the leaf, so that the rest of the tree can still be
            // judged.
            facts.findings.push_back(
                {Finding::Severity::Failure, wrong->first, path, index, wrong->second});
            if (!haveTile)
                (*facts.leaves)[i] = leaf;
            continue;
        }
        if (haveTile && (*facts.leaves)[i] != leaf)
            facts.findings.push_back({Finding::Severity::Failure, "tile-differs",
                tlog::tilePath(tile), index, "Its hash is not that of the entry in " + path + "."});
        (*facts.leaves)[i] = leaf;
    }
    return facts;
}

} // namespace ikrar::audit
