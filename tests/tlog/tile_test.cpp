#include "tlog/reference.h"
#include "tlog/tile.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using namespace ikrar;
using namespace ikrar::tlog;

namespace {

const std::vector<std::uint64_t> edgeSizes{
    0, 1, 2, 255, 256, 257, 511, 512, 65535, 65536, 65537, 65792, 70000};

/// What a level holds, hash by hash: "floor(s / 256^l)" of them, 256 to a tile.
std::vector<Tile> naiveLevel(int level, std::uint64_t hashes)
{
    std::vector<Tile> tiles;
    for (std::uint64_t first = 0; first < hashes; first += 256)
        tiles.push_back({level, first / 256,
            static_cast<unsigned>(std::min<std::uint64_t>(256, hashes - first))});
    return tiles;
}

std::vector<Tile> naiveTiles(std::uint64_t size)
{
    std::vector<Tile> tiles;
    int level = 0;
    for (auto hashes = size; hashes > 0; hashes /= 256)
        for (const auto& tile : naiveLevel(level++, hashes))
            tiles.push_back(tile);
    for (const auto& bundle : naiveLevel(Tile::entriesLevel, size))
        tiles.push_back(bundle);
    return tiles;
}

std::vector<Tile> naiveSince(std::uint64_t oldSize, std::uint64_t size)
{
    const auto old = naiveTiles(oldSize);
    std::vector<Tile> tiles;
    for (const auto& tile : naiveTiles(size))
        if (std::find(old.begin(), old.end(), tile) == old.end())
            tiles.push_back(tile);
    return tiles;
}

/// The tile's bytes: "MTH(D[(n * 256 + i) * 256**l : (n * 256 + i + 1) * 256**l])" for each i.
Bytes naiveTile(const reference::Tree& tree, const Tile& tile)
{
    std::uint64_t leaves = 1;
    for (int level = 0; level < tile.level; ++level)
        leaves *= 256;
    Bytes bytes;
    for (std::uint64_t i = 0; i < tile.width; ++i) {
        const auto begin = (tile.index * 256 + i) * leaves;
        const auto hash = tree.mth(begin, begin + leaves);
        bytes.insert(bytes.end(), hash.bytes.begin(), hash.bytes.end());
    }
    return bytes;
}

std::ptrdiff_t countOf(const std::vector<Tile>& tiles, int level, bool full)
{
    return std::count_if(tiles.begin(), tiles.end(), [level, full](const Tile& tile) {
        return tile.level == level && (tile.width == tileWidth) == full;
    });
}

} // namespace

TEST_CASE("tile paths are those of the specification", "[tlog]")
{
    CHECK(tilePath({0, 0, 256}) == "tile/0/000");
    CHECK(tilePath({0, 67, 256}) == "tile/0/067");
    CHECK(tilePath({1, 1067, 256}) == "tile/1/x001/067");
    CHECK(tilePath({3, 1234067, 256}) == "tile/3/x001/x234/067");
    CHECK(tilePath({0, 1234067, 8}) == "tile/0/x001/x234/067.p/8");
    CHECK(tilePath({63, 1000, 255}) == "tile/63/x001/000.p/255");
    CHECK(tilePath({Tile::entriesLevel, 999, 1}) == "tile/entries/999.p/1");
    CHECK(tilePath({Tile::entriesLevel, 1000000, 256}) == "tile/entries/x001/x000/000");
}

TEST_CASE("every tile path is read back", "[tlog]")
{
    std::mt19937_64 random(256); // NOLINT(cert-msc51-cpp): the same tiles every time
    for (int round = 0; round < 2000; ++round) {
        const Tile tile{static_cast<int>(random() % 65) - 1, random() >> (1 + random() % 63),
            static_cast<unsigned>(1 + random() % 256)};
        const auto path = tilePath(tile);
        INFO(path);
        const auto parsed = parseTilePath(path);
        REQUIRE(parsed);
        REQUIRE(*parsed == tile);
    }
}

TEST_CASE("a log of 70,000 has the tiles that the specification counts", "[tlog]")
{
    const auto tiles = tilesOf(70000);
    CHECK(countOf(tiles, 0, true) == 273);
    CHECK(countOf(tiles, 0, false) == 1);
    CHECK(countOf(tiles, 1, true) == 1);
    CHECK(countOf(tiles, 1, false) == 1);
    CHECK(countOf(tiles, 2, true) == 0);
    CHECK(countOf(tiles, 2, false) == 1);
    CHECK(std::count(tiles.begin(), tiles.end(), Tile{0, 273, 112}) == 1);
    CHECK(std::count(tiles.begin(), tiles.end(), Tile{1, 1, 17}) == 1);
    CHECK(std::count(tiles.begin(), tiles.end(), Tile{2, 0, 1}) == 1);
    CHECK(tiles.size() == 277 + 274);
}

TEST_CASE("a log of 256 has one full tile, a partial one above it, and a bundle", "[tlog]")
{
    CHECK(tilesOf(256) == std::vector<Tile>{{0, 0, 256}, {1, 0, 1}, {Tile::entriesLevel, 0, 256}});
    CHECK(tilesOf(0).empty());
    CHECK(tilesOf(1) == std::vector<Tile>{{0, 0, 1}, {Tile::entriesLevel, 0, 1}});
}

TEST_CASE("the tiles of a log, and those it gained, are those counted hash by hash", "[tlog]")
{
    for (const auto size : edgeSizes) {
        INFO(size);
        REQUIRE(tilesOf(size) == naiveTiles(size));
        for (const auto oldSize : edgeSizes) {
            if (oldSize > size)
                continue;
            INFO(oldSize);
            REQUIRE(tilesSince(oldSize, size) == naiveSince(oldSize, size));
        }
    }
}

TEST_CASE(
    "tiles gained between all sizes around a full tile are those counted hash by hash", "[tlog]")
{
    for (std::uint64_t oldSize = 250; oldSize <= 520; ++oldSize)
        for (std::uint64_t size = oldSize; size <= oldSize + 20; ++size) {
            INFO(oldSize << " to " << size);
            REQUIRE(tilesSince(oldSize, size) == naiveSince(oldSize, size));
        }
}

TEST_CASE("the largest log has a tile on eight levels", "[tlog]")
{
    const auto size = std::uint64_t{1} << 62U;
    const auto gained = tilesSince(size - 1, size);
    CHECK(gained.size() == 9);
    CHECK(gained.front() == Tile{0, (size - 1) / 256, 256});
    CHECK(gained.at(7) == Tile{7, 0, 64});
}

TEST_CASE("every complete node is found in the tile that holds it", "[tlog]")
{
    const auto tree = reference::numberedTree(70000);
    for (const auto size : edgeSizes) {
        std::map<Tile, Bytes> tiles;
        for (const auto& tile : naiveTiles(size))
            if (tile.level != Tile::entriesLevel)
                tiles.emplace(tile, naiveTile(tree, tile));

        for (unsigned level = 0; size >> level > 0; ++level)
            for (std::uint64_t index = 0; index < size >> level; ++index) {
                INFO("level " << level << ", index " << index << " of " << size);
                const auto place = placeOf({level, index}, size);
                const auto held = tiles.find(place.tile);
                REQUIRE(held != tiles.end());
                const auto hash = hashFromTile(place, held->second);
                REQUIRE(hash);
                REQUIRE(*hash == tree.mth(index << level, (index + 1) << level));
            }
    }
}

TEST_CASE("nodes of trees of up to 2^40 leaves are found in their tiles", "[tlog]")
{
    std::mt19937_64 random(40); // NOLINT(cert-msc51-cpp): the same nodes every time
    for (int round = 0; round < 200; ++round) {
        const auto size = 1 + (random() >> (24 + random() % 30));
        const auto level = static_cast<unsigned>(random() % 40);
        if (size >> level == 0)
            continue;
        const auto index = random() % (size >> level);
        const reference::Tree tree(
            {{index << level, reference::numbered(1)}, {size - 1, reference::numbered(2)}},
            reference::numbered(3));

        INFO("level " << level << ", index " << index << " of " << size);
        const auto place = placeOf({level, index}, size);
        REQUIRE(place.tile.level == static_cast<int>(level / 8));
        const auto hash = hashFromTile(place, naiveTile(tree, place.tile));
        REQUIRE(hash);
        REQUIRE(*hash == tree.mth(index << level, (index + 1) << level));
    }
}

TEST_CASE("a tile that ends before the hash asked for is truncated", "[tlog]")
{
    const auto tree = reference::numberedTree(7);
    const auto place = placeOf({1, 2}, 7);
    auto tile = naiveTile(tree, place.tile);
    CHECK(*hashFromTile(place, BytesView(tile).first(6 * 32)) == tree.mth(4, 6));
    for (const std::size_t bytes : {0U, 32U, 5U * 32U, 6U * 32U - 1U}) {
        const auto hash = hashFromTile(place, BytesView(tile).first(bytes));
        REQUIRE(!hash);
        CHECK(hash.error().kind == Error::Kind::Truncated);
    }
}

TEST_CASE("a bundle gives back its entries", "[tlog]")
{
    const std::vector<Bytes> entries{
        {}, {0x61}, Bytes(255, 1), Bytes(256, 2), Bytes(maxEntrySize, 3)};
    Bytes bundle;
    for (const auto& entry : entries)
        appendToBundle(bundle, entry);
    CHECK(bundle.size() == 5 * 2 + 0 + 1 + 255 + 256 + 65535);
    CHECK(bundle[2] == 0);
    CHECK(bundle[3] == 1);

    const auto parsed = parseBundle(bundle, 5);
    REQUIRE(parsed);
    REQUIRE(parsed->size() == entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i)
        CHECK(base::equal((*parsed)[i], entries[i]));
}

TEST_CASE("a bundle cut anywhere is truncated", "[tlog]")
{
    Bytes bundle;
    appendToBundle(bundle, base::asBytes("satu"));
    appendToBundle(bundle, base::asBytes("dua"));
    for (std::size_t bytes = 0; bytes < bundle.size(); ++bytes) {
        INFO(bytes);
        const auto parsed = parseBundle(BytesView(bundle).first(bytes), 2);
        REQUIRE(!parsed);
        CHECK(parsed.error().kind == Error::Kind::Truncated);
    }
}
