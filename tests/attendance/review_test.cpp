#include "attendance/review.h"
#include "ledger/fixture.h"

namespace ikrar::tests {

using attendance::ReviewedSign;
using Kind = ReviewedSign::Kind;

namespace {

pledge::Declaration own(unsigned number)
{
    auto made = declaration(number);
    const int at = static_cast<int>(number);
    made.ink = pledge::encodeInk({1200, 450, {{{100 + at, 100}, {200, 200 + at}, {300, 90}}}});
    return made;
}

struct ReviewFixture : StoreFixture {
    ReviewFixture() : ledger(create()) { must(ledger->startSession(1)); }

    std::uint64_t sign(const pledge::Declaration& declaration, std::int64_t after)
    {
        clock.time.seconds += after;
        return must(ledger->sign(declaration)).index;
    }

    [[nodiscard]] std::vector<ReviewedSign> signs() const
    {
        return must(attendance::review(*attendance::recordsOf(*ledger)));
    }

    std::unique_ptr<ledger::Ledger> ledger;
};

std::vector<std::uint64_t> indices(const ReviewedSign& sign)
{
    std::vector<std::uint64_t> all;
    for (const auto& entry : sign.entries)
        all.push_back(entry.index);
    return all;
}

} // namespace

TEST_CASE("people who sign for themselves leave no sign of anything else", "[attendance]")
{
    ReviewFixture fixture;
    for (unsigned number = 0; number < 20; ++number)
        fixture.sign(own(number), number % 4 == 0 ? 5 : 15);
    CHECK(fixture.signs().empty());
}

TEST_CASE("a kiosk at a tempo that nobody signs at is a sign, from five in a row", "[attendance]")
{
    ReviewFixture fixture;
    for (unsigned number = 0; number < 4; ++number)
        fixture.sign(own(number), number == 0 ? 60 : 5);
    CHECK(fixture.signs().empty());
    std::vector<std::uint64_t> run;
    for (unsigned number = 10; number < 15; ++number)
        run.push_back(fixture.sign(own(number), number == 10 ? 6 : 5));
    fixture.sign(own(30), 6);
    const auto signs = fixture.signs();
    REQUIRE(signs.size() == 1);
    CHECK(signs[0].kind == Kind::Tempo);
    CHECK(indices(signs[0]) == run);
    CHECK(signs[0].count == 5);
}

TEST_CASE("ink that is the same to the byte is a sign, no ink is none", "[attendance]")
{
    ReviewFixture fixture;
    auto copied = own(2);
    copied.ink = own(1).ink;
    auto blank = own(3);
    blank.ink = pledge::encodeInk({});
    auto blankToo = own(4);
    blankToo.ink = blank.ink;
    const auto first = fixture.sign(own(1), 60);
    fixture.sign(blank, 60);
    fixture.sign(blankToo, 60);
    const auto second = fixture.sign(copied, 60);
    const auto signs = fixture.signs();
    REQUIRE(signs.size() == 1);
    CHECK(signs[0].kind == Kind::SameInk);
    CHECK(indices(signs[0]) == std::vector{first, second});
    CHECK(signs[0].entries[0].kiosk == "kiosk-1");
    must(fixture.ledger->voidEntry(second, pledge::Reason::Other));
    CHECK(fixture.signs().empty());
}

TEST_CASE("one person twice is a sign, a voided entry is not counted", "[attendance]")
{
    ReviewFixture fixture;
    auto again = own(2);
    again.identity = own(1).identity;
    const auto first = fixture.sign(own(1), 60);
    const auto second = fixture.sign(again, 60);
    const auto signs = fixture.signs();
    REQUIRE(signs.size() == 1);
    CHECK(signs[0].kind == Kind::Twice);
    CHECK(indices(signs[0]) == std::vector{first, second});
    must(fixture.ledger->voidEntry(first, pledge::Reason::Duplicate));
    CHECK(fixture.signs().empty());
}

TEST_CASE("a long run is counted whole and named in part", "[attendance]")
{
    ReviewFixture fixture;
    for (unsigned number = 0; number < attendance::maxReviewedEntries + 7; ++number)
        fixture.sign(own(number), 1);
    const auto signs = fixture.signs();
    REQUIRE(signs.size() == 1);
    CHECK(signs[0].entries.size() == attendance::maxReviewedEntries);
    CHECK(signs[0].count == attendance::maxReviewedEntries + 7);
}

} // namespace ikrar::tests
