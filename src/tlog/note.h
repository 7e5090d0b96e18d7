#pragma once

#include "crypto/ed25519.h"
#include "crypto/hash.h"

#include <string>
#include <vector>

namespace ikrar::tlog {

/// The four bytes that name a key in a note: SHA-256(name ‖ 0x0A ‖ type ‖ public key)[0:4],
/// big-endian.
using KeyId = std::uint32_t;

enum class KeyType : std::uint8_t { Ed25519 = 0x01, CosignatureV1 = 0x04 };

/// A verifier key, c2sp.org/signed-note: `name+hex8(id)+base64(type ‖ public key)`.
struct VerifierKey {
    std::string name;
    KeyType type = KeyType::Ed25519;
    crypto::PublicKey key;

    [[nodiscard]] KeyId id() const;
    [[nodiscard]] std::string text() const;
    /// Exactly what text() writes. Errors: Malformed, also when the written ID is not the key's;
    /// NotCanonical; UnknownVersion for another key type.
    [[nodiscard]] static Result<VerifierKey> parse(std::string_view text);

    friend bool operator==(const VerifierKey&, const VerifierKey&) = default;
};

/// Non-empty UTF-8 without Unicode space, control characters and `+`.
[[nodiscard]] bool isKeyName(std::string_view name);

/// One signature line: `— name base64(id ‖ bytes)`.
struct NoteSignature {
    std::string name;
    KeyId id = 0;
    Bytes bytes; ///< what follows the key ID

    [[nodiscard]] std::string line() const; ///< with its newline
    friend bool operator==(const NoteSignature&, const NoteSignature&) = default;
};

/// A signed note: text that ends in a newline, and at least one signature line. Holding one says
/// nothing about whether its signatures are good: see openCheckpoint and Policy.
struct Note {
    std::string text;
    std::vector<NoteSignature> signatures;

    [[nodiscard]] std::string serialize() const;
    /// Exactly what serialize() writes, at most `maxNoteSize` bytes and 64 signatures. Two
    /// signatures of one name and key ID are refused, where the specification is silent: which of
    /// them counts would be for each reader to guess. Errors: Malformed, NotCanonical, TooLarge.
    [[nodiscard]] static Result<Note> parse(std::string_view text);
};
constexpr std::size_t maxNoteSize = std::size_t{64} * 1024;

/// Signature of type Ed25519 over the note's text. Errors: those of the key.
[[nodiscard]] Result<NoteSignature> signNote(
    std::string_view text, const std::string& name, const crypto::SigningKey& key);
/// True when `signature` is `key`'s (name and ID) and good over `text`; Ed25519 keys only.
[[nodiscard]] bool verifyNote(
    std::string_view text, const NoteSignature& signature, const VerifierKey& key);

} // namespace ikrar::tlog
