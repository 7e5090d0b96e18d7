#include "base/base10.h"
#include "receipt/receipt.h"

#include <algorithm>

namespace ikrar::receipt {

namespace {

/// Of maxReceiptSize bytes: 17 digits for each 7, and a tail.
constexpr std::size_t maxDigits = (maxReceiptSize / 7 + 1) * 17;

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// Scheme and host mean the same in capitals, which a QR code holds in fewer bits; a path does not.
std::string withUpperCaseHost(std::string_view url)
{
    constexpr std::string_view separator = "://";
    const std::size_t scheme = url.find(separator);
    const std::size_t host = scheme == std::string_view::npos ? 0 : scheme + separator.size();
    const std::size_t path = std::min(url.find('/', host), url.size());
    std::string out(url);
    std::transform(
        out.begin(), out.begin() + static_cast<std::ptrdiff_t>(path), out.begin(), upper);
    return out;
}

std::string_view trim(std::string_view text)
{
    constexpr std::string_view blank = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

} // namespace

std::string toText(const Receipt& receipt, std::string_view verifyUrl)
{
    return withUpperCaseHost(verifyUrl) + '#' + base::toBase10(encode(receipt));
}

Result<Receipt> fromText(std::string_view text)
{
    std::string_view digits = trim(text);
    if (const std::size_t hash = digits.rfind('#'); hash != std::string_view::npos)
        digits.remove_prefix(hash + 1);
    if (digits.size() > maxDigits)
        return fail(Error::Kind::TooLarge, "receipt: too many digits");
    const auto bytes = base::fromBase10(digits);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return decode(*bytes);
}

} // namespace ikrar::receipt
