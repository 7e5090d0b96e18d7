#pragma once

#include "ledger/lists.h"
#include "ledger/store.h"

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
    using ReadEntry = std::function<Result<ListedEntry>(const Rows&)>;
    [[nodiscard]] Result<void> eachByUnit(
        Ink ink, const ReadEntry& read, const TakeEntry& take) const;
    [[nodiscard]] Result<std::vector<std::uint64_t>> keysOf(const QString& select) const;
    /// Indexes of valid entries that are not the person's first, ascending.
    [[nodiscard]] Result<std::vector<std::uint64_t>> repeated() const;
    /// Position in the ceremony; after all of them for one that it does not have.
    [[nodiscard]] std::size_t placeOf(const std::string& unit) const;
    [[nodiscard]] Result<void> addWalkIns(std::vector<UnitPresence>& units) const;
    [[nodiscard]] Result<void> addSessions(RegisterCounts& counts) const;

    const Store& m_store;
};

} // namespace ikrar::ledger
