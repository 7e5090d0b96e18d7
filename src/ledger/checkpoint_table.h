#pragma once

#include "ledger/database.h"
#include "receipt/receipt.h"
#include "tlog/checkpoint.h"

#include <optional>

namespace ikrar::ledger {

/// A signed head of the log as it is stored; its text follows from the origin.
struct StoredCheckpoint {
    std::uint64_t size = 0;
    crypto::Hash root;
    Bytes signature; ///< the log's, 64 bytes
};

/// As the note that is published.
[[nodiscard]] tlog::Note noteOf(const StoredCheckpoint& checkpoint, const tlog::VerifierKey& log);

/// The checkpoints, one for each commit, and what witnesses cosigned of them.
class CheckpointTable
{
public:
    explicit CheckpointTable(const Database& database);

    [[nodiscard]] Result<void> add(const StoredCheckpoint& checkpoint);
    /// That of exactly this size.
    [[nodiscard]] Result<std::optional<StoredCheckpoint>> at(std::uint64_t size) const;
    /// The smallest that covers entry `index`; of the cosigned ones.
    [[nodiscard]] Result<std::optional<StoredCheckpoint>> covering(std::uint64_t index) const;
    [[nodiscard]] Result<std::optional<StoredCheckpoint>> cosignedCovering(
        std::uint64_t index) const;

    [[nodiscard]] Result<void> addCosignature(
        std::uint64_t size, const receipt::Receipt::Signature& cosignature);
    /// By key ID.
    [[nodiscard]] Result<std::vector<receipt::Receipt::Signature>> cosignatures(
        std::uint64_t size) const;

private:
    [[nodiscard]] static Result<std::optional<StoredCheckpoint>> one(
        Statement& statement, std::uint64_t argument);

    mutable Statement m_insert;
    mutable Statement m_at;
    mutable Statement m_covering;
    mutable Statement m_cosignedCovering;
    mutable Statement m_insertCosignature;
    mutable Statement m_cosignatures;
};

} // namespace ikrar::ledger
