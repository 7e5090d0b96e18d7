#include "attendance/bulk_insert.h"

#include <QStringList>

#include <bit>

namespace ikrar::attendance {

BulkInsert::BulkInsert(
    const ledger::Database& database, const char* into, std::size_t columns, const char* after)
    : m_database(&database)
    , m_into(QString::fromUtf8(into))
    , m_after(QString::fromUtf8(after))
    , m_columns(columns)
{
}

Result<void> BulkInsert::flush()
{
    auto from = m_values.begin();
    for (std::size_t left = m_values.size() / m_columns; left != 0;) {
        const std::size_t rows = std::min(std::bit_floor(left), maxRows);
        const auto to = from + static_cast<std::ptrdiff_t>(rows * m_columns);
        if (auto done = statementFor(rows).runList({from, to}); !done) {
            clear();
            return done;
        }
        from = to;
        left -= rows;
    }
    clear();
    return {};
}

ledger::Statement& BulkInsert::statementFor(std::size_t rows)
{
    const auto known = m_statements.find(rows);
    if (known != m_statements.end())
        return known->second;
    QStringList marks;
    for (std::size_t i = 0; i < m_columns; ++i)
        marks << QStringLiteral("?");
    const QString one
        = QStringLiteral("(") + marks.join(QStringLiteral(", ")) + QStringLiteral(")");
    QStringList all;
    for (std::size_t i = 0; i < rows; ++i)
        all << one;
    const QString sql = QStringLiteral("INSERT INTO %1 VALUES %2 %3")
                            .arg(m_into, all.join(QStringLiteral(", ")), m_after);
    return m_statements.emplace(rows, ledger::Statement(*m_database, sql)).first->second;
}

} // namespace ikrar::attendance
