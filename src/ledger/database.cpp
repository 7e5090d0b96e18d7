#include "ledger/database.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QUrl>

#include <array>
#include <atomic>
#include <cassert>

namespace ikrar::ledger {

namespace {

// The primary result codes of SQLite (sqlite.org/rescode.html) that we tell apart; the low byte of
// an extended code.
enum SqliteCode : int {
    Permission = 3,
    Busy = 5,
    Locked = 6,
    NotWritable = 8,
    Corrupt = 11,
    Full = 13,
    Authorization = 23,
    NotADatabase = 26,
};

QString nextConnection()
{
    static std::atomic<int> count{0};
    return QStringLiteral("ikrar-%1").arg(++count);
}

QString optionsFor(Database::Access access)
{
    // What another process holds is a commit or the end of a WAL checkpoint.
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000");
    if (access != Database::Access::ReadWrite)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    if (access == Database::Access::Immutable)
        options += QStringLiteral(";QSQLITE_OPEN_URI");
    return options;
}

QString nameOf(const base::Path& file, Database::Access access)
{
    auto path = QString::fromStdString(file.string());
    if (access != Database::Access::Immutable)
        return path;
    QUrl uri = QUrl::fromLocalFile(path);
    uri.setQuery(QStringLiteral("immutable=1"));
    return QString::fromLatin1(uri.toEncoded());
}

/// SQLite's STRICT tables spell two types in another way.
QString forSqlite(const char* sql)
{
    QString text = QString::fromUtf8(sql);
    text.replace(QStringLiteral("BIGINT"), QStringLiteral("INTEGER"));
    text.replace(QStringLiteral("BYTEA"), QStringLiteral("BLOB"));
    if (text.startsWith(QStringLiteral("CREATE TABLE")))
        text += QStringLiteral(" STRICT");
    return text;
}

} // namespace

Error::Kind kindOfPostgres(std::string_view state)
{
    using Kind = Error::Kind;
    struct Row {
        std::string_view prefix;
        Kind kind;
    };
    // postgresql.org/docs/15/errcodes-appendix.html; the longer prefixes first.
    constexpr std::array rows{
        Row{"25006", Kind::ReadOnly}, // a standby, or default_transaction_read_only
        Row{"53100", Kind::NoSpace}, Row{"42501", Kind::Permission},
        Row{"55P03", Kind::Busy}, // lock_not_available
        Row{"40", Kind::Busy}, // deadlock, serialization: once more
        Row{"53", Kind::Busy}, // too many connections, out of memory
        Row{"28", Kind::Permission}, Row{"08", Kind::Io},
        Row{"57", Kind::Io}, // the server is going down, or coming up
        Row{"58", Kind::Io}, Row{"23", Kind::Malformed}, // a constraint: not a database of ours
        Row{"42", Kind::Malformed}, // a table or column that is not there
    };
    for (const Row& row : rows) {
        if (state.starts_with(row.prefix))
            return row.kind;
    }
    return Kind::Io;
}

Error::Kind kindOfSqlite(int code)
{
    switch (code & 0xff) {
    case Permission:
    case Authorization:
        return Error::Kind::Permission;
    case Busy:
    case Locked:
        return Error::Kind::Busy;
    case NotWritable:
        return Error::Kind::ReadOnly;
    case Corrupt:
    case NotADatabase:
        return Error::Kind::Malformed;
    case Full:
        return Error::Kind::NoSpace;
    default:
        return Error::Kind::Io;
    }
}

Result<std::unique_ptr<Database>> Database::open(const base::Path& file, Access access)
{
    assert(QCoreApplication::instance() != nullptr);
    std::unique_ptr<Database> database(
        new Database(Engine::Sqlite, nextConnection(), file.filename().string()));
    QSqlDatabase handle
        = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), database->m_connection);
    handle.setDatabaseName(nameOf(file, access));
    handle.setConnectOptions(optionsFor(access));
    if (!handle.open())
        return database->failed(handle.lastError());
    return database->configure().map([&] { return std::move(database); });
}

Result<std::unique_ptr<Database>> Database::connect(const ServerAddress& server)
{
    assert(QCoreApplication::instance() != nullptr);
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QPSQL")))
        return fail(Error::Kind::Invalid,
            "PostgreSQL needs Qt's driver for it: install the package libqt6sql6-psql.");
    std::unique_ptr<Database> database(
        new Database(Engine::Postgres, nextConnection(), server.shown));
    QSqlDatabase handle
        = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), database->m_connection);
    handle.setConnectOptions(QString::fromStdString(server.words));
    if (!handle.open())
        return database->failed(handle.lastError());
    return database->configure().map([&] { return std::move(database); });
}

Database::Database(Engine engine, QString connection, std::string name)
    : m_engine(engine)
    , m_connection(std::move(connection))
    , m_name(std::move(name))
{
}

Database::~Database()
{
    handle().close();
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlDatabase Database::handle() const
{
    return QSqlDatabase::database(m_connection, false);
}

Result<void> Database::configure() const
{
    if (m_engine == Engine::Postgres)
        return execute("SET client_min_messages = warning");
    return execute("PRAGMA synchronous = FULL")
        .and_then([&] { return execute("PRAGMA wal_autocheckpoint = 0"); })
        .and_then([&] { return execute("PRAGMA cache_size = -8192"); })
        .and_then([&] { return execute("PRAGMA temp_store = MEMORY"); })
        // What an erasure frees is overwritten; so is whatever an update had left behind before.
        .and_then([&] { return execute("PRAGMA secure_delete = ON"); });
}

Result<void> Database::execute(const char* sql) const
{
    QSqlQuery query(handle());
    if (!query.exec(QString::fromUtf8(sql)))
        return failed(query.lastError());
    return {};
}

Result<void> Database::create(const char* sql) const
{
    return m_engine == Engine::Postgres ? execute(sql)
                                        : execute(forSqlite(sql).toUtf8().constData());
}

Result<bool> Database::hasTable(std::string_view name) const
{
    Statement statement(*this,
        m_engine == Engine::Postgres
            ? QStringLiteral("SELECT COUNT(*) FROM information_schema.tables WHERE"
                             " table_schema = CURRENT_SCHEMA() AND table_name = ?")
            : QStringLiteral("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND"
                             " name = ?"));
    auto rows = statement.select(name);
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->next().map([&](bool found) { return found && rows->number(0) != 0; });
}

std::optional<Error> Database::takeFailure() const
{
    return std::exchange(m_failure, std::nullopt);
}

tl::unexpected<Error> Database::failed(const QSqlError& error) const
{
    const QString code = error.nativeErrorCode();
    const Error::Kind kind = m_engine == Engine::Postgres ? kindOfPostgres(code.toStdString())
                                                          : kindOfSqlite(code.toInt());
    QString what = error.databaseText().trimmed();
    if (what.isEmpty())
        what = error.driverText().trimmed();
    if (!code.isEmpty())
        what += QStringLiteral(" (%1)").arg(code);
    m_failure = Error{kind, m_name + ": " + what.toStdString()};
    return tl::unexpected<Error>(*m_failure);
}

Rows::~Rows()
{
    if (m_statement != nullptr)
        m_statement->m_query->finish();
}

Result<bool> Rows::next()
{
    QSqlQuery& query = *m_statement->m_query;
    if (query.next())
        return true;
    if (query.lastError().isValid())
        return m_statement->m_database->failed(query.lastError());
    return false;
}

bool Rows::isNull(int column) const
{
    return m_statement->m_query->isNull(column);
}

std::uint64_t Rows::number(int column) const
{
    return static_cast<std::uint64_t>(m_statement->m_query->value(column).toLongLong());
}

std::string Rows::text(int column) const
{
    return m_statement->m_query->value(column).toString().toStdString();
}

Bytes Rows::bytes(int column) const
{
    const QByteArray blob = m_statement->m_query->value(column).toByteArray();
    return {blob.begin(), blob.end()};
}

QVariant Statement::value(std::string_view text)
{
    // No text is an empty TEXT, not NULL.
    return text.empty() ? QStringLiteral("")
                        : QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QVariant Statement::value(BytesView bytes)
{
    const std::string_view view = base::asText(bytes);
    // No bytes are an empty BLOB, not NULL.
    return view.empty() ? QByteArray("")
                        : QByteArray(view.data(), static_cast<qsizetype>(view.size()));
}

Result<void> Statement::start(const std::vector<QVariant>& values, Use use)
{
    if (!m_query) {
        QSqlQuery query(m_database->handle());
        query.setForwardOnly(true);
        if (!query.prepare(m_sql))
            return m_database->failed(query.lastError());
        m_query = std::move(query);
    }
    int position = 0;
    for (const QVariant& each : values)
        m_query->bindValue(position++, each);
    const bool done = m_query->exec();
    if (!done) {
        auto error = m_database->failed(m_query->lastError());
        m_query->finish();
        return error;
    }
    if (use == Use::Change)
        m_query->finish();
    return {};
}

Result<Transaction> Transaction::begin(const Database& database)
{
    const char* begin = database.engine() == Engine::Postgres ? "BEGIN" : "BEGIN IMMEDIATE";
    return database.execute(begin).map([&] { return Transaction(database); });
}

Transaction::~Transaction()
{
    // SQLite may have rolled back already, for a full disk as an example: then there is nothing to
    // roll back.
    if (m_database != nullptr) {
        auto before = m_database->takeFailure();
        static_cast<void>(m_database->execute("ROLLBACK"));
        m_database->m_failure = std::move(before);
    }
}

Result<void> Transaction::commit()
{
    auto committed = m_database->execute("COMMIT");
    if (committed)
        m_database = nullptr;
    return committed;
}

} // namespace ikrar::ledger
