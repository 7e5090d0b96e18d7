#include "ledger/roster_table.h"

#include "crypto/random.h"
#include "ledger/csv.h"
#include "ledger/name_words.h"
#include "ledger/person_check.h"

#include <algorithm>

namespace ikrar::ledger {

namespace {

constexpr std::size_t maxRosterRows = 1'000'000;

QString selectRows(const char* rest)
{
    return QStringLiteral("SELECT ") + rosterColumns() + QStringLiteral(" FROM roster g ")
        + QString::fromUtf8(rest);
}

std::string header()
{
    return csvRow({"nama", "kategori", "jenis_nomor", "nomor", "unit", "jabatan", "pangkat"});
}

std::string csvOf(const RosterRow& row)
{
    return csvRow({row.name, code(row.category), code(row.identity.kind), row.identity.value,
        row.unit, row.post, row.rank});
}

std::string spacedWords(const std::string& name)
{
    std::string words = " ";
    for (const std::string& word : nameWords(name))
        words += word + " ";
    return words;
}

Result<std::optional<RosterRow>> oneRow(Result<Rows> rows)
{
    if (!rows)
        return tl::unexpected(rows.error());
    const auto found = rows->next();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    return rosterRow(*rows).map([](RosterRow row) { return std::optional(std::move(row)); });
}

} // namespace

QString rosterColumns()
{
    return QStringLiteral("g.kind, g.value, g.name, g.unit, g.post, g.grade, g.category");
}

Result<RosterRow> rosterRow(const Rows& rows)
{
    const auto kind = pledge::identityKindFromCode(rows.text(0));
    if (!kind)
        return fail(Error::Kind::Malformed, "ikrar.sqlite: a row of the roster has no known kind");
    return RosterRow{{*kind, rows.text(1)}, rows.text(2), rows.text(3), rows.text(4), rows.text(5),
        static_cast<pledge::Category>(rows.number(6))};
}

RosterTable::RosterTable(
    const Database& database, HeadTable& head, const pledge::Ceremony& ceremony, StopState& stops)
    : m_database(database)
    , m_head(head)
    , m_ceremony(ceremony)
    , m_stops(stops)
    , m_find(database, selectRows("WHERE kind = ? AND value = ?"))
    , m_at(database, selectRows("WHERE position = ?"))
    , m_page(database, selectRows("WHERE position >= ? ORDER BY position LIMIT ?"))
    , m_digests(database, QStringLiteral("SELECT digest FROM roster ORDER BY position"))
    , m_lastPosition(database, QStringLiteral("SELECT COALESCE(MAX(position), -1) FROM roster"))
    , m_insert(database,
          QStringLiteral("INSERT INTO roster (name, words, unit, post, grade, category, row_key,"
                         " digest, kind, value, position)"
                         " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"))
    , m_update(database,
          QStringLiteral("UPDATE roster SET name = ?, words = ?, unit = ?, post = ?, grade = ?,"
                         " category = ?, row_key = ?, digest = ? WHERE kind = ? AND value = ?"))
{
}

Result<std::uint64_t> RosterTable::count() const
{
    return m_head.load().map([](const Head& head) { return head.roster; });
}

Result<std::optional<RosterRow>> RosterTable::find(const pledge::Identity& identity) const
{
    return oneRow(m_find.select(code(identity.kind), identity.value));
}

Result<std::vector<RosterRow>> RosterTable::page(std::uint64_t offset, std::size_t limit) const
{
    // Positions count from 0 without gaps: rows are never deleted one by one.
    auto rows = m_page.select(offset, std::uint64_t{limit});
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<RosterRow> all;
    for (;;) {
        const auto found = rows->next();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return all;
        auto row = rosterRow(*rows);
        if (!row)
            return tl::unexpected(row.error());
        all.push_back(std::move(*row));
    }
}

Result<std::vector<RosterTable::UnitMatch>> RosterTable::matches(const std::string& typed) const
{
    std::vector<QVariant> patterns;
    QString where;
    for (const std::string& word : nameWords(typed)) {
        patterns.push_back(Statement::value("% " + word + " %"));
        where += where.isEmpty() ? QStringLiteral(" WHERE words LIKE ?")
                                 : QStringLiteral(" AND words LIKE ?");
    }
    std::vector<UnitMatch> units;
    if (patterns.empty())
        return units; // nothing typed matches nobody: names are never listed
    Statement statement(m_database,
        QStringLiteral("SELECT unit, COUNT(*), MIN(position) FROM roster") + where
            + QStringLiteral(" GROUP BY unit"));
    auto rows = statement.selectList(patterns);
    if (!rows)
        return tl::unexpected(rows.error());
    for (;;) {
        const auto found = rows->next();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return units;
        units.push_back({rows->text(0), rows->number(1), rows->number(2)});
    }
}

bool RosterTable::isBelow(const std::string& unit, const std::string& ancestor) const
{
    const pledge::Unit* at = m_ceremony.unit(unit);
    while (at != nullptr && at->id != ancestor)
        at = at->parent.empty() ? nullptr : m_ceremony.unit(at->parent);
    return at != nullptr;
}

Result<Roster::Match> RosterTable::search(const std::string& typed, const std::string& unit) const
{
    const auto units = matches(typed);
    if (!units)
        return tl::unexpected(units.error());
    Match match;
    std::uint64_t position = 0;
    for (const UnitMatch& each : *units) {
        if (!unit.empty() && !isBelow(each.unit, unit))
            continue;
        match.count += each.count;
        position = each.firstPosition;
    }
    if (match.count != 1)
        return match;
    return oneRow(m_at.select(position)).map([&](std::optional<RosterRow> row) {
        match.only = std::move(row);
        return match;
    });
}

Result<std::vector<std::string>> RosterTable::unitsOf(
    const std::string& typed, const std::string& parent) const
{
    const auto units = matches(typed);
    if (!units)
        return tl::unexpected(units.error());
    std::vector<std::string> ids;
    for (const pledge::Unit& child : m_ceremony.units) {
        const bool holdsMatch = child.parent == parent
            && std::any_of(units->begin(), units->end(),
                [&](const UnitMatch& each) { return isBelow(each.unit, child.id); });
        if (holdsMatch)
            ids.push_back(child.id);
    }
    return ids;
}

Result<crypto::Hash> RosterTable::tableDigest() const
{
    TableDigest digest(header());
    auto rows = m_digests.select();
    if (!rows)
        return tl::unexpected(rows.error());
    for (;;) {
        const auto found = rows->next();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return digest.finish();
        const auto hash = crypto::Hash::fromBytes(rows->bytes(0));
        if (!hash)
            return tl::unexpected(hash.error());
        digest.add(*hash);
    }
}

Result<Roster::Change> RosterTable::import(const std::vector<RosterRow>& rows)
{
    if (auto may = m_stops.mayWrite(); !may)
        return tl::unexpected(may.error());
    if (rows.size() > maxRosterRows)
        return fail(Error::Kind::Invalid, "more than 1,000,000 people");
    for (const RosterRow& row : rows) {
        if (auto checked = checkPerson(row, m_ceremony); !checked)
            return fail(checked.error().kind, row.name + ": " + checked.error().what);
    }
    static_cast<void>(m_database.takeFailure());
    auto change = importAll(rows);
    if (const auto failure = m_database.takeFailure(); !change && failure)
        m_stops.failed(*failure);
    return change;
}

Result<std::uint64_t> RosterTable::nextPosition() const
{
    auto last = m_lastPosition.select();
    if (!last)
        return tl::unexpected(last.error());
    if (const auto found = last->next(); !found)
        return tl::unexpected(found.error());
    return last->number(0) + 1;
}

Result<Roster::Change> RosterTable::importAll(const std::vector<RosterRow>& rows)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto position = nextPosition();
    if (!position)
        return tl::unexpected(position.error());

    Change change;
    for (const RosterRow& row : rows) {
        if (auto imported = importOne(row, *position, change); !imported)
            return tl::unexpected(imported.error());
    }
    auto head = m_head.load();
    if (!head)
        return tl::unexpected(head.error());
    head->roster = *position;
    return m_head.store(*head)
        .and_then([&] { return m_database.execute("UPDATE unit_counts SET expected = 0"); })
        .and_then([&] {
            return m_database.execute(
                "INSERT INTO unit_counts (unit, signed, expected)"
                " SELECT unit, 0, COUNT(*) FROM roster WHERE true GROUP BY unit"
                " ON CONFLICT (unit) DO UPDATE SET expected = excluded.expected");
        })
        .and_then([&] { return transaction->commit(); })
        .map([&] { return change; });
}

Result<void> RosterTable::importOne(const RosterRow& row, std::uint64_t& positions, Change& change)
{
    const auto known = find(row.identity);
    if (!known)
        return tl::unexpected(known.error());
    if (*known == row) {
        ++change.unchanged;
        return {};
    }
    const auto key = crypto::randomBytes<RowKey{}.size()>();
    const crypto::Hash digest = rowDigest(key, csvOf(row));
    const std::string words = spacedWords(row.name);
    const auto category = static_cast<std::uint64_t>(row.category);
    if (*known) {
        ++change.updated;
        return m_update.run(row.name, words, row.unit, row.post, row.rank, category, BytesView(key),
            digest.view(), code(row.identity.kind), row.identity.value);
    }
    ++change.added;
    return m_insert.run(row.name, words, row.unit, row.post, row.rank, category, BytesView(key),
        digest.view(), code(row.identity.kind), row.identity.value, positions++);
}

} // namespace ikrar::ledger
