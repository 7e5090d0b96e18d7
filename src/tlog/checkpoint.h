#pragma once

#include "tlog/note.h"

namespace ikrar::tlog {

/// c2sp.org/tlog-checkpoint: `origin \n size \n base64(root) \n`. Extension lines are refused: our
/// logs write none.
struct Checkpoint {
    std::string origin;
    std::uint64_t size = 0;
    crypto::Hash root;

    [[nodiscard]] std::string text() const;
    /// Exactly what text() writes. Errors: Malformed, NotCanonical.
    [[nodiscard]] static Result<Checkpoint> parse(std::string_view text);

    friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

/// The checkpoint as a note signed by the log's key, whose name is the origin.
[[nodiscard]] Result<Note> signCheckpoint(
    const Checkpoint& checkpoint, const crypto::SigningKey& key);

/// Parses a note, checks that it is a checkpoint of `log` (origin and key name) and that the log's
/// signature is good. Errors: as Note::parse and Checkpoint::parse; Mismatch for another origin, no
/// signature of the log or a bad one.
struct OpenedCheckpoint {
    Checkpoint checkpoint;
    Note note;
};
[[nodiscard]] Result<OpenedCheckpoint> openCheckpoint(
    std::string_view note, const VerifierKey& log);

} // namespace ikrar::tlog
