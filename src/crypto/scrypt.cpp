#include "crypto/scrypt.h"

#include "crypto/openssl_ptr.h"

#include <openssl/evp.h>

#include <bit>

namespace ikrar::crypto {

namespace {

constexpr std::size_t maxLength = 1024;
// OpenSSL counts its scratch blocks too, which grow with r and p and not with N.
constexpr std::uint64_t scratch = std::uint64_t{1} << 20U;

bool isAllowed(const ScryptCost& cost)
{
    constexpr std::uint32_t maxFactor = 1024;
    return cost.n > 1 && std::has_single_bit(cost.n) && cost.r > 0 && cost.r <= maxFactor
        && cost.p > 0 && cost.p <= maxFactor && cost.n <= maxScryptMemory / 128 / cost.r;
}

} // namespace

Result<Bytes> scrypt(BytesView password, BytesView salt, const ScryptCost& cost, std::size_t length)
{
    if (!isAllowed(cost))
        return fail(Error::Kind::Invalid, "This cost of scrypt is not allowed.");
    if (length == 0 || length > maxLength)
        return fail(Error::Kind::Invalid, "scrypt gives 1 to 1024 bytes here.");
    Bytes derived(length);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes, as the C API wants them
    const auto* characters = reinterpret_cast<const char*>(password.data());
    const bool done = EVP_PBE_scrypt(password.empty() ? "" : characters, password.size(),
                          salt.data(), salt.size(), cost.n, cost.r, cost.p,
                          maxScryptMemory + scratch * cost.p, derived.data(), derived.size())
        == 1;
    if (!done)
        return fail(Error::Kind::Invalid, "scrypt: " + takeReason());
    return derived;
}

} // namespace ikrar::crypto
