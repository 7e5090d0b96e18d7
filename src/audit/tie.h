#pragma once

#include "crypto/hash.h"
#include "pledge/commitment.h"

#include <array>
#include <optional>
#include <string>

namespace ikrar::audit {

/// What ties one row of the attendance to its entry (BUNDLE.md beside this file): a row of
/// `ties.csv`. Of an erased person nothing is left but the digest.
struct Tie {
    /// What is kept beside the row, and goes with it when the person is erased.
    struct Secrets {
        pledge::Salt salt{};
        std::array<std::uint8_t, 16> key{}; ///< of the row's digest
        Bytes ink; ///< at most pledge::maxInkSize bytes

        friend bool operator==(const Secrets&, const Secrets&) = default;
    };

    std::uint64_t index = 0;
    std::optional<Secrets> secrets; ///< none: erased
    crypto::Hash digest; ///< of the attendance row as the `closed` entry saw it

    friend bool operator==(const Tie&, const Tie&) = default;
};

constexpr std::size_t maxTieLine = 12'000;

/// The header line of ties.csv, without CRLF.
[[nodiscard]] std::string tieHeader();
/// Without CRLF. Requires an ink of at most pledge::maxInkSize bytes.
[[nodiscard]] std::string tieLine(const Tie& tie);
/// Accepts exactly what tieLine writes. Errors: Malformed, TooLarge.
[[nodiscard]] Result<Tie> parseTie(std::string_view line);

} // namespace ikrar::audit
