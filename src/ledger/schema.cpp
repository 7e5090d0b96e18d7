#include "ledger/schema.h"

#include <array>

namespace ikrar::ledger {

namespace {

// Written in the types that PostgreSQL knows (Database::create).
constexpr std::array tables{
    // Exactly one row: what the log is, and what it was made on.
    "CREATE TABLE log ("
    " origin TEXT NOT NULL,"
    " vkey TEXT NOT NULL,"
    " key_uri TEXT NOT NULL," // empty: DATA/key.pem
    " kiosk TEXT NOT NULL,"
    " machine TEXT NOT NULL,"
    " file TEXT NOT NULL,"
    " ceremony BYTEA NOT NULL)",
    // Exactly one row, changed by every commit: where the log stands, so that nothing is ever
    // counted.
    "CREATE TABLE head ("
    " size BIGINT NOT NULL,"
    " signed BIGINT NOT NULL,"
    " voided BIGINT NOT NULL,"
    " session BIGINT NOT NULL," // the open one; 0: none
    " session_signed BIGINT NOT NULL,"
    " session_voided BIGINT NOT NULL,"
    " roster BIGINT NOT NULL,"
    " closed BIGINT NOT NULL)",
    // `subtrees`: the hashes of the complete subtrees that the entry finishes, 32 bytes each, the
    // leaf's first. The
    // subtree (level, index) is thus in the row of its last leaf, and each is written once.
    "CREATE TABLE entries ("
    " entry_index BIGINT PRIMARY KEY,"
    " sealed BYTEA NOT NULL,"
    " subtrees BYTEA NOT NULL)",
    "CREATE TABLE checkpoints ("
    " size BIGINT PRIMARY KEY,"
    " root BYTEA NOT NULL,"
    " signature BYTEA NOT NULL)",
    "CREATE TABLE cosignatures ("
    " size BIGINT NOT NULL,"
    " key_id BIGINT NOT NULL,"
    " signature BYTEA NOT NULL,"
    " PRIMARY KEY (size, key_id))",
    "CREATE TABLE sessions ("
    " number BIGINT PRIMARY KEY,"
    " started BIGINT NOT NULL,"
    " ended BIGINT)",
    "CREATE TABLE register ("
    " entry_index BIGINT PRIMARY KEY,"
    " time BIGINT NOT NULL,"
    " session BIGINT NOT NULL,"
    " kind TEXT NOT NULL,"
    " value TEXT NOT NULL,"
    " name TEXT NOT NULL,"
    " unit TEXT NOT NULL,"
    " post TEXT NOT NULL,"
    " category BIGINT NOT NULL,"
    " method BIGINT NOT NULL,"
    " flags BIGINT NOT NULL," // 1 trivial ink, 2 walk-in, 4 thumb mark, 24 clock trust
    " helper_name TEXT NOT NULL,"
    " helper_number TEXT NOT NULL,"
    " helper_reason TEXT NOT NULL,"
    " salt BYTEA NOT NULL,"
    " row_key BYTEA NOT NULL," // of the attendance table's digest
    " voided_by BIGINT,"
    " void_reason BIGINT,"
    " ink BYTEA NOT NULL)",
    "CREATE INDEX register_identity ON register (kind, value)",
    "CREATE INDEX register_voided ON register (voided_by) WHERE voided_by IS NOT NULL",
    "CREATE INDEX register_helper ON register (helper_number) WHERE helper_number <> ''",
    "CREATE TABLE roster ("
    " position BIGINT PRIMARY KEY,"
    " kind TEXT NOT NULL,"
    " value TEXT NOT NULL,"
    " name TEXT NOT NULL,"
    " words TEXT NOT NULL," // of the name, folded, each between spaces
    " unit TEXT NOT NULL,"
    " post TEXT NOT NULL,"
    " grade TEXT NOT NULL,"
    " category BIGINT NOT NULL,"
    " row_key BYTEA NOT NULL,"
    " digest BYTEA NOT NULL,"
    " UNIQUE (kind, value))",
    // What an erasure leaves of a row of the register, and of one of the roster: its digest.
    "CREATE TABLE erased_entries ("
    " entry_index BIGINT PRIMARY KEY,"
    " digest BYTEA NOT NULL,"
    " time BIGINT NOT NULL)",
    "CREATE TABLE erased_people ("
    " position BIGINT PRIMARY KEY,"
    " digest BYTEA NOT NULL)",
    // Files outside the store that hold its personal data.
    "CREATE TABLE written_copies ("
    " path TEXT PRIMARY KEY,"
    " time BIGINT NOT NULL)",
    // What an invitation card's QR stands for.
    "CREATE TABLE invitations ("
    " token BYTEA PRIMARY KEY,"
    " kind TEXT NOT NULL,"
    " value TEXT NOT NULL,"
    " UNIQUE (kind, value))",
    // Who of the organizers stands behind an entry, or identified the walk-in that signed it.
    "CREATE TABLE officials ("
    " entry_index BIGINT NOT NULL,"
    " position BIGINT NOT NULL,"
    " act BIGINT NOT NULL," // Act
    " name TEXT NOT NULL,"
    " post TEXT NOT NULL,"
    " time BIGINT NOT NULL,"
    " PRIMARY KEY (entry_index, position))",
    // Why somebody on the roster did not sign; no row: tanpa keterangan.
    "CREATE TABLE absences ("
    " kind TEXT NOT NULL,"
    " value TEXT NOT NULL,"
    " reason BIGINT NOT NULL," // 1 izin, 2 sakit, 3 cuti, 4 dinas luar
    " note TEXT NOT NULL,"
    " PRIMARY KEY (kind, value))",
    "CREATE TABLE unit_counts ("
    " unit TEXT PRIMARY KEY,"
    " signed BIGINT NOT NULL,"
    " expected BIGINT NOT NULL)",
};

// What version 2 lacks. Rows of paper sheets that signed entries were entered from; a voiding frees
// its row, so that it can be entered again after a typing mistake.
constexpr const char* paperTable = "CREATE TABLE paper ("
                                   " entry_index BIGINT PRIMARY KEY,"
                                   " sheet_row TEXT NOT NULL,"
                                   " observer_name TEXT NOT NULL,"
                                   " observer_post TEXT NOT NULL,"
                                   " freed_by BIGINT)";
constexpr const char* paperIndex
    = "CREATE UNIQUE INDEX paper_row ON paper (sheet_row) WHERE freed_by IS NULL";
constexpr std::uint64_t versionWithoutPaper = 2;

Result<std::uint64_t> pragma(const Database& database, const char* sql)
{
    Statement statement(database, QString::fromUtf8(sql));
    auto rows = statement.select();
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->next().map([&](bool found) { return found ? rows->number(0) : 0; });
}

Result<void> createPaper(const Database& database)
{
    const QString version = QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion);
    return database.create(paperTable)
        .and_then([&] { return database.create(paperIndex); })
        .and_then([&] { return database.execute(version.toUtf8().constData()); });
}

Result<void> addPaper(const Database& database)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    // Another process may have done it meanwhile.
    const auto version = pragma(database, "PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    if (*version == schemaVersion)
        return {};
    return createPaper(database).and_then([&] { return transaction->commit(); });
}

bool cannotBeWritten(Error::Kind kind)
{
    return kind == Error::Kind::ReadOnly || kind == Error::Kind::Permission
        || kind == Error::Kind::NoSpace;
}

/// Under the name that every query knows, in memory.
Result<void> standIn(const Database& database)
{
    QString sql = QString::fromUtf8(paperTable);
    sql.replace(QStringLiteral("CREATE TABLE"), QStringLiteral("CREATE TEMP TABLE"));
    return database.create(sql.toUtf8().constData());
}

Result<void> supplyPaper(const Database& database, Upgrade upgrade)
{
    if (upgrade == Upgrade::Never)
        return standIn(database);
    auto added = addPaper(database);
    if (added || upgrade == Upgrade::Must || !cannotBeWritten(added.error().kind))
        return added;
    static_cast<void>(database.takeFailure());
    return standIn(database);
}

} // namespace

Result<void> createSchema(const Database& database)
{
    for (const char* sql : tables) {
        if (auto created = database.create(sql); !created)
            return created;
    }
    const QString mark = QStringLiteral("PRAGMA application_id = %1").arg(applicationId);
    return database.execute(mark.toUtf8().constData()).and_then([&] {
        return createPaper(database);
    });
}

Result<void> openSchema(const Database& database, Upgrade upgrade)
{
    const auto mark = pragma(database, "PRAGMA application_id");
    if (!mark)
        return tl::unexpected(mark.error());
    if (*mark != applicationId)
        return fail(Error::Kind::Malformed, "ikrar.sqlite is not a store of this program");
    const auto version = pragma(database, "PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    if (*version == versionWithoutPaper)
        return supplyPaper(database, upgrade);
    if (*version != schemaVersion)
        return fail(Error::Kind::UnknownVersion,
            "ikrar.sqlite has schema version " + std::to_string(*version) + ", not "
                + std::to_string(schemaVersion));
    return {};
}

} // namespace ikrar::ledger
