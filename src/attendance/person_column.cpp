#include "attendance/person_column.h"

#include <algorithm>
#include <array>

namespace ikrar::attendance {

namespace {

using pledge::IdentityKind;

constexpr std::array<std::string_view, 14> numberTitles{"nomor", "number", "nomoridentitas", "nip",
    "nipbaru", "nippppk", "nippppknik", "nipnipppk", "nipnipppknik", "nipnik", "nik", "nrp", "nipd",
    "nipnikpegawai"};
constexpr std::array<std::string_view, 3> kindTitles{"jenisnomor", "kind", "jenisidentitas"};

std::size_t digitsIn(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

Result<IdentityKind> kindOf(
    const TableRow& row, const PersonColumns& columns, std::string_view number)
{
    constexpr std::size_t nipDigits = 18;
    constexpr std::size_t nikDigits = 16;
    if (const std::string stated = fieldAt(row, columns.kind); !stated.empty())
        return pledge::identityKindFromCode(stated).map_error([&](const Error&) {
            return Error{Error::Kind::Invalid,
                "There is no kind of number '" + stated + "'; use nip, nik, nrp, nipd or nama."};
        });
    if (columns.kindOfNumber)
        return *columns.kindOfNumber;
    if (digitsIn(number) == nipDigits)
        return IdentityKind::Nip;
    if (digitsIn(number) == nikDigits)
        return IdentityKind::Nik;
    return fail(Error::Kind::Invalid,
        "This is neither a NIP of 18 digits nor a NIK of 16; enter all its digits as text, or say "
        "what it is in a column jenis_nomor.");
}

/// A double holds 15 digits: of a longer number the last are lost.
bool isChanged(const TableRow& row, std::size_t column, std::string_view number)
{
    constexpr std::size_t digitsOfDouble = 15;
    return column < row.cells.size() && row.cells[column].kind != Cell::Kind::Text
        && (digitsIn(number) > digitsOfDouble || number.find_first_of("eE") != std::string::npos);
}

} // namespace

std::string bareTitle(std::string_view title)
{
    std::string letters;
    for (const char c : title) {
        if (c >= 'A' && c <= 'Z')
            letters += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            letters += c;
    }
    return letters;
}

bool isOneOf(std::string_view title, std::initializer_list<std::string_view> titles)
{
    return std::find(titles.begin(), titles.end(), title) != titles.end();
}

std::string fieldAt(const TableRow& row, const std::optional<std::size_t>& column)
{
    if (!column || *column >= row.cells.size())
        return {};
    const std::string& field = row.cells[*column].text;
    const std::size_t first = field.find_first_not_of(' ');
    if (first == std::string::npos)
        return {};
    return field.substr(first, field.find_last_not_of(' ') + 1 - first);
}

bool PersonColumns::take(std::string_view title, std::size_t at)
{
    if (std::find(kindTitles.begin(), kindTitles.end(), title) != kindTitles.end()) {
        kind = at;
        return true;
    }
    if (std::find(numberTitles.begin(), numberTitles.end(), title) == numberTitles.end())
        return false;
    number = number.value_or(at);
    if (const auto known = pledge::identityKindFromCode(title);
        known && (*known == IdentityKind::Nrp || *known == IdentityKind::Nipd))
        kindOfNumber = *known;
    return true;
}

Result<pledge::Identity> personAt(const TableRow& row, const PersonColumns& columns)
{
    const std::string number = fieldAt(row, columns.number);
    if (isChanged(row, *columns.number, number))
        return fail(Error::Kind::Invalid,
            "The spreadsheet has changed the number '" + number
                + "'; make this column text and enter all its digits again.");
    return kindOf(row, columns, number).and_then([&](IdentityKind kind) {
        return pledge::parseIdentity(kind, number);
    });
}

} // namespace ikrar::attendance
