#pragma once

#include "ledger/database.h"
#include "ledger/lists.h"
#include "ledger/register.h"
#include "ledger/sheet_row_table.h"
#include "ledger/table_digest.h"

#include <functional>

namespace ikrar::ledger {

/// Salt and row key, which prove a row and which no list shows.
enum class RowSecrets : std::uint8_t { Read, Skip };
/// The first columns of a SELECT FROM register r LEFT JOIN paper w that registerRow() reads; NULL
/// stands for what is skipped.
[[nodiscard]] QString registerColumns(Lists::Ink ink, RowSecrets secrets);
constexpr int registerColumnCount = 21;
/// Errors: Malformed.
[[nodiscard]] Result<RegisterRow> registerRow(const Rows& rows);
/// Of those columns and, behind them, r.voided_by. Errors: Malformed.
[[nodiscard]] Result<KeyedRow> keyedRow(const Rows& rows);
/// What the column `flags` holds.
[[nodiscard]] std::uint64_t flagsOf(
    const pledge::Declaration& declaration, std::optional<base::ClockTrust> clockTrust);

class RegisterTable final : public Register
{
public:
    explicit RegisterTable(const Database& database);

    /// One row, and that of its paper, within the transaction of its entry; `row.voided` is none
    /// yet. Counts it for its unit. Errors: Refused where its paper was entered already.
    [[nodiscard]] Result<void> insert(const RegisterRow& row, const RowKey& key);
    /// Marks a row that is not voided yet, within the transaction of entry `by`, and takes it off
    /// its unit's count.
    [[nodiscard]] Result<void> markVoided(
        const RegisterRow& row, std::uint64_t by, pledge::Reason reason);
    /// Takes entry `index`, whose row was erased and which entry `by` voids, off the counts, and
    /// frees the row of its paper. Which unit's it was nobody knows any
    /// more, so all erased ones are counted without a unit from then on. Within the voiding's
    /// transaction.
    [[nodiscard]] Result<void> markErasedVoided(std::uint64_t index, std::uint64_t by);
    /// Rows by index under a condition on the register's columns; an error of `take` ends it.
    [[nodiscard]] Result<void> eachWhere(const QString& where, const std::vector<QVariant>& values,
        const std::function<Result<void>(KeyedRow&&)>& take) const;
    /// At most `limit` rows by index, from `index` on.
    [[nodiscard]] Result<std::vector<KeyedRow>> rowsFrom(
        std::uint64_t index, std::size_t limit) const;
    /// The table digest of the attendance CSV over all rows as they stand, the erased ones by what
    /// is left of them.
    [[nodiscard]] Result<crypto::Hash> attendanceDigest(const std::string& timeZone) const;
    /// Those of indexes from `first` to before `end`, in their order.
    [[nodiscard]] Result<std::vector<KeyedRow>> range(std::uint64_t first, std::uint64_t end) const;

    [[nodiscard]] Result<std::optional<RegisterRow>> find(
        const pledge::Identity& identity) const override;
    [[nodiscard]] Result<std::optional<RegisterRow>> at(std::uint64_t index) const override;
    [[nodiscard]] Result<std::vector<RegisterRow>> page(
        std::uint64_t offset, std::size_t limit) const override;
    [[nodiscard]] Result<std::optional<std::uint64_t>> entryOfPaper(
        const std::string& row) const override;
    [[nodiscard]] Result<std::uint64_t> paperCount() const override;
    [[nodiscard]] Result<std::vector<UnitCount>> countsByUnit() const override;

private:
    [[nodiscard]] Result<void> uncountErased() const;

    const Database& m_database;
    Statement m_insert;
    Statement m_count;
    Statement m_void;
    Statement m_uncount;
    mutable Statement m_range;
    mutable Statement m_find;
    mutable Statement m_at;
    mutable Statement m_pageAfter;
    mutable Statement m_pageAt;
    mutable Statement m_rowsFrom;
    mutable Statement m_units;
    SheetRowTable m_paper;

    /// Where the last page ended: going on from there needs no row to be skipped.
    struct Cursor {
        std::uint64_t offset = 0;
        std::uint64_t lastIndex = 0;
    };
    mutable std::optional<Cursor> m_cursor;
};

} // namespace ikrar::ledger
