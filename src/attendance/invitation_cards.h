#pragma once

#include "attendance/delivery.h"
#include "attendance/paper_facts.h"
#include "ledger/invitations.h"

namespace ikrar::attendance {

/// One card.
struct Invitee {
    std::string name;
    std::string unit; ///< id
    ledger::InvitationToken token{};
};

struct CardOptions {
    HeldSession session; ///< that the cards invite to
    bool rehearsal = false;
};

/// Invitation cards as a PDF: eight on A4, with marks to cut along. A card holds no number of a
/// person: name, unit, place and time, the token's QR, what to bring and whom to call. What the
/// ceremony file leaves open is a dotted line. Errors: as writePaper.
[[nodiscard]] Result<void> writeInvitationCards(Sink& sink, const pledge::Ceremony& ceremony,
    const std::vector<Invitee>& invitees, const CardOptions& options);

} // namespace ikrar::attendance
