#include "ledger/entry_table.h"

namespace ikrar::ledger {

namespace {

using crypto::Hash;

Error missing(std::uint64_t index)
{
    return {Error::Kind::Missing, "the store has no entry " + std::to_string(index)};
}

/// Where `node` stands: in the row of its last leaf.
std::uint64_t rowOf(const tlog::Node& node)
{
    return ((node.index + 1) << node.level) - 1;
}

Result<BytesView> subtree(BytesView subtrees, unsigned level)
{
    const std::size_t at = level * Hash::size;
    if (subtrees.size() < at + Hash::size)
        return fail(Error::Kind::Malformed, "ikrar.sqlite: a row lacks a hash of the tree");
    return subtrees.subspan(at, Hash::size);
}

} // namespace

EntryTable::EntryTable(const Database& database)
    : m_insert(database,
        QStringLiteral("INSERT INTO entries (entry_index, sealed, subtrees) VALUES (?, ?, ?)"))
    , m_sealed(database, QStringLiteral("SELECT sealed FROM entries WHERE entry_index = ?"))
    , m_subtrees(database, QStringLiteral("SELECT subtrees FROM entries WHERE entry_index = ?"))
    , m_sealedRange(database,
          QStringLiteral("SELECT sealed FROM entries WHERE entry_index >= ? AND entry_index < ?"
                         " ORDER BY entry_index"))
    , m_subtreesRange(database,
          QStringLiteral("SELECT subtrees FROM entries WHERE entry_index >= ? AND entry_index < ?"
                         " ORDER BY entry_index"))
{
}

Result<void> EntryTable::append(
    std::uint64_t index, BytesView sealed, const std::vector<Hash>& subtrees)
{
    Bytes hashes;
    hashes.reserve(subtrees.size() * Hash::size);
    for (const Hash& hash : subtrees)
        base::append(hashes, hash.view());
    return m_insert.run(index, sealed, hashes);
}

Result<Bytes> EntryTable::sealed(std::uint64_t index) const
{
    auto rows = m_sealed.select(index);
    if (!rows)
        return tl::unexpected(rows.error());
    const auto found = rows->next();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return tl::unexpected(missing(index));
    return rows->bytes(0);
}

Result<std::vector<Hash>> EntryTable::read(const std::vector<tlog::Node>& nodes) const
{
    std::vector<Hash> hashes;
    hashes.reserve(nodes.size());
    for (const tlog::Node& node : nodes) {
        auto rows = m_subtrees.select(rowOf(node));
        if (!rows)
            return tl::unexpected(rows.error());
        const auto found = rows->next();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return tl::unexpected(missing(rowOf(node)));
        const Bytes subtrees = rows->bytes(0);
        const auto hash = subtree(subtrees, node.level).and_then(Hash::fromBytes);
        if (!hash)
            return tl::unexpected(hash.error());
        hashes.push_back(*hash);
    }
    return hashes;
}

Result<tlog::RightEdge> EntryTable::edge(std::uint64_t size) const
{
    return read(tlog::RightEdge::nodes(size)).and_then([&](std::vector<Hash> hashes) {
        return tlog::RightEdge::from(size, std::move(hashes));
    });
}

Result<Bytes> EntryTable::tile(const tlog::Tile& tile) const
{
    if (tile.level == tlog::Tile::entriesLevel)
        return bundle(tile);
    if (tile.level == 0)
        return leaves(tile);
    std::vector<tlog::Node> nodes;
    nodes.reserve(tile.width);
    for (unsigned i = 0; i < tile.width; ++i)
        nodes.push_back({static_cast<unsigned>(tile.level) * tlog::tileHeight,
            tile.index * tlog::tileWidth + i});
    return read(nodes).map([](const std::vector<Hash>& hashes) {
        Bytes bytes;
        bytes.reserve(hashes.size() * Hash::size);
        for (const Hash& hash : hashes)
            base::append(bytes, hash.view());
        return bytes;
    });
}

Result<Bytes> EntryTable::leaves(const tlog::Tile& tile) const
{
    const std::uint64_t first = tile.index * tlog::tileWidth;
    auto rows = m_subtreesRange.select(first, first + tile.width);
    if (!rows)
        return tl::unexpected(rows.error());
    Bytes bytes;
    bytes.reserve(tile.width * Hash::size);
    for (unsigned i = 0; i < tile.width; ++i) {
        const auto found = rows->next();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return tl::unexpected(missing(first + i));
        const Bytes subtrees = rows->bytes(0);
        const auto hash = subtree(subtrees, 0);
        if (!hash)
            return tl::unexpected(hash.error());
        base::append(bytes, *hash);
    }
    return bytes;
}

Result<Bytes> EntryTable::bundle(const tlog::Tile& tile) const
{
    const std::uint64_t first = tile.index * tlog::tileWidth;
    auto rows = m_sealedRange.select(first, first + tile.width);
    if (!rows)
        return tl::unexpected(rows.error());
    Bytes bytes;
    for (unsigned i = 0; i < tile.width; ++i) {
        const auto found = rows->next();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return tl::unexpected(missing(first + i));
        tlog::appendToBundle(bytes, rows->bytes(0));
    }
    return bytes;
}

} // namespace ikrar::ledger
