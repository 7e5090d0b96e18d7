#pragma once

#include "ledger/head_table.h"
#include "ledger/roster.h"
#include "ledger/stop_state.h"
#include "ledger/table_digest.h"

namespace ikrar::ledger {

/// The first columns of a SELECT FROM roster g that rosterRow() reads.
[[nodiscard]] QString rosterColumns();
constexpr int rosterColumnCount = 7;
/// Errors: Malformed.
[[nodiscard]] Result<RosterRow> rosterRow(const Rows& rows);

class RosterTable final : public Roster
{
public:
    RosterTable(const Database& database, HeadTable& head, const pledge::Ceremony& ceremony,
        StopState& stops);

    [[nodiscard]] Result<std::uint64_t> count() const override;
    [[nodiscard]] Result<std::optional<RosterRow>> find(
        const pledge::Identity& identity) const override;
    [[nodiscard]] Result<std::vector<RosterRow>> page(
        std::uint64_t offset, std::size_t limit) const override;
    [[nodiscard]] Result<Match> search(
        const std::string& typed, const std::string& unit) const override;
    [[nodiscard]] Result<std::vector<std::string>> unitsOf(
        const std::string& typed, const std::string& parent) const override;
    [[nodiscard]] Result<Change> import(const std::vector<RosterRow>& rows) override;
    [[nodiscard]] Result<crypto::Hash> tableDigest() const override;

private:
    struct UnitMatch {
        std::string unit;
        std::uint64_t count = 0;
        std::uint64_t firstPosition = 0;
    };
    [[nodiscard]] Result<std::vector<UnitMatch>> matches(const std::string& typed) const;
    [[nodiscard]] bool isBelow(const std::string& unit, const std::string& ancestor) const;

    /// Positions number the rows from 0 on, in the order of their import.
    [[nodiscard]] Result<std::uint64_t> nextPosition() const;
    [[nodiscard]] Result<Change> importAll(const std::vector<RosterRow>& rows);
    [[nodiscard]] Result<void> importOne(
        const RosterRow& row, std::uint64_t& positions, Change& change);

    const Database& m_database;
    HeadTable& m_head;
    const pledge::Ceremony& m_ceremony;
    StopState& m_stops;

    mutable Statement m_find;
    mutable Statement m_at;
    mutable Statement m_page;
    mutable Statement m_digests;
    mutable Statement m_lastPosition;
    Statement m_insert;
    Statement m_update;
};

} // namespace ikrar::ledger
