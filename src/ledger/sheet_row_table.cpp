#include "ledger/sheet_row_table.h"

#include "ledger/query.h"

namespace ikrar::ledger {

SheetRowTable::SheetRowTable(const Database& database)
    : m_insert(database,
        QStringLiteral("INSERT INTO paper (entry_index, sheet_row, observer_name, observer_post)"
                       " VALUES (?, ?, ?, ?)"))
    , m_free(database, QStringLiteral("UPDATE paper SET freed_by = ? WHERE entry_index = ?"))
    , m_entryOf(database,
          QStringLiteral("SELECT entry_index FROM paper WHERE sheet_row = ? AND freed_by IS NULL"))
    , m_count(database, QStringLiteral("SELECT COUNT(*) FROM paper WHERE freed_by IS NULL"))
{
}

Result<void> SheetRowTable::insert(std::uint64_t index, const pledge::Declaration::Paper& paper)
{
    const auto known = entryOf(paper.row);
    if (!known)
        return tl::unexpected(known.error());
    if (*known)
        return fail(Error::Kind::Refused,
            "Row " + paper.row + " was entered already, as entry " + std::to_string(**known)
                + "; if that is a mistake, void that entry first.");
    return m_insert.run(index, paper.row, paper.observerName, paper.observerPost);
}

Result<void> SheetRowTable::free(std::uint64_t index, std::uint64_t by)
{
    return m_free.run(by, index);
}

Result<std::optional<std::uint64_t>> SheetRowTable::entryOf(const std::string& row) const
{
    return oneRow(m_entryOf.select(row), [](const Rows& rows) { return rows.number(0); });
}

Result<std::uint64_t> SheetRowTable::count() const
{
    return oneNumber(m_count.select());
}

} // namespace ikrar::ledger
