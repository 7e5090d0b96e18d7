#pragma once

#include "attendance/table.h"
#include "base/result.h"
#include "pledge/identity.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace ikrar::attendance {

/// Lower case letters and digits of a title alone: `NIP / NI PPPK / NIK` is `nipnipppknik`.
[[nodiscard]] std::string bareTitle(std::string_view title);
/// Whether a title, as bareTitle gives it, is one of these.
[[nodiscard]] bool isOneOf(std::string_view title, std::initializer_list<std::string_view> titles);
/// A cell's text without spaces around it; nothing where there is no such column or cell.
[[nodiscard]] std::string fieldAt(const TableRow& row, const std::optional<std::size_t>& column);

/// How a table about people of the roster names each: by a number (`nomor`, `nip`, `nik`, ...,
/// `NIP / NI PPPK / NIK`), and, if there is such a column, its kind (`jenis_nomor`).
struct PersonColumns {
    std::optional<std::size_t> number;
    std::optional<pledge::IdentityKind> kindOfNumber; ///< by the column's title
    std::optional<std::size_t> kind;

    /// Whether a title, as bareTitle gives it, is that of one of these columns, which `at` then is.
    [[nodiscard]] bool take(std::string_view title, std::size_t at);
};

/// The person that a row names. Without a kind, 18 digits are a NIP and 16 a NIK. `columns` has a
/// number. Errors, each one sentence that says what to do: Invalid, also for a number that the
/// spreadsheet has changed; those of parseIdentity.
[[nodiscard]] Result<pledge::Identity> personAt(const TableRow& row, const PersonColumns& columns);

} // namespace ikrar::attendance
