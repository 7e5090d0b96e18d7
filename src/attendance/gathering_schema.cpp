#include "attendance/gathering_schema.h"

#include <array>
#include <span>

namespace ikrar::attendance {

namespace {

using ledger::Database;
using ledger::Engine;
using ledger::Statement;

// Rows of paper sheets that signed entries were entered from.
constexpr const char* paperTable = "CREATE TABLE paper ("
                                   " log BIGINT NOT NULL,"
                                   " entry_index BIGINT NOT NULL,"
                                   " sheet_row TEXT NOT NULL,"
                                   " observer_name TEXT NOT NULL,"
                                   " observer_post TEXT NOT NULL,"
                                   " PRIMARY KEY (log, entry_index))";

// Files with personal data that were written from it.
constexpr const char* copiesTable = "CREATE TABLE written_copies ("
                                    " path TEXT PRIMARY KEY,"
                                    " time BIGINT NOT NULL)";

// GATHERING.md beside this file says what they hold. Sorting is by BIGINT and BYTEA only, which
// both engines compare alike; text would follow a server's locale.
constexpr std::array tables{
    "CREATE TABLE gathering ("
    " version BIGINT NOT NULL)",
    "CREATE TABLE ceremonies ("
    " ceremony BIGINT PRIMARY KEY,"
    " hash BYTEA NOT NULL,"
    " rehearsal BIGINT NOT NULL,"
    " toml BYTEA NOT NULL,"
    " changes BIGINT NOT NULL)", // of roster and absences: its row is their lock
    "CREATE TABLE logs ("
    " log BIGINT PRIMARY KEY,"
    " vkey TEXT NOT NULL,"
    " key_id BIGINT NOT NULL,"
    " kiosk TEXT NOT NULL,"
    " ceremony BIGINT NOT NULL,"
    " base BIGINT," // of a second history: the log whose beginning it shares
    " base_size BIGINT NOT NULL," // entries below it stand there
    " size BIGINT NOT NULL,"
    " root BYTEA NOT NULL,"
    " checkpoint BYTEA NOT NULL," // the signed note of that size
    " signed BIGINT NOT NULL,"
    " voided BIGINT NOT NULL,"
    " first_signed BIGINT,"
    " last_signed BIGINT,"
    " closed_at BIGINT," // index of the entry that closed it
    " roster BYTEA NOT NULL," // table digest of the roster taken from it; empty: none yet
    " absences BYTEA NOT NULL," // digest of the absences taken from it
    " policy BYTEA)", // as the kiosk publishes it; since version 2
    "CREATE INDEX logs_vkey ON logs (vkey)",
    // `subtrees` as in a kiosk's store: src/ledger/FORMAT.md.
    "CREATE TABLE entries ("
    " log BIGINT NOT NULL,"
    " entry_index BIGINT NOT NULL,"
    " sealed BYTEA NOT NULL,"
    " subtrees BYTEA NOT NULL,"
    " PRIMARY KEY (log, entry_index))",
    // Checkpoints with the log's own signature that what it holds here does not lead to.
    "CREATE TABLE contradictions ("
    " log BIGINT NOT NULL,"
    " size BIGINT NOT NULL,"
    " root BYTEA NOT NULL,"
    " note BYTEA NOT NULL,"
    " PRIMARY KEY (log, size, root))",
    "CREATE TABLE sessions ("
    " log BIGINT NOT NULL,"
    " number BIGINT NOT NULL,"
    " PRIMARY KEY (log, number))",
    "CREATE TABLE register ("
    " log BIGINT NOT NULL,"
    " entry_index BIGINT NOT NULL,"
    " ceremony BIGINT NOT NULL,"
    " time BIGINT NOT NULL,"
    " session BIGINT NOT NULL,"
    " kind TEXT NOT NULL,"
    " value TEXT NOT NULL,"
    " name TEXT NOT NULL,"
    " unit TEXT NOT NULL,"
    " post TEXT NOT NULL,"
    " category BIGINT NOT NULL,"
    " method BIGINT NOT NULL,"
    " flags BIGINT NOT NULL,"
    " helper_name TEXT NOT NULL,"
    " helper_number TEXT NOT NULL,"
    " helper_reason TEXT NOT NULL,"
    " salt BYTEA NOT NULL,"
    " row_key BYTEA NOT NULL,"
    " voided_by BIGINT,"
    " void_reason BIGINT,"
    " ink BYTEA NOT NULL,"
    " PRIMARY KEY (log, entry_index))",
    "CREATE INDEX register_person ON register (ceremony, kind, value)",
    "CREATE INDEX register_arrival ON register (ceremony, time, log, entry_index)",
    "CREATE TABLE voids ("
    " log BIGINT NOT NULL,"
    " entry_index BIGINT NOT NULL,"
    " voided_by BIGINT NOT NULL,"
    " void_reason BIGINT NOT NULL,"
    " PRIMARY KEY (log, entry_index))",
    "CREATE TABLE unproved ("
    " log BIGINT NOT NULL,"
    " entry_index BIGINT NOT NULL,"
    " PRIMARY KEY (log, entry_index))",
    "CREATE TABLE tombstones ("
    " log BIGINT NOT NULL,"
    " entry_index BIGINT NOT NULL,"
    " digest BYTEA NOT NULL," // of the row in the attendance table, which still verifies by it
    " time BIGINT NOT NULL,"
    " PRIMARY KEY (log, entry_index))",
    "CREATE TABLE roster ("
    " ceremony BIGINT NOT NULL,"
    " kind TEXT NOT NULL,"
    " value TEXT NOT NULL,"
    " name TEXT NOT NULL,"
    " unit TEXT NOT NULL,"
    " post TEXT NOT NULL,"
    " grade TEXT NOT NULL,"
    " category BIGINT NOT NULL,"
    " PRIMARY KEY (ceremony, kind, value))",
    "CREATE TABLE rosters ("
    " ceremony BIGINT NOT NULL,"
    " digest BYTEA NOT NULL," // of the content, the same for two kiosks with one roster
    " PRIMARY KEY (ceremony, digest))",
    "CREATE TABLE absences ("
    " log BIGINT NOT NULL,"
    " ceremony BIGINT NOT NULL,"
    " kind TEXT NOT NULL,"
    " value TEXT NOT NULL,"
    " reason BIGINT NOT NULL,"
    " note TEXT NOT NULL,"
    " PRIMARY KEY (log, kind, value))",
    "CREATE INDEX absences_person ON absences (ceremony, kind, value)",
    "CREATE TABLE decisions ("
    " log BIGINT NOT NULL,"
    " entry_index BIGINT NOT NULL,"
    " decided_by TEXT NOT NULL,"
    " time BIGINT NOT NULL,"
    " reason TEXT NOT NULL DEFAULT ''," // since version 2
    " PRIMARY KEY (log, entry_index))",
    paperTable, // since version 2
    copiesTable, // since version 2
};

// In their order: version 2 is the first that knows of paper.
constexpr std::array fromVersion1{
    paperTable,
    copiesTable,
    "ALTER TABLE logs ADD COLUMN policy BYTEA",
    "ALTER TABLE decisions ADD COLUMN reason TEXT NOT NULL DEFAULT ''",
    "UPDATE gathering SET version = 2",
};
// Version 2 kept what it sorted by; a rank changes with the roster, so lists are sorted when read.
constexpr std::array fromVersion2{
    "DROP INDEX register_unit",
    "ALTER TABLE register DROP COLUMN sort_key",
    "DROP INDEX roster_unit",
    "ALTER TABLE roster DROP COLUMN sort_key",
    "UPDATE gathering SET version = 3",
};

/// Runs each of them.
Result<void> createEach(const Database& database, std::span<const char* const> statements)
{
    for (const char* sql : statements) {
        if (auto created = database.create(sql); !created)
            return created;
    }
    return {};
}

Result<std::uint64_t> versionOf(const Database& database)
{
    Statement statement(database, QStringLiteral("SELECT version FROM gathering"));
    auto rows = statement.select();
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->next().map([&](bool found) { return found ? rows->number(0) : 0; });
}

Result<void> checkVersion(const Database& database)
{
    const auto version = versionOf(database);
    if (!version)
        return tl::unexpected(version.error());
    if (*version < gatheringVersion)
        return fail(Error::Kind::UnknownVersion,
            "The store is of an older version of ikrar: merge any kiosk into it once, which brings "
            "it up to date.");
    if (*version != gatheringVersion)
        return fail(Error::Kind::UnknownVersion,
            "The store has schema version " + std::to_string(*version) + ", not "
                + std::to_string(gatheringVersion) + ".");
    return {};
}

Result<void> createAll(const Database& database)
{
    if (auto created = createEach(database, tables); !created)
        return created;
    const QString version
        = QStringLiteral("INSERT INTO gathering (version) VALUES (%1)").arg(gatheringVersion);
    return database.execute(version.toUtf8().constData());
}

/// Within a transaction that holds the lock.
Result<void> bringUpToDate(const Database& database)
{
    const auto version = versionOf(database);
    if (!version)
        return tl::unexpected(version.error());
    if (*version != 1 && *version != 2)
        return {};
    return (*version == 1 ? createEach(database, fromVersion1) : Result<void>()).and_then([&] {
        return createEach(database, fromVersion2);
    });
}

/// Whoever comes second waits here, and then sees what the first has made.
Result<void> lockSchema(const Database& database)
{
    if (database.engine() == Engine::Sqlite)
        return {}; // BEGIN IMMEDIATE was the lock
    return database.execute("SELECT pg_advisory_xact_lock(1768649330)"); // `ikrr`
}

} // namespace

Result<void> ensureGatheringSchema(const Database& database)
{
    const auto known = database.hasTable("gathering");
    if (!known)
        return tl::unexpected(known.error());
    if (*known && checkVersion(database))
        return {};
    const auto kiosks = database.hasTable("checkpoints");
    if (!kiosks)
        return tl::unexpected(kiosks.error());
    if (*kiosks)
        return fail(Error::Kind::Invalid,
            "That is a kiosk's own store. Name another file to gather kiosks in.");
    auto transaction = ledger::Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (auto locked = lockSchema(database); !locked)
        return locked;
    const auto made = database.hasTable("gathering");
    if (!made)
        return tl::unexpected(made.error());
    if (!*made) {
        if (auto created = createAll(database); !created)
            return created;
    }
    return bringUpToDate(database).and_then([&] { return checkVersion(database); }).and_then([&] {
        return transaction->commit();
    });
}

Result<void> checkGatheringSchema(const Database& database)
{
    const auto known = database.hasTable("gathering");
    if (!known)
        return tl::unexpected(known.error());
    if (!*known)
        return fail(Error::Kind::Missing, "Nothing was gathered there yet: ikrar merge does it.");
    return checkVersion(database);
}

} // namespace ikrar::attendance
