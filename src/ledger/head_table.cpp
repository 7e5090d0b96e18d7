#include "ledger/head_table.h"

namespace ikrar::ledger {

namespace {

Result<std::uint64_t> oneNumber(Result<Rows> rows)
{
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->next().map([&](bool found) { return found ? rows->number(0) : 0; });
}

} // namespace

HeadTable::HeadTable(const Database& database)
    : m_database(database)
    , m_load(database,
          QStringLiteral("SELECT size, signed, voided, session, session_signed, session_voided,"
                         " roster, closed FROM head"))
    , m_store(database,
          QStringLiteral("UPDATE head SET size = ?, signed = ?, voided = ?, session = ?,"
                         " session_signed = ?, session_voided = ?, roster = ?, closed = ?"))
    , m_sessionKnown(database, QStringLiteral("SELECT COUNT(*) FROM sessions WHERE number = ?"))
    , m_lastSession(database, QStringLiteral("SELECT COALESCE(MAX(number), 0) FROM sessions"))
    , m_sessionStarted(
          database, QStringLiteral("INSERT INTO sessions (number, started) VALUES (?, ?)"))
    , m_sessionEnded(database, QStringLiteral("UPDATE sessions SET ended = ? WHERE number = ?"))
{
}

Result<void> HeadTable::create(const LogIdentity& identity)
{
    Statement log(m_database,
        QStringLiteral("INSERT INTO log (origin, vkey, key_uri, kiosk, machine, file, ceremony)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?)"));
    return log
        .run(identity.origin, identity.vkey, identity.keyUri, identity.kiosk, identity.machine,
            identity.file, base::asBytes(identity.ceremony))
        .and_then([&] {
            return m_database.execute("INSERT INTO head (size, signed, voided, session,"
                                      " session_signed, session_voided, roster, closed)"
                                      " VALUES (0, 0, 0, 0, 0, 0, 0, 0)");
        });
}

Result<LogIdentity> HeadTable::identity() const
{
    Statement log(m_database,
        QStringLiteral("SELECT origin, vkey, key_uri, kiosk, machine, file, ceremony FROM log"));
    auto rows = log.select();
    if (!rows)
        return tl::unexpected(rows.error());
    const auto found = rows->next();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return fail(Error::Kind::Malformed, "ikrar.sqlite names no log");
    const Bytes ceremony = rows->bytes(6);
    return LogIdentity{rows->text(0), rows->text(1), rows->text(2), rows->text(3), rows->text(4),
        rows->text(5), std::string(base::asText(ceremony))};
}

Result<Head> HeadTable::load() const
{
    auto rows = m_load.select();
    if (!rows)
        return tl::unexpected(rows.error());
    const auto found = rows->next();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return fail(Error::Kind::Malformed, "ikrar.sqlite has no head");
    return Head{rows->number(0), rows->number(1), rows->number(2), rows->number(3), rows->number(4),
        rows->number(5), rows->number(6), rows->number(7) != 0};
}

Result<void> HeadTable::store(const Head& head)
{
    return m_store.run(head.size, head.signedEntries, head.voidedEntries, head.session,
        head.sessionSigned, head.sessionVoided, head.roster, std::uint64_t{head.closed ? 1U : 0U});
}

Result<bool> HeadTable::sessionKnown(std::uint64_t number) const
{
    return oneNumber(m_sessionKnown.select(number)).map([](std::uint64_t n) { return n != 0; });
}

Result<std::uint64_t> HeadTable::lastSession() const
{
    return oneNumber(m_lastSession.select());
}

Result<void> HeadTable::sessionStarted(std::uint64_t number, std::uint64_t index)
{
    return m_sessionStarted.run(number, index);
}

Result<void> HeadTable::sessionEnded(std::uint64_t number, std::uint64_t index)
{
    return m_sessionEnded.run(index, number);
}

} // namespace ikrar::ledger
