#pragma once

#include "audit/audit.h"
#include "crypto/ed25519.h"
#include "pledge/entry.h"
#include "tlog/tile.h"
#include "tlog/tree.h"

#include <optional>
#include <vector>

namespace ikrar::audit {

/// All that is learnt from one entry bundle and the level-0 tile beside it.
struct BundleFacts {
    std::vector<Finding> findings;
    /// One a leaf, for the tree above. Nothing when neither bundle nor tile could be read.
    std::optional<std::vector<crypto::Hash>> leaves;
    /// One a leaf; empty where the entry could not be decoded, or its signature is bad.
    std::vector<std::optional<pledge::Entry>> entries;
    Effort effort; ///< but for what elapsed
};

/// Reads bundle and tile, decodes each entry, checks its key ID and signature, and holds its leaf
/// hash against the tile. Pure but for the reading: called from several threads, each with a
/// verifier of its own.
[[nodiscard]] BundleFacts checkBundle(
    const Source& source, const tlog::Tile& bundle, tlog::KeyId kid, const crypto::Verifier& log);

/// The most that a file of this width can hold.
[[nodiscard]] std::size_t maxFileSize(const tlog::Tile& tile);

/// The bundles of a log of `size` entries, by number.
[[nodiscard]] std::uint64_t bundleCount(std::uint64_t size);
[[nodiscard]] tlog::Tile bundleAt(std::uint64_t number, std::uint64_t size);
/// Threads to read them on: `asked`, or, for 0, all cores and whatever the source can use.
[[nodiscard]] unsigned workersFor(const Source& source, unsigned asked);

} // namespace ikrar::audit
