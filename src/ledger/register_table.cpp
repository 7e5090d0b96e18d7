#include "ledger/register_table.h"

#include "ledger/attendance_table.h"
#include "ledger/query.h"

#include <algorithm>
#include <limits>

namespace ikrar::ledger {

namespace {

constexpr std::uint64_t trivialInkFlag = 1;
constexpr std::uint64_t walkInFlag = 2;
constexpr std::uint64_t thumbMarkFlag = 4;
/// Two bits: 0 where clock trust was not kept, else one more than its number in the entry.
constexpr unsigned clockTrustShift = 3;
constexpr std::uint64_t clockTrustMask = 3;

constexpr const char* registerTables
    = " FROM register r LEFT JOIN paper w ON w.entry_index = r.entry_index ";

QString selectRows(const char* rest)
{
    return QStringLiteral("SELECT ") + registerColumns(Lists::Ink::Read, RowSecrets::Read)
        + QString::fromUtf8(registerTables) + QString::fromUtf8(rest);
}

QString selectKeyed(const QString& rest)
{
    return QStringLiteral("SELECT ") + registerColumns(Lists::Ink::Read, RowSecrets::Read)
        + QStringLiteral(", r.voided_by") + QString::fromUtf8(registerTables) + rest;
}

RowKey keyFrom(const Bytes& bytes)
{
    RowKey key{};
    std::copy_n(bytes.begin(), std::min(bytes.size(), key.size()), key.begin());
    return key;
}

Result<std::optional<RegisterRow>> oneRow(Result<Rows> rows)
{
    if (!rows)
        return tl::unexpected(rows.error());
    const auto found = rows->next();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    return registerRow(*rows).map([](RegisterRow row) { return std::optional(std::move(row)); });
}

/// What `read` makes of every row.
template <typename Row>
Result<std::vector<Row>> allOf(Result<Rows> rows, Result<Row> (*read)(const Rows&))
{
    std::vector<Row> all;
    return eachRow(std::move(rows), [&](const Rows& row) {
        return read(row).map([&](Row made) { all.push_back(std::move(made)); });
    }).map([&] { return std::move(all); });
}

} // namespace

QString registerColumns(Lists::Ink ink, RowSecrets secrets)
{
    return QStringLiteral("r.entry_index, r.time, r.session, r.kind, r.value, r.name, r.unit,"
                          " r.post, r.category, r.method, r.flags, r.helper_name,"
                          " r.helper_number, r.helper_reason, ")
        + (secrets == RowSecrets::Read ? QStringLiteral("r.salt, r.row_key")
                                       : QStringLiteral("NULL, NULL"))
        + QStringLiteral(", r.void_reason, ")
        + (ink == Lists::Ink::Read ? QStringLiteral("r.ink") : QStringLiteral("NULL"))
        + QStringLiteral(", w.sheet_row, w.observer_name, w.observer_post");
}

Result<RegisterRow> registerRow(const Rows& rows)
{
    const auto kind = pledge::identityKindFromCode(rows.text(3));
    if (!kind)
        return fail(
            Error::Kind::Malformed, "ikrar.sqlite: a row of the register has no known kind");
    RegisterRow row;
    row.index = rows.number(0);
    row.time = static_cast<std::int64_t>(rows.number(1));
    row.session = rows.number(2);
    pledge::Declaration& declaration = row.declaration;
    declaration.identity = {*kind, rows.text(4)};
    declaration.name = rows.text(5);
    declaration.unit = rows.text(6);
    declaration.post = rows.text(7);
    declaration.category = static_cast<pledge::Category>(rows.number(8));
    declaration.method = static_cast<pledge::Method>(rows.number(9));
    const std::uint64_t flags = rows.number(10);
    declaration.trivialInk = (flags & trivialInkFlag) != 0;
    declaration.walkIn = (flags & walkInFlag) != 0;
    declaration.assistance
        = {rows.text(11), rows.text(12), rows.text(13), (flags & thumbMarkFlag) != 0};
    row.salt = keyFrom(rows.bytes(14));
    if (!rows.isNull(16))
        row.voided = static_cast<pledge::Reason>(rows.number(16));
    if (const std::uint64_t trust = (flags >> clockTrustShift) & clockTrustMask; trust != 0)
        row.clockTrust = static_cast<base::ClockTrust>(trust - 1);
    declaration.ink = rows.bytes(17);
    declaration.paper = {rows.text(18), rows.text(19), rows.text(20)};
    return row;
}

Result<KeyedRow> keyedRow(const Rows& rows)
{
    auto row = registerRow(rows);
    if (!row)
        return tl::unexpected(row.error());
    KeyedRow keyed{std::move(*row), keyFrom(rows.bytes(15)), std::nullopt};
    if (!rows.isNull(registerColumnCount))
        keyed.voidedBy = rows.number(registerColumnCount);
    return keyed;
}

std::uint64_t flagsOf(
    const pledge::Declaration& declaration, std::optional<base::ClockTrust> clockTrust)
{
    const std::uint64_t trust = clockTrust ? static_cast<std::uint64_t>(*clockTrust) + 1 : 0;
    return (trust << clockTrustShift) | (declaration.trivialInk ? trivialInkFlag : 0)
        | (declaration.walkIn ? walkInFlag : 0)
        | (declaration.assistance.thumbMark ? thumbMarkFlag : 0);
}

RegisterTable::RegisterTable(const Database& database)
    : m_database(database)
    , m_insert(database,
          QStringLiteral(
              "INSERT INTO register (entry_index, time, session, kind, value, name, unit,"
              " post, category, method, flags, helper_name, helper_number, helper_reason,"
              " salt, row_key, ink)"
              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"))
    , m_count(database,
          QStringLiteral("INSERT INTO unit_counts (unit, signed, expected) VALUES (?, 1, 0)"
                         " ON CONFLICT (unit) DO UPDATE SET signed = unit_counts.signed + 1"))
    , m_void(database,
          QStringLiteral("UPDATE register SET voided_by = ?, void_reason = ?"
                         " WHERE entry_index = ?"))
    , m_uncount(
          database, QStringLiteral("UPDATE unit_counts SET signed = signed - 1 WHERE unit = ?"))
    , m_range(database,
          selectKeyed(QStringLiteral(
              "WHERE r.entry_index >= ? AND r.entry_index < ? ORDER BY r.entry_index")))
    , m_find(database,
          selectRows("WHERE r.kind = ? AND r.value = ? AND r.voided_by IS NULL"
                     " ORDER BY r.entry_index DESC LIMIT 1"))
    , m_at(database, selectRows("WHERE r.entry_index = ?"))
    , m_pageAfter(database, selectRows("WHERE r.entry_index > ? ORDER BY r.entry_index LIMIT ?"))
    , m_pageAt(database, selectRows("ORDER BY r.entry_index LIMIT ? OFFSET ?"))
    , m_rowsFrom(database,
          selectKeyed(QStringLiteral("WHERE r.entry_index >= ? ORDER BY r.entry_index LIMIT ?")))
    , m_units(
          database, QStringLiteral("SELECT unit, signed, expected FROM unit_counts ORDER BY unit"))
    , m_paper(database)
{
}

Result<void> RegisterTable::insert(const RegisterRow& row, const RowKey& key)
{
    const pledge::Declaration& declaration = row.declaration;
    const pledge::Declaration::Assistance& assistance = declaration.assistance;
    return m_insert
        .run(row.index, row.time, row.session, code(declaration.identity.kind),
            declaration.identity.value, declaration.name, declaration.unit, declaration.post,
            static_cast<std::uint64_t>(declaration.category),
            static_cast<std::uint64_t>(declaration.method), flagsOf(declaration, row.clockTrust),
            assistance.helperName, assistance.helperNumber, assistance.reason, BytesView(row.salt),
            BytesView(key), declaration.ink)
        .and_then([&] {
            return declaration.method == pledge::Method::WetInk
                ? m_paper.insert(row.index, declaration.paper)
                : Result<void>();
        })
        .and_then([&] { return m_count.run(declaration.unit); });
}

Result<void> RegisterTable::markVoided(
    const RegisterRow& row, std::uint64_t by, pledge::Reason reason)
{
    return m_void.run(by, static_cast<std::uint64_t>(reason), row.index)
        .and_then([&] { return m_paper.free(row.index, by); })
        .and_then([&] { return m_uncount.run(row.declaration.unit); });
}

Result<void> RegisterTable::markErasedVoided(std::uint64_t index, std::uint64_t by)
{
    return m_paper.free(index, by).and_then([&] { return uncountErased(); });
}

Result<void> RegisterTable::uncountErased() const
{
    Statement total(m_database, QStringLiteral("SELECT SUM(signed) FROM unit_counts"));
    Statement rows(
        m_database, QStringLiteral("SELECT COUNT(*) FROM register WHERE voided_by IS NULL"));
    const auto counted = oneNumber(total.select());
    const auto kept = oneNumber(rows.select());
    if (!counted || !kept)
        return tl::unexpected(counted ? kept.error() : counted.error());
    if (*counted <= *kept)
        return {}; // none of the erased ones is counted any more
    Statement known(m_database,
        QStringLiteral("UPDATE unit_counts SET signed = (SELECT COUNT(*) FROM register r"
                       " WHERE r.unit = unit_counts.unit AND r.voided_by IS NULL)"));
    Statement unknown(m_database,
        QStringLiteral("INSERT INTO unit_counts (unit, signed, expected) VALUES ('', ?, 0)"
                       " ON CONFLICT (unit) DO UPDATE SET signed = excluded.signed"));
    return known.run().and_then([&] { return unknown.run(*counted - *kept - 1); });
}

Result<void> RegisterTable::eachWhere(const QString& where, const std::vector<QVariant>& values,
    const std::function<Result<void>(KeyedRow&&)>& take) const
{
    Statement statement(m_database, selectKeyed(where + QStringLiteral(" ORDER BY r.entry_index")));
    return eachRow(statement.selectList(values),
        [&](const Rows& row) { return keyedRow(row).and_then(take); });
}

Result<std::vector<KeyedRow>> RegisterTable::rowsFrom(std::uint64_t index, std::size_t limit) const
{
    return allOf(m_rowsFrom.select(index, std::uint64_t{limit}), keyedRow);
}

Result<std::vector<KeyedRow>> RegisterTable::range(std::uint64_t first, std::uint64_t end) const
{
    return allOf(m_range.select(first, end), keyedRow);
}

Result<crypto::Hash> RegisterTable::attendanceDigest(const std::string& timeZone) const
{
    TableDigest digest(attendanceHeader());
    Statement erased(m_database,
        QStringLiteral("SELECT entry_index, digest FROM erased_entries ORDER BY entry_index"));
    auto gone = erased.select();
    if (!gone)
        return tl::unexpected(gone.error());
    auto more = gone->next();
    // Both in the order of the log.
    const auto addGoneBefore = [&](std::uint64_t index) -> Result<void> {
        while (more && *more && gone->number(0) < index) {
            const auto hash = crypto::Hash::fromBytes(gone->bytes(1));
            if (!hash)
                return tl::unexpected(hash.error());
            digest.add(*hash);
            more = gone->next();
        }
        return more.map([](bool) {});
    };
    return eachWhere({}, {}, [&](KeyedRow&& keyed) {
        return addGoneBefore(keyed.row.index).map([&] {
            digest.add(rowDigest(keyed.key, attendanceRow(keyed.row, timeZone)));
        });
    }).and_then([&] {
          return addGoneBefore(std::numeric_limits<std::int64_t>::max());
      }).map([&] { return digest.finish(); });
}

Result<std::optional<RegisterRow>> RegisterTable::find(const pledge::Identity& identity) const
{
    return oneRow(m_find.select(code(identity.kind), identity.value));
}

Result<std::optional<RegisterRow>> RegisterTable::at(std::uint64_t index) const
{
    return oneRow(m_at.select(index));
}

Result<std::vector<RegisterRow>> RegisterTable::page(std::uint64_t offset, std::size_t limit) const
{
    const std::uint64_t count = limit;
    const bool goesOn = m_cursor && m_cursor->offset == offset;
    auto rows = allOf(
        goesOn ? m_pageAfter.select(m_cursor->lastIndex, count) : m_pageAt.select(count, offset),
        registerRow);
    m_cursor.reset();
    if (rows && !rows->empty())
        m_cursor = Cursor{offset + rows->size(), rows->back().index};
    return rows;
}

Result<std::optional<std::uint64_t>> RegisterTable::entryOfPaper(const std::string& row) const
{
    return m_paper.entryOf(row);
}

Result<std::uint64_t> RegisterTable::paperCount() const
{
    return m_paper.count();
}

Result<std::vector<Register::UnitCount>> RegisterTable::countsByUnit() const
{
    auto rows = m_units.select();
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<UnitCount> counts;
    for (;;) {
        const auto found = rows->next();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return counts;
        counts.push_back({rows->text(0), rows->number(1), rows->number(2)});
    }
}

} // namespace ikrar::ledger
