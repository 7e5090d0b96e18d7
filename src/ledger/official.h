#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ikrar::ledger {

/// One of the organizers who stands behind what was done; beside the register, never in the log.
struct Official {
    std::string name; ///< one line of at most 128 bytes
    std::string post;

    friend bool operator==(const Official&, const Official&) = default;
};

/// What an official stands behind, by the entry that it made; the last has none of its own.
enum class Act : std::uint8_t {
    SessionStart = 1,
    SessionEnd = 2,
    Void = 3,
    Close = 4,
    WalkIn = 5, ///< somebody not on the roster was identified: by the signed entry
};

struct OfficialAct {
    std::uint64_t index = 0; ///< of the entry
    Act act{};
    Official official;
    std::int64_t time = 0; ///< Unix seconds

    friend bool operator==(const OfficialAct&, const OfficialAct&) = default;
};

/// Who stands behind what. Rows of an entry are written by Ledger in the entry's own transaction;
/// what the command line did has none.
class Officials
{
public:
    Officials() = default;
    Officials(const Officials&) = delete;
    Officials& operator=(const Officials&) = delete;
    Officials(Officials&&) = delete;
    Officials& operator=(Officials&&) = delete;
    virtual ~Officials() = default;

    /// All of one kind, by index; two of one index in the order they were given.
    [[nodiscard]] virtual Result<std::vector<OfficialAct>> all(Act act) const = 0;
    /// States that the walk-in of signed entry `index` was identified by `official`. Errors:
    /// Missing (no such signed entry), Refused (no walk-in, or stated already), Invalid; NoSpace,
    /// ReadOnly, Io, Busy.
    [[nodiscard]] virtual Result<void> identified(std::uint64_t index, const Official& official)
        = 0;
};

} // namespace ikrar::ledger
