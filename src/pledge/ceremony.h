#pragma once

#include "crypto/hash.h"
#include "pledge/identity.h"

#include <map>
#include <string>
#include <vector>

namespace ikrar::pledge {

/// A text in both languages; English falls back to Indonesian where the file gives none.
struct Text {
    std::string id;
    std::string en;

    [[nodiscard]] const std::string& in(Language language) const
    {
        return language == Language::English && !en.empty() ? en : id;
    }
};

struct Clause {
    Text shortForm; ///< one line, for the page of all clauses
    Text full;
};

/// A legal instrument; whatever the source does not give is empty and shown as *belum diisi*.
struct Instrument {
    std::string type;
    std::string issuer;
    std::string number;
    std::string date; ///< YYYY-MM-DD
    std::string effective; ///< YYYY-MM-DD
    std::string subject;
};

struct Session {
    std::string name; ///< such as `Kecamatan Mappakasunggu`; empty when there is one session
    std::string place;
    std::string date; ///< YYYY-MM-DD
    std::string time; ///< HH:MM in the ceremony's zone
};

/// Where people work. Units form a tree; a parent stands before its children.
struct Unit {
    std::string id; ///< `[a-z0-9-]{1,32}`, unique
    std::string name;
    std::string parent; ///< id, empty at the root
    std::string code; ///< Kemendagri code, empty for an office
};

struct Person {
    std::string name;
    std::string post;
    std::string role;
};

/// One ceremony file (TOML 1.0), checked. `toml` is the bytes whose SHA-256 the log's first entry
/// holds.
struct Ceremony {
    std::string id; ///< `[a-z0-9-]{1,32}`
    bool activity = false; ///< kegiatan rather than upacara
    bool example = false;
    Text title;
    Text opening; ///< the sentence above the clauses
    std::vector<Clause> clauses; ///< at least one
    std::vector<Instrument> instruments;
    std::string organizer;
    std::string domain; ///< lower-case ASCII host name
    struct Contact {
        std::string name;
        std::string phone;
    } contact;
    std::string timeZone; ///< IANA name: Asia/Jakarta, Asia/Makassar or Asia/Jayapura
    std::vector<Session> sessions; ///< at least one
    std::vector<Category> categories; ///< at least one
    std::string codeEdition; ///< of the units' Kemendagri codes
    std::vector<Unit> units; ///< at least one
    std::map<std::string, std::size_t, std::less<>> unitPositions; ///< in `units`, by id
    std::vector<Person> leaders;
    std::vector<Person> observers;
    std::string verifyUrl;
    struct Source {
        std::string publisher;
        std::string title;
        std::string date;
    } source;

    std::string toml;
    crypto::Hash hash;

    /// Null when there is none.
    [[nodiscard]] const Unit* unit(std::string_view id) const;
};

constexpr std::size_t maxCeremonySize = std::size_t{4} * 1024 * 1024;

/// Strict, FORMAT.md beside this file: unknown keys, wrong types, bad dates, empty pledges, unknown
/// categories or zones are errors, and so is a verify_url that is not `https://`, a host and an
/// upper-case path. Errors: Invalid, `line 12, column 3: ` and a sentence that says what to do
/// about the first error in the file; TooLarge.
[[nodiscard]] Result<Ceremony> parseCeremony(std::string_view toml);

/// `<domain>/ikrar/<ceremony id>/<kiosk id>-<8 hex digits>`, `/gladi/` for a rehearsal. Errors:
/// Invalid.
[[nodiscard]] Result<std::string> makeOrigin(
    const Ceremony& ceremony, std::string_view kiosk, std::uint32_t random, bool rehearsal);
/// The parts of an origin. Errors: Malformed.
struct Origin {
    std::string domain;
    bool rehearsal = false;
    std::string ceremony;
    std::string kiosk; ///< without the random digits
};
[[nodiscard]] Result<Origin> parseOrigin(std::string_view origin);

} // namespace ikrar::pledge
