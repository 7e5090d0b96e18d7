#pragma once

#include "pledge/category.h"

#include <optional>
#include <string>
#include <vector>

namespace ikrar::pledge {

/// What kind of identifier a signer has: the word before the colon in a commitment's message. A NI
/// PPPK is `nip`.
enum class IdentityKind : std::uint8_t { Nip, Nik, Nrp, Nipd, Nama };

/// `nip`, `nik`, `nrp`, `nipd`, `nama`.
[[nodiscard]] std::string_view code(IdentityKind kind);
[[nodiscard]] Result<IdentityKind> identityKindFromCode(std::string_view code);

/// An identifier in its normal form: digits only for nip (18) and nik (16), upper case without
/// spaces for nrp and nipd, NFC upper case with single spaces for nama. Always text, never a
/// number.
struct Identity {
    IdentityKind kind{};
    std::string value;

    // NOLINTNEXTLINE(modernize-use-nullptr)
    friend auto operator<=>(const Identity&, const Identity&) = default;
};

enum class Language : std::uint8_t { Indonesian, English };

/// What is wrong with a number as typed, by its cause, and the first digit (from 0, in the normal
/// form) that shows it.
struct IdentityProblem {
    enum class Cause : std::uint8_t {
        Empty,
        NotDigits,
        TooShort,
        TooLong,
        BirthDate,
        AppointmentMonth, ///< digits 13-14 neither 01..12 (PNS) nor 21..29 (PPPK)
        AppointmentYear,
        Sex,
        Serial,
        Region, ///< of a NIK
        Characters,
    };
    Cause cause{};
    std::size_t position = 0;

    /// One polite sentence that says what to do.
    [[nodiscard]] std::string sentence(IdentityKind kind, Language language) const;
};

/// What can be said of a partly typed number: no problem while it can still become valid.
[[nodiscard]] std::optional<IdentityProblem> checkWhileTyping(
    IdentityKind kind, std::string_view typed);
/// The problem of a complete number, if it has one. Spaces, dots and hyphens are ignored in nip and
/// nik.
[[nodiscard]] std::optional<IdentityProblem> check(IdentityKind kind, std::string_view typed);
/// The normal form. Errors: Invalid with the English sentence.
[[nodiscard]] Result<Identity> parseIdentity(IdentityKind kind, std::string_view typed);

/// A NIP-shaped number whose digits 13-14 are 21..29 is a NI PPPK.
[[nodiscard]] bool isPppkNumber(const Identity& identity);

/// nip `19860926 201505 1 001` (8 6 1 3), nik in groups of 6 6 4, others as they are; works on
/// partly typed numbers.
[[nodiscard]] std::string format(const Identity& identity);
/// The same with the middle hidden: nip `19860926 •••••• • 001`, nik `•••••• •••••• 0001`, others
/// their last three.
[[nodiscard]] std::string mask(const Identity& identity);

/// The kinds of number that people of these categories have, most frequent first (NIP, NIK, NIPD,
/// NRP); nama never.
[[nodiscard]] std::vector<IdentityKind> kindsFor(std::span<const Category> categories);

/// Whether people of this category may have none of these numbers at hand, so that their name has
/// to do: those whom no personnel agency has numbered.
[[nodiscard]] bool mayLackNumber(Category category);

} // namespace ikrar::pledge
