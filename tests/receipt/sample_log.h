#pragma once

#include "pledge/entry.h"
#include "receipt/receipt.h"
#include "tlog/cosignature.h"

#include <map>

namespace ikrar::receipt {

/// A key that every run makes anew from the same seed: 32 times `number`.
inline crypto::SigningKey sampleKey(std::uint8_t number)
{
    return crypto::SigningKey::fromSeed(Bytes(32, number)).value();
}

inline crypto::Hash sampleHash(std::uint64_t number)
{
    return crypto::sha256(base::asBytes("sample " + std::to_string(number)));
}

inline pledge::Entry sampleEntry(std::uint64_t index)
{
    constexpr std::int64_t morning = 1695000000; // Monday 18 September 2023, 09.20 WITA
    const auto seconds = morning + static_cast<std::int64_t>(index) * 20;
    return {{seconds, base::ClockTrust::SetByOperator},
        pledge::Signed{1, sampleHash(2 * index), sampleHash(2 * index + 1), pledge::Category::Pns,
            pledge::Method::Kiosk}};
}

/// A log in memory with a key of its own.
class SampleLog
{
public:
    SampleLog(std::string origin, std::uint8_t key)
        : m_origin(std::move(origin))
        , m_key(sampleKey(key))
    {
    }

    [[nodiscard]] const std::string& origin() const { return m_origin; }
    [[nodiscard]] const crypto::SigningKey& key() const { return m_key; }
    [[nodiscard]] std::uint64_t size() const { return m_edge.size(); }
    [[nodiscard]] tlog::VerifierKey verifierKey() const
    {
        return {m_origin, tlog::KeyType::Ed25519, m_key.publicKey()};
    }

    void append(const pledge::Entry& entry)
    {
        append(pledge::seal(entry, verifierKey().id(), m_key).value());
    }
    void append(Bytes sealed)
    {
        m_edge.append(tlog::leafHash(sealed),
            [this](const tlog::Node& node, const crypto::Hash& hash) { m_hashes[node] = hash; });
        m_entries.push_back(std::move(sealed));
    }
    /// Signed entries until the log has `size` of them.
    void growTo(std::uint64_t size)
    {
        while (m_entries.size() < size)
            append(sampleEntry(m_entries.size()));
    }

    /// Entry `index` in the tree as it was at `size`.
    [[nodiscard]] Receipt receipt(std::uint64_t index, std::uint64_t size) const
    {
        Receipt receipt{m_entries.at(index), index, size,
            tlog::proveInclusion(index, size, Tree(m_hashes)).value(), {}};
        sign(receipt);
        return receipt;
    }
    /// Replaces the signatures by the log's own, over the root that the receipt leads to.
    void sign(Receipt& receipt) const
    {
        const auto note = tlog::signCheckpoint(checkpointOf(receipt, m_origin).value(), m_key);
        const tlog::NoteSignature& line = note->signatures.front();
        receipt.signatures = {{line.id, line.bytes}};
    }

    /// The tree's root as it was at `size`.
    [[nodiscard]] crypto::Hash root(std::uint64_t size) const
    {
        const auto hashes = Tree(m_hashes).read(tlog::RightEdge::nodes(size));
        return tlog::RightEdge::from(size, *hashes)->root();
    }

private:
    using Hashes = std::map<tlog::Node, crypto::Hash>;

    class Tree final : public tlog::HashReader
    {
    public:
        explicit Tree(const Hashes& hashes) : m_hashes(hashes) { }

        [[nodiscard]] Result<std::vector<crypto::Hash>> read(
            const std::vector<tlog::Node>& nodes) const override
        {
            std::vector<crypto::Hash> found;
            for (const tlog::Node& node : nodes)
                found.push_back(m_hashes.at(node));
            return found;
        }

    private:
        const Hashes& m_hashes;
    };

    std::string m_origin;
    crypto::SigningKey m_key;
    tlog::RightEdge m_edge;
    Hashes m_hashes;
    std::vector<Bytes> m_entries;
};

/// A witness with a key of its own.
class SampleWitness
{
public:
    SampleWitness(std::string name, std::uint8_t key)
        : m_name(std::move(name))
        , m_key(sampleKey(key))
    {
    }

    [[nodiscard]] tlog::VerifierKey verifierKey() const
    {
        return {m_name, tlog::KeyType::CosignatureV1, m_key.publicKey()};
    }
    [[nodiscard]] Receipt::Signature cosign(
        const Receipt& receipt, const std::string& origin, std::uint64_t seconds = 1695010000) const
    {
        const auto line
            = tlog::cosign(checkpointOf(receipt, origin).value(), seconds, m_name, m_key);
        return {line->id, line->bytes};
    }

private:
    std::string m_name;
    crypto::SigningKey m_key;
};

/// Adds a cosignature at its place.
inline void addCosignature(Receipt& receipt, Receipt::Signature signature)
{
    auto place = receipt.signatures.begin() + 1;
    while (place != receipt.signatures.end() && place->id < signature.id)
        ++place;
    receipt.signatures.insert(place, std::move(signature));
}

} // namespace ikrar::receipt
