#include "ledger/fixture.h"
#include "ledger/invitations.h"

namespace ikrar::tests {

using ledger::invitationText;
using ledger::parseInvitation;

TEST_CASE(
    "an invitation is one person's, the same on a reprint, and read back from its card", "[ledger]")
{
    StoreFixture fixture;
    std::string first;
    {
        const auto store = fixture.create();
        const std::vector people{nip(1), nip(2), nip(1)};
        const auto tokens = must(store->invitations().issue(people));
        REQUIRE(tokens.size() == 3);
        CHECK(tokens[0] == tokens[2]);
        CHECK(tokens[0] != tokens[1]);
        first = invitationText(tokens[0]);
    }
    const auto store = fixture.open(ledger::Ledger::Mode::Read);
    const std::vector person{nip(1)};
    CHECK(invitationText(must(store->invitations().issue(person)).front()) == first);
    CHECK(must(store->invitations().find(parseInvitation(first).value())) == nip(1));
    CHECK_FALSE(must(store->invitations().find({})).has_value());
}

TEST_CASE("a revoked invitation leads to nobody, and the next card has another", "[ledger]")
{
    StoreFixture fixture;
    const auto store = fixture.create();
    const std::vector person{nip(1)};
    const auto lost = must(store->invitations().issue(person)).front();
    must(store->invitations().revoke(nip(1)));
    must(store->invitations().revoke(nip(2)));
    CHECK_FALSE(must(store->invitations().find(lost)).has_value());
    CHECK(must(store->invitations().issue(person)).front() != lost);
}

TEST_CASE("an invitation's text is what QR writes in five and a half bits a character, and may be "
          "typed",
    "[ledger]")
{
    const ledger::InvitationToken token{
        0xff, 0, 0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc, 0xde, 0xf0, 1, 2, 3, 4, 5, 6};
    const std::string text = invitationText(token);
    CHECK(text.size() == 41);
    CHECK(text.starts_with("IKRAR-UNDANGAN:"));
    CHECK(text.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
        == std::string::npos);
    CHECK(parseInvitation(text) == token);

    std::string typed = "ikrar-undangan:";
    for (std::size_t at = 15; at < text.size(); ++at)
        typed
            += (at % 4 == 0 ? " " : "") + std::string(1, static_cast<char>(std::tolower(text[at])));
    CHECK(parseInvitation(typed) == token);

    CHECK(parseInvitation("").error().kind == Error::Kind::Malformed);
    CHECK(parseInvitation("IKRAR-UNDANGAN").error().kind == Error::Kind::Malformed);
    CHECK(parseInvitation(text.substr(15)).error().kind == Error::Kind::Malformed);
    CHECK(parseInvitation(text + "0").error().kind == Error::Kind::Malformed);
    std::string spare = text;
    spare.back() = '1';
    CHECK(parseInvitation(spare).error().kind == Error::Kind::NotCanonical);
}

} // namespace ikrar::tests
