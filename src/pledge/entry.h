#pragma once

#include "base/clock.h"
#include "crypto/ed25519.h"
#include "crypto/hash.h"
#include "pledge/category.h"
#include "tlog/note.h"

#include <optional>
#include <variant>

namespace ikrar::pledge {

using crypto::Hash;

/// How a declaration was made (entry key 8).
enum class Method : std::uint8_t { Kiosk = 0, Assisted = 1, WetInk = 2 };
/// Why an entry was voided (entry key 10).
enum class Reason : std::uint8_t {
    WrongPerson = 1,
    Duplicate = 2,
    Withdrawn = 3,
    Test = 4,
    Other = 5
};

/// Signed entries, and those of them that were voided (entry key 11).
struct Counts {
    std::uint64_t signedEntries = 0;
    std::uint64_t voidedEntries = 0;

    friend bool operator==(const Counts&, const Counts&) = default;
};

struct Opened {
    Hash ceremony; ///< SHA-256 of the ceremony file's bytes

    friend bool operator==(const Opened&, const Opened&) = default;
};
struct Signed {
    std::uint64_t session = 0; ///< from 1
    Hash commitment;
    Hash act;
    Category category{};
    Method method{};

    friend bool operator==(const Signed&, const Signed&) = default;
};
struct Voided {
    std::uint64_t index = 0; ///< of the signed entry
    Reason reason{};

    friend bool operator==(const Voided&, const Voided&) = default;
};
struct SessionStart {
    std::uint64_t session = 0;
    Hash roster; ///< table digest

    friend bool operator==(const SessionStart&, const SessionStart&) = default;
};
struct SessionEnd {
    std::uint64_t session = 0;
    Counts counts; ///< of the session

    friend bool operator==(const SessionEnd&, const SessionEnd&) = default;
};
struct Closed {
    Counts counts; ///< of the whole log
    Hash attendance; ///< table digest

    friend bool operator==(const Closed&, const Closed&) = default;
};

using Body = std::variant<Opened, Signed, Voided, SessionStart, SessionEnd, Closed>;

/// One record of the log before it is sealed: FORMAT.md beside this file.
struct Entry {
    base::Time time;
    Body body;

    friend bool operator==(const Entry&, const Entry&) = default;
};

/// A COSE_Sign1 (RFC 9052, tag 18) as it stands in the log.
struct SealedEntry {
    tlog::KeyId kid = 0;
    Entry entry;
    crypto::Signature signature;
};

constexpr std::size_t maxSealedEntrySize = 1024;

/// Signs `entry` with the log's key, `kid` being its note key ID. Errors: those of the key.
[[nodiscard]] Result<Bytes> seal(
    const Entry& entry, tlog::KeyId kid, const crypto::SigningKey& key);

/// Decodes strictly: re-encodes what it understood and compares. The signature is not checked.
/// Errors: Malformed, NotCanonical, Truncated, TrailingBytes, TooLarge, UnknownKey, UnknownVersion.
[[nodiscard]] Result<SealedEntry> decodeEntry(BytesView bytes);

/// Whether the signature over these bytes is good; false too for what decodeEntry refuses.
[[nodiscard]] bool verifyEntry(BytesView bytes, const crypto::Verifier& log);

} // namespace ikrar::pledge
