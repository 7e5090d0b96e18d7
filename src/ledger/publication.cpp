#include "ledger/publication.h"

#include "tlog/cosignature.h"

#include <algorithm>
#include <system_error>

namespace ikrar::ledger {

namespace {

using tlog::Tile;

constexpr const char* policyName = "policy";
constexpr std::size_t maxPolicy = std::size_t{1} << 20U;

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

/// Each under the name of the key in the policy that made it: a key ID may be shared.
void addCosignatures(tlog::Note& note, const tlog::Checkpoint& checkpoint,
    const std::vector<receipt::Receipt::Signature>& cosignatures, const tlog::Policy& policy)
{
    for (const auto& cosignature : cosignatures) {
        for (const auto* witness : policy.witnessesById(cosignature.id)) {
            if (tlog::verifyCosignature(checkpoint, cosignature.bytes, witness->key))
                note.signatures.push_back({witness->key.name, cosignature.id, cosignature.bytes});
        }
    }
}

/// Whether `there` carries all that `wanted` does.
bool saysAll(const tlog::Note& there, const tlog::Note& wanted)
{
    return std::all_of(wanted.signatures.begin(), wanted.signatures.end(),
        [&there](const tlog::NoteSignature& signature) {
            return std::find(there.signatures.begin(), there.signatures.end(), signature)
                != there.signatures.end();
        });
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

Result<std::optional<tlog::OpenedCheckpoint>> Publication::published(
    const tlog::VerifierKey& log) const
{
    const auto bytes = base::readFile(m_directory / "checkpoint", tlog::maxNoteSize);
    if (!bytes) {
        const bool none = bytes.error().kind == Error::Kind::Missing
            || bytes.error().kind == Error::Kind::TooLarge;
        if (none)
            return std::nullopt;
        return tl::unexpected(bytes.error());
    }
    auto opened = tlog::openCheckpoint(base::asText(*bytes), log);
    if (!opened)
        return std::nullopt;
    return std::move(*opened);
}

Result<tlog::Policy> Publication::policy(const tlog::VerifierKey& log) const
{
    const auto text = base::readFile(m_directory / policyName, maxPolicy);
    if (!text && text.error().kind == Error::Kind::Missing)
        return tlog::Policy::forLog(log);
    if (!text)
        return tl::unexpected(text.error());
    auto policy
        = text->empty() ? tlog::Policy::forLog(log) : tlog::Policy::parse(base::asText(*text));
    if (!policy)
        return fail(Error::Kind::Malformed,
            (m_directory / policyName).string() + ": " + policy.error().what);
    const auto* named = policy->logByOrigin(log.name);
    if (named == nullptr || named->key != log)
        return fail(Error::Kind::Malformed,
            (m_directory / policyName).string() + " does not name this log's key");
    return policy;
}

Result<std::optional<std::string>> contradiction(
    const tlog::Checkpoint& held, const Store& store, std::uint64_t size, const std::string& what)
{
    if (held.size > size)
        return what + " has " + std::to_string(held.size) + " entries, the database "
            + std::to_string(size) + ": it was rolled back.";
    return store.entries.edge(held.size).map([&](const tlog::RightEdge& edge) {
        std::optional<std::string> why;
        if (edge.root() != held.root)
            why = what + " of " + std::to_string(held.size)
                + " entries has another root than the database: it was rolled back.";
        return why;
    });
}

Result<void> Publication::bringUpTo(
    std::uint64_t size, const std::optional<tlog::OpenedCheckpoint>& published, const Store& store)
{
    const std::uint64_t from = published ? published->checkpoint.size : 0;
    const auto note = noteFor(size, store);
    if (!note)
        return tl::unexpected(note.error());
    const bool letOut = from == size && saysAll(published->note, *note);
    m_idle = m_checked && letOut;
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
        .and_then([&] {
            return letOut ? Result<void>()
                          : base::replaceFile(m_files, m_directory / "checkpoint",
                              base::asBytes(note->serialize()));
        })
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
            // What its owner wrote there stays, also what cannot be read: they are told elsewhere.
            const auto there = base::readFile(m_directory / policyName, maxPolicy);
            const bool none = there ? there->empty() : there.error().kind == Error::Kind::Missing;
            const std::string text = tlog::Policy::forLog(store.logKey).text();
            return none ? base::replaceFile(m_files, m_directory / policyName, base::asBytes(text))
                        : Result<void>();
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

Result<tlog::Note> Publication::noteFor(std::uint64_t size, const Store& store) const
{
    const auto checkpoint = store.checkpoints.at(size);
    if (!checkpoint)
        return tl::unexpected(checkpoint.error());
    if (!*checkpoint)
        return fail(Error::Kind::Malformed,
            "ikrar.sqlite has no checkpoint of " + std::to_string(size) + " entries");
    tlog::Note note = noteOf(**checkpoint, store.logKey);
    const auto cosignatures = store.checkpoints.cosignatures(size);
    if (!cosignatures)
        return tl::unexpected(cosignatures.error());
    if (!cosignatures->empty())
        addCosignatures(note, {store.logKey.name, size, (*checkpoint)->root}, *cosignatures,
            policy(store.logKey).value_or(tlog::Policy::forLog(store.logKey)));
    return note;
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
