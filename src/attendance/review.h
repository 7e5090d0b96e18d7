#pragma once

#include "attendance/records.h"

namespace ikrar::attendance {

/// One entry among those that a person should look at.
struct ReviewedEntry {
    std::string kiosk;
    std::uint64_t index = 0;
    std::int64_t time = 0; ///< Unix seconds
    pledge::Identity identity;
    std::string name;
    std::string unit; ///< id of a unit of the ceremony
};

/// A sign that somebody may have signed for others. It is for a human to look into; nothing follows
/// from it by itself.
struct ReviewedSign {
    enum class Kind : std::uint8_t {
        Tempo, ///< one kiosk, one signer after the other faster than people sign
        SameInk, ///< ink that is the same to the byte, of different people
        Twice, ///< one person, more than one valid entry
    };
    Kind kind{};
    std::vector<ReviewedEntry> entries; ///< by log, then index; at most maxReviewedEntries
    std::uint64_t count = 0; ///< of all of them
};

/// As JSON and CSV write it: `tempo`, `same-ink`, `twice`.
[[nodiscard]] std::string_view code(ReviewedSign::Kind kind);

/// Seconds between two signers at one kiosk that a person who reads, signs and steps aside does not
/// stay below, and how many in a row are a sign.
constexpr std::int64_t fastestSigner = 6;
constexpr std::size_t fastRun = 5;
constexpr std::size_t maxReviewedEntries = 100;

/// Over every valid entry of the records, paper sheets apart. Memory grows by one digest an entry.
/// Errors: those of the records.
[[nodiscard]] Result<std::vector<ReviewedSign>> review(const Records& records);

} // namespace ikrar::attendance
