#pragma once

#include "ledger/database.h"

#include <map>

namespace ikrar::attendance {

/// INSERT of many rows with few statements: over a network the round trips are what a merge waits
/// for. Rows go out in powers of two, so that few statements are prepared; those that are not
/// flushed are never written.
class BulkInsert
{
public:
    /// `into`: `table (column, ...)` of `columns` columns; `after`: what follows VALUES, such as
    /// ON CONFLICT.
    BulkInsert(const ledger::Database& database, const char* into, std::size_t columns,
        const char* after = "");

    template <typename... Values>
    [[nodiscard]] Result<void> add(const Values&... values)
    {
        (m_values.push_back(ledger::Statement::value(values)), ...);
        return m_values.size() < m_columns * maxRows ? Result<void>() : flush();
    }
    [[nodiscard]] Result<void> flush();
    /// Forgets what was added and not written, as when the transaction failed.
    void clear() { m_values.clear(); }

private:
    /// With 22 columns well below what a statement may bind (SQLite 32,766, PostgreSQL 65,535).
    static constexpr std::size_t maxRows = 128;

    [[nodiscard]] ledger::Statement& statementFor(std::size_t rows);

    const ledger::Database* m_database;
    QString m_into;
    QString m_after;
    std::size_t m_columns;
    std::vector<QVariant> m_values;
    std::map<std::size_t, ledger::Statement> m_statements; ///< by rows
};

} // namespace ikrar::attendance
