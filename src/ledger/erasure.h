#pragma once

#include "crypto/hash.h"
#include "pledge/identity.h"

#include <variant>
#include <vector>

namespace ikrar::ledger {

/// Whose personal data goes: one person's, or everybody's who signed before a moment (Unix
/// seconds).
struct SignedBefore {
    std::int64_t time = 0;
};
using ErasureOf = std::variant<pledge::Identity, SignedBefore>;

/// A file that personal data was written to outside the store: an export, a bundle, a backup.
struct WrittenCopy {
    std::string path;
    std::int64_t time = 0; ///< Unix seconds
};

/// What an erasure takes, or took. Holds no personal data, so that it can be kept and shown.
struct Erased {
    std::vector<std::uint64_t> entries; ///< indices of the log that no row explains any more
    std::uint64_t people = 0; ///< rows of the roster
    std::uint64_t helped = 0; ///< rows of others that named the person as a helper
    std::vector<WrittenCopy> copies; ///< out of its reach
    /// Another process still reads old pages of the store, in which the data can be found: the same
    /// erasure has to be repeated. What it took is remembered in DATA/erasure.pending, and told
    /// again by the one that ends it.
    bool held = false;
    bool ended = false; ///< an earlier erasure that was held has come to its end
    bool past = false; ///< of everybody before a moment: the ceremony was over then
};

/// One entry whose row was erased: all that merge, sync and a bundle need to leave it out.
struct Tombstone {
    std::uint64_t index = 0;
    crypto::Hash digest; ///< of its row of the attendance table
    std::int64_t time = 0; ///< of the erasure, Unix seconds
};

} // namespace ikrar::ledger
