#include "attendance/gathered_records.h"

#include "ledger/list_order.h"
#include "ledger/lists.h"
#include "ledger/register_table.h"

#include <algorithm>
#include <array>
#include <map>

namespace ikrar::attendance {

namespace {

using ledger::Rows;
using ledger::Statement;

/// Rows read at once: `take` may use the same connection, so no cursor stays open under it.
constexpr std::uint64_t pageSize = 500;

/// Whether an earlier or a chosen entry of the person counts instead. The plus keeps SQLite from
/// looking for earlier entries by time: all of those before it, for each row, instead of the
/// person's few.
constexpr const char* repeatedColumn
    = "CASE WHEN r.voided_by IS NOT NULL THEN 0"
      " WHEN EXISTS (SELECT 1 FROM register p JOIN decisions d ON d.log = p.log"
      " AND d.entry_index = p.entry_index WHERE p.ceremony = r.ceremony AND p.kind = r.kind"
      " AND p.value = r.value AND p.voided_by IS NULL)"
      " THEN CASE WHEN EXISTS (SELECT 1 FROM decisions d WHERE d.log = r.log"
      " AND d.entry_index = r.entry_index) THEN 0 ELSE 1 END"
      " WHEN EXISTS (SELECT 1 FROM register p WHERE p.ceremony = r.ceremony AND p.kind = r.kind"
      " AND p.value = r.value AND p.voided_by IS NULL"
      " AND (+p.time, p.log, p.entry_index) < (r.time, r.log, r.entry_index)) THEN 1 ELSE 0 END";

/// Whether the person of roster row `q` has a valid entry.
constexpr const char* isPresent
    = "EXISTS (SELECT 1 FROM register r WHERE r.ceremony = q.ceremony AND r.kind = q.kind"
      " AND r.value = q.value AND r.voided_by IS NULL)";
/// Whether the person of register row `r` was expected.
constexpr const char* isListed
    = "EXISTS (SELECT 1 FROM roster q WHERE q.ceremony = r.ceremony AND q.kind = r.kind"
      " AND q.value = r.value)";

QString sql(std::initializer_list<const char*> parts)
{
    QString text;
    for (const char* part : parts)
        text += QString::fromUtf8(part);
    return text;
}

constexpr const char* signedJoins
    = " JOIN entries e ON e.log = r.log AND e.entry_index = r.entry_index"
      " LEFT JOIN paper w ON w.log = r.log AND w.entry_index = r.entry_index"
      " LEFT JOIN roster q ON q.ceremony = r.ceremony AND q.kind = r.kind"
      " AND q.value = r.value WHERE r.ceremony = ?";

/// Signed records of one ceremony. `from` names `register r`; `rest` goes on after the WHERE.
QString selectSigned(Records::Ink ink, const QString& from, const QString& rest)
{
    const auto columns = ledger::registerColumns(
        ink == Records::Ink::Read ? ledger::Lists::Ink::Read : ledger::Lists::Ink::Skip,
        ledger::RowSecrets::Skip);
    return sql({"SELECT "}) + columns
        + sql({", r.log, q.grade, e.subtrees, ", repeatedColumn, " FROM "}) + from
        + sql({signedJoins}) + rest;
}

/// A page of them: what sorts them, and where to go on, a place for each of the key's columns.
QString signedPage(Records::Ink ink, const char* key, const char* marks, const char* also = "")
{
    return selectSigned(ink, QStringLiteral("register r"),
        sql({" AND (", key, ") > (", marks, ")", also, " ORDER BY ", key, " LIMIT ?"}));
}

/// A table `k` of ledger::keysAPage keys of two columns, which are its column1 and column2, to join
/// with: for `(a, b) IN (VALUES ...)` SQLite uses no index. `type` is that of both columns, which
/// nothing else tells PostgreSQL.
QString pageOfKeys(const char* type)
{
    QString text = sql({"(VALUES (CAST(? AS ", type, "), CAST(? AS ", type, "))"});
    for (std::size_t i = 1; i < ledger::keysAPage; ++i)
        text += QStringLiteral(", (?, ?)");
    return text + QStringLiteral(") k");
}

template <typename Key>
void bindPair(std::vector<QVariant>& values, const Key& key)
{
    values.push_back(Statement::value(key.first));
    values.push_back(Statement::value(key.second));
}

constexpr int logColumn = ledger::registerColumnCount;
constexpr int gradeColumn = logColumn + 1;
constexpr int subtreesColumn = logColumn + 2;
constexpr int repeatedAt = logColumn + 3;

/// Ends what hold() began.
class HeldMoment final : public ledger::Lists::Moment
{
public:
    explicit HeldMoment(const ledger::Database& database) : m_database(database) { }
    HeldMoment(const HeldMoment&) = delete;
    HeldMoment& operator=(const HeldMoment&) = delete;
    HeldMoment(HeldMoment&&) = delete;
    HeldMoment& operator=(HeldMoment&&) = delete;
    ~HeldMoment() override { static_cast<void>(m_database.execute("ROLLBACK")); }

private:
    const ledger::Database& m_database;
};

/// Where a page ended, for either order.
struct Place {
    std::int64_t time = 0;
    std::uint64_t log = 0;
    std::uint64_t index = 0;
};

class GatheredRecords final : public Records
{
public:
    GatheredRecords(
        const Gathering& gathering, GatheredCeremony ceremony, std::vector<GatheredLog> logs)
        : m_gathering(gathering)
        , m_ceremony(std::move(ceremony))
        , m_logs(std::move(logs))
    {
        for (const GatheredLog& log : m_logs)
            m_kiosks.emplace(log.number, log.kiosk);
    }

    [[nodiscard]] const pledge::Ceremony& ceremony() const override { return m_ceremony.ceremony; }
    [[nodiscard]] bool rehearsal() const override { return m_ceremony.rehearsal; }
    [[nodiscard]] Result<std::vector<LogRecord>> logs() const override;
    [[nodiscard]] Result<Totals> totals() const override;
    [[nodiscard]] Result<std::vector<UnitRecap>> units() const override;
    [[nodiscard]] Result<void> eachSigned(
        Order order, const TakeSigned& take, Ink ink) const override;
    [[nodiscard]] Result<void> eachAbsent(const TakeAbsent& take) const override;
    [[nodiscard]] Result<std::unique_ptr<ledger::Lists::Moment>> hold() const override;

private:
    using NextPage = std::function<Result<Rows>(const Place& after)>;
    [[nodiscard]] Result<void> walk(const NextPage& page, const TakeSigned& take) const;
    [[nodiscard]] Result<SignedRecord> recordFrom(const Rows& row) const;
    [[nodiscard]] Result<void> eachByLog(const TakeSigned& take, Ink ink) const;
    [[nodiscard]] Result<void> eachByUnit(const TakeSigned& take, Ink ink) const;
    [[nodiscard]] Result<std::uint64_t> count(const QString& query) const;
    using Field = std::function<void(UnitRecap&, std::uint64_t)>;
    [[nodiscard]] Result<void> addByUnit(
        const QString& query, const Field& field, std::map<std::string, UnitRecap>& units) const;

    const Gathering& m_gathering;
    GatheredCeremony m_ceremony;
    std::vector<GatheredLog> m_logs;
    std::map<std::uint64_t, std::string> m_kiosks;
};

Result<std::vector<LogRecord>> GatheredRecords::logs() const
{
    std::vector<LogRecord> records;
    for (const GatheredLog& log : m_logs) {
        auto sessions = m_gathering.sessionsOf(log);
        if (!sessions)
            return tl::unexpected(sessions.error());
        records.push_back({log.kiosk, log.key, log.size, log.root, log.checkpoint,
            log.signedEntries, log.voidedEntries, log.firstSigned, log.lastSigned,
            std::move(*sessions), log.closedAt.has_value()});
    }
    return records;
}

Result<std::uint64_t> GatheredRecords::count(const QString& query) const
{
    Statement statement(m_gathering.database(), query);
    return oneNumber(statement.select(m_ceremony.number));
}

constexpr const char* walkInPeople
    = "SELECT COUNT(*) FROM (SELECT DISTINCT r.kind, r.value FROM register r"
      " WHERE r.ceremony = ? AND r.voided_by IS NULL AND NOT ";
constexpr const char* repeatedEntries
    = "SELECT COALESCE(SUM(several - 1), 0) FROM (SELECT COUNT(*) AS several FROM register"
      " WHERE ceremony = ? AND voided_by IS NULL GROUP BY kind, value"
      " HAVING COUNT(*) > 1) people";

constexpr const char* validOfMethod = "SELECT COUNT(*) FROM register WHERE ceremony = ?"
                                      " AND voided_by IS NULL AND method = ";

Result<Totals> GatheredRecords::totals() const
{
    Totals totals;
    using Counted = std::pair<QString, std::uint64_t*>;
    const std::array counts{
        Counted{sql({"SELECT COUNT(*) FROM roster q WHERE q.ceremony = ?"}), &totals.expected},
        Counted{sql({"SELECT COUNT(*) FROM roster q WHERE q.ceremony = ? AND ", isPresent}),
            &totals.present},
        Counted{sql({walkInPeople, isListed, ") people"}), &totals.walkIns},
        Counted{sql({repeatedEntries}), &totals.repeated},
        Counted{sql({"SELECT COUNT(*) FROM register WHERE ceremony = ? AND voided_by IS NOT NULL"}),
            &totals.voided},
        Counted{sql({validOfMethod, "1"}), &totals.assisted},
        Counted{sql({validOfMethod, "2"}), &totals.onPaper},
    };
    for (const auto& [query, number] : counts) {
        const auto counted = count(query);
        if (!counted)
            return tl::unexpected(counted.error());
        *number = *counted;
    }
    totals.absent = totals.expected - totals.present;
    return totals;
}

Result<void> GatheredRecords::addByUnit(
    const QString& query, const Field& field, std::map<std::string, UnitRecap>& units) const
{
    Statement statement(m_gathering.database(), query);
    return eachRow(statement.select(m_ceremony.number), [&](const Rows& row) -> Result<void> {
        UnitRecap& unit = units[row.text(0)];
        unit.unit = row.text(0);
        field(unit, row.number(1));
        return {};
    });
}

/// The reason of roster row `q`, by the log that states one; of several the one with the smallest
/// number, so that every reader tells the same.
constexpr const char* statedReason
    = "(SELECT a.reason FROM absences a WHERE a.ceremony = q.ceremony AND a.kind = q.kind"
      " AND a.value = q.value ORDER BY a.log LIMIT 1)";

constexpr const char* walkInsByUnit = "SELECT r.unit, COUNT(*) FROM register r WHERE r.ceremony = ?"
                                      " AND r.voided_by IS NULL AND NOT ";

Result<std::vector<UnitRecap>> GatheredRecords::units() const
{
    std::map<std::string, UnitRecap> byUnit;
    const auto add = [&](const QString& query, std::uint64_t UnitRecap::*field) {
        return addByUnit(
            query, [field](UnitRecap& unit, std::uint64_t number) { unit.*field = number; },
            byUnit);
    };
    const auto absent = [&](ledger::AbsenceReason reason, std::uint64_t UnitRecap::*field) {
        const QString query
            = sql({"SELECT q.unit, COUNT(*) FROM roster q WHERE q.ceremony = ? AND NOT ", isPresent,
                  " AND ", statedReason, " = "})
            + QString::number(static_cast<int>(reason)) + QStringLiteral(" GROUP BY q.unit");
        return add(query, field);
    };
    using Reason = ledger::AbsenceReason;
    auto done
        = add(sql({"SELECT q.unit, COUNT(*) FROM roster q WHERE q.ceremony = ? GROUP BY q.unit"}),
            &UnitRecap::expected)
              .and_then([&] {
                  return add(sql({"SELECT q.unit, COUNT(*) FROM roster q WHERE q.ceremony = ? AND ",
                                 isPresent, " GROUP BY q.unit"}),
                      &UnitRecap::present);
              })
              .and_then([&] {
                  return add(sql({walkInsByUnit, isListed, " AND (", repeatedColumn,
                                 ") = 0 GROUP BY r.unit"}),
                      &UnitRecap::walkIns);
              })
              .and_then([&] { return absent(Reason::Permission, &UnitRecap::permission); })
              .and_then([&] { return absent(Reason::Sick, &UnitRecap::sick); })
              .and_then([&] { return absent(Reason::Leave, &UnitRecap::leave); })
              .and_then([&] { return absent(Reason::Duty, &UnitRecap::duty); });
    if (!done)
        return tl::unexpected(done.error());
    std::vector<UnitRecap> recaps;
    for (const pledge::Unit& unit : ceremony().units) {
        if (const auto found = byUnit.find(unit.id); found != byUnit.end())
            recaps.push_back(found->second);
    }
    return recaps;
}

Result<SignedRecord> GatheredRecords::recordFrom(const Rows& row) const
{
    auto read = ledger::registerRow(row);
    if (!read)
        return tl::unexpected(read.error());
    const Bytes subtrees = row.bytes(subtreesColumn); // the leaf's own hash stands first
    const auto leaf = subtrees.size() < crypto::Hash::size
        ? fail(Error::Kind::Malformed, "The store lacks the hash of an entry.")
        : crypto::Hash::fromBytes(BytesView(subtrees).first(crypto::Hash::size));
    if (!leaf)
        return tl::unexpected(leaf.error());
    const auto kiosk = m_kiosks.find(row.number(logColumn));
    SignedRecord record;
    record.row = std::move(*read);
    record.kiosk = kiosk == m_kiosks.end() ? std::string() : kiosk->second;
    record.listed = !row.isNull(gradeColumn);
    record.rank = record.listed ? row.text(gradeColumn) : std::string();
    record.leaf = *leaf;
    record.repeated = row.number(repeatedAt) != 0;
    return record;
}

Result<void> GatheredRecords::walk(const NextPage& page, const TakeSigned& take) const
{
    Place after{-1, 0, 0};
    for (;;) {
        std::vector<SignedRecord> records;
        auto read = eachRow(page(after), [&](const Rows& row) -> Result<void> {
            after
                = {static_cast<std::int64_t>(row.number(1)), row.number(logColumn), row.number(0)};
            return recordFrom(row).map(
                [&](SignedRecord record) { records.push_back(std::move(record)); });
        });
        if (!read)
            return read;
        for (SignedRecord& record : records) {
            if (auto taken = take(std::move(record)); !taken)
                return taken;
        }
        if (records.size() < pageSize)
            return {};
    }
}

Result<void> GatheredRecords::eachByLog(const TakeSigned& take, Ink ink) const
{
    // Entry 0 is the opened one, so that every signed entry comes after place 0.
    Statement statement(
        m_gathering.database(), signedPage(ink, "r.entry_index", "?", " AND r.log = ?"));
    for (const GatheredLog& log : m_logs) {
        auto walked = walk(
            [&](const Place& after) {
                return statement.select(m_ceremony.number, after.index, log.number, pageSize);
            },
            take);
        if (!walked)
            return walked;
    }
    return {};
}

Result<void> GatheredRecords::eachSigned(Order order, const TakeSigned& take, Ink ink) const
{
    if (order == Order::Log)
        return eachByLog(take, ink);
    if (order == Order::Arrival) {
        Statement statement(
            m_gathering.database(), signedPage(ink, "r.time, r.log, r.entry_index", "?, ?, ?"));
        return walk(
            [&](const Place& after) {
                return statement.select(
                    m_ceremony.number, after.time, after.log, after.index, pageSize);
            },
            take);
    }
    return eachByUnit(take, ink);
}

Result<void> GatheredRecords::eachByUnit(const TakeSigned& take, Ink ink) const
{
    using Key = std::pair<std::uint64_t, std::uint64_t>; // log and index
    ledger::ListOrder<Key> order(ceremony());
    Statement people(m_gathering.database(),
        sql({"SELECT r.log, r.entry_index, r.unit, q.grade, r.name FROM register r"
             " LEFT JOIN roster q ON q.ceremony = r.ceremony AND q.kind = r.kind"
             " AND q.value = r.value WHERE r.ceremony = ?"}));
    auto sorted = eachRow(people.select(m_ceremony.number), [&](const Rows& row) -> Result<void> {
        order.add(row.text(2), row.text(3), row.text(4), {row.number(0), row.number(1)});
        return {};
    });
    if (!sorted)
        return sorted;
    Statement page(m_gathering.database(),
        selectSigned(ink,
            pageOfKeys("BIGINT")
                + sql({" JOIN register r ON r.log = k.column1 AND r.entry_index = k.column2"}),
            {}));
    return ledger::inOrder<Key>(
        page, order.take(), bindPair<Key>, {Statement::value(m_ceremony.number)},
        [&](const Rows& row) {
            return recordFrom(row).map([&](SignedRecord record) {
                return ledger::Fetched<Key, SignedRecord>{
                    {row.number(logColumn), row.number(0)}, std::move(record)};
            });
        },
        [&](const Key& /*key*/, SignedRecord& record) { return take(std::move(record)); });
}

constexpr const char* statedNote
    = ", (SELECT a.note FROM absences a WHERE a.ceremony = q.ceremony AND a.kind = q.kind"
      " AND a.value = q.value ORDER BY a.log LIMIT 1) FROM ";

Result<AbsentRecord> absentFrom(const Rows& row)
{
    constexpr int reasonColumn = 7;
    const auto kind = pledge::identityKindFromCode(row.text(0));
    if (!kind)
        return tl::unexpected(kind.error());
    AbsentRecord record{{{*kind, row.text(1)}, row.text(2), row.text(3), row.text(4), row.text(5),
                            static_cast<pledge::Category>(row.number(6))},
        std::nullopt};
    if (!row.isNull(reasonColumn))
        record.stated = ledger::Absence{record.person.identity,
            static_cast<ledger::AbsenceReason>(row.number(reasonColumn)),
            row.text(reasonColumn + 1)};
    return record;
}

Result<void> GatheredRecords::eachAbsent(const TakeAbsent& take) const
{
    using Key = std::pair<std::string, std::string>; // kind and value
    ledger::ListOrder<Key> order(ceremony());
    Statement people(m_gathering.database(),
        sql({"SELECT q.kind, q.value, q.unit, q.grade, q.name FROM roster q WHERE q.ceremony = ?"
             " AND NOT ",
            isPresent}));
    auto sorted = eachRow(people.select(m_ceremony.number), [&](const Rows& row) -> Result<void> {
        order.add(row.text(2), row.text(3), row.text(4), {row.text(0), row.text(1)});
        return {};
    });
    if (!sorted)
        return sorted;
    Statement page(m_gathering.database(),
        sql({"SELECT q.kind, q.value, q.name, q.unit, q.post, q.grade, q.category, ", statedReason,
            statedNote})
            + pageOfKeys("TEXT")
            + sql({" JOIN roster q ON q.kind = k.column1 AND q.value = k.column2"
                   " WHERE q.ceremony = ?"}));
    return ledger::inOrder<Key>(
        page, order.take(), bindPair<Key>, {Statement::value(m_ceremony.number)},
        [](const Rows& row) {
            return absentFrom(row).map([&](AbsentRecord record) {
                return ledger::Fetched<Key, AbsentRecord>{
                    {row.text(0), row.text(1)}, std::move(record)};
            });
        },
        [&](const Key& /*key*/, const AbsentRecord& record) { return take(record); });
}

Result<std::unique_ptr<ledger::Lists::Moment>> GatheredRecords::hold() const
{
    const ledger::Database& database = m_gathering.database();
    auto begun = database.execute(database.engine() == ledger::Engine::Postgres
            ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
            : "BEGIN");
    if (!begun)
        return tl::unexpected(begun.error());
    std::unique_ptr<ledger::Lists::Moment> moment = std::make_unique<HeldMoment>(database);
    // The moment is that of the first read.
    return count(sql({"SELECT COUNT(*) FROM ceremonies WHERE ceremony = ?"}))
        .map([&](std::uint64_t) { return std::move(moment); });
}

} // namespace

Result<std::unique_ptr<Records>> recordsOf(const Gathering& gathering, std::uint64_t ceremony)
{
    auto ceremonies = gathering.ceremonies();
    if (!ceremonies)
        return tl::unexpected(ceremonies.error());
    const auto found = std::find_if(ceremonies->begin(), ceremonies->end(),
        [&](const GatheredCeremony& each) { return each.number == ceremony; });
    if (found == ceremonies->end())
        return fail(Error::Kind::Missing, "The store has nothing of that ceremony.");
    auto logs = gathering.logs();
    if (!logs)
        return tl::unexpected(logs.error());
    std::erase_if(*logs, [&](const GatheredLog& log) { return log.ceremony != ceremony; });
    return std::unique_ptr<Records>(
        new GatheredRecords(gathering, std::move(*found), std::move(*logs)));
}

} // namespace ikrar::attendance
