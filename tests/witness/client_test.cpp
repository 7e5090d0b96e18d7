#include "witness/client.h"
#include "witness/fixture.h"

namespace ikrar::tests {

using ledger::Ledger;
using ledger::Stop;
using witness::Answer;
using witness::Client;
using witness::Round;
using namespace std::chrono_literals;

namespace {

constexpr const char* realPassphrase = "sepuluh kata";

/// A witness as one policy line names it, and what its address leads to.
struct Peer {
    explicit Peer(std::string called, std::uint8_t seed)
        : name(std::move(called))
        , fixture(name, seed)
    {
    }

    std::string name;
    WitnessFixture fixture;
    std::unique_ptr<witness::Service> service;
    std::function<Result<Answer>(const std::string& body)> add; ///< instead of the service
    std::optional<Answer> shows; ///< to monitors, instead of what it cosigned
    int asked = 0;
    int lookedAt = 0;

    [[nodiscard]] tlog::VerifierKey key() const
    {
        return {name, tlog::KeyType::CosignatureV1, fixture.key().publicKey()};
    }
};

class PeerConnection final : public witness::Connection
{
public:
    explicit PeerConnection(Peer& peer) : m_peer(peer) { }
    Result<Answer> add(const std::string& body) override
    {
        ++m_peer.asked;
        return m_peer.add ? m_peer.add(body) : m_peer.service->addCheckpoint(body);
    }
    Result<Answer> checkpoint(const std::string& origin) override
    {
        ++m_peer.lookedAt;
        if (m_peer.shows)
            return *m_peer.shows;
        return m_peer.service->checkpoint(witness::monitoringPath(origin).substr(0, 64));
    }

private:
    Peer& m_peer;
};

Result<Answer> nobody(const std::string& /*body*/)
{
    return fail(Error::Kind::Io, "no answer");
}

/// A store in session, two witnesses, and a policy that wants both.
class WitnessedStore
{
public:
    explicit WitnessedStore(const std::string& quorum = "all", bool rehearsal = true)
    {
        auto wanted = store.wanted();
        wanted.rehearsal = rehearsal;
        wanted.passphrase = rehearsal ? "" : realPassphrase;
        store.passphrase = wanted.passphrase;
        ledger = must(Ledger::create(wanted, store.environment()));
        must(ledger->startSession(1));
        for (Peer* peer : {&first, &second}) {
            peer->fixture.trust(ledger->logKey());
            peer->service = peer->fixture.open();
        }
        policy = must(tlog::Policy::parse("log " + ledger->logKey().text() + "\nwitness "
            + first.name + " " + first.key().text() + " http://first.example\nwitness "
            + second.name + " " + second.key().text() + " http://second.example\ngroup both "
            + quorum + " " + first.name + " " + second.name + "\nquorum both\n"));
        must(base::replaceFile(
            base::systemFiles(), store.log() / "policy", base::asBytes(policy.text())));
        restartClient();
    }

    void restartClient()
    {
        client = std::make_unique<Client>(
            *ledger, must(ledger->policy()),
            [this](const std::string& url) -> Result<std::unique_ptr<witness::Connection>> {
                Peer& peer = url == "http://first.example" ? first : second;
                return std::unique_ptr<witness::Connection>(std::make_unique<PeerConnection>(peer));
            },
            [this] { return now; });
    }

    [[nodiscard]] Round round() const { return must(client->round()); }
    [[nodiscard]] receipt::Verdict verdictOf(std::uint64_t index) const
    {
        return receipt::verify(must(ledger->receipt(index)), policy).verdict;
    }
    [[nodiscard]] Stop stop() const { return must(ledger->status()).stop; }
    std::uint64_t sign() { return must(ledger->sign(declaration(m_people++))).index; }

    /// Puts the database back to what it was when `keep` was called, as a restored backup does.
    void keep()
    {
        ledger.reset();
        std::filesystem::copy_file(store.data() / "ikrar.sqlite", store.directory / "old",
            std::filesystem::copy_options::overwrite_existing);
        reopen();
    }
    void rollBack()
    {
        client.reset();
        ledger.reset();
        std::filesystem::copy_file(store.directory / "old", store.data() / "ikrar.sqlite",
            std::filesystem::copy_options::overwrite_existing);
        // The published files went back too: nothing on the machine tells.
        std::filesystem::remove(store.log() / "checkpoint");
        reopen();
    }
    void reopen()
    {
        client.reset();
        ledger = store.open();
        restartClient();
    }

    StoreFixture store;
    Peer first{"bawaslu.example", 201};
    Peer second{"inspektorat.example", 202};
    tlog::Policy policy = tlog::Policy::forLog({"none", {}, {}});
    std::unique_ptr<Ledger> ledger;
    std::unique_ptr<Client> client;
    std::chrono::steady_clock::time_point now{};

private:
    unsigned m_people = 0;
};

std::vector<std::string> namesOf(const tlog::Note& note)
{
    std::vector<std::string> names;
    for (const auto& signature : note.signatures)
        names.push_back(signature.name);
    return names;
}

} // namespace

TEST_CASE("both witnesses cosign one checkpoint, and the receipt is valid", "[witness]")
{
    WitnessedStore kiosk("all", false);
    const std::uint64_t index = kiosk.sign();
    CHECK(kiosk.verdictOf(index) == receipt::Verdict::ValidUnwitnessed);
    const Round round = kiosk.round();
    CHECK(round.cosigned);
    CHECK_FALSE(round.behind);
    for (const auto& standing : round.standings) {
        CHECK(standing.reached);
        CHECK(standing.size == 3);
        CHECK(standing.warning.empty());
    }
    CHECK(kiosk.verdictOf(index) == receipt::Verdict::Valid);
    CHECK(must(kiosk.ledger->receipt(index)).signatures.size() == 3);
    CHECK(must(kiosk.ledger->status()).cosignedSize == 3);
    CHECK(must(kiosk.ledger->witnessedSize(2)) == 3);
}

TEST_CASE("a witness that has cosigned the newest checkpoint is left in peace", "[witness]")
{
    WitnessedStore kiosk;
    static_cast<void>(kiosk.round());
    CHECK_FALSE(kiosk.round().cosigned);
    CHECK(kiosk.first.asked == 1);
    kiosk.sign();
    CHECK(kiosk.round().cosigned);
    CHECK(kiosk.first.asked == 2);
    kiosk.restartClient();
    CHECK_FALSE(kiosk.round().cosigned);
    CHECK(kiosk.first.asked == 2);
    CHECK(kiosk.first.lookedAt == 1); // once, whether it knows more than the store
    CHECK_FALSE(kiosk.round().cosigned);
    CHECK(kiosk.first.lookedAt == 1);
}

TEST_CASE("who does not know what a witness has learns it from the 409", "[witness]")
{
    WitnessedStore kiosk;
    // An answer that was lost on its way: the witness has cosigned, the store does not know.
    const auto newest = must(kiosk.ledger->newest());
    const witness::AddCheckpoint lost{0, {}, newest.checkpoint, newest.note};
    REQUIRE(kiosk.first.service->addCheckpoint(lost.text()).status == 200);
    kiosk.sign();
    const Round round = kiosk.round();
    CHECK(kiosk.first.asked == 2);
    CHECK(kiosk.second.asked == 1);
    CHECK_FALSE(round.behind);
    CHECK(round.standings[0].warning.empty());
}

TEST_CASE("while one is down the other is asked, and it catches up", "[witness]")
{
    WitnessedStore kiosk("any", false);
    kiosk.first.add = nobody;
    const std::uint64_t early = kiosk.sign();
    Round round = kiosk.round();
    CHECK(round.cosigned);
    CHECK(round.behind);
    CHECK_FALSE(round.standings[0].reached);
    CHECK(round.standings[0].warning == "Witness bawaslu.example: no answer");
    CHECK(round.standings[1].reached);
    CHECK(kiosk.verdictOf(early) == receipt::Verdict::Valid); // any is enough
    kiosk.first.add = nullptr;
    const std::uint64_t late = kiosk.sign();
    CHECK(kiosk.round().behind); // it is left alone for a second
    kiosk.now += 1s;
    round = kiosk.round();
    CHECK_FALSE(round.behind);
    CHECK(round.standings[0].size == late + 1);
    CHECK(must(kiosk.ledger->receipt(late)).signatures.size() == 3);
}

TEST_CASE("a receipt takes the smallest checkpoint that carries the quorum", "[witness]")
{
    WitnessedStore kiosk("all", false);
    kiosk.first.add = nobody;
    const std::uint64_t early = kiosk.sign();
    static_cast<void>(kiosk.round());
    CHECK(kiosk.verdictOf(early) == receipt::Verdict::ValidUnwitnessed);
    CHECK(must(kiosk.ledger->receipt(early)).size == early + 1); // with the one it has
    CHECK(must(kiosk.ledger->receipt(early)).signatures.size() == 2);
    kiosk.first.add = nullptr;
    kiosk.now += 1s;
    kiosk.sign();
    static_cast<void>(kiosk.round());
    CHECK(kiosk.verdictOf(early) == receipt::Verdict::Valid);
    CHECK(must(kiosk.ledger->receipt(early)).size == early + 2);
}

TEST_CASE("who fails is asked less and less often, up to once a minute", "[witness]")
{
    WitnessedStore kiosk;
    kiosk.first.add = nobody;
    for (const auto wait : {1s, 2s, 4s, 8s, 16s, 32s, 60s, 60s}) {
        const int before = kiosk.first.asked;
        static_cast<void>(kiosk.round());
        CHECK(kiosk.first.asked == before + 1);
        kiosk.now += wait - 1ms;
        static_cast<void>(kiosk.round());
        CHECK(kiosk.first.asked == before + 1);
        kiosk.now += 1ms;
    }
}

TEST_CASE("a bare 409, however large, and a bare 422 are warnings", "[witness]")
{
    WitnessedStore kiosk;
    const bool large = GENERATE(true, false);
    kiosk.first.add = [large](const std::string&) -> Result<Answer> {
        return large ? Answer{409, "9999999\n", witness::sizeType} : Answer{422, "no\n"};
    };
    const Round round = kiosk.round();
    CHECK(round.standings[0].warning
        == (large ? "Witness bawaslu.example: answered 409 and that it has 9999999 entries"
                  : "Witness bawaslu.example: answered 422"));
    CHECK(kiosk.first.lookedAt == 1); // what it shows proves nothing
    CHECK_FALSE(round.contradiction);
    CHECK(round.standings[1].reached);
    CHECK(kiosk.stop() == Stop::None);
    kiosk.sign();
}

TEST_CASE("what a witness shows must be signed by this log to stop it", "[witness]")
{
    WitnessedStore kiosk;
    SampleLog forged(kiosk.ledger->logKey().name, 7);
    forged.growTo(9'999);
    kiosk.first.add = [](const std::string&) -> Result<Answer> {
        return Answer{409, "9999\n", witness::sizeType};
    };
    kiosk.first.shows = Answer{200, forged.note().serialize()};
    CHECK_FALSE(kiosk.round().contradiction);
    CHECK(kiosk.stop() == Stop::None);
    CHECK_FALSE(std::filesystem::exists(kiosk.store.data() / "contradiction"));
}

TEST_CASE("answers that are no cosignature of this checkpoint are not kept", "[witness]")
{
    WitnessedStore kiosk;
    kiosk.second.add = nobody;
    std::string lines;
    SECTION("nothing") { }
    SECTION("no note")
    {
        lines = "<html>\n";
    }
    SECTION("another witness's")
    {
        lines = must(tlog::cosign(must(kiosk.ledger->newest()).checkpoint, 1, kiosk.first.name,
                         kiosk.second.fixture.key()))
                    .line();
    }
    SECTION("of another checkpoint")
    {
        auto other = must(kiosk.ledger->newest()).checkpoint;
        ++other.size;
        lines = must(tlog::cosign(other, 1, kiosk.first.name, kiosk.first.fixture.key())).line();
    }
    kiosk.first.add = [lines](const std::string&) -> Result<Answer> { return Answer{200, lines}; };
    const Round round = kiosk.round();
    CHECK_FALSE(round.cosigned);
    CHECK_FALSE(round.standings[0].reached);
    CHECK(must(kiosk.ledger->status()).cosignedSize == 0);
}

TEST_CASE("lines by keys that are not known are dropped", "[witness]")
{
    WitnessedStore kiosk;
    kiosk.second.add = nobody;
    kiosk.first.add = [&](const std::string& body) -> Result<Answer> {
        Answer answer = kiosk.first.service->addCheckpoint(body);
        answer.body.insert(0, tlog::NoteSignature{"stranger.example", 7, Bytes(72, 1)}.line());
        return answer;
    };
    CHECK(kiosk.round().cosigned);
    CHECK(must(kiosk.ledger->receipt(1)).signatures.size() == 2);
}

TEST_CASE("a store behind what a witness can prove stops, and stays stopped", "[witness]")
{
    WitnessedStore kiosk;
    kiosk.sign();
    kiosk.keep();
    kiosk.sign();
    kiosk.sign();
    static_cast<void>(kiosk.round());
    SECTION("with nothing new")
    {
        kiosk.rollBack();
    }
    SECTION("with another history")
    {
        kiosk.rollBack();
        kiosk.sign();
        kiosk.sign();
        kiosk.sign();
    }
    SECTION("with another history of the same size")
    {
        kiosk.rollBack();
        kiosk.sign();
        kiosk.sign();
    }
    CHECK(kiosk.stop() == Stop::None);
    const Round round = kiosk.round();
    REQUIRE(round.contradiction);
    CHECK(round.contradiction->witness == "bawaslu.example");
    CHECK_FALSE(round.cosigned);
    CHECK(kiosk.stop() == Stop::Contradicted);
    CHECK(kiosk.ledger->sign(declaration(50)).error().kind == Error::Kind::Refused);
    CHECK(kiosk.ledger->publish().error().kind == Error::Kind::Refused);
    // What proves it is kept, and anyone can check it.
    const std::string note = contents(kiosk.store.data() / "contradiction");
    CHECK(note == round.contradiction->note);
    CHECK(must(tlog::openCheckpoint(note, kiosk.ledger->logKey())).checkpoint.size == 5);
    // A restart without a network changes nothing.
    kiosk.reopen();
    CHECK(kiosk.stop() == Stop::Contradicted);
    CHECK(kiosk.ledger->sign(declaration(50)).error().kind == Error::Kind::Refused);
    CHECK(must(kiosk.ledger->receipt(2)).index == 2); // it can be read
}

TEST_CASE("what contradicted a store is no reason once it leads there", "[witness]")
{
    WitnessedStore kiosk;
    static_cast<void>(kiosk.round());
    const std::string held = must(kiosk.ledger->newest()).note.serialize();
    CHECK_FALSE(must(kiosk.ledger->confront(held, "bawaslu.example")));
    must(base::replaceFile(
        base::systemFiles(), kiosk.store.data() / "contradiction", base::asBytes(held)));
    kiosk.reopen();
    CHECK(kiosk.stop() == Stop::None);
    must(base::replaceFile(
        base::systemFiles(), kiosk.store.data() / "contradiction", base::asBytes("torn")));
    kiosk.reopen();
    CHECK(kiosk.stop() == Stop::None);
}

TEST_CASE("the published checkpoint carries what is cosigned of its size", "[witness]")
{
    WitnessedStore kiosk;
    const auto published = [&] {
        return must(tlog::openCheckpoint(
            contents(kiosk.store.log() / "checkpoint"), kiosk.ledger->logKey()));
    };
    must(kiosk.ledger->publish());
    CHECK(namesOf(published().note).size() == 1);
    static_cast<void>(kiosk.round());
    must(kiosk.ledger->publish());
    const auto note = published();
    CHECK(note.checkpoint.size == 2);
    REQUIRE(namesOf(note.note).size() == 3);
    for (const auto& witness : kiosk.policy.witnesses()) {
        const auto found = std::find_if(note.note.signatures.begin(), note.note.signatures.end(),
            [&](const auto& signature) { return signature.name == witness.key.name; });
        REQUIRE(found != note.note.signatures.end());
        CHECK(tlog::verifyCosignature(note.checkpoint, found->bytes, witness.key));
    }
    kiosk.sign();
    must(kiosk.ledger->publish());
    CHECK(
        published().checkpoint.size == 3); // never back to a smaller size for a cosignature's sake
    CHECK(namesOf(published().note).size() == 1);
    // A policy that its owner wrote stays as it is.
    CHECK(contents(kiosk.store.log() / "policy") == kiosk.policy.text());
    kiosk.reopen();
    must(kiosk.ledger->publish());
    CHECK(contents(kiosk.store.log() / "policy") == kiosk.policy.text());
}

TEST_CASE("a store that may keep nothing asks nobody", "[witness]")
{
    WitnessedStore kiosk;
    kiosk.store.machine.machine = "another";
    kiosk.reopen();
    CHECK(kiosk.stop() == Stop::Copy);
    CHECK(kiosk.round().behind);
    CHECK(kiosk.first.asked == 0);
}

} // namespace ikrar::tests
