#include "ledger/commit.h"

#include "base/parallel.h"

#include <cassert>

namespace ikrar::ledger {

using crypto::Hash;

Commit::Subtrees::Subtrees(const tlog::RightEdge& edge)
{
    const auto nodes = tlog::RightEdge::nodes(edge.size());
    for (std::size_t i = 0; i < nodes.size(); ++i)
        add(nodes[i], edge.hashes()[i]);
}

Result<std::vector<Hash>> Commit::Subtrees::read(const std::vector<tlog::Node>& nodes) const
{
    std::vector<Hash> hashes;
    hashes.reserve(nodes.size());
    for (const tlog::Node& node : nodes) {
        const auto found = m_hashes.find(node);
        assert(found != m_hashes.end());
        hashes.push_back(found->second);
    }
    return hashes;
}

Result<Commit> Commit::begin(Store& store, base::Time time)
{
    auto transaction = Transaction::begin(*store.database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    return in(std::move(*transaction), store, time);
}

Result<Commit> Commit::in(Transaction transaction, Store& store, base::Time time)
{
    assert(store.key);
    const auto head = store.head.load();
    if (!head)
        return tl::unexpected(head.error());
    if (head->size != store.edge.size()) {
        auto edge = store.entries.edge(head->size);
        if (!edge)
            return tl::unexpected(edge.error());
        store.edge = std::move(*edge);
    }
    return Commit(store, std::move(transaction), *head, time);
}

Commit::Commit(Store& store, Transaction transaction, const Head& head, base::Time time)
    : m_store(store)
    , m_transaction(std::move(transaction))
    , m_head(head)
    , m_time(time)
    , m_edge(store.edge)
    , m_subtrees(std::make_unique<Subtrees>(store.edge))
{
}

Result<Bytes> Commit::sealed(const pledge::Body& body, const crypto::SigningKey& key) const
{
    return pledge::seal(pledge::Entry{m_time, body}, m_store.logKey.id(), key);
}

Result<void> Commit::add(Bytes sealed)
{
    std::vector<Hash> finished;
    const std::uint64_t index = m_edge.size();
    m_edge.append(tlog::leafHash(sealed), [&](const tlog::Node& node, const Hash& hash) {
        finished.push_back(hash);
        m_subtrees->add(node, hash);
    });
    return m_store.entries.append(index, sealed, finished).map([&] {
        m_sealed.push_back(std::move(sealed));
    });
}

Result<std::uint64_t> Commit::append(const pledge::Body& body)
{
    return append(std::span(&body, 1));
}

Result<std::uint64_t> Commit::append(std::span<const pledge::Body> bodies)
{
    const std::uint64_t first = m_edge.size();
    std::vector<Bytes> entries(bodies.size());
    const auto sealAll = [&](std::size_t begin, std::size_t end) -> Result<void> {
        const crypto::SigningKey key = m_store.key->share();
        for (std::size_t i = begin; i < end; ++i) {
            auto entry = sealed(bodies[i], key);
            if (!entry)
                return tl::unexpected(entry.error());
            entries[i] = std::move(*entry);
        }
        return {};
    };
    if (auto done = base::inParts(bodies.size(), sealAll); !done)
        return tl::unexpected(done.error());
    for (Bytes& entry : entries) {
        if (auto added = add(std::move(entry)); !added)
            return tl::unexpected(added.error());
    }
    return first;
}

Result<std::vector<receipt::Receipt>> Commit::finish()
{
    const tlog::Checkpoint checkpoint{m_store.logKey.name, m_edge.size(), m_edge.root()};
    const auto note = tlog::signCheckpoint(checkpoint, *m_store.key);
    if (!note)
        return tl::unexpected(note.error());
    const Bytes& signature = note->signatures.front().bytes;

    std::vector<receipt::Receipt> receipts;
    receipts.reserve(m_sealed.size());
    std::uint64_t index = m_edge.size() - m_sealed.size();
    for (Bytes& sealed : m_sealed) {
        auto receipt = receiptOf(index++, std::move(sealed), signature);
        if (!receipt)
            return tl::unexpected(receipt.error());
        receipts.push_back(std::move(*receipt));
    }

    m_head.size = m_edge.size();
    return m_store.checkpoints.add({checkpoint.size, checkpoint.root, signature})
        .and_then([&] { return m_store.head.store(m_head); })
        .and_then([&] { return m_transaction.commit(); })
        .map([&] {
            m_store.edge = std::move(m_edge);
            return std::move(receipts);
        });
}

Result<receipt::Receipt> Commit::receiptOf(
    std::uint64_t index, Bytes sealed, const Bytes& signature) const
{
    return tlog::proveInclusion(index, m_edge.size(), *m_subtrees).map([&](tlog::Proof proof) {
        return receipt::Receipt{std::move(sealed), index, m_edge.size(), std::move(proof),
            {{m_store.logKey.id(), signature}}};
    });
}

} // namespace ikrar::ledger
