#pragma once

#include "attendance/gathering.h"
#include "base/clock.h"
#include "pledge/declaration.h"

namespace ikrar::attendance {

/// One of several valid entries of a person.
struct OneOfSeveral {
    std::uint64_t log = 0; ///< number of its row
    tlog::VerifierKey key;
    std::string kiosk;
    std::uint64_t index = 0;
    std::int64_t time = 0; ///< Unix seconds
    std::uint64_t session = 0;
    std::string name; ///< as that kiosk has it
    std::string unit;
    pledge::Method method{};
    Bytes ink; ///< src/pledge/FORMAT.md
    bool counts = false; ///< by the decision, else the earliest
    bool decided = false; ///< it counts by decision

    /// `1a2b3c4d:17`: key ID of the log, index.
    [[nodiscard]] std::string handle() const;
};

/// A person with more than one entry that is not voided, on one kiosk or on several.
struct SignedTwice {
    std::uint64_t ceremony = 0;
    pledge::Identity identity;
    std::vector<OneOfSeveral> entries; ///< by time, log, index
    bool sameInk = false; ///< two of them have ink that is the same to the byte
    std::string decidedBy; ///< empty: nobody has
    std::string reason; ///< of the decision; may be empty
    std::int64_t decidedAt = 0; ///< Unix seconds
};

/// Those of all ceremonies, by their earliest entry; decided or not.
[[nodiscard]] Result<std::vector<SignedTwice>> signedTwice(const Gathering& gathering);
/// How many they are, and how many of them nobody has decided on.
struct TwiceCount {
    std::uint64_t people = 0;
    std::uint64_t open = 0;
};
[[nodiscard]] Result<TwiceCount> countSignedTwice(const Gathering& gathering);

/// Decides which entry of a person counts; an earlier decision goes. The others stay in their logs
/// and in the store: voiding them is for their kiosks. `handle` as OneOfSeveral::handle() writes
/// it. Errors: Invalid for a handle that is none or that two logs share, for no name, or for a
/// reason over 512 bytes; Missing for an entry that is not one of several.
struct Decision {
    std::string by; ///< at most 256 bytes
    std::string reason; ///< one line of at most 512 bytes; may be empty
    base::Time time;
};
[[nodiscard]] Result<SignedTwice> decide(
    const Gathering& gathering, std::string_view handle, const Decision& decision);
/// Takes the decision on the person with this entry back, if there is one: the earliest counts
/// again. Errors as above.
[[nodiscard]] Result<SignedTwice> undecide(const Gathering& gathering, std::string_view handle);

} // namespace ikrar::attendance
