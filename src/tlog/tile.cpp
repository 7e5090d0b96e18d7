#include "tlog/tile.h"

#include "tlog/text.h"

#include <algorithm>
#include <cassert>

namespace ikrar::tlog {

namespace {

constexpr std::uint64_t groupBase = 1000;
constexpr std::size_t groupDigits = 3;
constexpr int maxLevel = 63;
constexpr std::string_view root = "tile/";
constexpr std::string_view entriesName = "entries";
constexpr std::string_view partialMark = ".p/";

/// 67 -> 067
std::string group(std::uint64_t number)
{
    const auto digits = std::to_string(number);
    return std::string(groupDigits - digits.size(), '0') + digits;
}

/// 1234067 -> x001/x234/067
std::string indexPath(std::uint64_t index)
{
    std::string path = group(index % groupBase);
    for (auto rest = index / groupBase; rest > 0; rest /= groupBase)
        path.insert(0, "x" + group(rest % groupBase) + "/");
    return path;
}

/// The number that the digits of an index path make; whether they are grouped as they must be is
/// not looked at.
Result<std::uint64_t> parseIndexPath(std::string_view path)
{
    std::string digits;
    std::copy_if(path.begin(), path.end(), std::back_inserter(digits),
        [](char c) { return c != 'x' && c != '/'; });
    if (digits.empty())
        return malformed("tile path: no index");
    const auto significant = std::min(digits.find_first_not_of('0'), digits.size() - 1);
    return base::parseDecimal(std::string_view(digits).substr(significant));
}

Result<int> parseLevel(std::string_view text)
{
    if (text == entriesName)
        return Tile::entriesLevel;
    const auto level = base::parseDecimal(text);
    if (!level || *level > maxLevel)
        return malformed("tile path: the level is not 0 to 63");
    return static_cast<int>(*level);
}

Result<unsigned> parseWidth(std::string_view text)
{
    const auto width = base::parseDecimal(text);
    if (!width || *width == 0 || *width >= tileWidth)
        return malformed("tile path: a partial width is 1 to 255");
    return static_cast<unsigned>(*width);
}

/// Appends the tiles by which a level grows from `oldCount` to `count` hashes.
void appendGrowth(std::vector<Tile>& to, int level, std::uint64_t oldCount, std::uint64_t count)
{
    for (auto index = oldCount / tileWidth; index < count / tileWidth; ++index)
        to.push_back({level, index, tileWidth});
    const auto rest = static_cast<unsigned>(count % tileWidth);
    if (rest > 0 && count > oldCount)
        to.push_back({level, count / tileWidth, rest});
}

} // namespace

std::string tilePath(const Tile& tile)
{
    assert(tile.level >= Tile::entriesLevel && tile.level <= maxLevel);
    assert(tile.width >= 1 && tile.width <= tileWidth);
    std::string path(root);
    path
        += tile.level == Tile::entriesLevel ? std::string(entriesName) : std::to_string(tile.level);
    path += "/" + indexPath(tile.index);
    if (tile.width < tileWidth)
        path += std::string(partialMark) + std::to_string(tile.width);
    return path;
}

Result<Tile> parseTilePath(std::string_view path)
{
    const auto refused = malformed("not a tile path");
    if (!path.starts_with(root))
        return refused;
    auto rest = path.substr(root.size());
    const auto slash = rest.find('/');
    if (slash == std::string_view::npos)
        return refused;
    const auto level = parseLevel(rest.substr(0, slash));
    if (!level)
        return tl::unexpected(level.error());
    rest.remove_prefix(slash + 1);

    unsigned width = tileWidth;
    if (const auto mark = rest.find(partialMark); mark != std::string_view::npos) {
        const auto written = parseWidth(rest.substr(mark + partialMark.size()));
        if (!written)
            return tl::unexpected(written.error());
        width = *written;
        rest = rest.substr(0, mark);
    }
    const auto index = parseIndexPath(rest);
    if (!index)
        return refused;

    // The number was read leniently: one spelling of it is accepted.
    const Tile tile{*level, *index, width};
    if (tilePath(tile) != path)
        return refused;
    return tile;
}

std::vector<Tile> tilesOf(std::uint64_t size)
{
    return tilesSince(0, size);
}

std::vector<Tile> tilesSince(std::uint64_t oldSize, std::uint64_t size)
{
    assert(oldSize <= size);
    std::vector<Tile> tiles;
    auto oldCount = oldSize;
    auto count = size;
    for (int level = 0; count > 0; ++level) {
        appendGrowth(tiles, level, oldCount, count);
        oldCount /= tileWidth;
        count /= tileWidth;
    }
    appendGrowth(tiles, Tile::entriesLevel, oldSize, size);
    return tiles;
}

TilePlace placeOf(const Node& node, std::uint64_t size)
{
    assert(node.level < 64 && node.index < size >> node.level);
    const unsigned tileLevel = node.level / tileHeight;
    const unsigned above = node.level % tileHeight;
    const std::uint64_t first = node.index << above;
    const std::uint64_t index = first / tileWidth;
    const std::uint64_t count = size >> (tileLevel * tileHeight);
    const auto width = std::min<std::uint64_t>(tileWidth, count - index * tileWidth);
    return {{static_cast<int>(tileLevel), index, static_cast<unsigned>(width)},
        static_cast<unsigned>(first % tileWidth), 1U << above};
}

Result<Hash> hashFromTile(const TilePlace& place, BytesView tile)
{
    const std::size_t end = std::size_t{place.first} + place.count;
    if (tile.size() < end * Hash::size)
        return fail(Error::Kind::Truncated,
            tilePath(place.tile) + " ends before its hash " + std::to_string(end - 1));
    RightEdge subtree;
    for (std::size_t i = place.first; i < end; ++i)
        subtree.append(*Hash::fromBytes(tile.subspan(i * Hash::size, Hash::size)));
    return subtree.root();
}

void appendToBundle(Bytes& bundle, BytesView entry)
{
    assert(entry.size() <= maxEntrySize);
    bundle.push_back(static_cast<std::uint8_t>(entry.size() >> 8U));
    bundle.push_back(static_cast<std::uint8_t>(entry.size() & 0xFFU));
    base::append(bundle, entry);
}

Result<std::vector<BytesView>> parseBundle(BytesView bundle, unsigned width)
{
    const auto truncated = fail(Error::Kind::Truncated, "the entry bundle ends within an entry");
    std::vector<BytesView> entries;
    for (unsigned i = 0; i < width; ++i) {
        if (bundle.size() < 2)
            return truncated;
        const std::size_t length = std::size_t{bundle[0]} << 8U | bundle[1];
        bundle = bundle.subspan(2);
        if (bundle.size() < length)
            return truncated;
        entries.push_back(bundle.first(length));
        bundle = bundle.subspan(length);
    }
    if (!bundle.empty())
        return fail(Error::Kind::TrailingBytes,
            "bytes follow the " + std::to_string(width) + " entries of the bundle");
    return entries;
}

} // namespace ikrar::tlog
