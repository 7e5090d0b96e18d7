#pragma once

#include "crypto/hash.h"
#include "pledge/identity.h"

#include <array>

namespace ikrar::pledge {

/// Exactly 16 random bytes, kept in the register only.
using Salt = std::array<std::uint8_t, 16>;

/// HMAC-SHA-256(salt, `kind:value`), the value in the normal form of parseIdentity.
[[nodiscard]] crypto::Hash commitment(const Salt& salt, const Identity& identity);

/// act = SHA-256(SHA-256(ceremony file) ‖ SHA-256(ink)).
[[nodiscard]] crypto::Hash act(const crypto::Hash& ceremony, BytesView ink);

/// The salt in 26 Crockford base32 digits, low bits zero, in groups of 4 joined by hyphens: what
/// the signer may keep to let somebody match identity and receipt.
[[nodiscard]] std::string matchingCode(const Salt& salt);
/// Spaces and hyphens are ignored, lower case is taken, O reads as 0, I and L as 1. Errors:
/// Malformed, NotCanonical.
[[nodiscard]] Result<Salt> parseMatchingCode(std::string_view text);

} // namespace ikrar::pledge
