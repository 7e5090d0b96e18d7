#pragma once

#include "tlog/checkpoint.h"

namespace ikrar::tlog {

/// c2sp.org/tlog-cosignature, type 0x04: 8 bytes big-endian POSIX seconds ‖ Ed25519 over
/// `cosignature/v1\ntime <decimal>\n` + the checkpoint's text.
constexpr std::size_t cosignatureSize = 72;

[[nodiscard]] Result<NoteSignature> cosign(const Checkpoint& checkpoint, std::uint64_t seconds,
    const std::string& name, const crypto::SigningKey& key);

/// The time that the witness states, when `bytes` (72 of them) are `witness`'s good cosignature of
/// `checkpoint`. Errors: Malformed for another length or a time past 2^63 - 1; Mismatch for a bad
/// one, and for a key of another type.
[[nodiscard]] Result<std::uint64_t> verifyCosignature(
    const Checkpoint& checkpoint, BytesView bytes, const VerifierKey& witness);

} // namespace ikrar::tlog
