#pragma once

#include "ledger/absence.h"
#include "ledger/database.h"
#include "ledger/roster.h"
#include "ledger/stop_state.h"

namespace ikrar::ledger {

class AbsenceTable final : public Absences
{
public:
    AbsenceTable(const Database& database, const Roster& roster, StopState& stops);

    [[nodiscard]] Result<void> state(const std::vector<Absence>& absences) override;
    [[nodiscard]] Result<void> takeBack(const pledge::Identity& identity) override;
    [[nodiscard]] Result<std::optional<Absence>> of(
        const pledge::Identity& identity) const override;

private:
    [[nodiscard]] Result<void> check(const std::vector<Absence>& absences) const;
    [[nodiscard]] Result<void> stateAll(const std::vector<Absence>& absences);
    /// Tells the store of a failing disk.
    [[nodiscard]] Result<void> noting(Result<void> result);

    const Database& m_database;
    const Roster& m_roster;
    StopState& m_stops;
    Statement m_put;
    Statement m_remove;
    mutable Statement m_find;
};

} // namespace ikrar::ledger
