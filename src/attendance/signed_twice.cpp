#include "attendance/signed_twice.h"

#include "ledger/query.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace ikrar::attendance {

namespace {

using ledger::Rows;
using ledger::Statement;

constexpr std::size_t idDigits = 8;

std::string hexOf(tlog::KeyId id)
{
    constexpr unsigned byteBits = 8;
    std::array<std::uint8_t, sizeof(id)> bytes{};
    for (std::size_t i = bytes.size(); i-- > 0; id >>= byteBits)
        bytes.at(i) = static_cast<std::uint8_t>(id);
    return base::toHex(bytes);
}

/// Who is meant, and whose decision stands.
constexpr const char* several
    = "SELECT r.ceremony, r.kind, r.value, r.log, r.entry_index, r.time, r.session, r.name, r.unit,"
      " d.decided_by, r.ink, r.method, d.reason, d.time FROM register r"
      " JOIN (SELECT ceremony, kind, value FROM register WHERE voided_by IS NULL"
      " GROUP BY ceremony, kind, value HAVING COUNT(*) > 1) twice"
      " ON twice.ceremony = r.ceremony AND twice.kind = r.kind AND twice.value = r.value"
      " LEFT JOIN decisions d ON d.log = r.log AND d.entry_index = r.entry_index"
      " WHERE r.voided_by IS NULL"
      " ORDER BY r.ceremony, r.kind, r.value, r.time, r.log, r.entry_index";

class Reader
{
public:
    explicit Reader(const std::vector<GatheredLog>& logs)
    {
        for (const GatheredLog& log : logs)
            m_logs.emplace(log.number, &log);
    }

    Result<void> take(const Rows& row)
    {
        const auto kind = pledge::identityKindFromCode(row.text(1));
        const auto log = m_logs.find(row.number(3));
        if (!kind || log == m_logs.end())
            return fail(Error::Kind::Malformed, "The store has a row of nobody or of no log.");
        const pledge::Identity identity{*kind, row.text(2)};
        if (m_people.empty() || m_people.back().ceremony != row.number(0)
            || m_people.back().identity != identity) {
            SignedTwice next;
            next.ceremony = row.number(0);
            next.identity = identity;
            m_people.push_back(std::move(next));
            m_inks.clear();
        }
        SignedTwice& person = m_people.back();
        Bytes ink = row.bytes(10);
        person.sameInk = person.sameInk || (ink.size() > emptyInk && !m_inks.insert(ink).second);
        person.entries.push_back({log->first, log->second->key, log->second->kiosk, row.number(4),
            static_cast<std::int64_t>(row.number(5)), row.number(6), row.text(7), row.text(8),
            static_cast<pledge::Method>(row.number(11)), std::move(ink), false, !row.isNull(9)});
        if (!row.isNull(9)) {
            person.decidedBy = row.text(9);
            person.reason = row.text(12);
            person.decidedAt = static_cast<std::int64_t>(row.number(13));
        }
        return {};
    }

    [[nodiscard]] std::vector<SignedTwice> all() { return std::move(m_people); }

private:
    static constexpr std::size_t emptyInk = 5; ///< `[1, 0, 0, []]`, which many have

    std::vector<SignedTwice> m_people;
    std::map<std::uint64_t, const GatheredLog*> m_logs;
    std::set<Bytes> m_inks; ///< of the person being read
};

void markCounting(SignedTwice& person)
{
    const auto decided = std::find_if(person.entries.begin(), person.entries.end(),
        [](const OneOfSeveral& entry) { return entry.decided; });
    (decided == person.entries.end() ? person.entries.front() : *decided).counts = true;
}

/// The row of the log whose key ID the handle names, and the index.
struct Handle {
    tlog::KeyId key = 0;
    std::uint64_t index = 0;
};

Result<Handle> parseHandle(std::string_view text)
{
    const auto bad = [] {
        return fail(
            Error::Kind::Invalid, "An entry is named as the list of conflicts does: 1a2b3c4d:17.");
    };
    const std::size_t colon = text.find(':');
    if (colon != idDigits)
        return bad();
    const auto id = base::fromHex(text.substr(0, colon));
    const auto index = base::parseDecimal(text.substr(colon + 1));
    if (!id || !index)
        return bad();
    constexpr unsigned byteBits = 8;
    Handle handle{0, *index};
    for (const std::uint8_t byte : *id)
        handle.key = handle.key << byteBits | byte;
    return handle;
}

/// The person with this entry among several. Errors: Missing, Invalid.
Result<std::pair<SignedTwice, std::size_t>> find(
    const std::vector<SignedTwice>& people, const Handle& handle)
{
    std::optional<std::pair<SignedTwice, std::size_t>> found;
    for (const SignedTwice& person : people) {
        for (std::size_t i = 0; i < person.entries.size(); ++i) {
            const OneOfSeveral& entry = person.entries[i];
            if (entry.index != handle.index || entry.key.id() != handle.key)
                continue;
            if (found)
                return fail(Error::Kind::Invalid,
                    "Two logs share that key ID: decide on another entry of the person.");
            found = {person, i};
        }
    }
    if (!found)
        return fail(Error::Kind::Missing, "No person who signed twice has that entry.");
    return std::move(*found);
}

} // namespace

std::string OneOfSeveral::handle() const
{
    return hexOf(key.id()) + ":" + std::to_string(index);
}

Result<std::vector<SignedTwice>> signedTwice(const Gathering& gathering)
{
    const auto logs = gathering.logs();
    if (!logs)
        return tl::unexpected(logs.error());
    Reader reader(*logs);
    Statement statement(gathering.database(), QString::fromUtf8(several));
    auto read = eachRow(statement.select(), [&](const Rows& row) { return reader.take(row); });
    if (!read)
        return tl::unexpected(read.error());
    std::vector<SignedTwice> people = reader.all();
    for (SignedTwice& person : people)
        markCounting(person);
    std::stable_sort(people.begin(), people.end(), [](const SignedTwice& a, const SignedTwice& b) {
        return a.entries.front().time < b.entries.front().time;
    });
    return people;
}

Result<TwiceCount> countSignedTwice(const Gathering& gathering)
{
    Statement statement(gathering.database(),
        QStringLiteral("SELECT COUNT(*), COUNT(CASE WHEN decided = 0 THEN 1 END) FROM"
                       " (SELECT COUNT(d.log) AS decided FROM register r"
                       " LEFT JOIN decisions d ON d.log = r.log AND d.entry_index = r.entry_index"
                       " WHERE r.voided_by IS NULL GROUP BY r.ceremony, r.kind, r.value"
                       " HAVING COUNT(*) > 1) people"));
    return oneRow(statement.select(), [](const Rows& row) {
        return TwiceCount{row.number(0), row.number(1)};
    }).map([](std::optional<TwiceCount> count) { return count.value_or(TwiceCount()); });
}

namespace {

/// The person meant, without the decision on them, which goes with the transaction that the caller
/// commits.
Result<std::pair<SignedTwice, std::size_t>> withoutDecision(
    const Gathering& gathering, std::string_view handle)
{
    const auto meant = parseHandle(handle);
    if (!meant)
        return tl::unexpected(meant.error());
    auto found = signedTwice(gathering).and_then(
        [&](const std::vector<SignedTwice>& people) { return find(people, *meant); });
    if (!found)
        return found;
    SignedTwice& person = found->first;
    Statement forget(gathering.database(),
        QStringLiteral("DELETE FROM decisions WHERE log = ? AND entry_index = ?"));
    for (OneOfSeveral& entry : person.entries) {
        if (auto forgotten = forget.run(entry.log, entry.index); !forgotten)
            return tl::unexpected(forgotten.error());
        entry.decided = entry.counts = false;
    }
    person.decidedBy.clear();
    person.reason.clear();
    person.decidedAt = 0;
    return found;
}

Result<void> checkDecision(const Decision& decision)
{
    constexpr std::size_t maxName = 256;
    constexpr std::size_t maxReason = 512;
    if (decision.by.empty() || decision.by.size() > maxName)
        return fail(Error::Kind::Invalid, "Who decides needs a name, of at most 256 bytes.");
    if (decision.reason.size() > maxReason || decision.reason.find('\n') != std::string::npos)
        return fail(Error::Kind::Invalid, "The reason is one line, of at most 512 bytes.");
    return {};
}

} // namespace

Result<SignedTwice> decide(
    const Gathering& gathering, std::string_view handle, const Decision& decision)
{
    if (auto checked = checkDecision(decision); !checked)
        return tl::unexpected(checked.error());
    auto transaction = ledger::Transaction::begin(gathering.database());
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto found = withoutDecision(gathering, handle);
    if (!found)
        return tl::unexpected(found.error());
    SignedTwice& person = found->first;
    OneOfSeveral& chosen = person.entries[found->second];
    chosen.decided = chosen.counts = true;
    person.decidedBy = decision.by;
    person.reason = decision.reason;
    person.decidedAt = decision.time.seconds;
    Statement keep(gathering.database(),
        QStringLiteral("INSERT INTO decisions (log, entry_index, decided_by, time, reason)"
                       " VALUES (?, ?, ?, ?, ?)"));
    return keep.run(chosen.log, chosen.index, decision.by, decision.time.seconds, decision.reason)
        .and_then([&] { return transaction->commit(); })
        .map([&] { return person; });
}

Result<SignedTwice> undecide(const Gathering& gathering, std::string_view handle)
{
    auto transaction = ledger::Transaction::begin(gathering.database());
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto found = withoutDecision(gathering, handle);
    if (!found)
        return tl::unexpected(found.error());
    markCounting(found->first);
    return transaction->commit().map([&] { return std::move(found->first); });
}

} // namespace ikrar::attendance
