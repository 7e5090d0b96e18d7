#include "crypto/random.h"

#include "crypto/openssl_ptr.h"

#include <openssl/rand.h>

namespace ikrar::crypto {

void fillRandom(std::span<std::uint8_t> out)
{
    require(RAND_priv_bytes_ex(nullptr, out.data(), out.size(), 0) == 1, "RAND_priv_bytes_ex");
}

} // namespace ikrar::crypto
