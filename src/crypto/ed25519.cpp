#include "crypto/ed25519.h"

#include "crypto/openssl_ptr.h"
#include "crypto/signing_key_state.h"

#include <openssl/err.h>

#include <algorithm>

namespace ikrar::crypto {

namespace {

constexpr std::size_t seedSize = 32;

template <typename Value>
Result<Value> ofSize(BytesView from, const char* otherwise)
{
    if (from.size() != Value::size)
        return fail(Error::Kind::Malformed, otherwise);
    Value value;
    std::ranges::copy(from, value.bytes.begin());
    return value;
}

} // namespace

Result<PublicKey> PublicKey::fromBytes(BytesView from)
{
    return ofSize<PublicKey>(from, "an Ed25519 public key has 32 bytes");
}

Result<Signature> Signature::fromBytes(BytesView from)
{
    return ofSize<Signature>(from, "an Ed25519 signature has 64 bytes");
}

struct Verifier::State {
    PkeyPtr key;
    DigestContextPtr context{EVP_MD_CTX_new()}; ///< reused by each verification
};

Verifier::Verifier(const PublicKey& key) : m_state(std::make_unique<State>())
{
    m_state->key.reset(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, key.bytes.data(), key.bytes.size()));
    require(m_state->key != nullptr, "EVP_PKEY_new_raw_public_key");
    require(m_state->context != nullptr, "EVP_MD_CTX_new");
}

Verifier::Verifier(Verifier&&) noexcept = default;
Verifier& Verifier::operator=(Verifier&&) noexcept = default;
Verifier::~Verifier() = default;

bool Verifier::verify(BytesView message, const Signature& signature) const
{
    EVP_MD_CTX* const context = m_state->context.get();
    require(EVP_DigestVerifyInit(context, nullptr, nullptr, nullptr, m_state->key.get()) == 1,
        "EVP_DigestVerifyInit");
    const bool good = EVP_DigestVerify(context, signature.bytes.data(), signature.bytes.size(),
                          message.data(), message.size())
        == 1;
    if (!good)
        ERR_clear_error();
    return good;
}

Result<std::unique_ptr<SigningKey::State>> SigningKey::State::of(PkeyPtr key)
{
    if (EVP_PKEY_is_a(key.get(), "ED25519") != 1)
        return fail(Error::Kind::Invalid, "not an Ed25519 key");
    auto state = std::make_unique<State>();
    require(state->context != nullptr, "EVP_MD_CTX_new");
    std::size_t length = PublicKey::size;
    if (EVP_PKEY_get_raw_public_key(key.get(), state->publicKey.bytes.data(), &length) != 1
        || length != PublicKey::size)
        return fail(Error::Kind::Invalid, "an Ed25519 key without its public key: " + takeReason());
    state->key = std::move(key);
    return state;
}

SigningKey::SigningKey(std::unique_ptr<State> state) : m_state(std::move(state)) { }

SigningKey::SigningKey(SigningKey&&) noexcept = default;
SigningKey& SigningKey::operator=(SigningKey&&) noexcept = default;
SigningKey::~SigningKey() = default;

SigningKey SigningKey::generate()
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): EVP_PKEY_Q_keygen is declared so
    PkeyPtr key{EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519")};
    require(key != nullptr, "EVP_PKEY_Q_keygen");
    auto state = State::of(std::move(key));
    require(state.has_value(), "EVP_PKEY_get_raw_public_key");
    return SigningKey(std::move(*state));
}

Result<SigningKey> SigningKey::fromSeed(BytesView seed)
{
    if (seed.size() != seedSize)
        return fail(Error::Kind::Malformed, "an Ed25519 seed has 32 bytes");
    PkeyPtr key{EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size())};
    require(key != nullptr, "EVP_PKEY_new_raw_private_key");
    return State::of(std::move(key)).map([](std::unique_ptr<State>&& state) {
        return SigningKey(std::move(state));
    });
}

const PublicKey& SigningKey::publicKey() const
{
    return m_state->publicKey;
}

SigningKey SigningKey::share() const
{
    auto state = std::make_unique<State>();
    require(state->context != nullptr, "EVP_MD_CTX_new");
    require(EVP_PKEY_up_ref(m_state->key.get()) == 1, "EVP_PKEY_up_ref");
    state->key.reset(m_state->key.get());
    state->publicKey = m_state->publicKey;
    return SigningKey(std::move(state));
}

Result<Signature> SigningKey::sign(BytesView message) const
{
    Signature signature;
    std::size_t length = Signature::size;
    EVP_MD_CTX* const context = m_state->context.get();
    if (EVP_DigestSignInit(context, nullptr, nullptr, nullptr, m_state->key.get()) != 1
        || EVP_DigestSign(context, signature.bytes.data(), &length, message.data(), message.size())
            != 1
        || length != Signature::size)
        return fail(Error::Kind::Io, "the key could not sign: " + takeReason());
    return signature;
}

} // namespace ikrar::crypto
