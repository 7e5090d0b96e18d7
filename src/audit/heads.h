#pragma once

#include "receipt/verdict.h"

namespace ikrar::audit {

/// A checkpoint that somebody showed, its log's signature checked.
struct Head {
    std::string note; ///< as shown: a signed note (c2sp.org/signed-note)
    std::string origin;
    std::uint64_t size = 0;
    crypto::Hash root;
};

/// Whether a text means to be a checkpoint rather than a receipt: it has lines, and not
/// only the line ends around it that pasting brings.
[[nodiscard]] bool looksLikeHead(std::string_view text);
/// Errors: Missing where the policy has no log of its origin; those of tlog::openCheckpoint.
[[nodiscard]] Result<Head> openHead(std::string_view note, const tlog::Policy& policy);

/// How a head that is shown stands to one that was kept.
enum class Standing : std::uint8_t {
    First, ///< none of this log was kept
    Same, ///< the same head again
    Consistent, ///< it continues the kept one: proved by a copy of the log
    Behind, ///< it is smaller, and the kept one continues it as far as can be told
    Undecided, ///< it is larger, and no copy of the log at hand reaches that far
    Rewritten, ///< two histories of one log
};

/// Both of one origin. Two heads of one size need no copy; for others `log`, where it is of that
/// origin, tells the root it had at each size. Errors: the copy's.
[[nodiscard]] Result<Standing> compareHeads(
    const Head& kept, const Head& shown, const receipt::LogView* log);

/// Both notes and what they show, as a text that anyone can check with the log's key: what to keep
/// of a Rewritten pair.
[[nodiscard]] std::string evidenceOf(const Head& kept, const Head& shown);

} // namespace ikrar::audit
