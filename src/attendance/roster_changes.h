#pragma once

#include "ledger/roster.h"

#include <string>
#include <vector>

namespace ikrar::attendance {

/// What an import would change of one known person.
struct PersonChange {
    std::size_t at = 0; ///< in the rows given, from 0
    struct Field {
        std::string_view name; ///< `name`, `category`, `unit`, `post` or `rank`
        std::string before;
        std::string after;
    };
    std::vector<Field> fields;
};

struct RosterChanges {
    ledger::Roster::Change counts; ///< as the import of these rows would answer
    std::uint64_t absent = 0; ///< people on the roster whom the rows do not name; they stay
    std::vector<PersonChange> changes; ///< the first 1,000
};

constexpr std::size_t maxPersonChanges = 1000;

/// What `Roster::import` of these rows, each person once, would do. Writes nothing. Errors: those
/// of reading the store.
[[nodiscard]] Result<RosterChanges> changesBy(
    const std::vector<ledger::RosterRow>& rows, const ledger::Roster& roster);

} // namespace ikrar::attendance
