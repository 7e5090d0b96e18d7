#include "kiosk/string_makers.h"
#include "kiosk/witnessing.h"
#include "receipt/verdict.h"

#include <QSignalSpy>

using namespace ikrar;
using namespace ikrar::kiosk;
using namespace ikrar::tests;
using Page = SigningSession::Page;

namespace {

void signAs(Kiosk& kiosk, const char* number)
{
    auto& session = *kiosk.session();
    session.start();
    session.identity()->type(QString::fromLatin1(number));
    session.confirmPerson();
    session.showPledge(true, true);
    session.acceptPledge();
    session.ink()->setFrame({120, 45});
    session.ink()->begin({10, 10});
    session.ink()->extend({60, 30});
    session.ink()->end();
    session.finishInk();
    session.finishInk();
    session.declare();
    until([&] { return session.page() == Page::Receipt; });
}

const char* const andi = "198609262015051001";
const char* const sitti = "199009132025242014";

/// Every code that the receipt on the screen had, in order.
class Codes
{
public:
    explicit Codes(ReceiptView& receipt)
    {
        m_connection = QObject::connect(&receipt, &ReceiptView::changed, [this, &receipt] {
            if (receipt.shown() && (seen.isEmpty() || seen.last() != receipt.text())) {
                seen << receipt.text();
            }
        });
    }
    Codes(const Codes&) = delete;
    Codes& operator=(const Codes&) = delete;
    Codes(Codes&&) = delete;
    Codes& operator=(Codes&&) = delete;
    ~Codes() { QObject::disconnect(m_connection); }

    QStringList seen;

private:
    QMetaObject::Connection m_connection;
};

receipt::Receipt receiptIn(const QString& code)
{
    return must(receipt::fromText(code.toStdString()));
}

void waitForWitness(Witnessed& at, int size)
{
    until([&] { return at.fixture.kiosk.state()->cosigned() >= size; });
}

} // namespace

TEST_CASE("a kiosk whose policy names no witness shows none", "[kiosk]")
{
    KioskFixture fixture;
    fixture.kiosk.state()->refresh();
    CHECK(fixture.kiosk.state()->witnesses() == 0);
    CHECK(fixture.kiosk.state()->cosigned() == 0);
}

TEST_CASE("the code of a receipt on the screen is replaced once, by a cosigned one", "[kiosk]")
{
    Witnessed at;
    auto& kiosk = at.fixture.kiosk;
    const Codes codes(*kiosk.session()->receipt());
    signAs(kiosk, andi);
    const auto number = kiosk.session()->receipt()->number();
    until([&] { return codes.seen.size() == 2; });
    const auto before = receiptIn(codes.seen[0]);
    const auto after = receiptIn(codes.seen[1]);
    CHECK(before.signatures.size() == 1); // nobody waited for a witness
    CHECK(after.signatures.size() == 2);
    CHECK(after.entry == before.entry);
    const auto finding = receipt::verify(after, at.policy());
    CHECK(finding.verdict == receipt::Verdict::Rehearsal);
    CHECK(finding.witnesses == std::vector<std::string>{"saksi.example"});
    CHECK(kiosk.session()->page() == Page::Receipt);
    CHECK(kiosk.session()->receipt()->number() == number);
    CHECK_FALSE(kiosk.session()->receipt()->copy());

    // Other commits and other cosignatures leave it as it is.
    must(at.fixture.ledger()->endSession());
    kiosk.state()->refresh();
    at.passAMinute();
    waitForWitness(at, 4);
    CHECK(codes.seen.size() == 2);
}

TEST_CASE("a matching code that is shown stays when the code is replaced", "[kiosk]")
{
    Witnessed at;
    waitForWitness(at, 2);
    at.witness.down = true;
    auto& kiosk = at.fixture.kiosk;
    signAs(kiosk, andi);
    kiosk.session()->receipt()->reveal();
    const auto code = kiosk.session()->receipt()->code();
    REQUIRE_FALSE(code.isEmpty());
    const auto text = kiosk.session()->receipt()->text();
    until([&] { return kiosk.state()->witnessesReached() == 0; });
    at.witness.down = false;
    at.passAMinute();
    until([&] { return kiosk.session()->receipt()->text() != text; });
    CHECK(kiosk.session()->receipt()->code() == code);
}

TEST_CASE("a kiosk signs on while a witness is away, and catches up", "[kiosk]")
{
    Witnessed at;
    auto& kiosk = at.fixture.kiosk;
    auto& state = *kiosk.state();
    waitForWitness(at, 2);
    CHECK(state.witnesses() == 1);
    until([&] { return state.witnessesReached() == 1; });
    at.witness.down = true;
    for (const char* number : {andi, sitti}) {
        signAs(kiosk, number);
        CHECK(receiptIn(kiosk.session()->receipt()->text()).signatures.size() == 1);
        kiosk.session()->finish();
    }
    until([&] { return state.witnessesReached() == 0; });
    state.refresh();
    CHECK(state.stop() == StoreState::Stop::None);
    CHECK(state.cosigned() == 2);
    CHECK(state.logSize() == 4);
    at.witness.down = false;
    at.passAMinute();
    waitForWitness(at, 4);
    until([&] { return state.witnessesReached() == 1; }); // told once the whole round has ended
    // Receipts that were shown before are given out cosigned.
    kiosk.session()->start();
    kiosk.session()->identity()->type(QString::fromLatin1(andi));
    REQUIRE(kiosk.session()->page() == Page::AlreadySigned);
    const auto copy = receiptIn(kiosk.session()->receipt()->text());
    CHECK(copy.signatures.size() == 2);
    CHECK(copy.index == 2);
    CHECK(copy.size == 4);
}

TEST_CASE("the published checkpoint gets the cosignature too", "[kiosk]")
{
    Witnessed at;
    waitForWitness(at, 2);
    const auto path = at.fixture.data() / "log" / "checkpoint";
    const auto signatures = [&] {
        const auto bytes = must(base::readFile(path, tlog::maxNoteSize));
        return must(tlog::Note::parse(base::asText(bytes))).signatures.size();
    };
    QSignalSpy changed(at.fixture.kiosk.state(), &StoreState::changed);
    while (signatures() != 2) {
        REQUIRE(changed.wait());
    }
}

TEST_CASE("a kiosk whose log was rewritten stops, and says so to the journal", "[kiosk]")
{
    Witnessed at({}, true);
    auto& kiosk = at.fixture.kiosk;
    until([&] { return kiosk.state()->stop() == StoreState::Stop::Contradicted; });
    CHECK(kiosk.session()->page() == Page::Stopped);
    CHECK_FALSE(kiosk.session()->canStart());
    CHECK_FALSE(kiosk.state()->stopMayPass());
    CHECK(kiosk.state()->stopDetail().toStdString()
        == "The checkpoint that saksi.example holds has 124 entries, the database 2: it was rolled "
           "back.");
    // A store that is opened later knows it without the witness.
    CHECK(must(at.fixture.ledger()->status()).stop == ledger::Stop::Contradicted);
}

TEST_CASE("a policy that cannot be read keeps nobody from signing", "[kiosk]")
{
    KioskFixture fixture({.prepare = [](ledger::Ledger& ledger) {
        must(base::replaceFile(base::systemFiles(), ledger.data() / "log" / "policy",
            base::asBytes("witness two words\n")));
    }});
    CHECK(fixture.kiosk.state()->witnesses() == 0);
    signAs(fixture.kiosk, andi);
    CHECK(receiptIn(fixture.kiosk.session()->receipt()->text()).signatures.size() == 1);
}
