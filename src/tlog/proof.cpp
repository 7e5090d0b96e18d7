#include "tlog/proof.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace ikrar::tlog {

namespace {

/// Leaves [begin, end) under one node of the tree, which need not be complete.
struct Range {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;

    [[nodiscard]] std::uint64_t length() const { return end - begin; }
    /// Where RFC 6962 parts it: the left child has the largest power of two of leaves below
    /// length().
    [[nodiscard]] std::uint64_t split() const { return begin + std::bit_floor(length() - 1); }
};

/// The siblings on the way from the root down to leaf `index`, turned to begin at the leaf: PATH of
/// RFC 6962.
std::vector<Range> inclusionRanges(std::uint64_t index, std::uint64_t size)
{
    std::vector<Range> siblings;
    Range here{0, size};
    while (here.length() > 1) {
        const auto split = here.split();
        if (index < split) {
            siblings.push_back({split, here.end});
            here.end = split;
        } else {
            siblings.push_back({here.begin, split});
            here.begin = split;
        }
    }
    std::reverse(siblings.begin(), siblings.end());
    return siblings;
}

/// SUBPROOF of RFC 6962: down to the last complete subtree of the old tree. That one is sent too,
/// unless it is the whole old tree, whose root the verifier holds.
std::vector<Range> consistencyRanges(std::uint64_t oldSize, std::uint64_t size)
{
    std::vector<Range> ranges;
    Range here{0, size};
    while (here.end != oldSize) {
        const auto split = here.split();
        if (oldSize <= split) {
            ranges.push_back({split, here.end});
            here.end = split;
        } else {
            ranges.push_back({here.begin, split});
            here.begin = split;
        }
    }
    if (here.begin != 0)
        ranges.push_back(here);
    std::reverse(ranges.begin(), ranges.end());
    return ranges;
}

/// The complete subtrees of a range, largest first. A range begins at a multiple of every subtree
/// in it.
void appendSubtrees(std::vector<Node>& to, const Range& range)
{
    for (const Node& node : RightEdge::nodes(range.length()))
        to.push_back({node.level, (range.begin >> node.level) + node.index});
}

/// The roots of `ranges`, out of one reading.
Result<Proof> readRanges(const std::vector<Range>& ranges, const HashReader& reader)
{
    if (ranges.empty())
        return Proof{};
    std::vector<Node> nodes;
    for (const Range& range : ranges)
        appendSubtrees(nodes, range);

    const auto hashes = reader.read(nodes);
    if (!hashes)
        return tl::unexpected(hashes.error());
    assert(hashes->size() == nodes.size());

    Proof proof;
    auto next = hashes->begin();
    for (const Range& range : ranges) {
        const auto end = next + std::popcount(range.length());
        proof.push_back(RightEdge::from(range.length(), {next, end})->root());
        next = end;
    }
    return proof;
}

/// The way from a leaf up to the root of a tree whose last leaf is `last`. The lower, inner steps
/// lie below the node where the ways of both leaves meet, and a sibling stands on either side.
/// Above it the way runs along the right edge, where a node without a sibling to its left is its
/// own parent and takes no step.
class Path
{
public:
    Path(std::uint64_t index, std::uint64_t last)
        : m_index(index)
        , m_inner(static_cast<unsigned>(std::bit_width(index ^ last)))
        , m_border(m_inner < 64 ? static_cast<unsigned>(std::popcount(index >> m_inner)) : 0)
    {
    }

    [[nodiscard]] std::size_t length() const { return std::size_t{m_inner} + m_border; }
    [[nodiscard]] bool siblingIsLeft(std::size_t step) const
    {
        return step >= m_inner || ((m_index >> step) & 1U) != 0;
    }

private:
    std::uint64_t m_index;
    unsigned m_inner;
    unsigned m_border;
};

/// The two roots that a consistency proof leads to.
struct Roots {
    Hash old;
    Hash now;
};

/// Both trees hold `seed`; the old one ends with it, so only what stands to its left is in the old
/// one.
Roots foldConsistency(const Path& path, const Hash& seed, Proof::const_iterator siblings)
{
    Roots roots{seed, seed};
    for (std::size_t step = 0; step < path.length(); ++step, ++siblings) {
        if (path.siblingIsLeft(step)) {
            roots.old = nodeHash(*siblings, roots.old);
            roots.now = nodeHash(*siblings, roots.now);
        } else {
            roots.now = nodeHash(roots.now, *siblings);
        }
    }
    return roots;
}

} // namespace

Result<Proof> proveInclusion(std::uint64_t index, std::uint64_t size, const HashReader& reader)
{
    assert(index < size);
    return readRanges(inclusionRanges(index, size), reader);
}

std::size_t inclusionProofLength(std::uint64_t index, std::uint64_t size)
{
    assert(index < size);
    return Path(index, size - 1).length();
}

Result<Hash> rootFromInclusion(
    const Proof& proof, std::uint64_t index, std::uint64_t size, const Hash& leaf)
{
    if (index >= size)
        return fail(Error::Kind::Malformed,
            "a tree of " + std::to_string(size) + " leaves has no leaf " + std::to_string(index));
    const Path path(index, size - 1);
    if (proof.size() != path.length())
        return fail(Error::Kind::Malformed,
            "a proof of " + std::to_string(proof.size()) + " hashes where "
                + std::to_string(path.length()) + " belong");

    Hash hash = leaf;
    for (std::size_t step = 0; step < proof.size(); ++step)
        hash = path.siblingIsLeft(step) ? nodeHash(proof[step], hash) : nodeHash(hash, proof[step]);
    return hash;
}

bool verifyInclusion(
    const Proof& proof, std::uint64_t index, std::uint64_t size, const Hash& leaf, const Hash& root)
{
    const auto reached = rootFromInclusion(proof, index, size, leaf);
    return reached && *reached == root;
}

Result<Proof> proveConsistency(std::uint64_t oldSize, std::uint64_t size, const HashReader& reader)
{
    assert(oldSize <= size);
    if (oldSize == 0)
        return Proof{};
    return readRanges(consistencyRanges(oldSize, size), reader);
}

bool verifyConsistency(const Proof& proof, std::uint64_t oldSize, std::uint64_t size,
    const Hash& oldRoot, const Hash& root)
{
    if (oldSize > size)
        return false;
    if (oldSize == 0 && oldRoot != emptyRoot())
        return false;
    if (oldSize == size)
        return proof.empty() && oldRoot == root;
    if (oldSize == 0)
        return proof.empty();

    // The proof starts from the last complete subtree of the old tree: a leaf, when the tree is
    // seen from its level.
    const auto level = static_cast<unsigned>(std::countr_zero(oldSize));
    const Path path((oldSize - 1) >> level, (size - 1) >> level);
    const bool seedIsOldRoot = std::has_single_bit(oldSize);
    const std::size_t sent = seedIsOldRoot ? 0 : 1;
    if (proof.size() != path.length() + sent)
        return false;

    const Hash& seed = seedIsOldRoot ? oldRoot : proof.front();
    const auto roots
        = foldConsistency(path, seed, proof.begin() + static_cast<std::ptrdiff_t>(sent));
    return roots.old == oldRoot && roots.now == root;
}

} // namespace ikrar::tlog
