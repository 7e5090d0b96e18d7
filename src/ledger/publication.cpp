#include "ledger/publication.h"

#include "tlog/policy.h"

#include <algorithm>
#include <system_error>

namespace ikrar::ledger {

namespace {

using tlog::Tile;

/// Whether a checkpoint was signed for a size of `first`..`last`.
Result<bool> letOut(const CheckpointTable& checkpoints, std::uint64_t first, std::uint64_t last)
{
    return checkpoints.covering(first - 1).map(
        [&](const std::optional<StoredCheckpoint>& next) { return next && next->size <= last; });
}

/// The partial tiles at one level of the sizes let out over `from` up to `size`, unless their full
/// tile stands.
Result<void> addPartials(std::set<Tile>& tiles, int level, std::uint64_t from, std::uint64_t size,
    const CheckpointTable& checkpoints)
{
    const unsigned shift = static_cast<unsigned>(level) * tlog::tileHeight;
    const std::uint64_t nodes = size >> shift;
    const std::uint64_t tile = nodes / tlog::tileWidth;
    std::uint64_t known = std::max(from >> shift, tile * tlog::tileWidth);
    while (known < nodes) {
        ++known;
        const std::uint64_t last = std::min(((known + 1) << shift) - 1, size);
        const auto needed = letOut(checkpoints, known << shift, last);
        if (!needed)
            return tl::unexpected(needed.error());
        if (!*needed)
            continue;
        const auto width = static_cast<unsigned>(known % tlog::tileWidth);
        tiles.insert({level, tile, width});
        if (level == 0)
            tiles.insert({Tile::entriesLevel, tile, width});
    }
    return {};
}

/// All that the log of `size` entries has and that of `from` had not, partials of every size let
/// out included.
Result<std::set<Tile>> tilesNeeded(
    std::uint64_t from, std::uint64_t size, const CheckpointTable& checkpoints)
{
    const auto since = tlog::tilesSince(from, size);
    std::set<Tile> tiles(since.begin(), since.end());
    for (int level = 0; size >> (static_cast<unsigned>(level) * tlog::tileHeight) > 0; ++level) {
        if (auto added = addPartials(tiles, level, from, size, checkpoints); !added)
            return tl::unexpected(added.error());
    }
    return tiles;
}

bool isThere(const base::Path& path, const Tile& tile)
{
    std::error_code missing;
    const auto size = std::filesystem::file_size(path, missing);
    if (missing || size == 0)
        return false;
    return tile.level == Tile::entriesLevel || size == tile.width * crypto::Hash::size;
}

Result<void> putUnlessThere(base::FileSystem& files, const base::Path& path, std::string_view text)
{
    const auto there = base::readFile(path, text.size());
    if (there && base::asText(*there) == text)
        return {};
    return base::replaceFile(files, path, base::asBytes(text));
}

Result<void> removeDirectory(base::FileSystem& files, const base::Path& directory)
{
    std::error_code missing;
    for (const auto& file : std::filesystem::directory_iterator(directory, missing)) {
        if (auto removed = files.remove(file.path()); !removed)
            return removed;
    }
    std::filesystem::remove(directory, missing);
    return {};
}

} // namespace

Publication::Publication(base::Path directory, base::FileSystem& files)
    : m_directory(std::move(directory))
    , m_files(files)
{
}

Result<std::optional<tlog::Checkpoint>> Publication::published(const tlog::VerifierKey& log) const
{
    const auto bytes = base::readFile(m_directory / "checkpoint", tlog::maxNoteSize);
    if (!bytes) {
        const bool none = bytes.error().kind == Error::Kind::Missing
            || bytes.error().kind == Error::Kind::TooLarge;
        if (none)
            return std::nullopt;
        return tl::unexpected(bytes.error());
    }
    const auto opened = tlog::openCheckpoint(base::asText(*bytes), log);
    if (!opened)
        return std::nullopt;
    return opened->checkpoint;
}

Result<std::optional<std::string>> Publication::contradiction(
    const tlog::Checkpoint& published, const Store& store, std::uint64_t size)
{
    if (published.size > size)
        return "The published checkpoint has " + std::to_string(published.size)
            + " entries, the database " + std::to_string(size) + ": it was rolled back.";
    return store.entries.edge(published.size).map([&](const tlog::RightEdge& edge) {
        std::optional<std::string> why;
        if (edge.root() != published.root)
            why = "The published checkpoint of " + std::to_string(published.size)
                + " entries has another root than the database: it was rolled back.";
        return why;
    });
}

Result<void> Publication::bringUpTo(
    std::uint64_t size, const std::optional<tlog::Checkpoint>& published, const Store& store)
{
    const std::uint64_t from = published ? published->size : 0;
    m_idle = m_checked && from == size;
    if (m_idle)
        return {};
    auto tiles = tilesNeeded(from, size, store.checkpoints);
    if (!tiles)
        return tl::unexpected(tiles.error());
    if (!m_checked) {
        auto repairs = damaged(size, from, store);
        if (!repairs)
            return tl::unexpected(repairs.error());
        tiles->merge(*repairs);
        if (auto described = putDescriptions(store); !described)
            return described;
    }
    return putTiles(*tiles, store.entries)
        .and_then([&] { return from == size ? Result<void>() : putCheckpoint(size, store); })
        .and_then([&] { return removePartials(m_checked ? from : 0, size); })
        .map([&] { m_checked = true; });
}

Result<void> Publication::putDescriptions(const Store& store)
{
    return base::makeDirectories(m_files, m_directory)
        .and_then([&] {
            return putUnlessThere(m_files, m_directory / "ceremony.toml", store.ceremony.toml);
        })
        .and_then([&] {
            return putUnlessThere(
                m_files, m_directory / "policy", tlog::Policy::forLog(store.logKey).text());
        });
}

Result<void> Publication::putTiles(const std::set<Tile>& tiles, const EntryTable& entries)
{
    FileBatch batch(m_files);
    for (const Tile& tile : tiles) {
        const auto bytes = entries.tile(tile);
        if (!bytes)
            return tl::unexpected(bytes.error());
        if (auto put = batch.put(m_directory / tlog::tilePath(tile), *bytes); !put)
            return put;
    }
    return batch.sync();
}

Result<void> Publication::putCheckpoint(std::uint64_t size, const Store& store)
{
    const auto checkpoint = store.checkpoints.at(size);
    if (!checkpoint)
        return tl::unexpected(checkpoint.error());
    if (!*checkpoint)
        return fail(Error::Kind::Malformed,
            "ikrar.sqlite has no checkpoint of " + std::to_string(size) + " entries");
    const std::string note = noteOf(**checkpoint, store.logKey).serialize();
    return base::replaceFile(m_files, m_directory / "checkpoint", base::asBytes(note));
}

Result<std::set<Tile>> Publication::damaged(
    std::uint64_t size, std::uint64_t published, const Store& store)
{
    auto needed = tilesNeeded(0, size, store.checkpoints);
    if (!needed || published == 0)
        return needed;
    std::erase_if(*needed,
        [&](const Tile& tile) { return isThere(m_directory / tlog::tilePath(tile), tile); });
    // The right edge was written last: it is compared byte by byte.
    for (const Tile& tile : tlog::tilesOf(published)) {
        if (tile.width == tlog::tileWidth)
            continue;
        const auto bytes = store.entries.tile(tile);
        if (!bytes)
            return tl::unexpected(bytes.error());
        const auto there = base::readFile(m_directory / tlog::tilePath(tile), bytes->size());
        const Tile full{tile.level, tile.index, tlog::tileWidth};
        const bool filled = isThere(m_directory / tlog::tilePath(full), full);
        if (!filled && (!there || *there != *bytes))
            needed->insert(tile);
    }
    return needed;
}

Result<void> Publication::removePartials(std::uint64_t from, std::uint64_t size)
{
    for (const Tile& tile : tlog::tilesSince(from, size)) {
        if (tile.width < tlog::tileWidth)
            continue;
        const base::Path partials = m_directory / (tlog::tilePath(tile) + ".p");
        std::error_code missing;
        if (!std::filesystem::is_directory(partials, missing))
            continue;
        if (auto removed = removeDirectory(m_files, partials); !removed)
            return removed;
    }
    return {};
}

} // namespace ikrar::ledger
