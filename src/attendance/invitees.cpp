#include "attendance/invitees.h"

#include "attendance/roster_people.h"

namespace ikrar::attendance {

Result<std::vector<Invitee>> inviteesOf(ledger::Ledger& ledger, const std::string& unit)
{
    const auto people = peopleByUnit(ledger, unit);
    if (!people)
        return tl::unexpected(people.error());
    std::vector<pledge::Identity> identities;
    identities.reserve(people->size());
    for (const ledger::RosterRow& person : *people)
        identities.push_back(person.identity);
    const auto tokens = ledger.invitations().issue(identities);
    if (!tokens)
        return tl::unexpected(tokens.error());
    std::vector<Invitee> invitees;
    invitees.reserve(people->size());
    for (std::size_t at = 0; at < people->size(); ++at)
        invitees.push_back({(*people)[at].name, (*people)[at].unit, (*tokens)[at]});
    return invitees;
}

} // namespace ikrar::attendance
