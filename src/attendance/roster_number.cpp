#include "attendance/roster_number.h"

#include <QString>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace ikrar::attendance {

namespace {

using pledge::Category;
using pledge::IdentityKind;

constexpr std::size_t nipDigits = 18;
constexpr std::size_t nikDigits = 16;
/// A double has 15 decimal digits (DBL_DIG), and spreadsheets keep no more.
constexpr double tooManyDigits = 1e15;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::optional<double> doubleFrom(const std::string& text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

/// Without spaces of other scripts, and what copying from a PDF or a web page brings along.
std::string visible(const std::string& text)
{
    QString kept;
    for (const QChar c : QString::fromStdString(text)) {
        if (c.isSpace())
            kept += u' ';
        else if (c.category() != QChar::Other_Format && c.category() != QChar::Other_Control)
            kept += c;
    }
    return kept.trimmed().toStdString();
}

/// What a spreadsheet is told so that it keeps digits as text.
std::string withoutMarks(std::string text)
{
    for (const std::string_view mark : {"'", "`", "\u2019"}) {
        if (text.starts_with(mark))
            return text.substr(mark.size());
    }
    if (text.starts_with("=\"") && text.ends_with('"') && text.size() > 3)
        return text.substr(2, text.size() - 3);
    return text;
}

bool isDash(const std::string& text)
{
    return text == "-" || text == "--" || text == "\u2013" || text == "\u2014";
}

/// The digits of a NIP or NIK; nothing when other characters stand there than may part them.
std::optional<std::size_t> countDigits(const std::string& text)
{
    constexpr std::string_view between = " .-";
    std::size_t digits = 0;
    for (const char c : text) {
        if (isDigit(c))
            ++digits;
        else if (between.find(c) == std::string_view::npos)
            return std::nullopt;
    }
    return digits;
}

bool has(const std::vector<IdentityKind>& kinds, IdentityKind kind)
{
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

std::vector<IdentityKind> kindsOf(std::optional<Category> category)
{
    if (category)
        return pledge::kindsFor({&*category, 1});
    return {IdentityKind::Nip, IdentityKind::Nik};
}

} // namespace

RosterNumber numberIn(const Cell& cell)
{
    if (cell.kind == Cell::Kind::Number) {
        const auto value = doubleFrom(cell.text);
        const bool damaged = value && std::fabs(*value) >= tooManyDigits;
        return {damaged ? cell.text : digitsOf(cell.text), damaged};
    }
    std::string text = withoutMarks(visible(cell.text));
    return {isDash(text) ? std::string() : std::move(text), false};
}

std::string digitsOf(const std::string& number)
{
    const auto value = doubleFrom(number);
    if (!value || std::fabs(*value) >= tooManyDigits || std::trunc(*value) != *value)
        return number;
    return std::to_string(static_cast<std::int64_t>(*value));
}

std::optional<IdentityKind> kindOfNumber(
    const std::string& text, std::optional<IdentityKind> column, std::optional<Category> category)
{
    const auto digits = countDigits(text);
    const auto kinds = kindsOf(category);
    const bool fits = !category || !column || has(kinds, *column);
    if (column && (fits || *column != IdentityKind::Nip))
        return column;
    if (digits == nipDigits)
        return IdentityKind::Nip;
    if (digits == nikDigits && (has(kinds, IdentityKind::Nik) || !category))
        return IdentityKind::Nik;
    if (!category)
        return std::nullopt;
    if (has(kinds, IdentityKind::Nipd) && !(digits && *digits > nikDigits - 3))
        return IdentityKind::Nipd;
    return kinds.empty() ? std::nullopt : std::optional(kinds.front());
}

bool isDamaged(const std::string& text, IdentityKind kind)
{
    if (kind != IdentityKind::Nip && kind != IdentityKind::Nik)
        return false;
    const bool scientific = text.find_first_of("eE") != std::string::npos
        && text.find_first_not_of("0123456789.,+eE") == std::string::npos;
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), isDigit);
    return scientific
        || (kind == IdentityKind::Nip && digits.size() == nipDigits && digits.ends_with("000"));
}

} // namespace ikrar::attendance
