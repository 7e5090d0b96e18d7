#include "ledger/official_table.h"

#include "base/utf8.h"

#include <algorithm>

namespace ikrar::ledger {

namespace {

bool isOneLine(const std::string& text)
{
    constexpr std::size_t maxText = 128;
    return !text.empty() && text.size() <= maxText && base::isUtf8(text)
        && std::none_of(text.begin(), text.end(),
            [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

std::uint64_t number(Act act)
{
    return static_cast<std::uint64_t>(act);
}

OfficialAct actFrom(const Rows& rows)
{
    return {rows.number(0), static_cast<Act>(rows.number(1)), {rows.text(2), rows.text(3)},
        static_cast<std::int64_t>(rows.number(4))};
}

} // namespace

Result<void> checkOfficials(std::span<const Official> officials)
{
    for (const Official& official : officials) {
        if (!isOneLine(official.name) || !isOneLine(official.post))
            return fail(Error::Kind::Invalid,
                "An official's name and post are one line of 128 bytes each.");
        const auto same = [&](const Official& other) { return other.name == official.name; };
        if (std::count_if(officials.begin(), officials.end(), same) > 1)
            return fail(Error::Kind::Invalid, official.name + " is named twice.");
    }
    return {};
}

OfficialTable::OfficialTable(const Database& database, const RegisterTable& registered,
    StopState& stops, const base::Clock& clock)
    : m_database(database)
    , m_registered(registered)
    , m_stops(stops)
    , m_clock(clock)
    , m_insert(database,
          QStringLiteral("INSERT INTO officials (entry_index, position, act, name, post, time)"
                         " VALUES (?, ?, ?, ?, ?, ?)"))
    , m_all(database,
          QStringLiteral("SELECT entry_index, act, name, post, time FROM officials WHERE act = ?"
                         " ORDER BY entry_index, position"))
    , m_known(database, QStringLiteral("SELECT count(*) FROM officials WHERE entry_index = ?"))
{
}

Result<void> OfficialTable::insert(
    std::uint64_t index, Act act, std::int64_t time, std::span<const Official> officials)
{
    std::uint64_t position = 0;
    for (const Official& official : officials) {
        if (auto inserted
            = m_insert.run(index, position++, number(act), official.name, official.post, time);
            !inserted)
            return inserted;
    }
    return {};
}

Result<std::vector<OfficialAct>> OfficialTable::all(Act act) const
{
    auto rows = m_all.select(number(act));
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<OfficialAct> acts;
    for (;;) {
        const auto found = rows->next();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return acts;
        acts.push_back(actFrom(*rows));
    }
}

Result<void> OfficialTable::identified(std::uint64_t index, const Official& official)
{
    if (auto may = m_stops.mayWrite(); !may)
        return may;
    if (auto checked = checkOfficials(std::span(&official, 1)); !checked)
        return checked;
    static_cast<void>(m_database.takeFailure());
    auto done = insertIdentified(index, official);
    if (!done) {
        if (const auto failure = m_database.takeFailure())
            m_stops.failed(*failure);
    }
    return done;
}

Result<void> OfficialTable::insertIdentified(std::uint64_t index, const Official& official)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto row = m_registered.at(index);
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return fail(Error::Kind::Missing, "No signed entry has this index.");
    if (!(*row)->declaration.walkIn)
        return fail(Error::Kind::Refused, "This person is on the roster.");
    auto rows = m_known.select(index);
    if (!rows)
        return tl::unexpected(rows.error());
    const auto found = rows->next();
    if (!found)
        return tl::unexpected(found.error());
    if (*found && rows->number(0) > 0)
        return fail(Error::Kind::Refused, "This person was identified already.");
    return insert(index, Act::WalkIn, m_clock.now().seconds, std::span(&official, 1)).and_then([&] {
        return transaction->commit();
    });
}

} // namespace ikrar::ledger
