#pragma once

#include "base/clock.h"
#include "ledger/database.h"
#include "ledger/official.h"
#include "ledger/register_table.h"
#include "ledger/stop_state.h"

#include <span>

namespace ikrar::ledger {

/// Errors: Invalid for a name or post that is empty, over 128 bytes or of more than one line, and
/// for one name twice.
[[nodiscard]] Result<void> checkOfficials(std::span<const Official> officials);

class OfficialTable final : public Officials
{
public:
    OfficialTable(const Database& database, const RegisterTable& registered, StopState& stops,
        const base::Clock& clock);

    /// Within the transaction of entry `index`.
    [[nodiscard]] Result<void> insert(
        std::uint64_t index, Act act, std::int64_t time, std::span<const Official> officials);

    [[nodiscard]] Result<std::vector<OfficialAct>> all(Act act) const override;
    [[nodiscard]] Result<void> identified(std::uint64_t index, const Official& official) override;

private:
    [[nodiscard]] Result<void> insertIdentified(std::uint64_t index, const Official& official);

    const Database& m_database;
    const RegisterTable& m_registered;
    StopState& m_stops;
    const base::Clock& m_clock;
    Statement m_insert;
    mutable Statement m_all;
    mutable Statement m_known;
};

} // namespace ikrar::ledger
