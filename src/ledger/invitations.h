#pragma once

#include "pledge/identity.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ikrar::ledger {

/// Exactly 16 random bytes that stand for one person on an invitation card. They say nothing of the
/// person to whoever has no store.
using InvitationToken = std::array<std::uint8_t, 16>;

/// What the card's QR holds: `IKRAR-UNDANGAN:` and the token in 26 Crockford base32 digits, low
/// bits zero: all of it within QR's alphanumeric set.
[[nodiscard]] std::string invitationText(const InvitationToken& token);
/// Spaces and hyphens among the digits are ignored, lower case is taken, O reads as 0, I and L as
/// 1: a card may be typed in. Errors: Malformed (no invitation), NotCanonical.
[[nodiscard]] Result<InvitationToken> parseInvitation(std::string_view text);

/// One token for each invited person, kept in the store and nowhere in the log.
class Invitations
{
public:
    Invitations() = default;
    Invitations(const Invitations&) = delete;
    Invitations& operator=(const Invitations&) = delete;
    Invitations(Invitations&&) = delete;
    Invitations& operator=(Invitations&&) = delete;
    virtual ~Invitations() = default;

    /// The token of each person, in their order; who has none gets one, in one transaction, so
    /// that a reprinted card is the same. Errors: NoSpace, ReadOnly, Io, Busy.
    [[nodiscard]] virtual Result<std::vector<InvitationToken>> issue(
        std::span<const pledge::Identity> people)
        = 0;
    /// Whose token this is; nothing for one that was never issued here, or revoked.
    [[nodiscard]] virtual Result<std::optional<pledge::Identity>> find(
        const InvitationToken& token) const = 0;
    /// A lost card is worth nothing from now on, and the next issue makes a new token. Nobody's
    /// token is no error. Errors: as issue.
    [[nodiscard]] virtual Result<void> revoke(const pledge::Identity& person) = 0;
};

} // namespace ikrar::ledger
