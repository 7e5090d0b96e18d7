#pragma once

#include "ledger/database.h"
#include "ledger/invitations.h"
#include "ledger/stop_state.h"

namespace ikrar::ledger {

class InvitationTable final : public Invitations
{
public:
    InvitationTable(const Database& database, StopState& stops);

    [[nodiscard]] Result<std::vector<InvitationToken>> issue(
        std::span<const pledge::Identity> people) override;
    [[nodiscard]] Result<std::optional<pledge::Identity>> find(
        const InvitationToken& token) const override;
    [[nodiscard]] Result<void> revoke(const pledge::Identity& person) override;

private:
    [[nodiscard]] Result<std::vector<InvitationToken>> issueAll(
        std::span<const pledge::Identity> people);
    [[nodiscard]] Result<std::optional<InvitationToken>> tokenOf(
        const pledge::Identity& person) const;
    [[nodiscard]] Result<InvitationToken> issueOne(const pledge::Identity& person);

    const Database& m_database;
    StopState& m_stops;

    mutable Statement m_token;
    mutable Statement m_person;
    Statement m_insert;
    Statement m_delete;
};

} // namespace ikrar::ledger
