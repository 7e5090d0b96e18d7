#include "ledger/fixture.h"
#include "ledger/ledger.h"
#include "pledge/entry.h"

namespace ikrar::tests {

using ledger::Ledger;
using ledger::Stop;

namespace {

pledge::Body bodyOf(const Bytes& sealed)
{
    return must(pledge::decodeEntry(sealed)).entry.body;
}

} // namespace

TEST_CASE("a new store holds the opened entry and publishes it", "[ledger]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    const auto status = must(ledger->status());
    CHECK(status.size == 1);
    CHECK(status.publishedSize == 1);
    CHECK(status.rehearsal);
    CHECK(status.stop == Stop::None);
    CHECK_FALSE(status.openSession);
    const auto opened = std::get<pledge::Opened>(bodyOf(must(ledger->entry(0))));
    CHECK(opened.ceremony == ledger->ceremony().hash);
    CHECK(contents(fixture.log() / "ceremony.toml") == ledger->ceremony().toml);
    CHECK(contents(fixture.log() / "policy") == tlog::Policy::forLog(ledger->logKey()).text());
    CHECK(verdict(*ledger, must(ledger->receipt(0))) == receipt::Verdict::Rehearsal);
}

TEST_CASE("key and database are readable by their owner alone", "[ledger]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    must(ledger->startSession(1));
    using std::filesystem::perms;
    constexpr perms ownerOnly = perms::owner_read | perms::owner_write;
    for (const char* name : {"key.pem", "ikrar.sqlite", "ikrar.sqlite-wal", "ikrar.sqlite-shm"}) {
        INFO(name);
        CHECK(std::filesystem::status(fixture.data() / name).permissions() == ownerOnly);
    }
}

TEST_CASE("a directory that holds a store gets no second one", "[ledger]")
{
    StoreFixture fixture;
    const std::string origin = must(fixture.create()->status()).origin;
    const auto second = Ledger::create(fixture.wanted(), fixture.environment());
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == Error::Kind::Refused);
    CHECK(must(fixture.open()->status()).origin == origin);
}

TEST_CASE("a real log's key needs a passphrase and opens with that one alone", "[ledger]")
{
    StoreFixture fixture;
    auto wanted = fixture.wanted();
    wanted.rehearsal = false;
    const auto without = Ledger::create(wanted, fixture.environment());
    REQUIRE_FALSE(without);
    CHECK(without.error().kind == Error::Kind::Invalid);
    CHECK_FALSE(std::filesystem::exists(fixture.data() / "key.pem"));

    wanted.passphrase = "sepuluh kata";
    CHECK_FALSE(must(must(Ledger::create(wanted, fixture.environment()))->status()).rehearsal);
    fixture.passphrase = "another";
    const auto wrong = Ledger::open(fixture.data(), Ledger::Mode::Sign, fixture.environment());
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().kind == Error::Kind::Invalid);
    fixture.passphrase = wanted.passphrase;
    CHECK(must(fixture.open()->status()).stop == Stop::None);
}

TEST_CASE("a lone declaration is issued at the tip and its receipt verifies", "[ledger]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    must(ledger->startSession(1));
    for (unsigned i = 0; i < 20; ++i) {
        const auto issued = must(ledger->sign(declaration(i)));
        CHECK(issued.index == i + 2);
        CHECK(issued.receipt.size == issued.index + 1);
        CHECK(issued.receipt.proof.size()
            == static_cast<std::size_t>(__builtin_popcountll(issued.index)));
        CHECK(verdict(*ledger, issued.receipt) == receipt::Verdict::Rehearsal);
        CHECK(must(ledger->receipt(issued.index)) == issued.receipt);
        const auto entry = must(pledge::decodeEntry(issued.receipt.entry)).entry;
        CHECK(entry.time == fixture.clock.time);
        CHECK(receipt::matches(entry, nip(i), issued.salt));
    }
}

TEST_CASE("declarations that wait together share one checkpoint", "[ledger]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    must(ledger->startSession(1));
    std::vector<pledge::Declaration> waiting;
    for (unsigned i = 0; i < 37; ++i)
        waiting.push_back(declaration(i));
    const auto issued = must(ledger->sign(waiting));
    REQUIRE(issued.size() == waiting.size());
    for (const auto& each : issued) {
        CHECK(each.receipt.size == 39);
        CHECK(verdict(*ledger, each.receipt) == receipt::Verdict::Rehearsal);
        CHECK(must(ledger->receipt(each.index)) == each.receipt);
    }
}

TEST_CASE("nobody signs outside a session", "[ledger]")
{
    StoreFixture fixture;
    const auto ledger = fixture.create();
    CHECK(ledger->sign(declaration()).error().kind == Error::Kind::Refused);
    must(ledger->startSession(1));
    must(ledger->sign(declaration()));
    must(ledger->endSession());
    CHECK(ledger->sign(declaration()).error().kind == Error::Kind::Refused);
    CHECK(must(ledger->status()).size == 4);
}

} // namespace ikrar::tests
