#pragma once

#include "tlog/proof.h"

#include <map>
#include <utility>

/// The Merkle tree a second time, straight from the definitions of RFC 6962 section 2.1, recursive
/// and without regard to cost. Nothing here calls src/tlog: only its types are used, to compare.
namespace ikrar::tlog::reference {

inline Hash hashOfLeaf(BytesView entry)
{
    Bytes message{0x00};
    message.insert(message.end(), entry.begin(), entry.end());
    return crypto::sha256(message);
}

inline Hash hashOfNode(const Hash& left, const Hash& right)
{
    Bytes message{0x01};
    message.insert(message.end(), left.bytes.begin(), left.bytes.end());
    message.insert(message.end(), right.bytes.begin(), right.bytes.end());
    return crypto::sha256(message);
}

/// "Let k be the largest power of two smaller than n."
inline std::uint64_t largestPowerBelow(std::uint64_t n)
{
    std::uint64_t k = 1;
    while (k * 2 < n)
        k *= 2;
    return k;
}

/// Leaves without end, of which D[begin:end) is taken. Those not named are all alike, so that a
/// tree of 2^40 leaves costs no more than its depth.
class Tree
{
public:
    Tree(std::map<std::uint64_t, Hash> leaves, const Hash& other)
        : m_leaves(std::move(leaves))
        , m_other(other)
    {
    }

    [[nodiscard]] Hash leaf(std::uint64_t index) const
    {
        const auto named = m_leaves.find(index);
        return named == m_leaves.end() ? m_other : named->second;
    }

    /// MTH(D[begin:end))
    [[nodiscard]] Hash mth(std::uint64_t begin, std::uint64_t end) const
    {
        if (begin == end)
            return crypto::sha256(BytesView{});
        const auto named = m_leaves.lower_bound(begin);
        const bool alike = named == m_leaves.end() || named->first >= end;
        // A range of like leaves has the hash of any other of its length.
        const auto key = alike ? std::pair{none, end - begin} : std::pair{begin, end};
        if (const auto known = m_known.find(key); known != m_known.end())
            return known->second;
        const auto hash = compute(begin, end);
        m_known.emplace(key, hash);
        return hash;
    }

    /// PATH(m, D[begin:end)), m counted from begin
    [[nodiscard]] Proof path(std::uint64_t m, std::uint64_t begin, std::uint64_t end) const
    {
        if (end - begin == 1)
            return {};
        const auto k = largestPowerBelow(end - begin);
        Proof proof;
        if (m < k) {
            proof = path(m, begin, begin + k);
            proof.push_back(mth(begin + k, end));
        } else {
            proof = path(m - k, begin + k, end);
            proof.push_back(mth(begin, begin + k));
        }
        return proof;
    }

    /// SUBPROOF(m, D[begin:end), b), m counted from begin
    [[nodiscard]] Proof subproof(
        std::uint64_t m, std::uint64_t begin, std::uint64_t end, bool b) const
    {
        const auto n = end - begin;
        if (m == n)
            return b ? Proof{} : Proof{mth(begin, end)};
        const auto k = largestPowerBelow(n);
        Proof proof;
        if (m <= k) {
            proof = subproof(m, begin, begin + k, b);
            proof.push_back(mth(begin + k, end));
        } else {
            proof = subproof(m - k, begin + k, end, false);
            proof.push_back(mth(begin, begin + k));
        }
        return proof;
    }

private:
    static constexpr std::uint64_t none = ~std::uint64_t{0};

    [[nodiscard]] Hash compute(std::uint64_t begin, std::uint64_t end) const
    {
        if (end - begin == 1)
            return leaf(begin);
        const auto k = largestPowerBelow(end - begin);
        return hashOfNode(mth(begin, begin + k), mth(begin + k, end));
    }

    std::map<std::uint64_t, Hash> m_leaves;
    Hash m_other;
    mutable std::map<std::pair<std::uint64_t, std::uint64_t>, Hash> m_known;
};

/// A stored tree for the code under test, answered by the reference.
class Reader final : public HashReader
{
public:
    explicit Reader(const Tree& tree) : m_tree(tree) { }

    [[nodiscard]] Result<std::vector<Hash>> read(const std::vector<Node>& nodes) const override
    {
        std::vector<Hash> hashes;
        for (const auto& node : nodes)
            hashes.push_back(m_tree.mth(node.index << node.level, (node.index + 1) << node.level));
        return hashes;
    }

private:
    const Tree& m_tree;
};

/// The hash of a leaf that holds `number` in decimal.
inline Hash numbered(std::uint64_t number)
{
    return hashOfLeaf(base::asBytes(std::to_string(number)));
}

/// `count` leaves, all different, and then leaves all alike.
inline Tree numberedTree(std::uint64_t count)
{
    std::map<std::uint64_t, Hash> leaves;
    for (std::uint64_t i = 0; i < count; ++i)
        leaves.emplace(i, numbered(i));
    return {std::move(leaves), numbered(~std::uint64_t{0})};
}

} // namespace ikrar::tlog::reference
