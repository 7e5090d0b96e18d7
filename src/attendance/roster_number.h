#pragma once

#include "attendance/table.h"
#include "pledge/identity.h"

#include <optional>

namespace ikrar::attendance {

/// A number as a cell gives it: without the apostrophe or `="..."` that keeps it text in a
/// spreadsheet and without invisible characters; empty for `-` and the like. What a spreadsheet
/// kept as a number is written in digits where it has at most 15.
struct RosterNumber {
    std::string text;
    /// The spreadsheet kept it as a number, and its last digits are lost.
    bool damaged = false;
};
[[nodiscard]] RosterNumber numberIn(const Cell& cell);

/// A number that a spreadsheet keeps, in digits: `12` for `12.0`; what is no whole number of at
/// most 15 digits stays as it is written.
[[nodiscard]] std::string digitsOf(const std::string& number);

/// What kind of number this is for somebody of this category (nothing: any), in a column of this
/// kind (nothing: of several). A column of NIPs holds the NIK or NRP of people who have no NIP.
/// Nothing when it can be none.
[[nodiscard]] std::optional<pledge::IdentityKind> kindOfNumber(const std::string& text,
    std::optional<pledge::IdentityKind> column, std::optional<pledge::Category> category);

/// Whether digits were lost before the number became text: `1,98E+17`, or a NIP that ends in 000,
/// which none does.
[[nodiscard]] bool isDamaged(const std::string& text, pledge::IdentityKind kind);

} // namespace ikrar::attendance
