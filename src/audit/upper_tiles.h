#pragma once

#include "audit/audit.h"
#include "tlog/tile.h"

#include <vector>

namespace ikrar::audit {

/// Follows the tree as it grows and holds every tile above level 0 against what its leaves imply.
/// Keeps one tile a level. Level 0 is checked with its entries.
class UpperTiles
{
public:
    UpperTiles(const Source& source, std::function<void(Finding)> report)
        : m_source(source)
        , m_report(std::move(report))
    {
    }

    /// The hashes of the last, partial tile of each level from 1 on.
    using Partial = std::vector<std::vector<crypto::Hash>>;

    /// Goes on in a tree of `size` leaves.
    void resume(Partial partial, std::uint64_t size);
    [[nodiscard]] Partial partial() const;

    void completed(const tlog::Node& node, const crypto::Hash& hash);
    /// After the last leaf: the partial tiles.
    void finish();

private:
    struct Level {
        std::uint64_t index = 0;
        std::vector<crypto::Hash> hashes;
    };
    void compare(std::size_t level);

    const Source& m_source;
    std::function<void(Finding)> m_report;
    std::vector<Level> m_levels; ///< [0] is tile level 1
};

} // namespace ikrar::audit
