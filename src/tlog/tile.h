#pragma once

#include "tlog/tree.h"

#include <optional>
#include <string>

namespace ikrar::tlog {

/// c2sp.org/tlog-tiles: trees are cut into tiles of 256 hashes.
constexpr unsigned tileHeight = 8;
constexpr unsigned tileWidth = 256;
/// An entry's length is written in two bytes.
constexpr std::size_t maxEntrySize = 65535;

/// One file below a log's prefix: a tile of hashes, or a bundle of entries.
struct Tile {
    static constexpr int entriesLevel = -1;

    int level = 0; ///< 0..63; entriesLevel for a bundle
    std::uint64_t index = 0;
    unsigned width = tileWidth; ///< 1..256; below 256 the tile is partial

    friend auto operator<=>(const Tile&, const Tile&) = default; // NOLINT(modernize-use-nullptr)
};

/// `tile/<L>/<N>[.p/<W>]`, `tile/entries/<N>[.p/<W>]`, N in groups of three digits:
/// `x001/x234/067`.
[[nodiscard]] std::string tilePath(const Tile& tile);
/// Exactly what tilePath writes. Errors: Malformed.
[[nodiscard]] Result<Tile> parseTilePath(std::string_view path);

/// Every tile and bundle of a log of `size` entries, full and partial, hash tiles by level, then
/// bundles.
[[nodiscard]] std::vector<Tile> tilesOf(std::uint64_t size);
/// Those of `tilesOf(size)` that a log of `oldSize` (at most `size`) had not, partials of sizes
/// between left out.
[[nodiscard]] std::vector<Tile> tilesSince(std::uint64_t oldSize, std::uint64_t size);

/// The tile that holds `node` in a tree of `size` leaves, and where: a node between two tile levels
/// is the hash over `count` neighbours beginning at `first`, hashed together. Requires the node to
/// be complete at `size`.
struct TilePlace {
    Tile tile;
    unsigned first = 0;
    unsigned count = 1;
};
[[nodiscard]] TilePlace placeOf(const Node& node, std::uint64_t size);
/// The node's hash out of its tile's bytes. Errors: Truncated.
[[nodiscard]] Result<Hash> hashFromTile(const TilePlace& place, BytesView tile);

/// Entry bundle: (2-byte big-endian length ‖ entry) for each. Requires every entry to fit
/// maxEntrySize.
void appendToBundle(Bytes& bundle, BytesView entry);
/// `width` entries as views into `bundle`. Errors: Truncated, TrailingBytes.
[[nodiscard]] Result<std::vector<BytesView>> parseBundle(BytesView bundle, unsigned width);

} // namespace ikrar::tlog
