#pragma once

#include "audit/order.h"
#include "tlog/tree.h"

namespace ikrar::audit {

/// Where an audit ended, for the next one of the same log to go on from. Deterministic CBOR:
///
///     [1, contents, SHA-256(contents)], contents = bstr of
///     [policy, checkpoint, edge, upper, ceremony, time, closed, signed, voided, commitments,
///     sessions]
///
/// policy: SHA-256 of Policy::text(); checkpoint: the signed note; edge: the hashes of the tree's
/// right edge; upper: for each tile level from 1 on, the hashes of its last, partial tile;
/// ceremony: the hash in entry 0; time: the latest; closed: 0 or 1; signed, voided: a bit an entry,
/// the lowest first; commitments: 8 bytes for each signed entry; sessions: [number, first, last,
/// signed, voided] each, last 0 while open. The digest finds damage, not malice: whoever can write
/// the auditor's files could make a state that skips an entry, so keep it where only the auditor
/// can.
struct AuditState {
    crypto::Hash policy;
    std::string checkpoint;
    tlog::RightEdge edge;
    std::vector<std::vector<crypto::Hash>> upper;
    crypto::Hash ceremony;
    OrderMemory order;
};

/// The most entries and sessions that a state is kept for, and the most bytes it has.
constexpr std::uint64_t maxStateEntries = 20'000'000;
constexpr std::size_t maxStateSessions = 65'536;
constexpr std::size_t maxStateSize = std::size_t{176} * 1024 * 1024;

/// Requires `state` to be of one audit, of at most maxStateEntries entries.
[[nodiscard]] Bytes encodeState(const AuditState& state);
/// `contents` in their frame, with version and digest; for tests, which must get past the digest.
[[nodiscard]] Bytes sealContents(BytesView contents);
/// Exactly what encodeState writes: every part is held against the others, and the edge against the
/// checkpoint's root. The checkpoint's signature is for the caller to check. Errors: those of
/// CborReader, UnknownVersion, NotCanonical, TooLarge; Mismatch where parts contradict each other,
/// the digest or the root.
[[nodiscard]] Result<AuditState> decodeState(BytesView bytes);

} // namespace ikrar::audit
