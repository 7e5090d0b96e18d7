#pragma once

#include "ledger/database.h"
#include "receipt/receipt.h"
#include "tlog/checkpoint.h"

#include <functional>
#include <optional>
#include <set>

namespace ikrar::ledger {

/// A signed head of the log as it is stored; its text follows from the origin.
struct StoredCheckpoint {
    std::uint64_t size = 0;
    crypto::Hash root;
    Bytes signature; ///< the log's, 64 bytes
};

/// As the note that is published.
[[nodiscard]] tlog::Note noteOf(const StoredCheckpoint& checkpoint, const tlog::VerifierKey& log);

using KeyIds = std::set<tlog::KeyId>;

/// The checkpoints, one for each commit, and what witnesses cosigned of them.
class CheckpointTable
{
public:
    explicit CheckpointTable(const Database& database);

    [[nodiscard]] Result<void> add(const StoredCheckpoint& checkpoint);
    /// That of exactly this size.
    [[nodiscard]] Result<std::optional<StoredCheckpoint>> at(std::uint64_t size) const;
    /// The smallest that covers entry `index`.
    [[nodiscard]] Result<std::optional<StoredCheckpoint>> covering(std::uint64_t index) const;

    [[nodiscard]] Result<void> addCosignature(
        std::uint64_t size, const receipt::Receipt::Signature& cosignature);
    /// The smallest size over `index` whose cosigners are `enough`.
    [[nodiscard]] Result<std::optional<std::uint64_t>> cosignedBy(
        std::uint64_t index, const std::function<bool(const KeyIds&)>& enough) const;
    /// The largest size with a cosignature, of anybody's or of this key; 0: none.
    [[nodiscard]] Result<std::uint64_t> lastCosigned() const;
    [[nodiscard]] Result<std::uint64_t> lastCosigned(tlog::KeyId key) const;
    /// By key ID.
    [[nodiscard]] Result<std::vector<receipt::Receipt::Signature>> cosignatures(
        std::uint64_t size) const;

private:
    [[nodiscard]] static Result<std::optional<StoredCheckpoint>> one(
        Statement& statement, std::uint64_t argument);

    mutable Statement m_insert;
    mutable Statement m_at;
    mutable Statement m_covering;
    mutable Statement m_insertCosignature;
    mutable Statement m_cosignatures;
    mutable Statement m_cosigners;
    mutable Statement m_lastCosigned;
    mutable Statement m_lastCosignedBy;
};

} // namespace ikrar::ledger
