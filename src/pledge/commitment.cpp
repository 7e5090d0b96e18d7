#include "pledge/commitment.h"

#include "crypto/sha256.h"

namespace ikrar::pledge {

namespace {

constexpr std::string_view crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t codeDigits = 26; // 130 bits: 128 of the salt, two zero
constexpr unsigned spareBits = codeDigits * 5 - 128;
constexpr std::size_t groupSize = 4;

char plainDigit(char typed)
{
    const char upper
        = (typed >= 'a' && typed <= 'z') ? static_cast<char>(typed - 'a' + 'A') : typed;
    if (upper == 'O')
        return '0';
    if (upper == 'I' || upper == 'L')
        return '1';
    return upper;
}

/// Five bits each, most significant first.
Result<std::array<std::uint8_t, codeDigits>> digitsOf(std::string_view text)
{
    std::array<std::uint8_t, codeDigits> digits{};
    std::size_t count = 0;
    for (const char typed : text) {
        if (typed == ' ' || typed == '-')
            continue;
        const auto value = crockford.find(plainDigit(typed));
        if (value == std::string_view::npos)
            return fail(Error::Kind::Malformed,
                "a matching code holds only digits and letters other than U");
        if (count == codeDigits)
            return fail(Error::Kind::Malformed, "a matching code has 26 digits, this one has more");
        digits.at(count++) = static_cast<std::uint8_t>(value);
    }
    if (count != codeDigits)
        return fail(Error::Kind::Malformed,
            "a matching code has 26 digits, this one has " + std::to_string(count));
    return digits;
}

} // namespace

crypto::Hash commitment(const Salt& salt, const Identity& identity)
{
    std::string message(code(identity.kind));
    message += ':';
    message += identity.value;
    return crypto::hmacSha256(salt, base::asBytes(message));
}

crypto::Hash act(const crypto::Hash& ceremony, BytesView ink)
{
    return crypto::sha256({ceremony.view(), crypto::sha256(ink).view()});
}

std::string matchingCode(const Salt& salt)
{
    std::string text;
    for (std::size_t digit = 0; digit < codeDigits; ++digit) {
        unsigned value = 0;
        for (std::size_t bit = digit * 5; bit < digit * 5 + 5; ++bit) {
            const unsigned byte = bit / 8 < salt.size() ? salt.at(bit / 8) : 0U;
            value = (value << 1U) | ((byte >> (7U - bit % 8U)) & 1U);
        }
        if (digit > 0 && digit % groupSize == 0)
            text += '-';
        text += crockford[value];
    }
    return text;
}

Result<Salt> parseMatchingCode(std::string_view text)
{
    const auto digits = digitsOf(text);
    if (!digits)
        return tl::unexpected(digits.error());
    if ((digits->back() & ((1U << spareBits) - 1U)) != 0)
        return fail(Error::Kind::NotCanonical,
            "the last digit of this matching code is not one that we write");

    Salt salt{};
    for (std::size_t bit = 0; bit < salt.size() * 8; ++bit) {
        const unsigned value = (unsigned{digits->at(bit / 5)} >> (4U - bit % 5U)) & 1U;
        salt.at(bit / 8) = static_cast<std::uint8_t>(salt.at(bit / 8) | (value << (7U - bit % 8U)));
    }
    return salt;
}

} // namespace ikrar::pledge
