#include "crypto/wipe.h"

#include <openssl/crypto.h>

namespace ikrar::crypto {

void wipe(std::span<std::uint8_t> secret)
{
    OPENSSL_cleanse(secret.data(), secret.size());
}

void wipe(std::string& secret)
{
    // Up to the capacity: a longer content may have stood there before.
    secret.resize(secret.capacity());
    OPENSSL_cleanse(secret.data(), secret.size());
    secret.clear();
}

} // namespace ikrar::crypto
