#include "attendance/gathered_erasure.h"

#include "attendance/gathered_copies.h"
#include "ledger/attendance_table.h"
#include "ledger/query.h"
#include "ledger/register_table.h"
#include "pledge/entry.h"

#include <QDate>

#include <algorithm>
#include <map>

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
    std::vector<Where> rows; ///< of `register r`
    std::vector<Where> people; ///< of `roster` and of `absences`
};

/// Whether a history has an entry of this moment or a later one. Time may run backwards in a log,
/// but only its last entry tells whether it went on.
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

Result<bool> isPast(const Gathering& gathering, const std::vector<GatheredLog>& logs,
    const GatheredCeremony& ceremony, std::int64_t moment)
{
    for (const GatheredLog& log : logs) {
        if (log.ceremony != ceremony.number)
            continue;
        const auto later = wentOnAfter(gathering, log, moment);
        if (!later || *later)
            return later.map([](bool) { return false; });
    }
    return true;
}

Result<Scope> scopeOf(const Gathering& gathering, const SignedBeforeDay& day)
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
        const auto past = isPast(gathering, *logs, ceremony, *moment);
        if (!past)
            return tl::unexpected(past.error());
        const QVariant number = Statement::value(ceremony.number);
        scope.rows.push_back({QStringLiteral(" WHERE r.ceremony = ? AND r.time < ?"),
            {number, Statement::value(*moment)}});
        if (*past)
            scope.people.push_back({QStringLiteral(" WHERE ceremony = ?"), {number}});
    }
    return scope;
}

Result<Scope> scopeOf(const Gathering& gathering, const GatheredErasureOf& whose)
{
    if (const auto* day = std::get_if<SignedBeforeDay>(&whose))
        return scopeOf(gathering, *day);
    const auto& identity = std::get<pledge::Identity>(whose);
    const std::vector<QVariant> values{
        Statement::value(code(identity.kind)), Statement::value(identity.value)};
    return Scope{{{QStringLiteral(" WHERE r.kind = ? AND r.value = ?"), values}},
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
    constexpr int keyColumn = 15;
    constexpr int logColumn = ledger::registerColumnCount;
    constexpr int voidedColumn = logColumn + 2;
    constexpr int closedColumn = logColumn + 3;
    std::vector<GatheredTombstone> found;
    const auto take = [&](const Rows& row) -> Result<void> {
        auto read = ledger::registerRow(row);
        if (!read)
            return tl::unexpected(read.error());
        // The log's last word on the table is its closing, which saw no later voiding.
        if (!row.isNull(voidedColumn) && !row.isNull(closedColumn)
            && row.number(voidedColumn) > row.number(closedColumn))
            read->voided.reset();
        ledger::RowKey key{};
        const Bytes bytes = row.bytes(keyColumn);
        std::copy_n(bytes.begin(), std::min(bytes.size(), key.size()), key.begin());
        const auto digest = ledger::rowDigest(
            key, ledger::attendanceRow(*read, zones[row.number(logColumn + 1)]));
        found.push_back({row.number(logColumn), read->index,
            Bytes(digest.view().begin(), digest.view().end()), now});
        return {};
    };
    for (const Where& where : scope.rows) {
        Statement statement(gathering.database(),
            QStringLiteral("SELECT ") + ledger::registerColumns(ledger::Lists::Ink::Skip)
                + QStringLiteral(", r.log, r.ceremony, r.voided_by, l.closed_at FROM register r"
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
        const auto counted = oneNumber(count.selectList(where.values));
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
Result<std::vector<GatheredErased::Log>> logsOf(
    const Gathering& gathering, const std::vector<GatheredTombstone>& rows)
{
    std::map<std::uint64_t, std::vector<std::uint64_t>> byLog;
    for (const GatheredTombstone& row : rows)
        byLog[row.log].push_back(row.index);
    return gathering.logs().map([&](const std::vector<GatheredLog>& logs) {
        std::vector<GatheredErased::Log> erased;
        for (const GatheredLog& log : logs) {
            const auto found = byLog.find(log.number);
            if (found == byLog.end())
                continue;
            std::sort(found->second.begin(), found->second.end());
            erased.push_back({log.key.name, log.size, log.root, std::move(found->second)});
        }
        return erased;
    });
}

Result<GatheredErased> told(const Gathering& gathering, const GatheredErasureOf& whose,
    const Scope& scope, const std::vector<GatheredTombstone>& rows)
{
    GatheredErased erased;
    return logsOf(gathering, rows)
        .map([&](auto logs) { erased.logs = std::move(logs); })
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
    const auto scrubbed = gathering.scrub();
    if (!scrubbed && scrubbed.error().kind != Error::Kind::Busy)
        return tl::unexpected(scrubbed.error());
    erased->held = !scrubbed;
    return erased;
}

Result<void> bury(const Gathering& gathering, const std::vector<GatheredTombstone>& tombstones)
{
    const ledger::Database& database = gathering.database();
    Statement mark(database,
        QStringLiteral("INSERT INTO tombstones (log, entry_index, digest, time) VALUES (?, ?, ?, ?)"
                       " ON CONFLICT (log, entry_index) DO NOTHING"));
    Statement row(
        database, QStringLiteral("DELETE FROM register WHERE log = ? AND entry_index = ?"));
    Statement decision(
        database, QStringLiteral("DELETE FROM decisions WHERE log = ? AND entry_index = ?"));
    Statement paper(
        database, QStringLiteral("DELETE FROM paper WHERE log = ? AND entry_index = ?"));
    for (const GatheredTombstone& each : tombstones) {
        auto done = mark.run(each.log, each.index, each.digest, each.time)
                        .and_then([&] { return row.run(each.log, each.index); })
                        .and_then([&] { return decision.run(each.log, each.index); })
                        .and_then([&] { return paper.run(each.log, each.index); });
        if (!done)
            return done;
    }
    return {};
}

} // namespace ikrar::attendance
