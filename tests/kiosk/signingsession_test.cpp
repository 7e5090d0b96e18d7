#include "kiosk/fixture.h"
#include "kiosk/string_makers.h"
#include "receipt/verdict.h"

#include <QEvent>
#include <QObject>

using namespace ikrar;
using namespace ikrar::kiosk;
using namespace ikrar::tests;
using namespace std::chrono_literals;
using Page = SigningSession::Page;

namespace {

/// One signer at the kiosk.
class Signer
{
public:
    explicit Signer(Kiosk& at) : kiosk(at), session(*at.session()) { }

    void typeNumber(const char* number)
    {
        session.start();
        session.identity()->type(QString::fromLatin1(number));
    }

    void reachSign(const char* number)
    {
        typeNumber(number);
        session.confirmPerson();
        session.showPledge(true, true);
        session.acceptPledge();
    }

    void reachConfirm(const char* number)
    {
        reachSign(number);
        draw();
        session.finishInk();
    }

    void declare()
    {
        session.declare();
        until([&] { return !session.busy(); });
    }

    void signWith(const char* number)
    {
        reachConfirm(number);
        declare();
    }

    void draw() { drawCurve(*session.ink()); }

    static void drawCurve(InkStrokes& ink)
    {
        ink.setFrame({120, 45});
        ink.begin({10, 10});
        ink.extend({30, 30});
        ink.extend({50, 12});
        ink.extend({70, 33});
        ink.end();
    }

    void pass(std::chrono::milliseconds time)
    {
        for (auto left = time; left > 0ms; left -= 1s) {
            kiosk.advance(std::min<std::chrono::milliseconds>(left, 1s));
        }
    }

    Kiosk& kiosk;
    SigningSession& session;
};

const char* const andi = "198609262015051001";
const char* const pppk = "199009132025242014";
const char* const stranger = "198001012005011001";

receipt::Finding verified(const KioskFixture& fixture, const QString& text)
{
    const auto policy = tlog::Policy::forLog(fixture.ledger()->logKey());
    return receipt::verify(text.toStdString(), policy);
}

/// A store whose next declarations fail as told.
class FailingStore final : public Store
{
public:
    explicit FailingStore(std::unique_ptr<LedgerStore> store) : m_store(std::move(store))
    {
        connect(m_store.get(), &Store::changed, this, &Store::changed);
    }

    [[nodiscard]] const pledge::Ceremony& ceremony() const override { return m_store->ceremony(); }
    [[nodiscard]] Result<ledger::Status> status() const override
    {
        auto status = m_store->status();
        status->stop = stop;
        return status;
    }
    [[nodiscard]] Result<std::uint64_t> freeBytes() const override { return free; }
    [[nodiscard]] Result<std::optional<ledger::RosterRow>> expected(
        const pledge::Identity& identity) const override
    {
        if (failReads) {
            return fail(Error::Kind::Io, "ikrar.sqlite: Input/output error");
        }
        return m_store->expected(identity);
    }
    [[nodiscard]] Result<std::optional<pledge::Identity>> invited(
        const ledger::InvitationToken& token) const override
    {
        return m_store->invited(token);
    }
    [[nodiscard]] Result<ledger::Roster::Match> search(
        const std::string& typed, const std::string& unit) const override
    {
        return m_store->search(typed, unit);
    }
    [[nodiscard]] Result<std::vector<std::string>> unitsOf(
        const std::string& typed, const std::string& parent) const override
    {
        return m_store->unitsOf(typed, parent);
    }
    [[nodiscard]] Result<std::optional<ledger::RegisterRow>> signedBy(
        const pledge::Identity& identity) const override
    {
        return m_store->signedBy(identity);
    }
    [[nodiscard]] Result<receipt::Receipt> receipt(std::uint64_t index) const override
    {
        return m_store->receipt(index);
    }
    [[nodiscard]] Result<tlog::OpenedCheckpoint> newest() const override
    {
        if (failReads) {
            return fail(Error::Kind::Io, "ikrar.sqlite: Input/output error");
        }
        return m_store->newest();
    }
    void confront(std::string note, std::string holder, Confronted done) override
    {
        m_store->confront(std::move(note), std::move(holder), std::move(done));
    }
    void sign(pledge::Declaration declaration, Signed done) override
    {
        if (hold) {
            held = std::move(done);
        } else if (failure) {
            stop = stopAfter;
            done(tl::unexpected(*failure));
        } else {
            m_store->sign(std::move(declaration), std::move(done));
        }
    }
    void retry() override
    {
        ++retries;
        if (mended) {
            stop = ledger::Stop::None;
            failure.reset();
        }
        emit changed();
    }

    std::optional<Error> failure;
    ledger::Stop stop = ledger::Stop::None;
    ledger::Stop stopAfter = ledger::Stop::None;
    std::uint64_t free = 1ULL << 40;
    bool failReads = false;
    bool mended = false;
    bool hold = false;
    int retries = 0;
    Signed held;

private:
    std::unique_ptr<LedgerStore> m_store;
};

/// A kiosk on a store that can fail.
class FailingKiosk
{
public:
    FailingKiosk()
    {
        auto store = std::make_unique<FailingStore>(
            must(LedgerStore::open(fixture.data(), fixture.environment)));
        failing = store.get();
        kiosk.open(std::move(store));
    }

    KioskFixture fixture;
    Kiosk kiosk{fixture.clock};
    FailingStore* failing = nullptr;
};

} // namespace

TEST_CASE("a signer goes from welcome to a receipt that verifies", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    auto& session = signer.session;
    REQUIRE(session.page() == Page::Welcome);
    REQUIRE(session.canStart());

    session.start();
    CHECK(session.page() == Page::WhoAreYou);
    session.identity()->type(QString::fromLatin1(andi));
    CHECK(session.page() == Page::IsThisYou);
    CHECK(session.personName() == u"Andi Contoh, S.Sos.");
    CHECK(session.personUnit() == u"OPD contoh 1");
    CHECK(session.personPost() == u"Arsiparis");
    CHECK(session.personCategory() == u"PNS");
    CHECK(session.personNumberKind() == u"NIP");
    CHECK(session.personNumber() == u"19860926 •••••• • 001");
    CHECK_FALSE(session.personIsWalkIn());
    session.confirmPerson();
    CHECK(session.page() == Page::Pledge);
    session.showPledge(true, true);
    session.acceptPledge();
    CHECK(session.page() == Page::Sign);
    signer.draw();
    session.finishInk();
    CHECK(session.page() == Page::Confirm);
    session.declare();
    CHECK(session.busy());
    until([&] { return !session.busy(); });

    REQUIRE(session.page() == Page::Receipt);
    const auto& receipt = *session.receipt();
    CHECK(receipt.number() == u"2"); // after the opened entry and the start of the session
    CHECK(receipt.date() == u"Senin, 18 September 2023");
    CHECK(receipt.time() == u"08.05 WITA");
    CHECK(receipt.kioskId() == u"kiosk-01");
    CHECK_FALSE(receipt.copy());
    CHECK(receipt.rehearsal());
    const auto finding = verified(fixture, receipt.text());
    CHECK(finding.verdict == receipt::Verdict::Rehearsal);

    session.finish();
    CHECK(session.page() == Page::Welcome);
    CHECK(fixture.kiosk.state()->signedInSession() == 1);
}

TEST_CASE("four touches besides the ink lead from the person to the receipt", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    signer.typeNumber(andi);
    signer.session.confirmPerson();
    signer.session.showPledge(true, true);
    signer.session.acceptPledge();
    signer.draw();
    signer.session.finishInk();
    signer.declare();
    CHECK(signer.session.page() == Page::Receipt);
}

TEST_CASE("a real store's receipt is valid and says nothing of a rehearsal", "[kiosk]")
{
    KioskFixture fixture({.rehearsal = false});
    Signer signer(fixture.kiosk);
    CHECK_FALSE(fixture.kiosk.ceremony()->rehearsal());
    signer.signWith(andi);
    CHECK_FALSE(signer.session.receipt()->rehearsal());
    CHECK(verified(fixture, signer.session.receipt()->text()).verdict
        == receipt::Verdict::ValidUnwitnessed);
}

TEST_CASE("the register keeps what the signer was and drew", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    signer.signWith(pppk);
    const auto row = must(fixture.ledger()->registered().at(2));
    REQUIRE(row);
    CHECK(row->declaration.identity.value == pppk);
    CHECK(row->declaration.category == pledge::Category::Pppk);
    CHECK(row->declaration.method == pledge::Method::Kiosk);
    CHECK_FALSE(row->declaration.walkIn);
    CHECK_FALSE(row->declaration.trivialInk);
    const auto ink = must(pledge::decodeInk(row->declaration.ink));
    CHECK(ink.width == 1200);
    CHECK(ink.height == 450);
    CHECK(ink.strokes.size() == 1);
}

TEST_CASE("the matching code shows only when it is asked for, and matches", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    signer.signWith(andi);
    auto& receipt = *signer.session.receipt();
    CHECK(receipt.code().isEmpty());
    receipt.reveal();
    const auto salt = must(pledge::parseMatchingCode(receipt.code().toStdString()));
    const auto finding = verified(fixture, receipt.text());
    REQUIRE(finding.entry);
    CHECK(receipt::matches(finding.entry->entry, {pledge::IdentityKind::Nip, andi}, salt));
    signer.session.finish();
    CHECK(receipt.code().isEmpty());
    CHECK(receipt.text().isEmpty());
}

TEST_CASE("who was entered from paper while the pledge was read does not sign twice", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    signer.reachConfirm(andi);
    const auto person = takalarPeople().front();
    pledge::Declaration paper;
    paper.identity = person.identity;
    paper.name = person.name;
    paper.unit = person.unit;
    paper.category = person.category;
    paper.method = pledge::Method::WetInk;
    paper.ink = pledge::encodeInk({});
    paper.paper = {"K7M2Q9XA-001-01", "Saksi Contoh", ""};
    const auto organizer = fixture.ledger();
    const auto entered = must(organizer->sign(paper));
    signer.declare();
    CHECK(signer.session.page() == Page::AlreadySigned);
    CHECK(must(organizer->status()).size == entered.index + 1);
}

TEST_CASE("who has signed already sees when and where, and a copy without the code", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    signer.signWith(andi);
    const auto first = signer.session.receipt()->text();
    signer.session.finish();

    fixture.clock.time.seconds += 3600;
    signer.typeNumber(andi);
    CHECK(signer.session.page() == Page::AlreadySigned);
    auto& receipt = *signer.session.receipt();
    CHECK(receipt.copy());
    CHECK(receipt.text() == first);
    CHECK(receipt.time() == u"08.05 WITA");
    CHECK(receipt.kioskId() == u"kiosk-01");
    receipt.reveal();
    CHECK(receipt.code().isEmpty());
    signer.session.finish();
    CHECK(signer.session.page() == Page::Welcome);
}

TEST_CASE("whose entry was voided may sign again", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    signer.signWith(andi);
    signer.session.finish();
    must(fixture.ledger()->voidEntry(2, pledge::Reason::WrongPerson));
    signer.typeNumber(andi);
    CHECK(signer.session.page() == Page::IsThisYou);
}

TEST_CASE("a number that is not listed leads to the form with the number in it", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    auto& session = signer.session;
    signer.typeNumber(stranger);
    CHECK(session.page() == Page::NotListed);
    session.useWalkIn();
    CHECK(session.page() == Page::WalkIn);
    auto& form = *session.walkIn();
    CHECK(form.identity()->typed() == QString::fromLatin1(stranger));

    form.submit();
    CHECK(session.page() == Page::WalkIn);
    CHECK(form.missing() == WalkInForm::Field::Category);
    form.setCategoryIndex(static_cast<int>(form.categories().indexOf(QStringLiteral("PNS"))));
    CHECK(form.identity()->typed() == QString::fromLatin1(stranger));
    CHECK(form.missing() == WalkInForm::Field::Name);
    form.setName(QStringLiteral("  Tamu   Contoh "));
    CHECK(form.missing() == WalkInForm::Field::Unit);
    form.unit()->choose(0);
    CHECK(form.missing() == WalkInForm::Field::None);
    form.submit();

    CHECK(session.page() == Page::IsThisYou);
    CHECK(session.personIsWalkIn());
    CHECK(session.personName() == u"Tamu Contoh");
    session.confirmPerson();
    session.showPledge(true, true);
    session.acceptPledge();
    signer.draw();
    session.finishInk();
    signer.declare();
    REQUIRE(session.page() == Page::Receipt);
    const auto row = must(fixture.ledger()->registered().at(2));
    CHECK(row->declaration.walkIn);
    CHECK(row->declaration.identity.value == stranger);
    session.finish();

    signer.typeNumber(stranger);
    CHECK(session.page() == Page::AlreadySigned);
}

TEST_CASE("whoever is on the roster cannot come in as somebody else by the form", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    auto& session = signer.session;
    session.start();
    session.useWalkIn();
    auto& form = *session.walkIn();
    form.setCategoryIndex(0);
    form.identity()->type(QString::fromLatin1(andi));
    form.setName(QStringLiteral("Nama Lain"));
    form.unit()->choose(0);
    form.submit();
    CHECK(session.page() == Page::IsThisYou);
    CHECK_FALSE(session.personIsWalkIn());
    CHECK(session.personName() == u"Andi Contoh, S.Sos.");
}

TEST_CASE("whoever has no number signs by name, and so does the next of that name", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    auto& session = signer.session;
    auto& form = *session.walkIn();
    for (const std::uint64_t index : {2ULL, 3ULL}) {
        session.start();
        session.useWalkIn();
        form.setCategoryIndex(static_cast<int>(form.categories().indexOf(QStringLiteral("PNS"))));
        form.setWithoutNumber(true);
        CHECK_FALSE(form.withoutNumber()); // every PNS has a number
        form.setCategoryIndex(
            static_cast<int>(form.categories().indexOf(QStringLiteral("Perangkat Desa"))));
        CHECK(form.missing() == WalkInForm::Field::Number);
        form.setWithoutNumber(true);
        CHECK(form.missing() == WalkInForm::Field::Name);
        form.setName(QStringLiteral("  Daeng   Contoh "));
        form.unit()->choose(0);
        form.submit();
        REQUIRE(session.page() == Page::IsThisYou);
        CHECK(session.personNumber() == u"");
        CHECK(session.personNumberKind() == u"");
        session.confirmPerson();
        session.showPledge(true, true);
        session.acceptPledge();
        signer.draw();
        session.finishInk();
        signer.declare();
        REQUIRE(session.page() == Page::Receipt);
        const auto row = must(fixture.ledger()->registered().at(index));
        CHECK(row->declaration.identity
            == pledge::Identity{pledge::IdentityKind::Nama, "DAENG CONTOH"});
        CHECK(row->declaration.walkIn);
        session.finish();
    }
}

TEST_CASE(
    "an unusual number of a walk-in is asked about, in the language shown, and signs", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    auto& session = signer.session;
    const auto meet = [&](const char* nip) {
        session.start();
        session.useWalkIn();
        auto& form = *session.walkIn();
        form.setCategoryIndex(static_cast<int>(form.categories().indexOf(QStringLiteral("PNS"))));
        form.identity()->type(QString::fromLatin1(nip));
        form.setName(QStringLiteral("Peserta Contoh"));
        form.unit()->choose(0);
        form.submit();
        REQUIRE(session.page() == Page::IsThisYou);
    };
    meet("198609262015051001");
    CHECK(session.personDoubt() == u"");
    session.cancel();
    meet("200609262023051001");
    CHECK(session.personDoubt().contains(u"belum 18 tahun"));
    fixture.kiosk.preferences()->setLanguage(Preferences::Language::English);
    CHECK(session.personDoubt().contains(u"under 18"));
    session.confirmPerson();
    CHECK(session.page() == Page::Pledge);
}

TEST_CASE("a category asks for its own kind of number only", "[kiosk]")
{
    KioskFixture fixture;
    auto& form = *fixture.kiosk.session()->walkIn();
    form.setCategoryIndex(static_cast<int>(form.categories().indexOf(QStringLiteral("PNS"))));
    CHECK(form.identity()->kinds() == QStringList{QStringLiteral("NIP / NI PPPK")});
    form.setCategoryIndex(
        static_cast<int>(form.categories().indexOf(QStringLiteral("Kepala Desa"))));
    CHECK_FALSE(form.identity()->kinds().contains(QStringLiteral("NIP / NI PPPK")));
}

TEST_CASE("assisted signing names the helper and is recorded as such", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    auto& session = signer.session;
    session.askAssistance();
    CHECK(session.page() == Page::Assistance);
    auto& form = *session.assistance();
    form.submit();
    CHECK(session.page() == Page::Assistance);
    CHECK(form.missing() == AssistanceForm::Field::HelperName);
    form.setHelperName(QStringLiteral("Petugas Contoh"));
    form.setHelperNumber(QStringLiteral("198504122010011001"));
    form.setReason(AssistanceForm::Difficulty::Sight);
    form.setThumbMark(true);
    form.submit();
    CHECK(session.page() == Page::WhoAreYou);
    CHECK(session.assisted());

    session.identity()->type(QString::fromLatin1(andi));
    session.confirmPerson();
    session.showPledge(true, true);
    session.acceptPledge();
    session.finishInk(); // a thumb mark needs no ink, and nobody is asked about it
    CHECK(session.page() == Page::Confirm);
    signer.declare();
    const auto row = must(fixture.ledger()->registered().at(2));
    CHECK(row->declaration.method == pledge::Method::Assisted);
    CHECK(row->declaration.assistance.helperName == "Petugas Contoh");
    CHECK(row->declaration.assistance.helperNumber == "198504122010011001");
    CHECK(row->declaration.assistance.reason == "Sulit melihat");
    CHECK(row->declaration.assistance.thumbMark);
    CHECK(row->declaration.trivialInk);
    session.finish();
    CHECK_FALSE(session.assisted());
    CHECK(form.helperName().isEmpty());
}

TEST_CASE("a helper's number is a NIP or a NIK, and what is wrong is said", "[kiosk]")
{
    Preferences preferences;
    AssistanceForm form(preferences);
    form.setHelperName(QStringLiteral("Petugas Contoh"));
    form.setReason(AssistanceForm::Difficulty::Reading);
    for (const char* wrong :
        {"", "abc", "19900913202524201", "199013132025242014", "0000000000000000"}) {
        INFO(wrong);
        form.setHelperNumber(QString::fromLatin1(wrong));
        CHECK(form.missing() == AssistanceForm::Field::HelperNumber);
    }
    form.setHelperNumber(QStringLiteral("199013132025242014"));
    CHECK(form.numberProblem() == u"Bulan lahir pada angka ke-5–6 perlu diperiksa.");
    preferences.setLanguage(Preferences::Language::English);
    CHECK(form.numberProblem() == u"Please check the month of birth in digits 5–6.");
    for (const auto& [typed, kept] : {std::pair{"19900913 202524 2 014", "199009132025242014"},
             {"7305010101700001", "7305010101700001"}}) {
        form.setHelperNumber(QString::fromLatin1(typed));
        CHECK(form.missing() == AssistanceForm::Field::None);
        CHECK(form.numberProblem().isEmpty());
        CHECK(form.assistance().helperNumber == kept);
    }
}

TEST_CASE(
    "the register keeps the reason of assistance in Indonesian, whatever the screen's language",
    "[kiosk]")
{
    Preferences preferences;
    AssistanceForm form(preferences);
    preferences.setLanguage(Preferences::Language::English);
    form.setReason(AssistanceForm::Difficulty::Hands);
    preferences.setLanguage(Preferences::Language::Indonesian);
    CHECK(form.reason() == AssistanceForm::Difficulty::Hands);
    CHECK(form.assistance().reason == "Sulit menggerakkan tangan");
}

TEST_CASE("the pledge leads on only when its end was on the screen", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    auto& session = signer.session;
    signer.typeNumber(andi);
    session.confirmPerson();
    session.acceptPledge();
    CHECK(session.page() == Page::Pledge);
    session.showPledge(false, false); // larger than the page
    session.acceptPledge();
    CHECK(session.page() == Page::Pledge);
    session.showPledge(false, true);
    session.showPledge(false, false); // scrolled up again
    CHECK(session.pledgeRead());
    session.acceptPledge();
    CHECK(session.page() == Page::Sign);
    session.cancel();

    signer.typeNumber(pppk); // the next person has not read it
    session.confirmPerson();
    CHECK_FALSE(session.pledgeRead());
}

TEST_CASE("a walk-in is asked one question after the other", "[kiosk]")
{
    using Question = WalkInForm::Question;
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    auto& session = signer.session;
    signer.typeNumber(stranger);
    session.useWalkIn();
    auto& form = *session.walkIn();
    CHECK(form.question() == Question::AskCategory);
    CHECK_FALSE(form.mayGoOn());
    form.next();
    CHECK(form.question() == Question::AskCategory);
    form.setCategoryIndex(static_cast<int>(form.categories().indexOf(QStringLiteral("PNS"))));
    form.next();

    CHECK(form.question() == Question::AskNumber); // as it was typed before
    CHECK(form.answered());
    form.identity()->backspace();
    CHECK_FALSE(form.answered());
    CHECK(form.mayGoOn());
    form.next(); // says what is wrong
    CHECK(form.question() == Question::AskNumber);
    CHECK_FALSE(form.identity()->problem().isEmpty());
    form.nextWithoutNumber(); // a PNS has one
    CHECK(form.question() == Question::AskNumber);
    form.identity()->type(QStringLiteral("1")); // the last digit leads on
    CHECK(form.question() == Question::AskName);

    form.setName(QStringLiteral(" A "));
    CHECK_FALSE(form.mayGoOn());
    form.setName(QStringLiteral("Peserta Baru"));
    form.next();
    CHECK(form.question() == Question::AskUnit);
    CHECK_FALSE(form.mayGoOn());
    form.next();
    CHECK(session.page() == Page::WalkIn);
    for (const auto before : {Question::AskName, Question::AskNumber, Question::AskCategory}) {
        session.back();
        CHECK(form.question() == before);
    }
    session.back();
    CHECK(session.page() == Page::WhoAreYou);
}

TEST_CASE("going back from the name asks for the number again", "[kiosk]")
{
    using Question = WalkInForm::Question;
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    signer.session.start();
    signer.session.useWalkIn();
    auto& form = *signer.session.walkIn();
    form.setCategoryIndex(
        static_cast<int>(form.categories().indexOf(QStringLiteral("Perangkat Desa"))));
    form.next();
    form.nextWithoutNumber();
    CHECK(form.question() == Question::AskName);
    CHECK(form.withoutNumber());
    signer.session.back();
    CHECK(form.question() == Question::AskNumber);
    CHECK_FALSE(form.withoutNumber());
}

TEST_CASE("leaving the helper's form makes the signer unassisted again", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    signer.typeNumber(andi);
    signer.session.askAssistance();
    signer.session.assistance()->setHelperName(QStringLiteral("Petugas"));
    signer.session.back();
    CHECK(signer.session.page() == Page::IsThisYou);
    CHECK_FALSE(signer.session.assisted());
}

TEST_CASE("blank and trivial ink is asked about once, then accepted with a flag", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    auto& session = signer.session;
    signer.reachSign(andi);
    session.finishInk();
    CHECK(session.page() == Page::Sign);
    CHECK(session.inkQuestion() == SigningSession::InkQuestion::Blank);

    session.ink()->setFrame({120, 45});
    session.ink()->begin({10, 10});
    session.ink()->end();
    CHECK(session.inkQuestion() == SigningSession::InkQuestion::None);
    session.finishInk();
    CHECK(session.page() == Page::Confirm);
    signer.declare();
    CHECK(must(fixture.ledger()->registered().at(2))->declaration.trivialInk);
}

TEST_CASE("a straight line is asked about as trivial, and signing again clears it", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    auto& session = signer.session;
    signer.reachSign(andi);
    session.ink()->setFrame({120, 45});
    session.ink()->begin({10, 10});
    session.ink()->extend({60, 10});
    session.ink()->end();
    session.finishInk();
    CHECK(session.inkQuestion() == SigningSession::InkQuestion::Trivial);
    session.redoInk();
    CHECK(session.inkQuestion() == SigningSession::InkQuestion::None);
    CHECK(session.ink()->empty());
    signer.draw();
    session.finishInk();
    signer.declare();
    CHECK_FALSE(must(fixture.ledger()->registered().at(2))->declaration.trivialInk);
}

TEST_CASE("going back keeps the ink and forgets the person", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    auto& session = signer.session;
    signer.reachConfirm(andi);
    session.back();
    CHECK(session.page() == Page::Sign);
    CHECK_FALSE(session.ink()->empty());
    session.back();
    session.back();
    CHECK(session.page() == Page::IsThisYou);
    session.back();
    CHECK(session.page() == Page::WhoAreYou);
    CHECK(session.personName().isEmpty());
    session.back();
    CHECK(session.page() == Page::Welcome);
    CHECK(session.ink()->empty());
    CHECK(session.identity()->typed().isEmpty());
}

TEST_CASE("verbs of another page do nothing", "[kiosk]")
{
    KioskFixture fixture;
    auto& session = *fixture.kiosk.session();
    session.confirmPerson();
    session.showPledge(true, true);
    session.acceptPledge();
    session.finishInk();
    session.declare();
    session.finish();
    session.back();
    CHECK(session.page() == Page::Welcome);
    session.start();
    session.declare();
    session.showPledge(true, true);
    session.acceptPledge();
    CHECK(session.page() == Page::WhoAreYou);
}

TEST_CASE("a second press while the commit is under way signs once", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    signer.reachConfirm(andi);
    signer.session.declare();
    signer.session.declare();
    signer.session.back();
    signer.session.cancel();
    until([&] { return !signer.session.busy(); });
    CHECK(signer.session.page() == Page::Receipt);
    CHECK(must(fixture.ledger()->status()).size == 3);
}

TEST_CASE("the published files follow each declaration", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    signer.signWith(andi);
    until([&] { return fixture.kiosk.state()->unpublished() == 0; });
    CHECK(must(fixture.ledger()->status()).publishedSize == 3);
}

TEST_CASE("nobody starts while no session is open", "[kiosk]")
{
    KioskFixture fixture({.openSession = false});
    auto& session = *fixture.kiosk.session();
    CHECK_FALSE(session.canStart());
    session.start();
    session.askAssistance();
    CHECK(session.page() == Page::Welcome);
    must(fixture.ledger()->startSession(1));
    fixture.kiosk.advance(2s);
    CHECK(session.canStart());
}

TEST_CASE("a session that ends sends the signer back to the welcome page", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    signer.reachConfirm(andi);
    must(fixture.ledger()->endSession());

    SECTION("when the kiosk notices it")
    {
        fixture.kiosk.advance(2s);
    }
    SECTION("when the signer declares")
    {
        signer.declare();
    }
    CHECK(signer.session.page() == Page::Welcome);
    CHECK(signer.session.notice() == SigningSession::Notice::SessionEnded);
    CHECK(signer.session.ink()->empty());
}

TEST_CASE("an idle signer is warned for 15 s, then everything unsent is wiped", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    auto& session = signer.session;
    signer.reachSign(andi);
    signer.draw();
    fixture.kiosk.preferences()->setLanguage(Preferences::Language::English);
    signer.pass(30s - 1ms);
    CHECK_FALSE(session.idle()->warning());
    signer.pass(1ms);
    CHECK(session.idle()->warning());
    CHECK(session.idle()->secondsLeft() == 15);
    signer.pass(15s - 1ms);
    CHECK(session.page() == Page::Sign);
    CHECK(session.idle()->secondsLeft() == 1);
    signer.pass(1ms);
    CHECK(session.page() == Page::Welcome);
    CHECK(session.notice() == SigningSession::Notice::TimedOut);
    CHECK(session.ink()->empty());
    CHECK(session.personName().isEmpty());
    CHECK(session.identity()->typed().isEmpty());
    CHECK(fixture.kiosk.preferences()->language() == Preferences::Language::Indonesian);
    CHECK(must(fixture.ledger()->status()).size == 2);
}

TEST_CASE("the pledge may be read for 60 s before the warning", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    signer.typeNumber(andi);
    signer.session.confirmPerson();
    signer.pass(60s - 1ms);
    CHECK_FALSE(signer.session.idle()->warning());
    signer.pass(1ms);
    CHECK(signer.session.idle()->warning());
    signer.pass(15s);
    CHECK(signer.session.page() == Page::Welcome);
}

TEST_CASE("a touch ends the countdown", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    QObject window;
    fixture.kiosk.watchInput(&window);
    signer.typeNumber(andi);
    signer.pass(40s);
    REQUIRE(signer.session.idle()->warning());
    QEvent press(QEvent::TouchBegin);
    QCoreApplication::sendEvent(&window, &press);
    CHECK_FALSE(signer.session.idle()->warning());
    signer.pass(30s - 1ms);
    CHECK_FALSE(signer.session.idle()->warning());
}

TEST_CASE("no time passes while a finger draws or a commit is under way", "[kiosk]")
{
    FailingKiosk failing;
    Signer signer(failing.kiosk);
    signer.reachSign(andi);
    signer.session.ink()->begin({1, 1});
    signer.pass(1h);
    CHECK(signer.session.page() == Page::Sign);
    signer.session.ink()->end();
    signer.draw();
    signer.session.finishInk();
    failing.failing->hold = true;
    signer.session.declare();
    signer.pass(1h);
    CHECK(signer.session.page() == Page::Confirm);
    CHECK(signer.session.busy());
}

TEST_CASE("the receipt stays for 45 s", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    signer.signWith(andi);
    signer.pass(45s - 1ms);
    CHECK(signer.session.page() == Page::Receipt);
    signer.pass(1ms);
    CHECK(signer.session.page() == Page::Welcome);
    CHECK(signer.session.notice() == SigningSession::Notice::None);
}

TEST_CASE("all times are tripled for an assisted signer", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    signer.typeNumber(andi);
    signer.session.askAssistance();
    signer.pass(90s - 1ms);
    CHECK_FALSE(signer.session.idle()->warning());
    signer.pass(1ms);
    CHECK(signer.session.idle()->warning());
    CHECK(signer.session.idle()->countdown() == 45);
    signer.pass(45s);
    CHECK(signer.session.page() == Page::Welcome);
}

TEST_CASE("language, text size and contrast go back after each signer", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    auto& preferences = *fixture.kiosk.preferences();
    preferences.setLanguage(Preferences::Language::English);
    preferences.setTextSize(Preferences::TextSize::Largest);
    preferences.setContrast(Preferences::Contrast::High);
    signer.signWith(andi);
    CHECK(preferences.language() == Preferences::Language::English);
    CHECK(signer.session.receipt()->date() == u"Monday, 18 September 2023");
    signer.session.finish();
    CHECK(preferences.language() == Preferences::Language::Indonesian);
    CHECK(preferences.textSize() == Preferences::TextSize::Normal);
    CHECK(preferences.contrast() == Preferences::Contrast::Standard);
}

TEST_CASE("somebody who only chose a language leaves no trace on the welcome page", "[kiosk]")
{
    KioskFixture fixture;
    Signer signer(fixture.kiosk);
    fixture.kiosk.preferences()->setLanguage(Preferences::Language::English);
    signer.pass(30s);
    CHECK(fixture.kiosk.preferences()->language() == Preferences::Language::Indonesian);
}

TEST_CASE("a full disk takes the whole screen, and the signer goes on when it is mended", "[kiosk]")
{
    FailingKiosk failing;
    Signer signer(failing.kiosk);
    signer.reachConfirm(andi);
    failing.failing->failure = Error{Error::Kind::NoSpace, "disk full"};
    failing.failing->stopAfter = ledger::Stop::DiskFull;
    signer.declare();
    CHECK(signer.session.page() == Page::Stopped);
    CHECK(failing.kiosk.state()->stop() == StoreState::Stop::DiskFull);
    CHECK_FALSE(signer.session.canStart());

    signer.pass(2s);
    CHECK(failing.failing->retries == 1);
    CHECK(signer.session.page() == Page::Stopped);
    failing.failing->mended = true;
    signer.pass(2s);
    CHECK(signer.session.page() == Page::Confirm);
    CHECK_FALSE(signer.session.ink()->empty());
    signer.declare();
    CHECK(signer.session.page() == Page::Receipt);
}

TEST_CASE("a signer who was stopped is wiped when nobody mends it in time", "[kiosk]")
{
    FailingKiosk failing;
    Signer signer(failing.kiosk);
    signer.reachConfirm(andi);
    failing.failing->failure = Error{Error::Kind::NoSpace, "disk full"};
    failing.failing->stopAfter = ledger::Stop::DiskFull;
    signer.declare();
    signer.pass(45s);
    CHECK(signer.session.page() == Page::Stopped);
    CHECK(signer.session.personName().isEmpty());
    failing.failing->mended = true;
    signer.pass(2s);
    CHECK(signer.session.page() == Page::Welcome);
}

TEST_CASE("a failed device stops for good", "[kiosk]")
{
    FailingKiosk failing;
    Signer signer(failing.kiosk);

    SECTION("when a declaration fails")
    {
        signer.reachConfirm(andi);
        failing.failing->failure = Error{Error::Kind::Io, "fsync: Input/output error"};
        failing.failing->stopAfter = ledger::Stop::DeviceFailed;
        signer.declare();
    }
    SECTION("when the roster cannot be read")
    {
        failing.failing->failReads = true;
        signer.typeNumber(andi);
    }
    CHECK(signer.session.page() == Page::Stopped);
    CHECK(failing.kiosk.state()->stop() == StoreState::Stop::DeviceFailed);
    CHECK_FALSE(failing.kiosk.state()->stopMayPass());
    failing.failing->failReads = false;
    signer.pass(10min);
    CHECK(signer.session.page() == Page::Stopped);
    CHECK(failing.failing->retries == 0);
}

TEST_CASE("a stop does not take a receipt away", "[kiosk]")
{
    FailingKiosk failing;
    Signer signer(failing.kiosk);
    signer.signWith(andi);
    failing.failing->stop = ledger::Stop::ReadOnly;
    signer.pass(2s);
    CHECK(signer.session.page() == Page::Receipt);
    signer.session.finish();
    CHECK(signer.session.page() == Page::Stopped);
}

TEST_CASE("a copied store shows that it does not sign", "[kiosk]")
{
    FailingKiosk failing;
    failing.failing->stop = ledger::Stop::Copy;
    failing.kiosk.advance(2s);
    CHECK(failing.kiosk.session()->page() == Page::Stopped);
    CHECK(failing.kiosk.state()->stop() == StoreState::Stop::Copy);
}

TEST_CASE("a kiosk without a store shows why", "[kiosk]")
{
    const FixedClock clock;
    Kiosk kiosk(clock);
    kiosk.openFailed({Error::Kind::Missing, "/var/lib/ikrar: no store"});
    CHECK(kiosk.session()->page() == Page::Stopped);
    CHECK(kiosk.state()->stop() == StoreState::Stop::NotOpened);
    CHECK(kiosk.state()->stopDetail() == u"/var/lib/ikrar: no store");
    kiosk.advance(1h);
    CHECK(kiosk.session()->page() == Page::Stopped);
}

namespace {

QStringList& journal()
{
    static QStringList lines;
    return lines;
}

void keepInJournal(QtMsgType, const QMessageLogContext&, const QString& message)
{
    journal() += message;
}

} // namespace

TEST_CASE("the cause of a stop is told to the journal once", "[kiosk]")
{
    FailingKiosk failing;
    journal().clear();
    auto* before = qInstallMessageHandler(keepInJournal);
    failing.failing->stop = ledger::Stop::Copy;
    for (int round = 0; round < 3; ++round) {
        failing.kiosk.advance(2s);
    }
    failing.kiosk.state()->halt(StoreState::Stop::DeviceFailed, QStringLiteral("/data: errno 5"));
    qInstallMessageHandler(before);
    REQUIRE(journal().size() == 2);
    CHECK(journal()[0].contains(u"Copy"));
    CHECK(journal()[1].contains(u"DeviceFailed"));
    CHECK(journal()[1].contains(u"/data: errno 5"));
}

TEST_CASE("a disk with little space left is shown", "[kiosk]")
{
    FailingKiosk failing;
    CHECK(failing.kiosk.state()->disk() == StoreState::Disk::Good);
    failing.failing->free = 1000;
    failing.kiosk.advance(2s);
    CHECK(failing.kiosk.state()->disk() == StoreState::Disk::Low);
}

TEST_CASE("a clock that nobody vouches for is shown, and on the receipt", "[kiosk]")
{
    KioskFixture fixture;
    fixture.clock.time.trust = base::ClockTrust::Unknown;
    fixture.kiosk.advance(2s);
    CHECK(fixture.kiosk.state()->clockTrust() == StoreState::ClockTrust::Unknown);
    Signer signer(fixture.kiosk);
    signer.signWith(andi);
    CHECK(signer.session.receipt()->clockUnknown());
}

TEST_CASE("a log's summary that cannot be read is said to be so, and is there again once it can",
    "[kiosk]")
{
    FailingKiosk at;
    auto& session = *at.kiosk.session();
    at.failing->failReads = true;
    session.showLog();
    CHECK(session.page() == Page::LogSummary);
    CHECK_FALSE(session.logSummary()->shown());
    CHECK(session.logSummary()->note().isEmpty());
    at.failing->failReads = false;
    session.finish();
    session.showLog();
    CHECK(session.logSummary()->shown());
}
