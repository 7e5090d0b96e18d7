#pragma once

#include "tlog/tree.h"

namespace ikrar::tlog {

/// Leaf's sibling first, root's child last (RFC 6962 section 2.1.1, RFC 9162 section 2.1.3).
using Proof = std::vector<Hash>;

/// Inclusion of leaf `index` in the tree of `size` leaves. Requires index < size. Errors: the
/// reader's.
[[nodiscard]] Result<Proof> proveInclusion(
    std::uint64_t index, std::uint64_t size, const HashReader& reader);

/// The number of hashes such a proof has. Requires index < size. For the last leaf it is
/// popcount(index).
[[nodiscard]] std::size_t inclusionProofLength(std::uint64_t index, std::uint64_t size);

/// The root that `proof` leads to from `leaf`: the caller compares it with a signed one, and takes
/// `size` from the same checkpoint, since a proof shows a size only by its shape.
/// Errors: Malformed when index >= size or the proof has another length than index and size imply.
[[nodiscard]] Result<Hash> rootFromInclusion(
    const Proof& proof, std::uint64_t index, std::uint64_t size, const Hash& leaf);

[[nodiscard]] bool verifyInclusion(const Proof& proof, std::uint64_t index, std::uint64_t size,
    const Hash& leaf, const Hash& root);

/// That the tree of `size` leaves begins with that of `oldSize` (RFC 6962 section 2.1.2). Requires
/// oldSize <= size; empty for equal sizes and for oldSize 0.
[[nodiscard]] Result<Proof> proveConsistency(
    std::uint64_t oldSize, std::uint64_t size, const HashReader& reader);

[[nodiscard]] bool verifyConsistency(const Proof& proof, std::uint64_t oldSize, std::uint64_t size,
    const Hash& oldRoot, const Hash& root);

} // namespace ikrar::tlog
