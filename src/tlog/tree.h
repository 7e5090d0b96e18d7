#pragma once

#include "crypto/sha256.h"

#include <functional>
#include <vector>

namespace ikrar::tlog {

using crypto::Hash;

/// SHA-256 of nothing: the root of the empty tree.
[[nodiscard]] Hash emptyRoot();
/// MTH({entry}) of RFC 6962 section 2.1: SHA-256(0x00 ‖ entry).
[[nodiscard]] Hash leafHash(BytesView entry);
/// RFC 6962 section 2.1: SHA-256(0x01 ‖ left ‖ right).
[[nodiscard]] Hash nodeHash(const Hash& left, const Hash& right);

/// A complete subtree: the hash over leaves [index << level, (index + 1) << level).
struct Node {
    unsigned level = 0; ///< 0 is a leaf; below 64
    std::uint64_t index = 0;

    friend auto operator<=>(const Node&, const Node&) = default; // NOLINT(modernize-use-nullptr)
};

/// Where the complete subtrees of a stored tree come from. Asked once a proof, with all it needs.
class HashReader
{
public:
    HashReader() = default;
    HashReader(const HashReader&) = delete;
    HashReader& operator=(const HashReader&) = delete;
    HashReader(HashReader&&) = delete;
    HashReader& operator=(HashReader&&) = delete;
    virtual ~HashReader() = default;

    /// As many hashes as `nodes`, in their order.
    [[nodiscard]] virtual Result<std::vector<Hash>> read(const std::vector<Node>& nodes) const = 0;
};

/// The right edge of a tree of `size` leaves: the roots of its popcount(size) complete subtrees,
/// largest first. Appending and the root need nothing else, so an append costs O(log n).
class RightEdge
{
public:
    using Visitor = std::function<void(const Node&, const Hash&)>;

    RightEdge() = default;
    /// Errors: Mismatch unless `hashes` has popcount(size) of them.
    [[nodiscard]] static Result<RightEdge> from(std::uint64_t size, std::vector<Hash> hashes);
    /// The nodes to read to make the edge of a stored tree, in the order `from` takes them.
    [[nodiscard]] static std::vector<Node> nodes(std::uint64_t size);

    [[nodiscard]] std::uint64_t size() const { return m_size; }
    [[nodiscard]] const std::vector<Hash>& hashes() const { return m_hashes; }
    [[nodiscard]] Hash root() const;

    /// Adds a leaf; `completed` sees every complete subtree that it finishes, the leaf itself
    /// first.
    void append(const Hash& leaf, const Visitor& completed = {});

private:
    std::uint64_t m_size = 0;
    std::vector<Hash> m_hashes;
};

} // namespace ikrar::tlog
