#pragma once

#include "crypto/ed25519.h"
#include "crypto/openssl_ptr.h"

namespace ikrar::crypto {

/// What is behind a SigningKey; for the .cpp files of this folder.
struct SigningKey::State {
    PkeyPtr key;
    PublicKey publicKey;
    DigestContextPtr context{EVP_MD_CTX_new()}; ///< reused by each signature

    /// Errors: Invalid when `key` is not Ed25519 or shows no public key.
    [[nodiscard]] static Result<std::unique_ptr<State>> of(PkeyPtr key);
};

} // namespace ikrar::crypto
