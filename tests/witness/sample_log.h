#pragma once

#include "tlog/keys.h"
#include "witness/add_checkpoint.h"

#include <map>

namespace ikrar::tests {

/// A log in memory, as a witness sees one: it grows, signs, and proves. `history` makes another
/// content under the same key.
class SampleLog final : public tlog::HashReader
{
public:
    explicit SampleLog(std::string origin, std::uint8_t seed = 1, std::string history = "entry")
        : m_origin(std::move(origin))
        , m_history(std::move(history))
        , m_key(tlog::keyFor(seed))
    {
    }

    [[nodiscard]] tlog::VerifierKey key() const
    {
        return {m_origin, tlog::KeyType::Ed25519, m_key.publicKey()};
    }
    [[nodiscard]] const std::string& origin() const { return m_origin; }
    [[nodiscard]] std::uint64_t size() const { return m_edge.size(); }

    void growTo(std::uint64_t size)
    {
        while (m_edge.size() < size) {
            const std::string entry = m_history + std::to_string(m_edge.size());
            m_edge.append(tlog::leafHash(base::asBytes(entry)),
                [this](
                    const tlog::Node& node, const crypto::Hash& hash) { m_hashes[node] = hash; });
        }
    }

    [[nodiscard]] tlog::Checkpoint checkpoint() const { return {m_origin, size(), m_edge.root()}; }
    [[nodiscard]] tlog::Note note() const
    {
        return tlog::signCheckpoint(checkpoint(), m_key).value();
    }
    [[nodiscard]] witness::AddCheckpoint request(std::uint64_t oldSize) const
    {
        return {
            oldSize, tlog::proveConsistency(oldSize, size(), *this).value(), checkpoint(), note()};
    }
    [[nodiscard]] std::string body(std::uint64_t oldSize) const { return request(oldSize).text(); }

    [[nodiscard]] Result<std::vector<crypto::Hash>> read(
        const std::vector<tlog::Node>& nodes) const override
    {
        std::vector<crypto::Hash> hashes;
        hashes.reserve(nodes.size());
        for (const tlog::Node& node : nodes)
            hashes.push_back(m_hashes.at(node));
        return hashes;
    }

private:
    std::string m_origin;
    std::string m_history;
    crypto::SigningKey m_key;
    tlog::RightEdge m_edge;
    std::map<tlog::Node, crypto::Hash> m_hashes;
};

} // namespace ikrar::tests
