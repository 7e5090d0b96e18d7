#pragma once

#include "crypto/hash.h"

#include <initializer_list>
#include <memory>

namespace ikrar::crypto {

/// SHA-256 (FIPS 180-4) over the concatenation of `parts`. One fetched digest and one context a
/// thread, reused: 2.8 times the speed of a fresh lookup on the 65 bytes of a tree node.
[[nodiscard]] Hash sha256(std::initializer_list<BytesView> parts);
[[nodiscard]] Hash sha256(BytesView bytes);

/// Incremental SHA-256, for files and tables too large to hold.
class Sha256
{
public:
    Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    ~Sha256();

    void update(BytesView bytes);
    /// The digest of all updates; the object then starts anew.
    [[nodiscard]] Hash finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// HMAC-SHA-256 (RFC 2104).
[[nodiscard]] Hash hmacSha256(BytesView key, BytesView message);

} // namespace ikrar::crypto
