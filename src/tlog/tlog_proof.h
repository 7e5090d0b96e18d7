#pragma once

#include "tlog/note.h"
#include "tlog/proof.h"

#include <optional>

namespace ikrar::tlog {

/// A c2sp.org/tlog-proof file: a leaf's inclusion in a signed checkpoint. Holding one says nothing
/// about its truth.
struct TlogProof {
    std::optional<Bytes> extra; ///< opaque and unauthenticated; absent rather than empty
    std::uint64_t index = 0;
    Proof proof;
    Note checkpoint;

    [[nodiscard]] std::string text() const;
    /// Exactly what text() writes, at most maxNoteSize bytes. Errors: Malformed, NotCanonical,
    /// UnknownVersion, TooLarge.
    [[nodiscard]] static Result<TlogProof> parse(std::string_view text);
};

} // namespace ikrar::tlog
