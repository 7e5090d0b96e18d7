#include "ledger/table_changes.h"

#include "ledger/query.h"

#include <algorithm>
#include <array>
#include <string>

namespace ikrar::ledger {

namespace {

constexpr std::array<std::string_view, 3> counted{"roster", "invitations", "erased_people"};
constexpr std::array<std::string_view, 3> events{"INSERT", "UPDATE", "DELETE"};

std::string tableIn(std::string_view schema)
{
    return "CREATE TABLE IF NOT EXISTS " + std::string(schema)
        + ".table_changes (name TEXT PRIMARY KEY, changes INTEGER NOT NULL)";
}

std::string nameOf(std::string_view table, std::string_view event)
{
    return std::string(table) + "_" + std::string(event);
}

std::string trigger(std::string_view table, std::string_view event)
{
    const std::string name(table);
    return "CREATE TRIGGER IF NOT EXISTS main." + nameOf(table, event) + " AFTER "
        + std::string(event) + " ON " + name
        + " BEGIN UPDATE table_changes SET changes = changes + 1 WHERE name = '" + name + "'; END";
}

Result<void> countOne(const Database& database, std::string_view table)
{
    for (const std::string_view event : events) {
        if (auto made = database.execute(trigger(table, event).c_str()); !made)
            return made;
    }
    // Where none of them had counted, what a copy remembers says nothing: a number that it does not
    // have.
    Statement begin(database,
        QStringLiteral("INSERT INTO main.table_changes (name, changes)"
                       " VALUES (?, abs(random() >> 2))"
                       " ON CONFLICT (name) DO UPDATE SET changes = excluded.changes"));
    return begin.run(table);
}

/// A copy of a store has the table, which remembers what it was copied from, and none of these.
Result<bool> allCount(const Database& database)
{
    Statement look(database,
        QStringLiteral("SELECT COUNT(*) FROM main.sqlite_schema WHERE type = 'trigger'"
                       " AND name = ?"));
    for (const std::string_view table : counted) {
        for (const std::string_view event : events) {
            const auto known = oneNumber(look.select(nameOf(table, event)));
            if (!known || *known == 0)
                return known.map([](std::uint64_t) { return false; });
        }
    }
    return true;
}

} // namespace

bool isCounted(std::string_view table)
{
    return std::find(counted.begin(), counted.end(), table) != counted.end();
}

Result<void> countChanges(const Database& database)
{
    // Looked at first, since this would else wait for whoever signs.
    const auto counting = allCount(database);
    if (!counting)
        return tl::unexpected(counting.error());
    if (*counting)
        return {};
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (auto made = database.execute(tableIn("main").c_str()); !made)
        return made;
    for (const std::string_view table : counted) {
        if (auto done = countOne(database, table); !done)
            return done;
    }
    return transaction->commit();
}

Result<std::optional<std::uint64_t>> changesOf(
    const Database& database, std::string_view schema, std::string_view table)
{
    const QString in = QString::fromUtf8(schema.data(), static_cast<qsizetype>(schema.size()));
    Statement look(database,
        QStringLiteral("SELECT COUNT(*) FROM %1.sqlite_schema WHERE name = 'table_changes'")
            .arg(in));
    const auto known = oneNumber(look.select());
    if (!known)
        return tl::unexpected(known.error());
    if (*known == 0)
        return std::nullopt;
    Statement read(
        database, QStringLiteral("SELECT changes FROM %1.table_changes WHERE name = ?").arg(in));
    return oneRow(read.select(table), [](const Rows& row) { return row.number(0); });
}

Result<void> rememberChanges(
    const Database& database, std::string_view table, std::uint64_t changes)
{
    Statement remember(database,
        QStringLiteral("INSERT INTO copy.table_changes (name, changes) VALUES (?, ?)"
                       " ON CONFLICT (name) DO UPDATE SET changes = excluded.changes"));
    return database.execute(tableIn("copy").c_str()).and_then([&] {
        return remember.run(table, changes);
    });
}

} // namespace ikrar::ledger
