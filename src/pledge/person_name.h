#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ikrar::pledge {

constexpr std::size_t maxNameCharacters = 100;

/// What normalName answers: the normal form as far as it got, and the character (from 0, in the
/// normal form) that it stopped at, if it did.
struct NormalName {
    std::string text;
    std::size_t characters = 0; ///< code points in `text`
    bool hasLetter = false;
    std::optional<std::size_t> refused;
};

/// A name in its normal form: NFD, each letter in upper case, NFC, words parted by single spaces
/// and none around them. Refused: what is not UTF-8, control, invisible and unassigned characters,
/// and letters whose upper case is more than one (ß, ŉ, ligatures): what is left has the same upper
/// case in every library.
[[nodiscard]] NormalName normalName(std::string_view typed);

} // namespace ikrar::pledge
