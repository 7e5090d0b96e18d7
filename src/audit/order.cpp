#include "audit/order.h"

#include <algorithm>
#include <map>
#include <utility>

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
    m_memory.isSigned.push_back(false);
    m_memory.isVoided.push_back(false);
    if (index == 0 && !std::holds_alternative<pledge::Opened>(entry.body))
        wrong("not-opened", "The first entry of a log must be `opened`.");
    if (m_memory.closed && !std::holds_alternative<pledge::Voided>(entry.body))
        wrong("after-closed", "After `closed` only voidings may follow.");
    if (entry.time.seconds < m_memory.time)
        say(Finding::Severity::Note, "time-backwards",
            "Its time lies " + std::to_string(m_memory.time - entry.time.seconds)
                + " s before an earlier entry's: the kiosk's clock was set back.");
    m_memory.time = std::max(m_memory.time, entry.time.seconds);
    std::visit([this](const auto& body) { check(body); }, entry.body);
}

void Order::skip(std::uint64_t index)
{
    m_index = index;
    m_memory.isSigned.push_back(false);
    m_memory.isVoided.push_back(false);
    m_incomplete = true;
    m_sessionUnknown = true;
}

void Order::check(const pledge::Opened& /*body*/)
{
    if (m_index != 0)
        wrong("opened-again", "Only the first entry of a log may be `opened`.");
}

void Order::check(const pledge::Signed& body)
{
    m_memory.isSigned.back() = true;
    ++m_memory.all.signedEntries;
    m_memory.commitments.push_back(prefixOf(body.commitment));
    OrderMemory::Session* session = openSession();
    if (session == nullptr || session->number != body.session) {
        if (!m_sessionUnknown)
            wrong("outside-session",
                "It was signed for session " + std::to_string(body.session)
                    + ", which was not open.");
        return;
    }
    m_sessionUnknown = false;
    ++session->counts.signedEntries;
}

void Order::check(const pledge::Voided& body)
{
    if (body.index >= m_index || !m_memory.isSigned[body.index]) {
        if (!m_incomplete || body.index >= m_index)
            wrong("voids-nothing",
                "It voids entry " + std::to_string(body.index)
                    + ", which is no earlier signature.");
        return;
    }
    if (m_memory.isVoided[body.index]) {
        wrong("voided-again", "Entry " + std::to_string(body.index) + " was voided before.");
        return;
    }
    m_memory.isVoided[body.index] = true;
    ++m_memory.all.voidedEntries;
    for (OrderMemory::Session& session : m_memory.sessions) {
        const bool ended = session.lastIndex != 0;
        if (body.index > session.firstIndex && (!ended || body.index < session.lastIndex))
            ++session.counts.voidedEntries;
    }
}

void Order::check(const pledge::SessionStart& body)
{
    if (openSession() != nullptr && !m_sessionUnknown)
        wrong("session-in-session",
            "Session " + std::to_string(body.session) + " starts while another one is open.");
    m_sessionUnknown = false;
    const auto same
        = [&body](const OrderMemory::Session& session) { return session.number == body.session; };
    if (std::any_of(m_memory.sessions.begin(), m_memory.sessions.end(), same))
        wrong("session-again",
            "Session " + std::to_string(body.session)
                + " was held before: a follow-up has a number of its own.");
    m_memory.sessions.push_back({body.session, m_index, 0, {}});
}

void Order::check(const pledge::SessionEnd& body)
{
    OrderMemory::Session* session = openSession();
    const bool known = !std::exchange(m_sessionUnknown, false);
    if (session == nullptr || session->number != body.session) {
        if (known)
            wrong("ends-nothing",
                "Session " + std::to_string(body.session) + " ends, but it was not open.");
        else if (session != nullptr)
            session->lastIndex = m_index;
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
    if (openSession() != nullptr && !m_sessionUnknown)
        wrong("closed-in-session", "The log was closed while a session was open.");
    if (!m_incomplete && body.counts != m_memory.all)
        wrong("counts-differ",
            "It states " + countsText(body.counts) + "; the log holds " + countsText(m_memory.all)
                + ".");
    m_memory.closed = true;
}

std::vector<std::pair<std::uint64_t, std::uint64_t>> Order::suspectedTwins() const
{
    std::vector<std::uint64_t> sorted = m_memory.commitments;
    std::sort(sorted.begin(), sorted.end());
    std::map<std::uint64_t, std::optional<std::uint64_t>> lastWith; ///< of what stands twice
    for (auto twice = sorted.begin();
         (twice = std::adjacent_find(twice, sorted.end())) != sorted.end(); ++twice)
        lastWith.try_emplace(*twice);

    std::vector<std::pair<std::uint64_t, std::uint64_t>> twins;
    auto commitment = m_memory.commitments.begin();
    for (std::uint64_t index = 0; !lastWith.empty() && index < m_memory.isSigned.size(); ++index) {
        if (!m_memory.isSigned[index])
            continue;
        if (const auto found = lastWith.find(*commitment++); found != lastWith.end()) {
            if (found->second)
                twins.emplace_back(*found->second, index);
            found->second = index;
        }
    }
    return twins;
}

OrderMemory::Session* Order::openSession()
{
    if (m_memory.sessions.empty() || m_memory.sessions.back().lastIndex != 0)
        return nullptr;
    return &m_memory.sessions.back();
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
