#pragma once

#include "base/bytes.h"

#include <array>
#include <memory>

namespace ikrar::crypto {

/// A raw Ed25519 public key (RFC 8032 section 5.1.5).
struct PublicKey {
    static constexpr std::size_t size = 32;

    std::array<std::uint8_t, size> bytes{};

    [[nodiscard]] BytesView view() const { return bytes; }
    /// Errors: Malformed unless `from` has 32 bytes.
    [[nodiscard]] static Result<PublicKey> fromBytes(BytesView from);

    friend auto operator<=>(const PublicKey&, const PublicKey&) = default;
};

/// A raw Ed25519 signature (RFC 8032 section 5.1.6).
struct Signature {
    static constexpr std::size_t size = 64;

    std::array<std::uint8_t, size> bytes{};

    [[nodiscard]] BytesView view() const { return bytes; }
    /// Errors: Malformed unless `from` has 64 bytes.
    [[nodiscard]] static Result<Signature> fromBytes(BytesView from);

    friend auto operator<=>(const Signature&, const Signature&) = default;
};

/// A public key made ready for many verifications. Not shared between threads: copy the PublicKey
/// instead.
class Verifier
{
public:
    explicit Verifier(const PublicKey& key);
    Verifier(Verifier&&) noexcept;
    Verifier& operator=(Verifier&&) noexcept;
    Verifier(const Verifier&) = delete;
    Verifier& operator=(const Verifier&) = delete;
    ~Verifier();

    /// False for a bad signature and for a key that is no point: the caller cannot tell, and need
    /// not.
    [[nodiscard]] bool verify(BytesView message, const Signature& signature) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// An Ed25519 private key held by OpenSSL or by a provider (a token). Not shared between threads.
class SigningKey
{
public:
    struct State;

    explicit SigningKey(std::unique_ptr<State> state);
    SigningKey(SigningKey&&) noexcept;
    SigningKey& operator=(SigningKey&&) noexcept;
    SigningKey(const SigningKey&) = delete;
    SigningKey& operator=(const SigningKey&) = delete;
    ~SigningKey();

    [[nodiscard]] static SigningKey generate();
    /// From the 32-byte seed of RFC 8032; for published vectors. Errors: Malformed.
    [[nodiscard]] static Result<SigningKey> fromSeed(BytesView seed);

    [[nodiscard]] const PublicKey& publicKey() const;
    /// Another handle of the same key: a handle is used from one thread at a time.
    [[nodiscard]] SigningKey share() const;
    /// Errors: Io, when a token is gone.
    [[nodiscard]] Result<Signature> sign(BytesView message) const;

    [[nodiscard]] const State& state() const { return *m_state; }

private:
    std::unique_ptr<State> m_state;
};

} // namespace ikrar::crypto
