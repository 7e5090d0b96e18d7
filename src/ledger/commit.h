#pragma once

#include "base/clock.h"
#include "ledger/store.h"
#include "pledge/entry.h"

#include <map>
#include <span>

namespace ikrar::ledger {

/// One transaction on the log. What is appended gets one signed checkpoint and is on disk when
/// finish() returns; without it nothing has happened.
class Commit
{
public:
    /// Takes the database's write lock, then reads where the log stands: another process may have
    /// gone on with it.
    [[nodiscard]] static Result<Commit> begin(Store& store, base::Time time);

    /// The same within a transaction that has begun.
    [[nodiscard]] static Result<Commit> in(Transaction transaction, Store& store, base::Time time);

    /// What the transaction will write as the new head; its size follows append().
    [[nodiscard]] Head& head() { return m_head; }
    [[nodiscard]] base::Time time() const { return m_time; }

    /// Seals an entry and adds it; its index.
    [[nodiscard]] Result<std::uint64_t> append(const pledge::Body& body);

    /// The same for several, in order; sealed on all cores. The index of the first.
    [[nodiscard]] Result<std::uint64_t> append(std::span<const pledge::Body> bodies);

    /// The receipts of what was appended, in its order.
    [[nodiscard]] Result<std::vector<receipt::Receipt>> finish();

private:
    /// The subtrees that proofs of this commit's entries are made of: all of them stand on the old
    /// edge or are new.
    class Subtrees final : public tlog::HashReader
    {
    public:
        explicit Subtrees(const tlog::RightEdge& edge);
        void add(const tlog::Node& node, const crypto::Hash& hash) { m_hashes[node] = hash; }
        [[nodiscard]] Result<std::vector<crypto::Hash>> read(
            const std::vector<tlog::Node>& nodes) const override;

    private:
        std::map<tlog::Node, crypto::Hash> m_hashes;
    };

    Commit(Store& store, Transaction transaction, const Head& head, base::Time time);
    [[nodiscard]] Result<Bytes> sealed(
        const pledge::Body& body, const crypto::SigningKey& key) const;
    [[nodiscard]] Result<void> add(Bytes sealed);
    [[nodiscard]] Result<receipt::Receipt> receiptOf(
        std::uint64_t index, Bytes sealed, const Bytes& signature) const;

    Store& m_store;
    Transaction m_transaction;
    Head m_head;
    base::Time m_time;
    tlog::RightEdge m_edge;
    std::unique_ptr<Subtrees> m_subtrees;
    std::vector<Bytes> m_sealed;
};

} // namespace ikrar::ledger
