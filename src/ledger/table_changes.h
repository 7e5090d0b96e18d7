#pragma once

#include "ledger/database.h"

#include <optional>
#include <string_view>

namespace ikrar::ledger {

/// How often the store's large tables that change in place were changed, counted by triggers in the
/// table `table_changes` (name, changes): who copies them again and again need not read them to see
/// that nothing is new. Not part of the schema: a store without it counts nothing.

/// Whether changes of this table are counted, where any are.
[[nodiscard]] bool isCounted(std::string_view table);
/// Has `main` count from now on. Errors: the database's, for one that cannot be written to.
[[nodiscard]] Result<void> countChanges(const Database& database);
/// Of a table in the attached database `schema`. None where nothing counts it.
[[nodiscard]] Result<std::optional<std::uint64_t>> changesOf(
    const Database& database, std::string_view schema, std::string_view table);
/// Has the attached database `copy` remember that its table is as `main`'s was after `changes`.
[[nodiscard]] Result<void> rememberChanges(
    const Database& database, std::string_view table, std::uint64_t changes);

} // namespace ikrar::ledger
