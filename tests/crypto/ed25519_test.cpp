#include "crypto/ed25519.h"
#include "vectors.h"

#include <catch2/catch.hpp>

#include <optional>

using namespace ikrar;
using base::asBytes;
using crypto::PublicKey;
using crypto::Signature;
using crypto::SigningKey;
using crypto::Verifier;
using tests::hexField;

TEST_CASE("Ed25519 gives the keys and signatures of RFC 8032", "[crypto]")
{
    for (const auto& example : tests::vectors("crypto/ed25519_rfc8032.json")) {
        CAPTURE(example.at("desc"));
        const auto key = SigningKey::fromSeed(hexField(example, "seed"));
        REQUIRE(key);
        CHECK(base::equal(key->publicKey().view(), hexField(example, "key")));
        const Bytes message = hexField(example, "message");
        const auto signature = key->sign(message);
        REQUIRE(signature);
        CHECK(base::equal(signature->view(), hexField(example, "signature")));
        CHECK(Verifier(key->publicKey()).verify(message, *signature));
    }
}

TEST_CASE("Ed25519 accepts and refuses what Wycheproof says", "[crypto]")
{
    for (const auto& example : tests::vectors("crypto/ed25519_wycheproof.json")) {
        CAPTURE(example.dump());
        const Verifier verifier(PublicKey::fromBytes(hexField(example, "key")).value());
        const auto signature = Signature::fromBytes(hexField(example, "signature"));
        const bool good = signature && verifier.verify(hexField(example, "message"), *signature);
        CHECK(good == (example.at("expect") == "valid"));
    }
}

TEST_CASE("every flipped bit of a signature, a message or a key is noticed", "[crypto]")
{
    const SigningKey key = SigningKey::generate();
    Bytes message = base::copy(asBytes("ikrar"));
    Signature signature = key.sign(message).value();
    PublicKey publicKey = key.publicKey();
    const Verifier verifier(publicKey);
    REQUIRE(verifier.verify(message, signature));

    const auto flipEach = [](std::span<std::uint8_t> bytes, const auto& isGood) {
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            const auto mask = static_cast<std::uint8_t>(1U << bit % 8);
            bytes[bit / 8] ^= mask;
            CAPTURE(bit);
            CHECK_FALSE(isGood());
            bytes[bit / 8] ^= mask;
        }
    };
    flipEach(signature.bytes, [&] { return verifier.verify(message, signature); });
    flipEach(message, [&] { return verifier.verify(message, signature); });
    flipEach(publicKey.bytes, [&] { return Verifier(publicKey).verify(message, signature); });
    CHECK(verifier.verify(message, signature));
}

TEST_CASE("a key that is no point of the curve verifies nothing", "[crypto]")
{
    const SigningKey key = SigningKey::generate();
    const Signature signature = key.sign(asBytes("ikrar")).value();
    PublicKey noPoint;
    noPoint.bytes[0] = 2; // y = 2: x^2 has no root
    CHECK_FALSE(Verifier(noPoint).verify(asBytes("ikrar"), signature));
    CHECK_FALSE(Verifier(noPoint).verify(asBytes("ikrar"), Signature{}));
}

TEST_CASE("a fresh key signs what its public key verifies, again and again", "[crypto]")
{
    SigningKey first = SigningKey::generate();
    const PublicKey publicKey = first.publicKey();
    const SigningKey key = std::move(first);
    const Verifier verifier(publicKey);
    for (const std::string_view message : {"", "a", "another, with the same context"}) {
        const auto signature = key.sign(asBytes(message));
        REQUIRE(signature);
        CHECK(verifier.verify(asBytes(message), *signature));
        CHECK_FALSE(verifier.verify(asBytes("x"), *signature));
        CHECK(verifier.verify(asBytes(message), *signature));
    }
    CHECK(SigningKey::generate().publicKey() != publicKey);
}

TEST_CASE("keys, seeds and signatures have their length", "[crypto]")
{
    const Bytes bytes(65);
    const auto first = [&](std::size_t size) { return BytesView(bytes).first(size); };
    CHECK(PublicKey::fromBytes(first(32)));
    CHECK(Signature::fromBytes(first(64)));
    CHECK(SigningKey::fromSeed(first(32)));
    for (const std::size_t size : {std::size_t{0}, std::size_t{31}, std::size_t{33}}) {
        CHECK(PublicKey::fromBytes(first(size)).error().kind == Error::Kind::Malformed);
        CHECK(SigningKey::fromSeed(first(size)).error().kind == Error::Kind::Malformed);
    }
    for (const std::size_t size : {std::size_t{0}, std::size_t{63}, std::size_t{65}})
        CHECK(Signature::fromBytes(first(size)).error().kind == Error::Kind::Malformed);
}

TEST_CASE("a shared key signs as its first handle does, and outlives it", "[crypto]")
{
    auto first = std::make_optional(SigningKey::generate());
    const SigningKey shared = first->share();
    CHECK(shared.publicKey() == first->publicKey());
    const auto signature = first->sign(asBytes("ikrar")).value();
    first.reset();
    CHECK(shared.sign(asBytes("ikrar")).value() == signature);
}
