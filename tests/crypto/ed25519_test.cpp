#include "crypto/ed25519.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using crypto::SigningKey;
using crypto::Verifier;

TEST_CASE("a fresh key signs what its public key verifies", "[crypto]")
{
    const SigningKey key = SigningKey::generate();
    const Verifier verifier(key.publicKey());
    for (const std::string_view message : {"", "a", "another, with the same context"}) {
        const auto signature = key.sign(base::asBytes(message));
        REQUIRE(signature);
        CHECK(verifier.verify(base::asBytes(message), *signature));
        CHECK_FALSE(verifier.verify(base::asBytes("x"), *signature));
    }
    CHECK(SigningKey::generate().publicKey() != key.publicKey());
}
