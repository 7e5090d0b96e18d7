#include "ledger/list_table.h"

#include "ledger/list_order.h"
#include "ledger/roster_table.h"

#include <algorithm>
#include <array>
#include <set>

namespace ikrar::ledger {

namespace {

/// A valid entry of the person of `r` before this one; a valid entry of the person of `g`.
constexpr const char* hasEarlier
    = "EXISTS (SELECT 1 FROM register e WHERE e.kind = r.kind AND e.value = r.value"
      " AND e.entry_index < r.entry_index AND e.voided_by IS NULL)";
constexpr const char* hasSigned
    = "EXISTS (SELECT 1 FROM register e WHERE e.kind = g.kind AND e.value = g.value"
      " AND e.voided_by IS NULL)";

constexpr const char* withRoster = " LEFT JOIN roster g ON g.kind = r.kind AND g.value = r.value ";

/// With the rank by the roster, or without, where it is known already.
QString selectEntries(Lists::Ink ink, bool roster, const QString& rest)
{
    return QStringLiteral("SELECT %1, %2, n.subtrees FROM register r"
                          " JOIN entries n ON n.entry_index = r.entry_index"
                          " LEFT JOIN paper w ON w.entry_index = r.entry_index %3 %4")
        .arg(registerColumns(ink, RowSecrets::Skip), QString::fromUtf8(roster ? "g.grade" : "NULL"),
            QString::fromUtf8(roster ? withRoster : ""), rest);
}

/// An entry in the order of units, with what its place was found by.
struct SortedEntry {
    std::uint64_t index = 0;
    const std::string* rank = nullptr; ///< by the roster; none for who is not on it

    friend bool operator==(const SortedEntry& a, const SortedEntry& b)
    {
        return a.index == b.index;
    }
    friend bool operator<(const SortedEntry& a, const SortedEntry& b) { return a.index < b.index; }
};

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

/// `people` of one unit that did not come, by the number of their AbsenceReason; any other number
/// is none that is stated.
void addAbsent(UnitPresence& unit, std::uint64_t reason, std::uint64_t people)
{
    static constexpr std::array byReason{&UnitPresence::permission, &UnitPresence::sick,
        &UnitPresence::leave, &UnitPresence::duty}; // in the order of AbsenceReason
    if (reason != 0 && reason <= byReason.size())
        unit.*byReason.at(reason - 1) += people;
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
    for (std::size_t i = 1; i < keysAPage; ++i)
        places += QStringLiteral(", ?");
    return QStringLiteral("WHERE %1 IN (%2)").arg(QString::fromUtf8(column), places);
}

void bindNumber(std::vector<QVariant>& values, std::uint64_t key)
{
    values.push_back(Statement::value(key));
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
    const ReadEntry read = [&](const Rows& rows) { return entryFrom(rows, *again); };
    if (order == Order::Log) {
        Statement all(
            *m_store.database, selectEntries(ink, true, QStringLiteral("ORDER BY r.entry_index")));
        return eachRow(all.select(), [&](const Rows& rows) { return read(rows).and_then(take); });
    }
    if (order == Order::Unit)
        return eachByUnit(ink, read, take);
    const auto keys
        = keysOf(QStringLiteral("SELECT entry_index FROM register ORDER BY time, entry_index"));
    if (!keys)
        return tl::unexpected(keys.error());
    Statement page(*m_store.database, selectEntries(ink, true, wherePage("r.entry_index")));
    return inOrder<std::uint64_t>(
        page, *keys, bindNumber, {},
        [&](const Rows& rows) {
            return read(rows).map([&](ListedEntry entry) {
                return Fetched<std::uint64_t, ListedEntry>{rows.number(0), std::move(entry)};
            });
        },
        [&](std::uint64_t /*index*/, ListedEntry& entry) { return take(std::move(entry)); });
}

Result<void> ListTable::eachByUnit(Ink ink, const ReadEntry& read, const TakeEntry& take) const
{
    std::set<std::string> ranks; // few, however many people
    ListOrder<SortedEntry> order(m_store.ceremony);
    Statement people(*m_store.database,
        QStringLiteral("SELECT r.entry_index, r.unit, r.name, g.grade FROM register r")
            + QString::fromUtf8(withRoster));
    auto sorted = eachRow(people.select(), [&](const Rows& rows) -> Result<void> {
        const std::string rank = rows.text(3);
        order.add(rows.text(1), rank, rows.text(2),
            {rows.number(0), rows.isNull(3) ? nullptr : &*ranks.insert(rank).first});
        return {};
    });
    if (!sorted)
        return sorted;
    Statement page(*m_store.database, selectEntries(ink, false, wherePage("r.entry_index")));
    return inOrder<SortedEntry>(
        page, order.take(),
        [](std::vector<QVariant>& values, const SortedEntry& key) {
            bindNumber(values, key.index);
        },
        {},
        [&](const Rows& rows) {
            return read(rows).map([&](ListedEntry entry) {
                return Fetched<SortedEntry, ListedEntry>{
                    {rows.number(0), nullptr}, std::move(entry)};
            });
        },
        [&](const SortedEntry& key, ListedEntry& entry) {
            entry.listed = key.rank != nullptr;
            if (entry.listed)
                entry.rank = *key.rank;
            return take(std::move(entry));
        });
}

Result<void> ListTable::eachAbsentee(const TakeAbsentee& take) const
{
    ListOrder<std::uint64_t> order(m_store.ceremony);
    Statement people(*m_store.database,
        QStringLiteral("SELECT g.position, g.unit, g.grade, g.name FROM roster g WHERE NOT ")
            + QString::fromUtf8(hasSigned));
    auto sorted = eachRow(people.select(), [&](const Rows& rows) -> Result<void> {
        order.add(rows.text(1), rows.text(2), rows.text(3), rows.number(0));
        return {};
    });
    if (!sorted)
        return sorted;
    Statement page(*m_store.database, selectAbsentees(wherePage("g.position")));
    return inOrder<std::uint64_t>(
        page, order.take(), bindNumber, {},
        [](const Rows& rows) {
            return absenteeFrom(rows).map([&](ListedAbsentee absentee) {
                return Fetched<std::uint64_t, ListedAbsentee>{
                    rows.number(rosterColumnCount), std::move(absentee)};
            });
        },
        [&](std::uint64_t /*position*/, const ListedAbsentee& absentee) { return take(absentee); });
}

Result<std::vector<UnitPresence>> ListTable::units() const
{
    // Whether a person has signed is looked up once for each, not once a column.
    Statement expected(*m_store.database,
        QStringLiteral("SELECT g.unit, %1, a.reason, COUNT(*) FROM roster g LEFT JOIN absences a"
                       " ON a.kind = g.kind AND a.value = g.value GROUP BY 1, 2, 3 ORDER BY 1")
            .arg(QString::fromUtf8(hasSigned)));
    std::vector<UnitPresence> units;
    auto read = eachRow(expected.select(), [&](const Rows& rows) -> Result<void> {
        const std::string unit = rows.text(0);
        if (units.empty() || units.back().unit != unit) // a unit's rows come together
            units.push_back({unit, 0, 0, 0, 0, 0, 0, 0});
        const std::uint64_t people = rows.number(3);
        units.back().expected += people;
        if (rows.number(1) != 0)
            units.back().present += people;
        else
            addAbsent(units.back(), rows.number(2), people);
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
                       " AND NOT EXISTS (SELECT 1 FROM roster g WHERE g.kind = r.kind"
                       " AND g.value = r.value) AND NOT %1 GROUP BY r.unit")
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
