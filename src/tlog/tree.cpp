#include "tlog/tree.h"

#include <array>
#include <bit>

namespace ikrar::tlog {

namespace {

// Leaves and nodes begin differently, so that neither can be passed off as the other.
constexpr std::array<std::uint8_t, 1> leafPrefix{0x00};
constexpr std::array<std::uint8_t, 1> nodePrefix{0x01};

} // namespace

Hash emptyRoot()
{
    return crypto::sha256(BytesView{});
}

Hash leafHash(BytesView entry)
{
    return crypto::sha256({leafPrefix, entry});
}

Hash nodeHash(const Hash& left, const Hash& right)
{
    return crypto::sha256({nodePrefix, left.view(), right.view()});
}

Result<RightEdge> RightEdge::from(std::uint64_t size, std::vector<Hash> hashes)
{
    const auto expected = static_cast<std::size_t>(std::popcount(size));
    if (hashes.size() != expected)
        return fail(Error::Kind::Mismatch,
            "the right edge of " + std::to_string(size) + " leaves has " + std::to_string(expected)
                + " hashes, not " + std::to_string(hashes.size()));
    RightEdge edge;
    edge.m_size = size;
    edge.m_hashes = std::move(hashes);
    return edge;
}

std::vector<Node> RightEdge::nodes(std::uint64_t size)
{
    std::vector<Node> nodes;
    for (auto level = static_cast<unsigned>(std::bit_width(size)); level-- > 0;) {
        const std::uint64_t complete = size >> level;
        if ((complete & 1U) != 0)
            nodes.push_back({level, complete - 1});
    }
    return nodes;
}

Hash RightEdge::root() const
{
    if (m_hashes.empty())
        return emptyRoot();
    Hash root = m_hashes.back();
    for (auto left = m_hashes.rbegin() + 1; left != m_hashes.rend(); ++left)
        root = nodeHash(*left, root);
    return root;
}

void RightEdge::append(const Hash& leaf, const Visitor& completed)
{
    Node node{0, m_size};
    Hash hash = leaf;
    if (completed)
        completed(node, hash);

    // A right child completes its parent, whose left child is the smallest subtree of the edge.
    while ((node.index & 1U) != 0) {
        hash = nodeHash(m_hashes.back(), hash);
        m_hashes.pop_back();
        node = {node.level + 1, node.index >> 1U};
        if (completed)
            completed(node, hash);
    }
    m_hashes.push_back(hash);
    ++m_size;
}

} // namespace ikrar::tlog
