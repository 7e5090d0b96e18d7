#include "ledger/erasure_table.h"

#include "ledger/attendance_table.h"
#include "ledger/query.h"

#include <algorithm>

namespace ikrar::ledger {

namespace {

/// The rows of the register that an erasure is about.
QString whereSigned(const ErasureOf& whose)
{
    return std::holds_alternative<pledge::Identity>(whose)
        ? QStringLiteral(" WHERE r.kind = ? AND r.value = ?")
        : QStringLiteral(" WHERE r.time < ?");
}

std::vector<QVariant> valuesOf(const ErasureOf& whose)
{
    if (const auto* identity = std::get_if<pledge::Identity>(&whose))
        return {Statement::value(code(identity->kind)), Statement::value(identity->value)};
    return {Statement::value(std::get<SignedBefore>(whose).time)};
}

Result<std::uint64_t> countOf(
    const Database& database, const QString& sql, const std::vector<QVariant>& values = {})
{
    Statement statement(database, sql);
    return oneNumber(statement.selectList(values));
}

Result<void> runList(
    const Database& database, const QString& sql, const std::vector<QVariant>& values)
{
    Statement statement(database, sql);
    return statement.runList(values);
}

} // namespace

Result<std::optional<std::uint64_t>> ErasureTable::closedAt() const
{
    const auto head = m_store.head.load();
    if (!head)
        return tl::unexpected(head.error());
    if (!head->closed)
        return std::nullopt;
    // Only voidings follow it.
    for (std::uint64_t index = head->size; index-- > 0;) {
        const auto sealed = m_store.entries.sealed(index);
        const auto entry
            = sealed ? pledge::decodeEntry(*sealed) : tl::unexpected<Error>(sealed.error());
        if (!entry)
            return tl::unexpected(entry.error());
        if (std::holds_alternative<pledge::Closed>(entry->entry.body))
            return index;
    }
    return fail(Error::Kind::Malformed, "ikrar.sqlite is closed without an entry that says so");
}

Result<std::vector<ErasureTable::Row>> ErasureTable::rowsOf(const ErasureOf& whose) const
{
    const auto closed = closedAt();
    if (!closed)
        return tl::unexpected(closed.error());
    std::vector<Row> found;
    auto walked = m_store.registered.eachWhere(
        whereSigned(whose), valuesOf(whose), [&](const KeyedRow& keyed) -> Result<void> {
            found.push_back(
                {keyed.row.index, attendanceDigest(keyed, *closed, m_store.ceremony.timeZone)});
            return {};
        });
    if (!walked)
        return tl::unexpected(walked.error());
    return found;
}

Result<bool> ErasureTable::ceremonyIsPast(std::int64_t before) const
{
    const auto head = m_store.head.load();
    if (!head)
        return tl::unexpected(head.error());
    const auto sealed = m_store.entries.sealed(head->size - 1);
    const auto last = sealed ? pledge::decodeEntry(*sealed) : tl::unexpected<Error>(sealed.error());
    if (!last)
        return tl::unexpected(last.error());
    // One that is prepared and has not begun, or goes on another day, is none of the past.
    const auto held = countOf(*m_store.database, QStringLiteral("SELECT COUNT(*) FROM sessions"));
    if (!held)
        return tl::unexpected(held.error());
    const auto& planned = m_store.ceremony.sessions;
    const bool later = std::any_of(planned.begin(), planned.end(), [&](const auto& session) {
        const auto day = startOfDay(session.date, m_store.ceremony.timeZone);
        return day && *day >= before;
    });
    return *held != 0 && !later && head->session == 0 && last->entry.time.seconds < before;
}

Result<bool> ErasureTable::isPast(const ErasureOf& whose) const
{
    const auto* before = std::get_if<SignedBefore>(&whose);
    return before == nullptr ? Result<bool>(false) : ceremonyIsPast(before->time);
}

Result<std::uint64_t> ErasureTable::peopleOf(const ErasureOf& whose, bool past) const
{
    if (std::holds_alternative<SignedBefore>(whose))
        return past ? countOf(*m_store.database, QStringLiteral("SELECT COUNT(*) FROM roster"))
                    : Result<std::uint64_t>(0);
    return countOf(*m_store.database,
        QStringLiteral("SELECT COUNT(*) FROM roster WHERE kind = ? AND value = ?"),
        valuesOf(whose));
}

Result<std::uint64_t> ErasureTable::helpedBy(const ErasureOf& whose) const
{
    const auto* identity = std::get_if<pledge::Identity>(&whose);
    if (identity == nullptr)
        return 0;
    return countOf(*m_store.database,
        QStringLiteral("SELECT COUNT(*) FROM register WHERE helper_number = ?"
                       " AND NOT (kind = ? AND value = ?)"),
        {Statement::value(identity->value), Statement::value(code(identity->kind)),
            Statement::value(identity->value)});
}

Result<Erased> ErasureTable::look(const ErasureOf& whose) const
{
    return rowsOf(whose).and_then([&](const std::vector<Row>& rows) { return told(whose, rows); });
}

Result<Erased> ErasureTable::told(const ErasureOf& whose, const std::vector<Row>& rows) const
{
    const auto past = isPast(whose);
    if (!past)
        return tl::unexpected(past.error());
    const auto people = peopleOf(whose, *past);
    if (!people)
        return tl::unexpected(people.error());
    const auto helped = helpedBy(whose);
    if (!helped)
        return tl::unexpected(helped.error());
    auto written = copies();
    if (!written)
        return tl::unexpected(written.error());
    Erased erased{{}, *people, *helped, std::move(*written)};
    erased.past = *past;
    erased.entries.reserve(rows.size());
    for (const Row& row : rows)
        erased.entries.push_back(row.index);
    return erased;
}

Result<void> ErasureTable::removeRows(const std::vector<Row>& rows, std::int64_t now) const
{
    Statement bury(*m_store.database,
        QStringLiteral("INSERT INTO erased_entries (entry_index, digest, time) VALUES (?, ?, ?)"));
    Statement remove(
        *m_store.database, QStringLiteral("DELETE FROM register WHERE entry_index = ?"));
    // The row stays taken: the same line of paper is not entered as another entry.
    Statement paper(*m_store.database,
        QStringLiteral("UPDATE paper SET observer_name = '', observer_post = ''"
                       " WHERE entry_index = ?"));
    for (const Row& row : rows) {
        auto removed = bury.run(row.index, row.digest.view(), now)
                           .and_then([&] { return remove.run(row.index); })
                           .and_then([&] { return paper.run(row.index); });
        if (!removed)
            return removed;
    }
    return {};
}

Result<void> ErasureTable::removePeople(const ErasureOf& whose) const
{
    const auto* identity = std::get_if<pledge::Identity>(&whose);
    const QString where
        = identity != nullptr ? QStringLiteral(" WHERE kind = ? AND value = ?") : QString();
    const auto values = identity != nullptr ? valuesOf(whose) : std::vector<QVariant>();
    const Database& database = *m_store.database;
    return runList(database,
        QStringLiteral("INSERT INTO erased_people (position, digest)"
                       " SELECT position, digest FROM roster")
            + where,
        values)
        .and_then(
            [&] { return runList(database, QStringLiteral("DELETE FROM roster") + where, values); })
        .and_then([&] {
            return runList(database, QStringLiteral("DELETE FROM absences") + where, values);
        })
        .and_then([&] {
            return runList(database, QStringLiteral("DELETE FROM invitations") + where, values);
        })
        .and_then([&] {
            return database.execute("UPDATE head SET roster = (SELECT COUNT(*) FROM roster)");
        });
}

Result<void> ErasureTable::removeHelper(const ErasureOf& whose) const
{
    const auto* identity = std::get_if<pledge::Identity>(&whose);
    if (identity == nullptr)
        return {};
    return runList(*m_store.database,
        QStringLiteral("UPDATE register SET helper_name = '', helper_number = ''"
                       " WHERE helper_number = ?"),
        {Statement::value(identity->value)});
}

Result<std::uint64_t> ErasureTable::buried() const
{
    return countOf(*m_store.database,
        QStringLiteral("SELECT (SELECT COUNT(*) FROM erased_entries)"
                       " + (SELECT COUNT(*) FROM erased_people)"));
}

Result<Erased> ErasureTable::erase(const ErasureOf& whose, std::int64_t now, const Begun& begun)
{
    auto transaction = Transaction::begin(*m_store.database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto rows = rowsOf(whose);
    if (!rows)
        return tl::unexpected(rows.error());
    auto erased = told(whose, *rows);
    if (!erased)
        return erased;
    auto done
        = removeRows(*rows, now)
              .and_then([&] { return erased->people == 0 ? Result<void>() : removePeople(whose); })
              .and_then([&] { return removeHelper(whose); })
              .and_then([&] { return buried(); })
              .and_then([&](std::uint64_t after) { return begun(*erased, after); })
              .and_then([&] { return transaction->commit(); });
    if (!done)
        return tl::unexpected(done.error());
    return erased;
}

Result<void> ErasureTable::forgetWal() const
{
    // Waits for as long as the connection's busy timeout.
    const auto busy = countOf(*m_store.database, QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    if (!busy)
        return tl::unexpected(busy.error());
    if (*busy == 0)
        return {};
    return fail(Error::Kind::Busy,
        "The data is erased, but another process still reads what was written before: stop the "
        "kiosk, then erase once more so that the disk forgets it too.");
}

Result<std::vector<Tombstone>> ErasureTable::tombstones() const
{
    Statement statement(*m_store.database,
        QStringLiteral(
            "SELECT entry_index, digest, time FROM erased_entries ORDER BY entry_index"));
    std::vector<Tombstone> all;
    return eachRow(statement.select(), [&](const Rows& row) {
        return crypto::Hash::fromBytes(row.bytes(1)).map([&](const crypto::Hash& digest) {
            all.push_back({row.number(0), digest, static_cast<std::int64_t>(row.number(2))});
        });
    }).map([&] { return std::move(all); });
}

Result<void> ErasureTable::noteCopy(const WrittenCopy& copy) const
{
    Statement statement(*m_store.database,
        QStringLiteral("INSERT INTO written_copies (path, time) VALUES (?, ?)"
                       " ON CONFLICT (path) DO UPDATE SET time = excluded.time"));
    return statement.run(copy.path, copy.time);
}

Result<std::vector<WrittenCopy>> ErasureTable::copies() const
{
    Statement statement(*m_store.database,
        QStringLiteral("SELECT path, time FROM written_copies ORDER BY time, path"));
    std::vector<WrittenCopy> all;
    return eachRow(statement.select(), [&](const Rows& row) -> Result<void> {
        all.push_back({row.text(0), static_cast<std::int64_t>(row.number(1))});
        return {};
    }).map([&] { return std::move(all); });
}

} // namespace ikrar::ledger
