#include "attendance/gathered_erasure.h"

#include "attendance/bulk_insert.h"
#include "attendance/gathered_copies.h"
#include "ledger/attendance_table.h"
#include "ledger/query.h"
#include "ledger/register_table.h"
#include "pledge/entry.h"

#include <algorithm>
#include <map>
#include <span>

namespace ikrar::attendance {

namespace {

using ledger::Rows;
using ledger::Statement;

/// A condition on one table with the values of its placeholders.
struct Where {
    QString sql;
    std::vector<QVariant> values;
};

/// What to delete where.
struct Scope {
    std::vector<std::string> ceremonies; ///< that go whole
    std::vector<Where> rows; ///< of `register r`
    std::vector<Where> people; ///< of `roster` and of `absences`
};

/// Whether a history ends with an entry of this moment or a later one.
Result<bool> wentOnAfter(const Gathering& gathering, const GatheredLog& log, std::int64_t moment)
{
    if (log.size == 0)
        return false;
    const auto tree = gathering.treeOf(log);
    if (!tree)
        return tl::unexpected(tree.error());
    return (*tree)
        ->sealed(log.size - 1)
        .and_then([](const Bytes& sealed) { return pledge::decodeEntry(sealed); })
        .map([&](const auto& last) { return last.entry.time.seconds >= moment; });
}

/// As the header of OverBeforeDay has it. Clocks may have stood wrong, so the dates that were
/// planned count beside those that were written.
Result<bool> isOver(const Gathering& gathering, const GatheredCeremony& ceremony,
    const std::vector<GatheredLog>& logs, const std::string& date, std::int64_t moment)
{
    const auto& sessions = ceremony.ceremony.sessions;
    if (std::any_of(sessions.begin(), sessions.end(),
            [&](const pledge::Session& session) { return session.date >= date; }))
        return false;
    Statement held(gathering.database(),
        QStringLiteral("SELECT COUNT(*) FROM sessions s JOIN logs l ON l.log = s.log"
                       " WHERE l.ceremony = ?"));
    Statement later(gathering.database(),
        QStringLiteral("SELECT COUNT(*) FROM register WHERE ceremony = ? AND time >= ?"));
    const auto any = oneNumber(held.select(ceremony.number));
    const auto since = oneNumber(later.select(ceremony.number, moment));
    if (!any || !since)
        return tl::unexpected(any ? since.error() : any.error());
    if (*any == 0 || *since != 0)
        return false;
    for (const GatheredLog& log : logs) {
        if (log.ceremony != ceremony.number)
            continue;
        const auto wentOn = wentOnAfter(gathering, log, moment);
        if (!wentOn || *wentOn)
            return wentOn.map([](bool) { return false; });
    }
    return true;
}

Result<Scope> scopeOf(const Gathering& gathering, const OverBeforeDay& day)
{
    const auto ceremonies = gathering.ceremonies();
    const auto logs = gathering.logs();
    if (!ceremonies || !logs)
        return tl::unexpected(ceremonies ? logs.error() : ceremonies.error());
    Scope scope;
    for (const GatheredCeremony& ceremony : *ceremonies) {
        const auto moment = ledger::startOfDay(day.date, ceremony.ceremony.timeZone);
        if (!moment)
            return tl::unexpected(moment.error());
        const auto over = isOver(gathering, ceremony, *logs, day.date, *moment);
        if (!over)
            return tl::unexpected(over.error());
        if (!*over)
            continue;
        const QVariant number = Statement::value(ceremony.number);
        scope.ceremonies.push_back(ceremony.ceremony.id);
        scope.rows.push_back({QStringLiteral(" WHERE r.ceremony = ?"), {number}});
        scope.people.push_back({QStringLiteral(" WHERE ceremony = ?"), {number}});
    }
    return scope;
}

Result<Scope> scopeOf(const Gathering& gathering, const GatheredErasureOf& whose)
{
    if (const auto* day = std::get_if<OverBeforeDay>(&whose))
        return scopeOf(gathering, *day);
    const auto& identity = std::get<pledge::Identity>(whose);
    const std::vector<QVariant> values{
        Statement::value(code(identity.kind)), Statement::value(identity.value)};
    return Scope{{}, {{QStringLiteral(" WHERE r.kind = ? AND r.value = ?"), values}},
        {{QStringLiteral(" WHERE kind = ? AND value = ?"), values}}};
}

/// The rows that go, with the digests that stay of them.
Result<std::vector<GatheredTombstone>> rowsOf(
    const Gathering& gathering, const Scope& scope, std::int64_t now)
{
    const auto ceremonies = gathering.ceremonies();
    if (!ceremonies)
        return tl::unexpected(ceremonies.error());
    std::map<std::uint64_t, std::string> zones;
    for (const GatheredCeremony& each : *ceremonies)
        zones[each.number] = each.ceremony.timeZone;
    constexpr int logColumn = ledger::registerColumnCount + 1;
    constexpr int ceremonyColumn = logColumn + 1;
    constexpr int closedColumn = logColumn + 2;
    std::vector<GatheredTombstone> found;
    const auto take = [&](const Rows& row) -> Result<void> {
        const auto read = ledger::keyedRow(row);
        if (!read)
            return tl::unexpected(read.error());
        const auto closedAt = row.isNull(closedColumn)
            ? std::nullopt
            : std::optional<std::uint64_t>(row.number(closedColumn));
        const auto digest
            = ledger::attendanceDigest(*read, closedAt, zones[row.number(ceremonyColumn)]);
        found.push_back({row.number(logColumn), read->row.index,
            Bytes(digest.view().begin(), digest.view().end()), now});
        return {};
    };
    for (const Where& where : scope.rows) {
        Statement statement(gathering.database(),
            QStringLiteral("SELECT ")
                + ledger::registerColumns(ledger::Lists::Ink::Skip, ledger::RowSecrets::Read)
                + QStringLiteral(", r.voided_by, r.log, r.ceremony, l.closed_at FROM register r"
                                 " LEFT JOIN paper w ON w.log = r.log"
                                 " AND w.entry_index = r.entry_index"
                                 " JOIN logs l ON l.log = r.log")
                + where.sql);
        if (auto read = eachRow(statement.selectList(where.values), take); !read)
            return tl::unexpected(read.error());
    }
    return found;
}

Result<std::uint64_t> peopleIn(const Gathering& gathering, const Scope& scope)
{
    std::uint64_t people = 0;
    for (const Where& where : scope.people) {
        Statement count(
            gathering.database(), QStringLiteral("SELECT COUNT(*) FROM roster") + where.sql);
        auto counted = oneNumber(count.selectList(where.values));
        if (!counted)
            return counted;
        people += *counted;
    }
    return people;
}

Result<std::uint64_t> helpedBy(const Gathering& gathering, const GatheredErasureOf& whose)
{
    const auto* identity = std::get_if<pledge::Identity>(&whose);
    if (identity == nullptr)
        return 0;
    Statement count(gathering.database(),
        QStringLiteral("SELECT COUNT(*) FROM register WHERE helper_number = ?"
                       " AND NOT (kind = ? AND value = ?)"));
    return oneNumber(count.select(identity->value, code(identity->kind), identity->value));
}

/// By origin, as Gathering::logs gives them.
Result<void> addLogs(
    const Gathering& gathering, const std::vector<GatheredTombstone>& rows, GatheredErased& erased)
{
    std::map<std::uint64_t, std::vector<std::uint64_t>> byLog;
    for (const GatheredTombstone& row : rows)
        byLog[row.log].push_back(row.index);
    const auto logs = gathering.logs();
    const auto ceremonies = gathering.ceremonies();
    if (!logs || !ceremonies)
        return tl::unexpected(logs ? ceremonies.error() : logs.error());
    for (const GatheredLog& log : *logs) {
        const auto found = byLog.find(log.number);
        if (found == byLog.end())
            continue;
        std::sort(found->second.begin(), found->second.end());
        erased.logs.push_back({log.key.name, log.size, log.root, std::move(found->second)});
        for (const GatheredCeremony& each : *ceremonies) {
            if (each.number == log.ceremony && erased.timeZone.empty())
                erased.timeZone = each.ceremony.timeZone;
        }
    }
    return {};
}

Result<GatheredErased> told(const Gathering& gathering, const GatheredErasureOf& whose,
    const Scope& scope, const std::vector<GatheredTombstone>& rows)
{
    GatheredErased erased;
    erased.ceremonies = scope.ceremonies;
    return addLogs(gathering, rows, erased)
        .and_then([&] { return peopleIn(gathering, scope); })
        .map([&](std::uint64_t people) { erased.people = people; })
        .and_then([&] { return helpedBy(gathering, whose); })
        .map([&](std::uint64_t helped) { erased.helped = helped; })
        .and_then([&] { return copiesOf(gathering); })
        .map([&](auto copies) {
            erased.copies = std::move(copies);
            return std::move(erased);
        });
}

Result<void> removePeople(const Gathering& gathering, const Scope& scope)
{
    for (const Where& where : scope.people) {
        for (const char* from : {"DELETE FROM roster", "DELETE FROM absences"}) {
            Statement statement(gathering.database(), QString::fromUtf8(from) + where.sql);
            if (auto removed = statement.runList(where.values); !removed)
                return removed;
        }
    }
    return {};
}

Result<void> removeHelper(const Gathering& gathering, const GatheredErasureOf& whose)
{
    const auto* identity = std::get_if<pledge::Identity>(&whose);
    if (identity == nullptr)
        return {};
    Statement statement(gathering.database(),
        QStringLiteral("UPDATE register SET helper_name = '', helper_number = ''"
                       " WHERE helper_number = ?"));
    return statement.run(identity->value);
}

/// What Intake locks for rosters and absences, and for a log's entries, in its order: no merge is
/// halfway through any of them.
Result<void> lockAll(const ledger::Database& database)
{
    return database.execute("UPDATE ceremonies SET changes = changes + 1").and_then([&] {
        return database.execute("UPDATE logs SET size = size");
    });
}

/// Deletes by (log, index) from tables that have both.
class Removal
{
public:
    explicit Removal(const ledger::Database& database)
    {
        for (const char* table : {"register", "decisions", "paper"})
            m_statements.emplace_back(database, deleteFrom(table));
    }

    /// `indices` are at most `most`, and at least one.
    Result<void> run(std::uint64_t log, std::span<const std::uint64_t> indices)
    {
        std::vector<QVariant> values{Statement::value(log)};
        for (const std::uint64_t index : indices)
            values.push_back(Statement::value(index));
        values.resize(most + 1); // NULL is no row's index
        for (Statement& statement : m_statements) {
            if (auto removed = statement.runList(values); !removed)
                return removed;
        }
        return {};
    }

    static constexpr std::size_t most = 256;

private:
    static QString deleteFrom(const char* table)
    {
        QString sql = QStringLiteral("DELETE FROM %1 WHERE log = ? AND entry_index IN (?")
                          .arg(QString::fromUtf8(table));
        for (std::size_t i = 1; i < most; ++i)
            sql += QStringLiteral(", ?");
        return sql + QStringLiteral(")");
    }

    std::vector<Statement> m_statements;
};

} // namespace

std::uint64_t GatheredErased::entries() const
{
    std::uint64_t count = 0;
    for (const Log& log : logs)
        count += log.entries.size();
    return count;
}

Result<GatheredErased> lookErasure(const Gathering& gathering, const GatheredErasureOf& whose)
{
    return scopeOf(gathering, whose).and_then([&](const Scope& scope) {
        return rowsOf(gathering, scope, 0).and_then([&](const auto& rows) {
            return told(gathering, whose, scope, rows);
        });
    });
}

Result<GatheredErased> erase(
    const Gathering& gathering, const GatheredErasureOf& whose, std::int64_t now)
{
    auto transaction = ledger::Transaction::begin(gathering.database());
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (auto locked = lockAll(gathering.database()); !locked)
        return tl::unexpected(locked.error());
    const auto scope = scopeOf(gathering, whose);
    if (!scope)
        return tl::unexpected(scope.error());
    const auto rows = rowsOf(gathering, *scope, now);
    if (!rows)
        return tl::unexpected(rows.error());
    auto erased = told(gathering, whose, *scope, *rows);
    if (!erased)
        return erased;
    auto done = bury(gathering, *rows)
                    .and_then([&] { return removePeople(gathering, *scope); })
                    .and_then([&] { return removeHelper(gathering, whose); })
                    .and_then([&] { return transaction->commit(); });
    if (!done)
        return tl::unexpected(done.error());
    // What is committed is told, however that ends.
    if (auto scrubbed = gathering.scrub(); !scrubbed)
        erased->held = std::move(scrubbed.error());
    return erased;
}

Result<void> bury(const Gathering& gathering, const std::vector<GatheredTombstone>& tombstones)
{
    const ledger::Database& database = gathering.database();
    BulkInsert marks(database, "tombstones (log, entry_index, digest, time)", 4,
        "ON CONFLICT (log, entry_index) DO NOTHING");
    std::map<std::uint64_t, std::vector<std::uint64_t>> byLog;
    for (const GatheredTombstone& each : tombstones) {
        if (auto added = marks.add(each.log, each.index, each.digest, each.time); !added)
            return added;
        byLog[each.log].push_back(each.index);
    }
    if (auto marked = marks.flush(); !marked)
        return marked;
    Removal removal(database);
    for (const auto& [log, indices] : byLog) {
        for (std::span<const std::uint64_t> left(indices); !left.empty();) {
            const auto some = left.first(std::min(Removal::most, left.size()));
            if (auto removed = removal.run(log, some); !removed)
                return removed;
            left = left.subspan(some.size());
        }
    }
    return {};
}

} // namespace ikrar::attendance
