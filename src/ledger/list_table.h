#pragma once

#include "ledger/lists.h"
#include "ledger/store.h"

#include <span>

namespace ikrar::ledger {

class ListTable final : public Lists
{
public:
    explicit ListTable(const Store& store) : m_store(store) { }

    [[nodiscard]] Result<void> eachEntry(
        Order order, Ink ink, const TakeEntry& take) const override;
    [[nodiscard]] Result<void> eachAbsentee(const TakeAbsentee& take) const override;
    [[nodiscard]] Result<std::vector<UnitPresence>> units() const override;
    [[nodiscard]] Result<RegisterCounts> counts() const override;
    [[nodiscard]] Result<std::unique_ptr<Moment>> hold() const override;

private:
    /// The primary keys of a table in the order of a list: `select` gives key, unit and name.
    [[nodiscard]] Result<std::vector<std::uint64_t>> byUnit(const char* select) const;
    [[nodiscard]] Result<std::vector<std::uint64_t>> byArrival() const;
    /// Position in the ceremony; after all of them for one that it does not have.
    [[nodiscard]] std::size_t placeOf(const std::string& unit) const;
    [[nodiscard]] Result<void> addWalkIns(std::vector<UnitPresence>& units) const;
    [[nodiscard]] Result<void> addSessions(RegisterCounts& counts) const;

    const Store& m_store;
};

} // namespace ikrar::ledger
