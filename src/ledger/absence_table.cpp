#include "ledger/absence_table.h"

#include <algorithm>

namespace ikrar::ledger {

namespace {

constexpr std::size_t maxNote = 256;

bool isOneLine(const std::string& note)
{
    constexpr unsigned char space = 0x20;
    return note.size() <= maxNote && std::all_of(note.begin(), note.end(), [](char c) {
        return static_cast<unsigned char>(c) >= space;
    });
}

} // namespace

AbsenceTable::AbsenceTable(const Database& database, const Roster& roster, StopState& stops)
    : m_database(database)
    , m_roster(roster)
    , m_stops(stops)
    , m_put(database,
          QStringLiteral("INSERT INTO absences (kind, value, reason, note) VALUES (?, ?, ?, ?)"
                         " ON CONFLICT (kind, value) DO UPDATE SET"
                         " reason = excluded.reason, note = excluded.note"))
    , m_remove(database, QStringLiteral("DELETE FROM absences WHERE kind = ? AND value = ?"))
    , m_find(database,
          QStringLiteral("SELECT reason, note FROM absences WHERE kind = ? AND value = ?"))
{
}

Result<void> AbsenceTable::state(const std::vector<Absence>& absences)
{
    if (auto may = m_stops.mayWrite(); !may)
        return may;
    if (auto checked = check(absences); !checked)
        return checked;
    static_cast<void>(m_database.takeFailure());
    return noting(stateAll(absences));
}

Result<void> AbsenceTable::check(const std::vector<Absence>& absences) const
{
    for (std::size_t i = 0; i < absences.size(); ++i) {
        // By its place: the number is nobody's to read in a message.
        const std::string place = "Absence " + std::to_string(i + 1) + ": ";
        if (!isOneLine(absences[i].note))
            return fail(Error::Kind::Invalid, place + "a note is one line of at most 256 bytes.");
        const auto person = m_roster.find(absences[i].identity);
        if (!person)
            return tl::unexpected(person.error());
        if (!*person)
            return fail(Error::Kind::Invalid,
                place + "nobody with this number is on the roster; import them there first.");
    }
    return {};
}

Result<void> AbsenceTable::stateAll(const std::vector<Absence>& absences)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    for (const Absence& each : absences) {
        auto put = m_put.run(code(each.identity.kind), each.identity.value,
            static_cast<std::uint64_t>(each.reason), each.note);
        if (!put)
            return put;
    }
    return transaction->commit();
}

Result<void> AbsenceTable::takeBack(const pledge::Identity& identity)
{
    if (auto may = m_stops.mayWrite(); !may)
        return may;
    static_cast<void>(m_database.takeFailure());
    return noting(m_remove.run(code(identity.kind), identity.value));
}

Result<void> AbsenceTable::noting(Result<void> result)
{
    if (const auto failure = m_database.takeFailure(); !result && failure)
        m_stops.failed(*failure);
    return result;
}

Result<std::optional<Absence>> AbsenceTable::of(const pledge::Identity& identity) const
{
    auto rows = m_find.select(code(identity.kind), identity.value);
    if (!rows)
        return tl::unexpected(rows.error());
    const auto found = rows->next();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    return Absence{identity, static_cast<AbsenceReason>(rows->number(0)), rows->text(1)};
}

} // namespace ikrar::ledger
