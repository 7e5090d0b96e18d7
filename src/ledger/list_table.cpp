#include "ledger/list_table.h"

#include "ledger/name_words.h"
#include "ledger/query.h"
#include "ledger/roster_table.h"

#include <algorithm>

namespace ikrar::ledger {

namespace {

/// Rows that one statement fetches by their keys.
constexpr std::size_t pageSize = 256;

/// A valid entry of the person of `r` before this one; a valid entry of the person of `g`.
constexpr const char* hasEarlier
    = "EXISTS (SELECT 1 FROM register e WHERE e.kind = r.kind AND e.value = r.value"
      " AND e.entry_index < r.entry_index AND e.voided_by IS NULL)";
constexpr const char* hasSigned
    = "EXISTS (SELECT 1 FROM register e WHERE e.kind = g.kind AND e.value = g.value"
      " AND e.voided_by IS NULL)";

QString selectEntries(Lists::Ink ink, const QString& rest)
{
    return QStringLiteral("SELECT %1, g.grade, n.subtrees FROM register r"
                          " JOIN entries n ON n.entry_index = r.entry_index"
                          " LEFT JOIN paper w ON w.entry_index = r.entry_index"
                          " LEFT JOIN roster g ON g.kind = r.kind AND g.value = r.value %2")
        .arg(registerColumns(ink), rest);
}

Result<ListedEntry> entryFrom(const Rows& rows, const std::vector<std::uint64_t>& repeated)
{
    auto row = registerRow(rows);
    if (!row)
        return tl::unexpected(row.error());
    const Bytes subtrees = rows.bytes(registerColumnCount + 1);
    const auto leaf = crypto::Hash::fromBytes(
        BytesView(subtrees).first(std::min(subtrees.size(), crypto::Hash::size)));
    if (!leaf)
        return tl::unexpected(leaf.error());
    ListedEntry entry;
    entry.row = std::move(*row);
    entry.listed = !rows.isNull(registerColumnCount);
    entry.rank = rows.text(registerColumnCount);
    entry.repeated = std::binary_search(repeated.begin(), repeated.end(), entry.row.index);
    entry.leaf = *leaf;
    return entry;
}

QString selectAbsentees(const QString& rest)
{
    return QStringLiteral("SELECT %1, g.position, a.reason, a.note FROM roster g"
                          " LEFT JOIN absences a ON a.kind = g.kind AND a.value = g.value %2")
        .arg(rosterColumns(), rest);
}

Result<ListedAbsentee> absenteeFrom(const Rows& rows)
{
    auto person = rosterRow(rows);
    if (!person)
        return tl::unexpected(person.error());
    ListedAbsentee absentee{std::move(*person), std::nullopt};
    if (!rows.isNull(rosterColumnCount + 1))
        absentee.stated = Absence{absentee.person.identity,
            static_cast<AbsenceReason>(rows.number(rosterColumnCount + 1)),
            rows.text(rosterColumnCount + 2)};
    return absentee;
}

/// `WHERE column IN (?, ?, ...)`, a page of them.
QString wherePage(const char* column)
{
    QString places = QStringLiteral("?");
    for (std::size_t i = 1; i < pageSize; ++i)
        places += QStringLiteral(", ?");
    return QStringLiteral("WHERE %1 IN (%2)").arg(QString::fromUtf8(column), places);
}

/// Every row whose key is in `keys`, in their order: a page is fetched at once, and put in order in
/// memory. `statement` selects by a page of keys, `keyAt` is its column with the key.
template <typename Row, typename Read, typename Take>
Result<void> inOrder(Statement& statement, int keyAt, std::span<const std::uint64_t> keys,
    const Read& read, const Take& take)
{
    while (!keys.empty()) {
        const auto page = keys.first(std::min(pageSize, keys.size()));
        keys = keys.subspan(page.size());
        std::vector<QVariant> values(pageSize, Statement::value(std::int64_t{-1}));
        std::transform(page.begin(), page.end(), values.begin(),
            [](std::uint64_t key) { return Statement::value(key); });
        std::vector<std::pair<std::uint64_t, Row>> found;
        auto fetched = eachRow(statement.selectList(values), [&](const Rows& rows) {
            return read(rows).map(
                [&](Row row) { found.emplace_back(rows.number(keyAt), std::move(row)); });
        });
        if (!fetched)
            return fetched;
        std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
        for (const std::uint64_t key : page) {
            const auto row = std::lower_bound(found.begin(), found.end(), key,
                [](const auto& each, std::uint64_t wanted) { return each.first < wanted; });
            if (row == found.end() || row->first != key)
                continue;
            if (Result<void> taken = take(row->second); !taken)
                return taken;
        }
    }
    return {};
}

class HeldMoment final : public Lists::Moment
{
public:
    explicit HeldMoment(const Database& database) : m_database(database) { }
    HeldMoment(const HeldMoment&) = delete;
    HeldMoment& operator=(const HeldMoment&) = delete;
    HeldMoment(HeldMoment&&) = delete;
    HeldMoment& operator=(HeldMoment&&) = delete;
    ~HeldMoment() override { static_cast<void>(m_database.execute("ROLLBACK")); }

private:
    const Database& m_database;
};

} // namespace

std::size_t ListTable::placeOf(const std::string& unit) const
{
    const auto& places = m_store.ceremony.unitPositions;
    const auto place = places.find(unit);
    return place == places.end() ? m_store.ceremony.units.size() : place->second;
}

Result<std::vector<std::uint64_t>> ListTable::byUnit(const char* select) const
{
    struct Key {
        std::size_t unit = 0;
        std::string name;
        std::uint64_t primary = 0;
    };
    std::vector<Key> keys;
    Statement statement(*m_store.database, QString::fromUtf8(select));
    auto read = eachRow(statement.select(), [&](const Rows& rows) -> Result<void> {
        keys.push_back({placeOf(rows.text(1)), sortName(rows.text(2)), rows.number(0)});
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) {
        return std::tie(a.unit, a.name, a.primary) < std::tie(b.unit, b.name, b.primary);
    });
    std::vector<std::uint64_t> order(keys.size());
    std::transform(
        keys.begin(), keys.end(), order.begin(), [](const Key& key) { return key.primary; });
    return order;
}

Result<std::vector<std::uint64_t>> ListTable::keysOf(const QString& select) const
{
    Statement statement(*m_store.database, select);
    std::vector<std::uint64_t> keys;
    return eachRow(statement.select(), [&](const Rows& rows) -> Result<void> {
        keys.push_back(rows.number(0));
        return {};
    }).map([&] { return std::move(keys); });
}

Result<std::vector<std::uint64_t>> ListTable::repeated() const
{
    // Who is there more than once is read off the index; only their rows are looked at one by one.
    return keysOf(QStringLiteral("SELECT r.entry_index FROM (SELECT kind, value FROM register"
                                 " GROUP BY kind, value HAVING COUNT(*) > 1) d"
                                 " JOIN register r ON r.kind = d.kind AND r.value = d.value"
                                 " WHERE r.voided_by IS NULL AND %1 ORDER BY r.entry_index")
                      .arg(QString::fromUtf8(hasEarlier)));
}

Result<void> ListTable::eachEntry(Order order, Ink ink, const TakeEntry& take) const
{
    const auto again = repeated();
    if (!again)
        return tl::unexpected(again.error());
    const auto read = [&](const Rows& rows) { return entryFrom(rows, *again); };
    if (order == Order::Log) {
        Statement all(
            *m_store.database, selectEntries(ink, QStringLiteral("ORDER BY r.entry_index")));
        return eachRow(all.select(), [&](const Rows& rows) { return read(rows).and_then(take); });
    }
    const auto keys = order == Order::Arrival
        ? keysOf(QStringLiteral("SELECT entry_index FROM register ORDER BY time, entry_index"))
        : byUnit("SELECT entry_index, unit, name FROM register");
    if (!keys)
        return tl::unexpected(keys.error());
    Statement page(*m_store.database, selectEntries(ink, wherePage("r.entry_index")));
    return inOrder<ListedEntry>(page, 0, *keys, read, take);
}

Result<void> ListTable::eachAbsentee(const TakeAbsentee& take) const
{
    const std::string absent
        = std::string("SELECT g.position, g.unit, g.name FROM roster g WHERE NOT ") + hasSigned;
    const auto keys = byUnit(absent.c_str());
    if (!keys)
        return tl::unexpected(keys.error());
    Statement page(*m_store.database, selectAbsentees(wherePage("g.position")));
    return inOrder<ListedAbsentee>(page, rosterColumnCount, *keys, absenteeFrom, take);
}

Result<std::vector<UnitPresence>> ListTable::units() const
{
    Statement expected(*m_store.database,
        QStringLiteral("SELECT p.unit, COUNT(*), SUM(p.present),"
                       " SUM(CASE WHEN p.present = 0 AND p.reason = 1 THEN 1 ELSE 0 END),"
                       " SUM(CASE WHEN p.present = 0 AND p.reason = 2 THEN 1 ELSE 0 END),"
                       " SUM(CASE WHEN p.present = 0 AND p.reason = 3 THEN 1 ELSE 0 END),"
                       " SUM(CASE WHEN p.present = 0 AND p.reason = 4 THEN 1 ELSE 0 END)"
                       " FROM (SELECT g.unit, a.reason, CASE WHEN %1 THEN 1 ELSE 0 END AS present"
                       " FROM roster g LEFT JOIN absences a"
                       " ON a.kind = g.kind AND a.value = g.value) p GROUP BY p.unit")
            .arg(QString::fromUtf8(hasSigned)));
    std::vector<UnitPresence> units;
    auto read = eachRow(expected.select(), [&](const Rows& rows) -> Result<void> {
        units.push_back({rows.text(0), rows.number(1), rows.number(2), 0, rows.number(3),
            rows.number(4), rows.number(5), rows.number(6)});
        return {};
    });
    return read.and_then([&] { return addWalkIns(units); }).map([&] {
        std::sort(units.begin(), units.end(), [this](const UnitPresence& a, const UnitPresence& b) {
            return std::pair(placeOf(a.unit), a.unit) < std::pair(placeOf(b.unit), b.unit);
        });
        return std::move(units);
    });
}

Result<void> ListTable::addWalkIns(std::vector<UnitPresence>& units) const
{
    Statement walkIns(*m_store.database,
        QStringLiteral("SELECT r.unit, COUNT(*) FROM register r WHERE r.voided_by IS NULL"
                       " AND NOT %1 AND NOT EXISTS (SELECT 1 FROM roster g"
                       " WHERE g.kind = r.kind AND g.value = r.value) GROUP BY r.unit")
            .arg(QString::fromUtf8(hasEarlier)));
    return eachRow(walkIns.select(), [&](const Rows& rows) -> Result<void> {
        const std::string unit = rows.text(0);
        auto known = std::find_if(units.begin(), units.end(),
            [&](const UnitPresence& each) { return each.unit == unit; });
        if (known == units.end()) {
            units.push_back({unit, 0, 0, 0, 0, 0, 0, 0});
            known = std::prev(units.end());
        }
        known->walkIns = rows.number(1);
        return {};
    });
}

Result<RegisterCounts> ListTable::counts() const
{
    Statement statement(*m_store.database,
        QStringLiteral("SELECT COUNT(*), COUNT(voided_by), MIN(entry_index), MAX(entry_index),"
                       " SUM(CASE WHEN method = 1 AND voided_by IS NULL THEN 1 ELSE 0 END),"
                       " SUM(CASE WHEN method = 2 AND voided_by IS NULL THEN 1 ELSE 0 END)"
                       " FROM register"));
    RegisterCounts counts;
    auto read = eachRow(statement.select(), [&](const Rows& rows) -> Result<void> {
        counts.signedEntries = rows.number(0);
        counts.voidedEntries = rows.number(1);
        if (counts.signedEntries != 0) {
            counts.first = rows.number(2);
            counts.last = rows.number(3);
            counts.assisted = rows.number(4);
            counts.onPaper = rows.number(5);
        }
        return {};
    });
    return read.and_then([&] { return addSessions(counts); }).map([&] {
        return std::move(counts);
    });
}

Result<void> ListTable::addSessions(RegisterCounts& counts) const
{
    Statement statement(
        *m_store.database, QStringLiteral("SELECT number FROM sessions ORDER BY number"));
    return eachRow(statement.select(), [&](const Rows& rows) -> Result<void> {
        counts.sessions.push_back(rows.number(0));
        return {};
    });
}

Result<std::unique_ptr<Lists::Moment>> ListTable::hold() const
{
    return m_store.database->execute("BEGIN")
        .map([&]() -> std::unique_ptr<Moment> {
            return std::make_unique<HeldMoment>(*m_store.database);
        })
        .and_then([&](std::unique_ptr<Moment> moment) {
            // The moment is that of the first read.
            return m_store.head.load().map([&](const Head&) { return std::move(moment); });
        });
}

} // namespace ikrar::ledger
