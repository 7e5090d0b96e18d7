#include "attendance/gathering.h"

#include "attendance/gathering_schema.h"
#include "ledger/query.h"
#include "tlog/policy.h"

#include <algorithm>
#include <cassert>
#include <map>

namespace ikrar::attendance {

namespace {

using ledger::Database;
using ledger::Engine;
using ledger::Rows;
using ledger::Statement;

constexpr mode_t ownerOnly = 0600;

std::optional<std::uint64_t> numberOrNone(const Rows& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.number(column));
}

constexpr const char* logColumns
    = "SELECT log, vkey, kiosk, ceremony, base, base_size, size, root, checkpoint, signed, voided,"
      " first_signed, last_signed, closed_at, roster, absences FROM logs ";

Result<GatheredLog> logFrom(const Rows& row)
{
    auto key = tlog::VerifierKey::parse(row.text(1));
    if (!key)
        return tl::unexpected(key.error());
    const auto root = crypto::Hash::fromBytes(row.bytes(7));
    if (!root)
        return tl::unexpected(root.error());
    GatheredLog log;
    log.number = row.number(0);
    log.key = std::move(*key);
    log.kiosk = row.text(2);
    log.ceremony = row.number(3);
    log.base = numberOrNone(row, 4);
    log.baseSize = row.number(5);
    log.size = row.number(6);
    log.root = *root;
    log.checkpoint = base::asText(row.bytes(8));
    log.signedEntries = row.number(9);
    log.voidedEntries = row.number(10);
    log.firstSigned = numberOrNone(row, 11);
    log.lastSigned = numberOrNone(row, 12);
    log.closedAt = numberOrNone(row, 13);
    log.rosterDigest = row.bytes(14);
    log.absencesDigest = row.bytes(15);
    return log;
}

Result<std::vector<GatheredLog>> logsFrom(Result<Rows> rows)
{
    std::vector<GatheredLog> logs;
    auto walked = eachRow(std::move(rows), [&](const Rows& row) {
        return logFrom(row).map([&](GatheredLog log) { logs.push_back(std::move(log)); });
    });
    if (!walked)
        return tl::unexpected(walked.error());
    std::sort(logs.begin(), logs.end(), [](const GatheredLog& a, const GatheredLog& b) {
        return std::tie(a.key.name, a.baseSize, a.number)
            < std::tie(b.key.name, b.baseSize, b.number);
    });
    return logs;
}

Result<std::unique_ptr<Database>> openFile(const base::Path& file, Gathering::Access access)
{
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored))
        return fail(
            Error::Kind::Invalid, file.string() + " is a folder. Name the file to gather in.");
    const bool there = std::filesystem::exists(file, ignored);
    if (!there && access == Gathering::Access::Read)
        return fail(Error::Kind::Missing, file.string() + ": no such file.");
    if (!there) {
        auto made = base::createFile(base::systemFiles(), file, {}, ownerOnly);
        if (!made && made.error().kind != Error::Kind::Refused) // another was first
            return tl::unexpected(made.error());
    }
    auto database = Database::open(file, Database::Access::ReadWrite);
    if (!database)
        return database;
    // Nobody waits for a signature here, so the engine may copy the WAL whenever it likes.
    return (*database)
        ->execute("PRAGMA journal_mode = WAL")
        .and_then([&] { return (*database)->execute("PRAGMA wal_autocheckpoint = 1000"); })
        .and_then([&] { return (*database)->execute("PRAGMA secure_delete = ON"); })
        .map([&] { return std::move(*database); });
}

QString rangeOf(const char* column)
{
    return QStringLiteral("SELECT %1 FROM entries WHERE log = ? AND entry_index >= ?"
                          " AND entry_index < ? ORDER BY entry_index")
        .arg(QLatin1String(column));
}

} // namespace

GatheredTree::GatheredTree(const Database& database, std::vector<Stretch> stretches)
    : m_stretches(std::move(stretches))
    , m_sealed(
          database, QStringLiteral("SELECT sealed FROM entries WHERE log = ? AND entry_index = ?"))
    , m_subtrees(database,
          QStringLiteral("SELECT subtrees FROM entries WHERE log = ? AND entry_index = ?"))
    , m_sealedRange(database, rangeOf("sealed"))
    , m_subtreesRange(database, rangeOf("subtrees"))
{
    assert(!m_stretches.empty() && m_stretches.front().first == 0);
}

std::uint64_t GatheredTree::ownerOf(std::uint64_t index) const
{
    const auto after = std::find_if(m_stretches.begin(), m_stretches.end(),
        [&](const Stretch& stretch) { return stretch.first > index; });
    return std::prev(after)->log;
}

Result<Bytes> GatheredTree::sealed(std::uint64_t index) const
{
    auto bytes = oneRow(
        m_sealed.select(ownerOf(index), index), [](const Rows& row) { return row.bytes(0); });
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (!*bytes)
        return fail(Error::Kind::Missing, "The store has no entry " + std::to_string(index) + ".");
    return std::move(**bytes);
}

Result<std::vector<tlog::Hash>> GatheredTree::read(const std::vector<tlog::Node>& nodes) const
{
    std::vector<tlog::Hash> hashes;
    hashes.reserve(nodes.size());
    for (const tlog::Node& node : nodes) {
        // A subtree stands in the row of its last leaf: src/ledger/FORMAT.md.
        const std::uint64_t index = ((node.index + 1) << node.level) - 1;
        const auto subtrees = oneRow(
            m_subtrees.select(ownerOf(index), index), [](const Rows& row) { return row.bytes(0); });
        if (!subtrees)
            return tl::unexpected(subtrees.error());
        const std::size_t at = std::size_t{node.level} * crypto::Hash::size;
        if (!*subtrees || (*subtrees)->size() < at + crypto::Hash::size)
            return fail(Error::Kind::Missing,
                "The store lacks a hash of the tree, of entry " + std::to_string(index) + ".");
        const auto hash
            = crypto::Hash::fromBytes(BytesView(**subtrees).subspan(at, crypto::Hash::size));
        if (!hash)
            return tl::unexpected(hash.error());
        hashes.push_back(*hash);
    }
    return hashes;
}

Result<tlog::RightEdge> GatheredTree::edge(std::uint64_t size) const
{
    return read(tlog::RightEdge::nodes(size)).and_then([&](std::vector<tlog::Hash> hashes) {
        return tlog::RightEdge::from(size, std::move(hashes));
    });
}

Result<void> GatheredTree::eachOf(
    Statement& statement, std::uint64_t first, std::uint64_t width, const TakeRow& take) const
{
    const std::uint64_t end = first + width;
    for (std::uint64_t at = first; at < end;) {
        const auto after = std::find_if(m_stretches.begin(), m_stretches.end(),
            [&](const Stretch& stretch) { return stretch.first > at; });
        const std::uint64_t until = after == m_stretches.end() ? end : std::min(end, after->first);
        std::uint64_t found = at;
        auto walked
            = eachRow(statement.select(std::prev(after)->log, at, until), [&](const Rows& row) {
                  ++found;
                  return take(row.bytes(0));
              });
        if (!walked)
            return walked;
        if (found != until)
            return fail(Error::Kind::Missing,
                "The store lacks entries between " + std::to_string(at) + " and "
                    + std::to_string(until) + ".");
        at = until;
    }
    return {};
}

Result<Bytes> GatheredTree::tile(const tlog::Tile& tile) const
{
    Bytes bytes;
    const std::uint64_t first = tile.index * tlog::tileWidth;
    if (tile.level == tlog::Tile::entriesLevel) {
        auto done = eachOf(m_sealedRange, first, tile.width, [&](const Bytes& sealed) {
            tlog::appendToBundle(bytes, sealed);
            return Result<void>();
        });
        return done.map([&] { return std::move(bytes); });
    }
    if (tile.level == 0) {
        auto done = eachOf(
            m_subtreesRange, first, tile.width, [&](const Bytes& subtrees) -> Result<void> {
                if (subtrees.size() < crypto::Hash::size) // the leaf's own hash stands first
                    return fail(Error::Kind::Malformed, "The store lacks the hash of an entry.");
                base::append(bytes, BytesView(subtrees).first(crypto::Hash::size));
                return {};
            });
        return done.map([&] { return std::move(bytes); });
    }
    std::vector<tlog::Node> nodes;
    nodes.reserve(tile.width);
    for (unsigned i = 0; i < tile.width; ++i)
        nodes.push_back({static_cast<unsigned>(tile.level) * tlog::tileHeight, first + i});
    return read(nodes).map([&](const std::vector<tlog::Hash>& hashes) {
        for (const tlog::Hash& hash : hashes)
            base::append(bytes, hash.view());
        return std::move(bytes);
    });
}

Result<std::unique_ptr<Gathering>> Gathering::open(const Name& name, Access access)
{
    auto database = [&]() -> Result<std::unique_ptr<Database>> {
        if (!ledger::isServerAddress(name.where))
            return openFile(name.where, access);
        return ledger::parseServerAddress(name.where, name.password)
            .and_then(
                [](const ledger::ServerAddress& server) { return Database::connect(server); });
    }();
    if (!database)
        return tl::unexpected(database.error());
    auto checked = access == Access::Merge ? ensureGatheringSchema(**database)
                                           : checkGatheringSchema(**database);
    if (!checked)
        return tl::unexpected(checked.error());
    return std::unique_ptr<Gathering>(new Gathering(std::move(*database)));
}

Result<std::vector<GatheredCeremony>> Gathering::ceremonies() const
{
    std::vector<GatheredCeremony> all;
    Statement statement(*m_database,
        QStringLiteral("SELECT ceremony, rehearsal, toml FROM ceremonies ORDER BY ceremony"));
    auto walked = eachRow(statement.select(), [&](const Rows& row) -> Result<void> {
        const Bytes toml = row.bytes(2);
        auto ceremony = pledge::parseCeremony(base::asText(toml));
        if (!ceremony)
            return tl::unexpected(ceremony.error());
        all.push_back({row.number(0), std::move(*ceremony), row.number(1) != 0});
        return {};
    });
    if (!walked)
        return tl::unexpected(walked.error());
    return all;
}

Result<std::vector<GatheredLog>> Gathering::logs() const
{
    Statement statement(*m_database, QString::fromUtf8(logColumns));
    return logsFrom(statement.select());
}

Result<std::vector<GatheredLog>> Gathering::historiesOf(const tlog::VerifierKey& key) const
{
    Statement statement(
        *m_database, QString::fromUtf8(logColumns) + QStringLiteral("WHERE vkey = ?"));
    return logsFrom(statement.select(key.text()));
}

Result<std::unique_ptr<GatheredTree>> Gathering::treeOf(const GatheredLog& log) const
{
    const auto histories = historiesOf(log.key);
    if (!histories)
        return tl::unexpected(histories.error());
    std::vector<GatheredTree::Stretch> stretches{{log.baseSize, log.number}};
    for (std::optional<std::uint64_t> base = log.base; base;) {
        const auto found = std::find_if(histories->begin(), histories->end(),
            [&](const GatheredLog& each) { return each.number == *base; });
        if (found == histories->end())
            return fail(
                Error::Kind::Malformed, "The store lacks what a second history begins with.");
        stretches.push_back({found->baseSize, found->number});
        base = found->base;
    }
    std::reverse(stretches.begin(), stretches.end());
    return std::make_unique<GatheredTree>(*m_database, std::move(stretches));
}

Result<std::string> Gathering::policyOf(const GatheredLog& log) const
{
    Statement statement(*m_database, QStringLiteral("SELECT policy FROM logs WHERE log = ?"));
    return oneRow(statement.select(log.number), [](const Rows& row) {
        return row.bytes(0);
    }).map([&](const std::optional<Bytes>& policy) {
        return policy && !policy->empty() ? std::string(base::asText(*policy))
                                          : tlog::Policy::forLog(log.key).text();
    });
}

Result<std::uint64_t> Gathering::unprovedIn(const GatheredLog& log) const
{
    Statement statement(*m_database, QStringLiteral("SELECT COUNT(*) FROM unproved WHERE log = ?"));
    return oneNumber(statement.select(log.number));
}

Result<std::vector<std::uint64_t>> Gathering::sessionsOf(const GatheredLog& log) const
{
    std::vector<std::uint64_t> numbers;
    Statement statement(
        *m_database, QStringLiteral("SELECT number FROM sessions WHERE log = ? ORDER BY number"));
    auto walked = eachRow(statement.select(log.number), [&](const Rows& row) -> Result<void> {
        numbers.push_back(row.number(0));
        return {};
    });
    if (!walked)
        return tl::unexpected(walked.error());
    return numbers;
}

namespace {

/// VACUUM leaves, and says nothing of, rows that a transaction from before can still see. Waits as
/// long as SQLite does for a reader. Errors: Busy.
Result<void> waitForReaders(const ledger::Database& database)
{
    Statement own(
        database, QStringLiteral("SELECT CAST(CAST(pg_current_xact_id() AS TEXT) AS BIGINT)"));
    const auto now = oneNumber(own.select());
    if (!now)
        return tl::unexpected(now.error());
    // Without a user it is the server's own work, which sees no rows.
    Statement readers(database,
        QStringLiteral("SELECT COUNT(*) FROM pg_stat_activity WHERE usesysid IS NOT NULL"
                       " AND datname = current_database() AND pid <> pg_backend_pid()"
                       " AND age(backend_xmin) >= age(CAST(CAST(? AS TEXT) AS xid))"));
    Statement sleep(database, QStringLiteral("SELECT 1 FROM pg_sleep(0.1)"));
    constexpr int waits = 100;
    for (int i = 0; i < waits; ++i) {
        const auto reading = oneNumber(readers.select(std::to_string(*now & 0xffffffffU)));
        if (!reading)
            return tl::unexpected(reading.error());
        if (*reading == 0)
            return {};
        if (auto slept = oneNumber(sleep.select()); !slept)
            return tl::unexpected(slept.error());
    }
    return fail(Error::Kind::Busy,
        "What was erased is gone, but another session of the server still reads rows of before. "
        "End "
        "that and repeat.");
}

} // namespace

Result<void> Gathering::scrub() const
{
    if (m_database->engine() == Engine::Sqlite) {
        Statement truncate(*m_database, QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
        const auto busy = oneNumber(truncate.select());
        if (!busy)
            return tl::unexpected(busy.error());
        if (*busy != 0)
            return fail(Error::Kind::Busy,
                "What was erased is gone, but another process reads the store, so that old pages "
                "of it may still lie in its write-ahead log. End that and repeat.");
        return {};
    }
    return waitForReaders(*m_database).and_then([&] {
        // Else it leaves what few rows leave in an index, which holds numbers of people too.
        return m_database->execute(
            "VACUUM (INDEX_CLEANUP ON) register, roster, absences, paper, decisions");
    });
}

} // namespace ikrar::attendance
