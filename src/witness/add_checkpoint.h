#pragma once

#include "tlog/checkpoint.h"
#include "tlog/proof.h"

namespace ikrar::witness {

/// The body of c2sp.org/tlog-witness `add-checkpoint`: a checkpoint, and that it continues the one
/// of `oldSize` entries.
///
///     old 20852014
///     PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=     the consistency proof, at most 63 hashes
///                                                      an empty line
///     example.com/behind-the-sofa                      the checkpoint, as a signed note
///     20852163
///     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
///
///     — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1M...
struct AddCheckpoint {
    std::uint64_t oldSize = 0;
    tlog::Proof proof;
    tlog::Checkpoint checkpoint;
    tlog::Note note; ///< of the checkpoint; no signature is checked

    [[nodiscard]] std::string text() const;
    /// Exactly what text() writes, at most `maxAddCheckpoint` bytes. Errors: Malformed,
    /// NotCanonical, TooLarge.
    [[nodiscard]] static Result<AddCheckpoint> parse(std::string_view text);
};

constexpr std::size_t maxProofLines = 63;
constexpr std::size_t maxAddCheckpoint = tlog::maxNoteSize;

} // namespace ikrar::witness
