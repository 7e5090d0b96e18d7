#include "audit/bundle_passphrase.h"

#include "crypto/random.h"
#include "crypto/wipe.h"

namespace ikrar::audit {

namespace {

constexpr std::string_view crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t digits = 20;
constexpr std::size_t groupSize = 4;

std::string grouped(std::string_view ungrouped)
{
    std::string text;
    text.reserve(digits + digits / groupSize);
    for (std::size_t i = 0; i < ungrouped.size(); ++i) {
        if (i > 0 && i % groupSize == 0)
            text += '-';
        text += ungrouped[i];
    }
    return text;
}

char mended(char c)
{
    if (c >= 'a' && c <= 'z')
        c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O')
        return '0';
    return c == 'I' || c == 'L' ? '1' : c;
}

} // namespace

std::string newBundlePassphrase()
{
    auto random = crypto::randomBytes<digits>();
    std::string text;
    text.reserve(digits);
    for (const std::uint8_t byte : random)
        text += crockford[byte % crockford.size()]; // 32 divides 256
    std::string passphrase = grouped(text);
    crypto::wipe(text);
    crypto::wipe(random);
    return passphrase;
}

std::string asBundlePassphrase(std::string_view typed)
{
    std::string text;
    text.reserve(typed.size());
    for (const char c : typed) {
        if (c == ' ' || c == '-')
            continue;
        if (crockford.find(mended(c)) == std::string_view::npos)
            return std::string(typed);
        text += mended(c);
    }
    return text.size() == digits ? grouped(text) : std::string(typed);
}

} // namespace ikrar::audit
