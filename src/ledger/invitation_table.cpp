#include "ledger/invitation_table.h"

#include "crypto/random.h"
#include "pledge/commitment.h"

#include <algorithm>

namespace ikrar::ledger {

namespace {

constexpr std::string_view prefix = "IKRAR-UNDANGAN:";

bool isPrefix(std::string_view typed)
{
    const auto upper
        = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
    return std::equal(typed.begin(), typed.end(), prefix.begin(), prefix.end(),
        [&](char one, char other) { return upper(one) == other; });
}

} // namespace

std::string invitationText(const InvitationToken& token)
{
    // A token has the size and the digits of a matching code, which people read and so is grouped.
    std::string digits = pledge::matchingCode(token);
    std::erase(digits, '-');
    return std::string(prefix) + digits;
}

Result<InvitationToken> parseInvitation(std::string_view text)
{
    if (!isPrefix(text.substr(0, prefix.size())))
        return fail(Error::Kind::Malformed, "this is no invitation of Ikrar");
    return pledge::parseMatchingCode(text.substr(prefix.size()));
}

InvitationTable::InvitationTable(const Database& database, StopState& stops)
    : m_database(database)
    , m_stops(stops)
    , m_token(
          database, QStringLiteral("SELECT token FROM invitations WHERE kind = ? AND value = ?"))
    , m_person(database, QStringLiteral("SELECT kind, value FROM invitations WHERE token = ?"))
    , m_insert(
          database, QStringLiteral("INSERT INTO invitations (token, kind, value) VALUES (?, ?, ?)"))
    , m_delete(database, QStringLiteral("DELETE FROM invitations WHERE kind = ? AND value = ?"))
{
}

Result<std::vector<InvitationToken>> InvitationTable::issue(
    std::span<const pledge::Identity> people)
{
    if (auto may = m_stops.mayWrite(); !may)
        return tl::unexpected(may.error());
    static_cast<void>(m_database.takeFailure());
    auto tokens = issueAll(people);
    if (const auto failure = m_database.takeFailure(); !tokens && failure)
        m_stops.failed(*failure);
    return tokens;
}

Result<std::vector<InvitationToken>> InvitationTable::issueAll(
    std::span<const pledge::Identity> people)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    std::vector<InvitationToken> tokens;
    tokens.reserve(people.size());
    for (const pledge::Identity& person : people) {
        const auto token = issueOne(person);
        if (!token)
            return tl::unexpected(token.error());
        tokens.push_back(*token);
    }
    return transaction->commit().map([&] { return std::move(tokens); });
}

Result<InvitationToken> InvitationTable::issueOne(const pledge::Identity& person)
{
    const auto known = tokenOf(person);
    if (!known)
        return tl::unexpected(known.error());
    if (*known)
        return **known;
    const auto token = crypto::randomBytes<InvitationToken{}.size()>();
    return m_insert.run(BytesView(token), code(person.kind), person.value).map([&] {
        return token;
    });
}

Result<std::optional<InvitationToken>> InvitationTable::tokenOf(
    const pledge::Identity& person) const
{
    auto rows = m_token.select(code(person.kind), person.value);
    if (!rows)
        return tl::unexpected(rows.error());
    const auto found = rows->next();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    const Bytes bytes = rows->bytes(0);
    InvitationToken token{};
    if (bytes.size() != token.size())
        return fail(Error::Kind::Malformed, "ikrar.sqlite: an invitation has no token of 16 bytes");
    std::copy(bytes.begin(), bytes.end(), token.begin());
    return token;
}

Result<std::optional<pledge::Identity>> InvitationTable::find(const InvitationToken& token) const
{
    if (auto may = m_stops.mayRead(); !may)
        return tl::unexpected(may.error());
    auto rows = m_person.select(BytesView(token));
    if (!rows)
        return tl::unexpected(rows.error());
    const auto found = rows->next();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    const auto kind = pledge::identityKindFromCode(rows->text(0));
    if (!kind)
        return fail(Error::Kind::Malformed, "ikrar.sqlite: an invitation has no known kind");
    return pledge::Identity{*kind, rows->text(1)};
}

Result<void> InvitationTable::revoke(const pledge::Identity& person)
{
    if (auto may = m_stops.mayWrite(); !may)
        return may;
    static_cast<void>(m_database.takeFailure());
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto revoked = m_delete.run(code(person.kind), person.value).and_then([&] {
        return transaction->commit();
    });
    if (const auto failure = m_database.takeFailure(); !revoked && failure)
        m_stops.failed(*failure);
    return revoked;
}

} // namespace ikrar::ledger
