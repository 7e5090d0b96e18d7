#include "ledger/fixture.h"

using namespace ikrar;
using namespace ikrar::tests;
using ledger::Act;
using ledger::Official;

namespace {

const Official first{"Peserta Contoh 001", "Ketua panitia"};
const Official second{"Peserta Contoh 002", "Sekretaris"};

pledge::Declaration walkIn()
{
    auto made = declaration();
    made.walkIn = true;
    return made;
}

} // namespace

TEST_CASE("who stands behind an entry is kept with it, in order", "[ledger]")
{
    StoreFixture fixture;
    auto ledger = fixture.create();
    must(ledger->startSession(1, std::span(&first, 1)));
    const auto entry = must(ledger->sign(declaration())).index;
    const auto voiding
        = must(ledger->voidEntry(entry, pledge::Reason::Test, std::span(&second, 1))).index;
    const auto end = must(ledger->endSession(std::span(&first, 1))).index;
    const std::vector both{second, first};
    const auto closing = must(ledger->close(both)).index;
    ledger = fixture.open(ledger::Ledger::Mode::Read);
    const auto time = fixture.clock.time.seconds;
    using Acts = std::vector<ledger::OfficialAct>;
    CHECK(must(ledger->officials().all(Act::SessionStart))
        == Acts{{1, Act::SessionStart, first, time}});
    CHECK(must(ledger->officials().all(Act::Void)) == Acts{{voiding, Act::Void, second, time}});
    CHECK(must(ledger->officials().all(Act::SessionEnd))
        == Acts{{end, Act::SessionEnd, first, time}});
    CHECK(must(ledger->officials().all(Act::Close))
        == Acts{{closing, Act::Close, second, time}, {closing, Act::Close, first, time}});
}

TEST_CASE("what nobody is named for has no officials", "[ledger]")
{
    StoreFixture fixture;
    auto ledger = fixture.create();
    must(ledger->startSession(1));
    CHECK(must(ledger->officials().all(Act::SessionStart)).empty());
}

TEST_CASE("with a name that cannot stand, or one twice, nothing is done", "[ledger]")
{
    StoreFixture fixture;
    auto ledger = fixture.create();
    for (const auto& by : std::vector<std::vector<Official>>{{first, first}, {{"", "Panitia"}},
             {{"Peserta Contoh 001", ""}}, {{"a\nb", "Panitia"}}, {{std::string(129, 'a'), "b"}}}) {
        CHECK(ledger->startSession(1, by).error().kind == Error::Kind::Invalid);
    }
    CHECK_FALSE(must(ledger->status()).openSession);
}

TEST_CASE("a walk-in is identified once, and nobody else is one", "[ledger]")
{
    StoreFixture fixture;
    auto ledger = fixture.create();
    must(ledger->startSession(1));
    const auto index = must(ledger->sign(walkIn())).index;
    const auto listed = must(ledger->sign(declaration(2))).index;
    auto& officials = ledger->officials();
    must(officials.identified(index, first));
    CHECK(must(officials.all(Act::WalkIn))
        == std::vector<ledger::OfficialAct>{
            {index, Act::WalkIn, first, fixture.clock.time.seconds}});
    CHECK(officials.identified(index, second).error().kind == Error::Kind::Refused);
    CHECK(officials.identified(listed, first).error().kind == Error::Kind::Refused);
    CHECK(officials.identified(99, first).error().kind == Error::Kind::Missing);
}
