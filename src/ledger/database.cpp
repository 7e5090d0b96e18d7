#include "ledger/database.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QUrl>

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

} // namespace

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
    std::unique_ptr<Database> database(new Database(nextConnection()));
    QSqlDatabase handle
        = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), database->m_connection);
    handle.setDatabaseName(nameOf(file, access));
    handle.setConnectOptions(optionsFor(access));
    if (!handle.open())
        return database->failed(handle.lastError());
    return database->configure().map([&] { return std::move(database); });
}

Database::Database(QString connection) : m_connection(std::move(connection)) { }

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

std::optional<Error> Database::takeFailure() const
{
    return std::exchange(m_failure, std::nullopt);
}

tl::unexpected<Error> Database::failed(const QSqlError& error) const
{
    const Error::Kind kind = kindOfSqlite(error.nativeErrorCode().toInt());
    const QString what = QStringLiteral("ikrar.sqlite: %1 (%2)")
                             .arg(error.databaseText(), error.nativeErrorCode());
    m_failure = Error{kind, what.toStdString()};
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
    return database.execute("BEGIN IMMEDIATE").map([&] { return Transaction(database); });
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
