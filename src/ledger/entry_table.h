#pragma once

#include "ledger/database.h"
#include "tlog/tile.h"
#include "tlog/tree.h"

namespace ikrar::ledger {

/// The entries and the tree over them. A subtree stands in the row of its last leaf, so an append
/// writes one row, and whatever a proof needs is read by primary key.
class EntryTable final : public tlog::HashReader
{
public:
    explicit EntryTable(const Database& database);

    /// `subtrees`: the hashes of the complete subtrees that this entry finishes, the leaf's first.
    [[nodiscard]] Result<void> append(
        std::uint64_t index, BytesView sealed, const std::vector<tlog::Hash>& subtrees);

    /// Errors: Missing.
    [[nodiscard]] Result<Bytes> sealed(std::uint64_t index) const;
    [[nodiscard]] Result<std::vector<tlog::Hash>> read(
        const std::vector<tlog::Node>& nodes) const override;
    [[nodiscard]] Result<tlog::RightEdge> edge(std::uint64_t size) const;

    /// The bytes of a tile of hashes or of a bundle, as it is published.
    [[nodiscard]] Result<Bytes> tile(const tlog::Tile& tile) const;

private:
    [[nodiscard]] Result<Bytes> leaves(const tlog::Tile& tile) const;
    [[nodiscard]] Result<Bytes> bundle(const tlog::Tile& tile) const;

    mutable Statement m_insert;
    mutable Statement m_sealed;
    mutable Statement m_subtrees;
    mutable Statement m_sealedRange;
    mutable Statement m_subtreesRange;
};

} // namespace ikrar::ledger
