#include "crypto/hash.h"

#include <algorithm>

namespace ikrar::crypto {

Result<Hash> Hash::fromBytes(BytesView from)
{
    if (from.size() != size)
        return fail(Error::Kind::Malformed, "a SHA-256 digest has 32 bytes");
    Hash hash;
    std::ranges::copy(from, hash.bytes.begin());
    return hash;
}

} // namespace ikrar::crypto
