#include "ledger/backup.h"

#include "ledger/file_lock.h"
#include "ledger/ledger_state.h"
#include "ledger/schema.h"
#include "ledger/table_changes.h"

#include <sys/stat.h>

#include <array>

namespace ikrar::ledger {

namespace {

constexpr mode_t ownerOnly = 0600;

Result<std::uint64_t> numberOf(const Database& database, const char* sql)
{
    Statement statement(database, QString::fromUtf8(sql));
    auto rows = statement.select();
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->next().map([&](bool found) { return found ? rows->number(0) : 0; });
}

/// A transaction that locks the copy alone: the store goes on signing while it is read.
class CopyTransaction
{
public:
    static Result<CopyTransaction> begin(const Database& database)
    {
        return database.execute("BEGIN").map([&] { return CopyTransaction(database); });
    }
    CopyTransaction(CopyTransaction&& other) noexcept
        : m_database(std::exchange(other.m_database, nullptr))
    {
    }
    CopyTransaction(const CopyTransaction&) = delete;
    CopyTransaction& operator=(const CopyTransaction&) = delete;
    CopyTransaction& operator=(CopyTransaction&&) = delete;
    ~CopyTransaction()
    {
        if (m_database != nullptr)
            static_cast<void>(m_database->execute("ROLLBACK"));
    }
    Result<void> commit()
    {
        auto committed = m_database->execute("COMMIT");
        if (committed)
            m_database = nullptr;
        return committed;
    }

private:
    explicit CopyTransaction(const Database& database) : m_database(&database) { }
    const Database* m_database;
};

/// What is only ever appended, in an order that tells what is new; `?` is the copy's size.
constexpr std::array appended{
    "INSERT INTO copy.entries SELECT * FROM main.entries WHERE entry_index >= ?",
    "INSERT INTO copy.checkpoints SELECT * FROM main.checkpoints WHERE size > ?",
    "INSERT INTO copy.register SELECT * FROM main.register WHERE entry_index >= ?",
    "UPDATE copy.register SET voided_by = new.voided_by, void_reason = new.void_reason"
    " FROM main.register AS new"
    " WHERE new.voided_by >= ? AND new.entry_index = copy.register.entry_index",
};

constexpr std::array followed{
    // Witnesses come back to earlier sizes.
    "INSERT OR REPLACE INTO copy.cosignatures (rowid, size, key_id, signature)"
    " SELECT rowid, size, key_id, signature FROM main.cosignatures"
    " WHERE rowid > (SELECT COALESCE(MAX(rowid), 0) FROM copy.cosignatures)",
    "DELETE FROM copy.register WHERE entry_index IN (SELECT entry_index FROM main.erased_entries)",
    "UPDATE copy.register SET helper_name = '', helper_number = ''"
    " WHERE helper_number <> '' AND entry_index IN"
    " (SELECT entry_index FROM main.register WHERE helper_number = '')",
};

/// Tables that change in place, but for the log's own. Where nothing counts a table's changes it is
/// compared whole.
Result<std::vector<QString>> mirrored(const Database& database)
{
    Statement statement(database,
        QStringLiteral(
            "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT IN"
            " ('log', 'entries', 'checkpoints', 'cosignatures', 'register', 'table_changes')"));
    auto rows = statement.select();
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<QString> names;
    for (;;) {
        const auto found = rows->next();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return names;
        names.push_back(QString::fromStdString(rows->text(0)));
    }
}

Result<void> mirrorWhole(const Database& database, const QString& table)
{
    const QString ours = QStringLiteral("SELECT * FROM main.") + table;
    const QString copys = QStringLiteral("SELECT * FROM copy.") + table;
    const auto differs = numberOf(database,
        (QStringLiteral("SELECT EXISTS (") + ours + QStringLiteral(" EXCEPT ") + copys
            + QStringLiteral(") OR EXISTS (") + copys + QStringLiteral(" EXCEPT ") + ours
            + QStringLiteral(")"))
            .toUtf8()
            .constData());
    if (!differs)
        return tl::unexpected(differs.error());
    if (*differs == 0)
        return {};
    return database.execute((QStringLiteral("DELETE FROM copy.") + table).toUtf8().constData())
        .and_then([&] {
            return database.execute(
                (QStringLiteral("INSERT INTO copy.") + table + QLatin1Char(' ') + ours)
                    .toUtf8()
                    .constData());
        });
}

Result<void> mirror(const Database& database, const QString& table)
{
    const std::string name = table.toStdString();
    if (!isCounted(name))
        return mirrorWhole(database, table);
    const auto now = changesOf(database, "main", name);
    const auto then = changesOf(database, "copy", name);
    if (!now || !then)
        return tl::unexpected(now ? then.error() : now.error());
    if (*now && *now == *then)
        return {};
    return mirrorWhole(database, table).and_then([&] {
        return *now ? rememberChanges(database, name, **now) : Result<void>();
    });
}

/// Files of DATA beside the database that a copy has too.
constexpr std::array companions{"incidents.json"};
constexpr std::size_t maxCompanion = std::size_t{1024} * 1024;

/// Nothing where there is no such file.
Result<std::optional<Bytes>> contentOf(const Path& file)
{
    auto bytes = base::readFile(file, maxCompanion);
    if (bytes)
        return std::optional(std::move(*bytes));
    if (bytes.error().kind == Error::Kind::Missing)
        return std::nullopt;
    return tl::unexpected(bytes.error());
}

/// Schema and identity of an empty copy.
Result<void> describe(const Path& file, const LogIdentity& identity)
{
    const auto database = Database::open(file, Database::Access::ReadWrite);
    auto transaction
        = database ? Transaction::begin(**database) : tl::unexpected<Error>(database.error());
    if (!transaction)
        return tl::unexpected(transaction.error());
    return createSchema(**database)
        .and_then([&] { return HeadTable(**database).create(identity); })
        .and_then([&] { return transaction->commit(); });
}

} // namespace

struct Backup::State {
    State(Environment around, Path store, Path copyDirectory)
        : environment(std::move(around))
        , data(std::move(store))
        , directory(std::move(copyDirectory))
        , publication(directory / "log", environment.files)
    {
    }

    /// The first copy of the store that `identity` names.
    [[nodiscard]] Result<void> create(const LogIdentity& identity);
    [[nodiscard]] Result<void> attach(const Path& file) const;
    [[nodiscard]] Result<void> openCopy();
    /// That the copy is a beginning of the store. Errors: Refused.
    [[nodiscard]] Result<void> checkHistory() const;
    [[nodiscard]] Result<void> copyRows(std::uint64_t from) const;
    /// What the copy lacks, in one transaction: how many entries it had before.
    [[nodiscard]] Result<std::uint64_t> copyAll() const;
    [[nodiscard]] Result<void> publish();
    /// Those companions that differ.
    [[nodiscard]] Result<std::vector<std::string>> staleCompanions() const;
    [[nodiscard]] Result<void> copyCompanions() const;

    Environment environment;
    Path data;
    Path directory;
    Publication publication;
    std::unique_ptr<Database> source; ///< with the copy attached as `copy`
    std::unique_ptr<Store> copy;
    bool isNew = false; ///< made by open(), and not told of yet
    std::uint64_t version = 0; ///< of the store when the copy was brought up to it
};

Backup::Backup(std::unique_ptr<State> state) : m_state(std::move(state)) { }

Backup::~Backup() = default;

const Path& Backup::directory() const
{
    return m_state->directory;
}

bool Backup::onSameDisk() const
{
    struct stat ours {
    };
    struct stat copys {
    };
    return ::stat(m_state->data.c_str(), &ours) == 0
        && ::stat(m_state->directory.c_str(), &copys) == 0 && ours.st_dev == copys.st_dev;
}

Result<void> Backup::State::create(const LogIdentity& identity)
{
    // Under another name until it is whole: a stick pulled now leaves nothing that looks like a
    // copy.
    const Path unfinished = directory / "unfinished.sqlite";
    for (const char* part : {"", "-journal"}) {
        std::error_code none;
        std::filesystem::remove(unfinished.string() + part, none);
    }
    return base::createFile(environment.files, unfinished, {}, ownerOnly)
        .and_then([&] { return describe(unfinished, identity); })
        .and_then([&] { return attach(unfinished); })
        .and_then([&] { return copyAll(); })
        .map([](std::uint64_t) {})
        .and_then([&] { return source->execute("DETACH DATABASE copy"); })
        .and_then([&] { return environment.files.rename(unfinished, directory / databaseName); })
        .and_then([&] { return base::syncDirectory(environment.files, directory); });
}

Result<void> Backup::State::attach(const Path& file) const
{
    Statement attachment(*source, QStringLiteral("ATTACH DATABASE ? AS copy"));
    return attachment.run(file.string());
}

Result<void> Backup::State::openCopy()
{
    auto opened = attach(directory / databaseName).and_then([&] {
        return Database::open(directory / databaseName, Database::Access::ReadWrite);
    });
    if (!opened)
        return tl::unexpected(opened.error());
    if (auto ours = openSchema(**opened, Upgrade::Must); !ours)
        return ours;
    copy = std::make_unique<Store>(std::move(*opened));
    const auto identity = copy->head.identity();
    if (!identity)
        return tl::unexpected(identity.error());
    auto ceremony = pledge::parseCeremony(identity->ceremony);
    auto logKey = tlog::VerifierKey::parse(identity->vkey);
    if (!ceremony || !logKey)
        return tl::unexpected(!ceremony ? ceremony.error() : logKey.error());
    copy->ceremony = std::move(*ceremony);
    copy->logKey = std::move(*logKey);
    return {};
}

Result<void> Backup::State::checkHistory() const
{
    // A checkpoint of the copy's size stands in the store, and is the same one.
    const auto agrees = numberOf(*source,
        "SELECT EXISTS (SELECT 1 FROM copy.checkpoints AS c"
        " JOIN main.checkpoints AS m ON m.size = c.size AND m.root = c.root"
        " WHERE c.size = (SELECT size FROM copy.head))");
    if (!agrees)
        return tl::unexpected(agrees.error());
    if (*agrees != 0)
        return {};
    return fail(Error::Kind::Refused,
        "The backup in " + directory.string()
            + " holds what this store does not: the store was restored or rewritten. Keep the "
              "backup as it is; back up to another folder.");
}

Result<void> Backup::State::copyRows(std::uint64_t from) const
{
    for (const char* sql : appended) {
        Statement statement(*source, QString::fromUtf8(sql));
        if (auto done = statement.run(from); !done)
            return done;
    }
    for (const char* sql : followed) {
        if (auto done = source->execute(sql); !done)
            return done;
    }
    const auto tables = mirrored(*source);
    if (!tables)
        return tl::unexpected(tables.error());
    for (const QString& table : *tables) {
        if (auto done = mirror(*source, table); !done)
            return done;
    }
    return {};
}

Result<std::uint64_t> Backup::State::copyAll() const
{
    auto transaction = CopyTransaction::begin(*source);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto before = numberOf(*source, "SELECT size FROM copy.head");
    if (!before)
        return before;
    return copyRows(*before).and_then([&] { return transaction->commit(); }).map([&] {
        return *before;
    });
}

Result<void> Backup::State::publish()
{
    const auto published = publication.published(copy->logKey);
    if (!published)
        return tl::unexpected(published.error());
    const auto head = copy->head.load();
    if (!head)
        return tl::unexpected(head.error());
    return publication.bringUpTo(head->size, *published, *copy);
}

Result<std::vector<std::string>> Backup::State::staleCompanions() const
{
    std::vector<std::string> stale;
    for (const char* name : companions) {
        const auto ours = contentOf(data / name);
        const auto copys = contentOf(directory / name);
        if (!ours || !copys)
            return tl::unexpected(ours ? copys.error() : ours.error());
        if (*ours != *copys)
            stale.emplace_back(name);
    }
    return stale;
}

Result<void> Backup::State::copyCompanions() const
{
    const auto stale = staleCompanions();
    if (!stale)
        return tl::unexpected(stale.error());
    for (const std::string& name : *stale) {
        const auto content = contentOf(data / name);
        if (!content)
            return tl::unexpected(content.error());
        auto done = *content
            ? base::replaceFile(environment.files, directory / name, **content, ownerOnly)
            : environment.files.remove(directory / name);
        if (!done)
            return done;
    }
    return {};
}

Result<std::unique_ptr<Backup>> Backup::open(
    const Path& data, const Path& to, const Environment& environment)
{
    const Path file = data / databaseName;
    std::error_code missing;
    if (!std::filesystem::exists(file, missing))
        return fail(Error::Kind::Missing, data.string() + " holds no store; init makes one");
    if (!std::filesystem::is_directory(to, missing))
        return fail(Error::Kind::Missing, to.string() + " is not there: is the disk plugged in?");
    auto source = Database::open(file, Database::Access::ReadWrite);
    if (!source)
        return tl::unexpected(source.error());
    if (auto ours = openSchema(**source, Upgrade::Must); !ours)
        return tl::unexpected(ours.error());
    // A store that cannot be written to is compared whole at every step.
    static_cast<void>(countChanges(**source));
    const auto identity = HeadTable(**source).identity();
    if (!identity)
        return tl::unexpected(identity.error());
    const Path directory = to / Path(identity->origin).filename();
    auto state = std::make_unique<State>(environment, data, directory);
    state->source = std::move(*source);
    state->isNew = !std::filesystem::exists(directory / databaseName, missing);
    auto made = base::makeDirectories(environment.files, directory / "log");
    if (made && state->isNew)
        made = state->create(*identity);
    made = made.and_then([&] { return state->openCopy(); }).and_then([&] {
        return state->checkHistory();
    });
    if (!made)
        return tl::unexpected(made.error());
    if (state->copy->logKey.text() != identity->vkey)
        return fail(Error::Kind::Refused,
            directory.string() + " holds the backup of another log of the same name.");
    return std::unique_ptr<Backup>(new Backup(std::move(state)));
}

Result<Backup::Step> Backup::advance()
{
    State& state = *m_state;
    const auto lock = FileLock::take(state.environment.files, state.directory / "log.lock");
    if (!lock)
        return tl::unexpected(lock.error());
    const auto version = numberOf(*state.source, "PRAGMA main.data_version");
    if (!version)
        return tl::unexpected(version.error());
    const auto before = state.checkHistory().and_then([&] { return state.copyAll(); });
    auto done = before.and_then([&](std::uint64_t) { return state.publish(); }).and_then([&] {
        return state.copyCompanions();
    });
    const auto after = done.and_then([&] { return state.copy->head.load(); });
    if (!after)
        return tl::unexpected(after.error());
    state.version = *version;
    const std::uint64_t told = std::exchange(state.isNew, false) ? 0 : *before;
    return Step{after->size, after->size - told};
}

Result<bool> Backup::behind()
{
    const auto version = numberOf(*m_state->source, "PRAGMA main.data_version");
    if (!version)
        return tl::unexpected(version.error());
    if (*version != m_state->version)
        return true;
    return m_state->staleCompanions().map(
        [](const std::vector<std::string>& stale) { return !stale.empty(); });
}

} // namespace ikrar::ledger
