#include "pledge/sheet_row.h"

#include <algorithm>
#include <optional>

namespace ikrar::pledge {

namespace {

constexpr std::size_t maxTyped = 64;
constexpr std::size_t sheetDigits = 3; ///< at least, as they are printed
constexpr std::size_t rowDigits = 2;
constexpr std::size_t maxSheetDigits = 5;
constexpr std::size_t maxRowDigits = 3;

std::string padded(unsigned number, std::size_t width)
{
    std::string digits = std::to_string(number);
    digits.insert(0, digits.size() < width ? width - digits.size() : 0, '0');
    return digits;
}

/// Without spaces around it, in upper case.
std::string normal(std::string_view typed)
{
    constexpr std::string_view blank = " \t\r\n";
    const std::size_t first = typed.find_first_not_of(blank);
    if (first == std::string_view::npos)
        return {};
    std::string text(typed.substr(first, typed.find_last_not_of(blank) + 1 - first));
    std::transform(text.begin(), text.end(), text.begin(),
        [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

/// Letters that look like digits are read as those: the alphabet has none of them.
std::optional<std::string> seriesFrom(std::string_view text)
{
    constexpr std::string_view crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    if (text.size() != sheetSeriesDigits)
        return std::nullopt;
    std::string series(text);
    std::replace(series.begin(), series.end(), 'O', '0');
    std::replace(series.begin(), series.end(), 'I', '1');
    std::replace(series.begin(), series.end(), 'L', '1');
    if (series.find_first_not_of(crockford) != std::string::npos)
        return std::nullopt;
    return series;
}

/// Counted from 1.
std::optional<unsigned> numberFrom(std::string_view text, std::size_t maxDigits)
{
    constexpr unsigned ten = 10;
    if (text.empty() || text.size() > maxDigits)
        return std::nullopt;
    unsigned number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = number * ten + static_cast<unsigned>(c - '0');
    }
    return number == 0 ? std::nullopt : std::optional(number);
}

std::optional<SheetRow> rowFrom(std::string_view text)
{
    const std::size_t first = text.find('-');
    const std::size_t second = first == std::string_view::npos ? first : text.find('-', first + 1);
    if (second == std::string_view::npos)
        return std::nullopt;
    const auto series = seriesFrom(text.substr(0, first));
    const auto sheet = numberFrom(text.substr(first + 1, second - first - 1), maxSheetDigits);
    const auto row = numberFrom(text.substr(second + 1), maxRowDigits);
    if (!series || !sheet || !row)
        return std::nullopt;
    return SheetRow{*series, *sheet, *row};
}

} // namespace

std::string code(const SheetRow& row)
{
    return row.series + '-' + padded(row.sheet, sheetDigits) + '-' + padded(row.row, rowDigits);
}

std::string qrText(const SheetRow& row)
{
    return std::string(sheetRowPrefix) + code(row);
}

Result<SheetRow> parseSheetRow(std::string_view typed)
{
    if (typed.size() > maxTyped)
        return fail(Error::Kind::TooLarge, "This is too long to be the code of a sheet's row.");
    const std::string text = normal(typed);
    std::string_view bare = text;
    if (bare.starts_with(sheetRowPrefix))
        bare.remove_prefix(sheetRowPrefix.size());
    auto row = rowFrom(bare);
    if (!row)
        return fail(Error::Kind::Malformed,
            "This is not the code of a sheet's row, which is printed as K7M2Q9XA-002-08: scan it, "
            "or type all of it.");
    return std::move(*row);
}

} // namespace ikrar::pledge
