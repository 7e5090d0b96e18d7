#pragma once

#include "tlog/policy.h"
#include "tlog/proof.h"
#include "tlog/tlog_proof.h"

#include <string>

namespace ikrar::receipt {

using tlog::KeyId;

/// What the signer takes home: FORMAT.md beside this file.
struct Receipt {
    struct Signature {
        KeyId id = 0;
        Bytes bytes; ///< 64 for the log, 72 for a cosignature

        friend bool operator==(const Signature&, const Signature&) = default;
    };

    Bytes entry; ///< sealed
    std::uint64_t index = 0;
    std::uint64_t size = 0; ///< of the checkpoint; index < size
    tlog::Proof proof;
    std::vector<Signature> signatures; ///< the log's first, then cosignatures by key ID

    friend bool operator==(const Receipt&, const Receipt&) = default;
};

constexpr std::size_t maxReceiptSize = 4096;
/// Cosignatures that a receipt can carry.
constexpr std::size_t maxCosignatures = 16;

/// Deterministic CBOR `[1, entry, index, size, proof, signatures]`.
[[nodiscard]] Bytes encode(const Receipt& receipt);
/// Errors: as pledge::decodeEntry; the proof's length must be the one that index and size imply.
[[nodiscard]] Result<Receipt> decode(BytesView bytes);

/// `<verify_url>#<digits>`, scheme and host in capitals.
[[nodiscard]] std::string toText(const Receipt& receipt, std::string_view verifyUrl);
/// What stands before the last `#` is ignored, as is white space around. Errors: as decode and base::fromBase10.
[[nodiscard]] Result<Receipt> fromText(std::string_view text);

/// As a c2sp.org/tlog-proof file; origin and key names come from the policy. `extra` is `ikrar.entry/v1\n` + entry.
/// Errors: Missing when the policy does not know the log or a cosigner.
[[nodiscard]] Result<tlog::TlogProof> toTlogProof(const Receipt& receipt, const tlog::Policy& policy);
/// Errors: Malformed, Missing, Mismatch (the checkpoint's root is not the proof's).
[[nodiscard]] Result<Receipt> fromTlogProof(const tlog::TlogProof& proof, const tlog::Policy& policy);

} // namespace ikrar::receipt
