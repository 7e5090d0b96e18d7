#pragma once

#include "base/file.h"
#include "ledger/server_address.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <memory>
#include <optional>

namespace ikrar::ledger {

/// Where a database lives. Tables are written in the types that PostgreSQL knows, queries in what
/// both understand.
enum class Engine : std::uint8_t { Sqlite, Postgres };

/// One connection to a file through Qt's QSQLITE driver (WAL, synchronous=FULL, and no WAL
/// checkpoint but those asked for), or to a PostgreSQL server through QPSQL. Requires a
/// QCoreApplication. Used from the thread that opened it.
class Database
{
public:
    enum class Access : std::uint8_t {
        ReadWrite,
        ReadOnly,
        Immutable, ///< on a disk mounted read-only: no lock, no shared memory, and no WAL is read
    };
    /// Errors: Permission, Io, Busy.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(
        const base::Path& file, Access access);
    /// Errors: Invalid where the QPSQL driver is not installed; else Io: the server cannot be
    /// reached, or does not let us in.
    [[nodiscard]] static Result<std::unique_ptr<Database>> connect(const ServerAddress& server);

    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    Database(Database&&) = delete;
    Database& operator=(Database&&) = delete;
    ~Database();

    [[nodiscard]] Engine engine() const { return m_engine; }
    /// One statement without parameters or rows.
    [[nodiscard]] Result<void> execute(const char* sql) const;
    /// A CREATE statement in PostgreSQL's types, in this engine's words.
    [[nodiscard]] Result<void> create(const char* sql) const;
    [[nodiscard]] Result<bool> hasTable(std::string_view name) const;

    /// The last error that the engine itself reported since this was asked, apart from those of our
    /// own making.
    [[nodiscard]] std::optional<Error> takeFailure() const;

private:
    friend class Statement;
    friend class Rows;
    friend class Transaction;

    Database(Engine engine, QString connection, std::string name);
    [[nodiscard]] Result<void> configure() const;
    [[nodiscard]] QSqlDatabase handle() const;
    [[nodiscard]] tl::unexpected<Error> failed(const QSqlError& error) const;

    Engine m_engine;
    QString m_connection;
    std::string m_name; ///< begins the sentence of every error
    mutable std::optional<Error> m_failure;
};

/// The kind that an extended result code of SQLite stands for.
[[nodiscard]] Error::Kind kindOfSqlite(int code);
/// The kind that an SQLSTATE of PostgreSQL stands for; none is a connection that broke.
[[nodiscard]] Error::Kind kindOfPostgres(std::string_view state);

class Statement;

/// The rows of a statement that runs; it is reset with this object, so that no read lock outlives
/// its use.
class Rows
{
public:
    explicit Rows(Statement& statement) : m_statement(&statement) { }
    Rows(Rows&& other) noexcept : m_statement(std::exchange(other.m_statement, nullptr)) { }
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    Rows& operator=(Rows&&) = delete;
    ~Rows();

    /// Whether there is one more row, which the columns then are of.
    [[nodiscard]] Result<bool> next();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::uint64_t number(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] Bytes bytes(int column) const;

private:
    Statement* m_statement;
};

/// A statement prepared on first use and kept.
class Statement
{
public:
    Statement(const Database& database, QString sql) : m_database(&database), m_sql(std::move(sql))
    {
    }

    /// Binds the values in the order of the placeholders and runs. Bytes bind as BLOB, text as
    /// TEXT.
    template <typename... Values>
    [[nodiscard]] Result<void> run(const Values&... values)
    {
        return start({value(values)...}, Use::Change);
    }
    template <typename... Values>
    [[nodiscard]] Result<Rows> select(const Values&... values)
    {
        return start({value(values)...}, Use::Read).map([this] { return Rows(*this); });
    }
    [[nodiscard]] Result<void> runList(const std::vector<QVariant>& values)
    {
        return start(values, Use::Change);
    }
    [[nodiscard]] Result<Rows> selectList(const std::vector<QVariant>& values)
    {
        return start(values, Use::Read).map([this] { return Rows(*this); });
    }

    [[nodiscard]] static QVariant value(std::uint64_t number)
    {
        return QVariant::fromValue(static_cast<qlonglong>(number));
    }
    [[nodiscard]] static QVariant value(std::int64_t number)
    {
        return QVariant::fromValue(static_cast<qlonglong>(number));
    }
    [[nodiscard]] static QVariant value(std::string_view text);
    [[nodiscard]] static QVariant value(BytesView bytes);
    [[nodiscard]] static QVariant value(const Bytes& bytes) { return value(BytesView(bytes)); }
    template <typename T>
    [[nodiscard]] static QVariant value(const std::optional<T>& optional)
    {
        return optional ? value(*optional) : QVariant();
    }

private:
    friend class Rows;

    enum class Use : std::uint8_t { Change, Read };
    [[nodiscard]] Result<void> start(const std::vector<QVariant>& values, Use use);

    const Database* m_database;
    QString m_sql;
    std::optional<QSqlQuery> m_query;
};

/// BEGIN IMMEDIATE (with PostgreSQL, READ COMMITTED) until commit(); rolled back when it goes
/// without one.
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(const Database& database);

    Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr))
    {
    }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    /// On disk when it returns.
    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(const Database& database) : m_database(&database) { }

    const Database* m_database;
};

} // namespace ikrar::ledger
