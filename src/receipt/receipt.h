#pragma once

#include "tlog/checkpoint.h"
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
    std::uint64_t size = 0; ///< of the checkpoint, below 2^63; index < size
    tlog::Proof proof;
    std::vector<Signature> signatures; ///< the log's first, then cosignatures by key ID

    friend bool operator==(const Receipt&, const Receipt&) = default;
};

constexpr std::size_t maxReceiptSize = 4096;
/// Cosignatures that a receipt can carry.
constexpr std::size_t maxCosignatures = 16;

/// Deterministic CBOR `[1, entry, index, size, proof, signatures]`.
[[nodiscard]] Bytes encode(const Receipt& receipt);
/// Strict: decodes the entry too, and accepts exactly what encode writes. No signature is checked.
/// Errors: as pledge::decodeEntry; Malformed too for a proof of another length than index and size
/// imply, and for two signatures by one key; Mismatch when the first signature's key ID is not the
/// entry's; NotCanonical for cosignatures out of order.
[[nodiscard]] Result<Receipt> decode(BytesView bytes);

/// `<verify_url>#<digits>`, scheme and host in capitals.
[[nodiscard]] std::string toText(const Receipt& receipt, std::string_view verifyUrl);
/// What stands before the last `#` is ignored, as is white space around. Errors: as decode and
/// base::fromBase10.
[[nodiscard]] Result<Receipt> fromText(std::string_view text);

/// The checkpoint of `origin` that the receipt's signatures must be over: its root is computed from
/// entry and proof. Errors: Malformed for a proof of another length than index and size imply.
[[nodiscard]] Result<tlog::Checkpoint> checkpointOf(
    const Receipt& receipt, const std::string& origin);

/// As a c2sp.org/tlog-proof file; origin and key names come from the policy. `extra` is
/// `ikrar.entry/v1\n` + entry. Errors: as decode; Missing when the policy does not know the log or
/// a cosigner.
[[nodiscard]] Result<tlog::TlogProof> toTlogProof(const Receipt& given, const tlog::Policy& policy);
/// The way back, without loss under the same policy. Signature lines by keys that the policy does
/// not know are left out, as c2sp.org/signed-note asks. Errors: as decode; Malformed without our
/// `extra`, Missing when the policy does not know the log or the log has not signed, Mismatch when
/// the checkpoint's root is not the proof's.
[[nodiscard]] Result<Receipt> fromTlogProof(
    const tlog::TlogProof& proof, const tlog::Policy& policy);

} // namespace ikrar::receipt
