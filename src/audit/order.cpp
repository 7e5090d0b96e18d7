#include "audit/order.h"

#include <algorithm>

namespace ikrar::audit {

namespace {

std::string countsText(const pledge::Counts& counts)
{
    return std::to_string(counts.signedEntries) + " signed, " + std::to_string(counts.voidedEntries)
        + " of them voided";
}

std::uint64_t prefixOf(const crypto::Hash& hash)
{
    std::uint64_t prefix = 0;
    for (std::size_t i = 0; i < sizeof prefix; ++i)
        prefix = prefix << 8 | hash.bytes[i];
    return prefix;
}

} // namespace

void Order::follow(std::uint64_t index, const pledge::Entry& entry)
{
    m_index = index;
    m_signed.push_back(false);
    m_voided.push_back(false);
    if (index == 0 && !std::holds_alternative<pledge::Opened>(entry.body))
        wrong("not-opened", "The first entry of a log must be `opened`.");
    if (m_closed && !std::holds_alternative<pledge::Voided>(entry.body))
        wrong("after-closed", "After `closed` only voidings may follow.");
    if (entry.time.seconds < m_time)
        say(Finding::Severity::Note, "time-backwards",
            "Its time lies " + std::to_string(m_time - entry.time.seconds)
                + " s before an earlier entry's: the kiosk's clock was set back.");
    m_time = std::max(m_time, entry.time.seconds);
    std::visit([this](const auto& body) { check(body); }, entry.body);
}

void Order::skip(std::uint64_t index)
{
    m_index = index;
    m_signed.push_back(false);
    m_voided.push_back(false);
    m_incomplete = true;
}

void Order::check(const pledge::Opened& /*body*/)
{
    if (m_index != 0)
        wrong("opened-again", "Only the first entry of a log may be `opened`.");
}

void Order::check(const pledge::Signed& body)
{
    m_signed.back() = true;
    ++m_all.signedEntries;
    m_commitments.push_back({prefixOf(body.commitment), m_index});
    SessionCount* session = openSession();
    if (session == nullptr || session->number != body.session) {
        wrong("outside-session",
            "It was signed for session " + std::to_string(body.session) + ", which was not open.");
        return;
    }
    ++session->counts.signedEntries;
}

void Order::check(const pledge::Voided& body)
{
    if (body.index >= m_index || !m_signed[body.index]) {
        if (!m_incomplete || body.index >= m_index)
            wrong("voids-nothing",
                "It voids entry " + std::to_string(body.index)
                    + ", which is no earlier signature.");
        return;
    }
    if (m_voided[body.index]) {
        wrong("voided-again", "Entry " + std::to_string(body.index) + " was voided before.");
        return;
    }
    m_voided[body.index] = true;
    ++m_all.voidedEntries;
    for (SessionCount& session : m_sessions) {
        const bool ended = session.lastIndex != 0;
        if (body.index > session.firstIndex && (!ended || body.index < session.lastIndex))
            ++session.counts.voidedEntries;
    }
}

void Order::check(const pledge::SessionStart& body)
{
    if (openSession() != nullptr)
        wrong("session-in-session",
            "Session " + std::to_string(body.session) + " starts while another one is open.");
    const auto same
        = [&body](const SessionCount& session) { return session.number == body.session; };
    if (std::any_of(m_sessions.begin(), m_sessions.end(), same))
        wrong("session-again",
            "Session " + std::to_string(body.session)
                + " was held before: a follow-up has a number of its own.");
    m_sessions.push_back({body.session, m_index, 0, {}});
}

void Order::check(const pledge::SessionEnd& body)
{
    SessionCount* session = openSession();
    if (session == nullptr || session->number != body.session) {
        wrong("ends-nothing",
            "Session " + std::to_string(body.session) + " ends, but it was not open.");
        return;
    }
    session->lastIndex = m_index;
    if (!m_incomplete && body.counts != session->counts)
        wrong("counts-differ",
            "It states " + countsText(body.counts) + "; the log holds "
                + countsText(session->counts) + " in this session.");
}

void Order::check(const pledge::Closed& body)
{
    if (openSession() != nullptr)
        wrong("closed-in-session", "The log was closed while a session was open.");
    if (!m_incomplete && body.counts != m_all)
        wrong("counts-differ",
            "It states " + countsText(body.counts) + "; the log holds " + countsText(m_all) + ".");
    m_closed = true;
}

std::vector<std::pair<std::uint64_t, std::uint64_t>> Order::suspectedTwins()
{
    std::sort(m_commitments.begin(), m_commitments.end(), [](const Twin& a, const Twin& b) {
        return a.prefix != b.prefix ? a.prefix < b.prefix : a.index < b.index;
    });
    std::vector<std::pair<std::uint64_t, std::uint64_t>> twins;
    for (std::size_t i = 1; i < m_commitments.size(); ++i) {
        if (m_commitments[i].prefix == m_commitments[i - 1].prefix)
            twins.emplace_back(m_commitments[i - 1].index, m_commitments[i].index);
    }
    return twins;
}

Order::SessionCount* Order::openSession()
{
    if (m_sessions.empty() || m_sessions.back().lastIndex != 0)
        return nullptr;
    return &m_sessions.back();
}

void Order::say(Finding::Severity severity, std::string kind, std::string what)
{
    m_report({severity, std::move(kind), {}, m_index, std::move(what)});
}

void Order::wrong(std::string kind, std::string what)
{
    say(Finding::Severity::Failure, std::move(kind), std::move(what));
}

} // namespace ikrar::audit
