#include "audit/upper_tiles.h"

#include "audit/bundle_check.h"

namespace ikrar::audit {

void UpperTiles::resume(Partial partial, std::uint64_t size)
{
    m_levels.clear();
    for (std::vector<crypto::Hash>& hashes : partial) {
        size >>= tlog::tileHeight;
        m_levels.push_back({size / tlog::tileWidth, std::move(hashes)});
    }
}

UpperTiles::Partial UpperTiles::partial() const
{
    Partial partial;
    for (const Level& level : m_levels)
        partial.push_back(level.hashes);
    return partial;
}

void UpperTiles::completed(const tlog::Node& node, const crypto::Hash& hash)
{
    if (node.level == 0 || node.level % tlog::tileHeight != 0)
        return;
    const std::size_t level = node.level / tlog::tileHeight - 1;
    if (m_levels.size() <= level)
        m_levels.resize(level + 1);
    m_levels[level].hashes.push_back(hash);
    if (m_levels[level].hashes.size() == tlog::tileWidth) {
        compare(level);
        ++m_levels[level].index;
        m_levels[level].hashes.clear();
    }
}

void UpperTiles::finish()
{
    for (std::size_t level = 0; level < m_levels.size(); ++level) {
        if (!m_levels[level].hashes.empty())
            compare(level);
    }
}

void UpperTiles::compare(std::size_t level)
{
    const Level& expected = m_levels[level];
    const tlog::Tile tile{
        static_cast<int>(level) + 1, expected.index, static_cast<unsigned>(expected.hashes.size())};
    const std::string path = tlog::tilePath(tile);
    const auto bytes = m_source.read(path, maxFileSize(tile));
    if (!bytes) {
        m_report({Finding::Severity::Failure, "unreadable-tile", path, {}, bytes.error().what});
        return;
    }
    Bytes implied;
    for (const crypto::Hash& hash : expected.hashes)
        base::append(implied, hash.view());
    if (*bytes != implied)
        m_report({Finding::Severity::Failure, "tile-differs", path, {},
            "Its hashes are not those that the entries below it lead to."});
}

} // namespace ikrar::audit
