#include "attendance/gathered_copies.h"

#include "ledger/query.h"

namespace ikrar::attendance {

Result<void> noteCopy(const Gathering& gathering, const ledger::WrittenCopy& copy)
{
    ledger::Statement statement(gathering.database(),
        QStringLiteral("INSERT INTO written_copies (path, time) VALUES (?, ?)"
                       " ON CONFLICT (path) DO UPDATE SET time = excluded.time"));
    return statement.run(copy.path, copy.time);
}

Result<std::vector<ledger::WrittenCopy>> copiesOf(const Gathering& gathering)
{
    ledger::Statement statement(gathering.database(),
        QStringLiteral("SELECT path, time FROM written_copies ORDER BY time, path"));
    std::vector<ledger::WrittenCopy> all;
    return eachRow(statement.select(), [&](const ledger::Rows& row) -> Result<void> {
        all.push_back({row.text(0), static_cast<std::int64_t>(row.number(1))});
        return {};
    }).map([&] { return std::move(all); });
}

} // namespace ikrar::attendance
