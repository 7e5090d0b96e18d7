// Invitation cards at *who are you*: before the camera, and by a scanner that types.
#include "kiosk/camera_frame.h"
#include "kiosk/fixture.h"
#include "kiosk/framereader.h"
#include "kiosk/string_makers.h"
#include "ledger/invitations.h"

#include <QKeyEvent>

using namespace ikrar;
using namespace ikrar::kiosk;
using namespace ikrar::tests;
using namespace std::chrono_literals;
using Page = SigningSession::Page;
using Problem = InvitationScan::Problem;

namespace {

const pledge::Identity andi{pledge::IdentityKind::Nip, "198609262015051001"};
const pledge::Identity baso{pledge::IdentityKind::Nik, "7305010101700001"};

/// A kiosk, a card for a person, and the scanner beside it.
struct Desk {
    explicit Desk(const pledge::Identity& person = andi, const KioskFixture::Choice& choice = {})
        : fixture(choice)
        , session(*fixture.kiosk.session())
        , scan(*session.invitation())
    {
        fixture.kiosk.watchInput(&window);
        const auto tokens = must(fixture.ledger()->invitations().issue(std::span(&person, 1)));
        card = QString::fromStdString(ledger::invitationText(tokens.at(0)));
    }

    void key(int code, const QString& text = {})
    {
        QKeyEvent press(QEvent::KeyPress, code, Qt::NoModifier, text);
        QCoreApplication::sendEvent(&window, &press);
    }
    void type(const QString& text)
    {
        for (const QChar character : text) {
            key(Qt::Key_unknown, QString(character));
        }
    }
    void scanned(const QString& text)
    {
        type(text);
        key(Qt::Key_Return, QStringLiteral("\r"));
    }

    KioskFixture fixture;
    SigningSession& session;
    InvitationScan& scan;
    /// As the window does with a key that no filter took: nobody on it wants it.
    struct Window : QObject {
        bool event(QEvent* event) override
        {
            if (event->type() == QEvent::KeyPress) {
                const auto* key = static_cast<QKeyEvent*>(event); // NOLINT(*-downcast)
                keys += key->key() == Qt::Key_Return ? QStringLiteral("\n") : key->text();
                return true;
            }
            return QObject::event(event);
        }
        QString keys;
    } window;
    QString card;
};

const QImage picture(4, 4, QImage::Format_Grayscale8);

} // namespace

TEST_CASE("a card that a scanner types leads to its person, as a number does", "[kiosk]")
{
    Desk desk;
    SECTION("from the welcome page") { }
    SECTION("from who are you")
    {
        desk.session.start();
    }
    SECTION("by a scanner of small letters")
    {
        desk.card = desk.card.toLower();
    }
    SECTION("while another scan's problem is on the page")
    {
        desk.session.start();
        desk.scanned(QStringLiteral("HTTPS://VERIFY.EXAMPLE#123456789"));
        REQUIRE(desk.scan.problem() == Problem::NotInvitation);
    }
    desk.scanned(desk.card);
    CHECK(desk.session.page() == Page::IsThisYou);
    CHECK(desk.session.personName() == QStringLiteral("Andi Contoh, S.Sos."));
    CHECK(desk.scan.problem() == Problem::None);
    CHECK(desk.session.identity()->typed() == QString());
    // Neither a field nor a button saw a key of it.
    CHECK(desk.window.keys == QString());
    desk.session.back();
    CHECK(desk.session.page() == Page::WhoAreYou);
}

TEST_CASE("a scanner without Enter is taken after a pause", "[kiosk]")
{
    Desk desk;
    desk.session.start();
    desk.type(desk.card);
    desk.fixture.kiosk.advance(250ms);
    CHECK(desk.session.page() == Page::WhoAreYou);
    desk.fixture.kiosk.advance(250ms);
    CHECK(desk.session.page() == Page::IsThisYou);
}

TEST_CASE("whoever has signed and holds the card up again sees the copy of the receipt", "[kiosk]")
{
    Desk desk;
    {
        auto ledger = desk.fixture.ledger();
        pledge::Declaration declaration;
        declaration.identity = andi;
        declaration.name = "Andi Contoh, S.Sos.";
        declaration.unit = "opd-contoh-1";
        declaration.category = pledge::Category::Pns;
        declaration.ink = pledge::encodeInk({});
        must(ledger->sign(declaration));
    }
    desk.scanned(desk.card);
    CHECK(desk.session.page() == Page::AlreadySigned);
    CHECK(desk.session.receipt()->text() != QString());
}

TEST_CASE("a card that is worth nothing says so, and the number can be typed", "[kiosk]")
{
    Desk desk;
    QString unknown = desk.card;
    SECTION("revoked")
    {
        must(desk.fixture.ledger()->invitations().revoke(andi));
    }
    SECTION("never issued here")
    {
        unknown = QString::fromStdString(ledger::invitationText(ledger::InvitationToken{1}));
    }
    SECTION("of somebody who is not on the roster")
    {
        const pledge::Identity other{pledge::IdentityKind::Nip, "198001012005011001"};
        const auto tokens = must(desk.fixture.ledger()->invitations().issue(std::span(&other, 1)));
        unknown = QString::fromStdString(ledger::invitationText(tokens.at(0)));
    }
    desk.scanned(unknown);
    CHECK(desk.session.page() == Page::WhoAreYou);
    CHECK(desk.scan.problem() == Problem::NotKnown);
    desk.type(QStringLiteral("1"));
    CHECK(desk.window.keys == QStringLiteral("1")); // the page's own field has it
    desk.session.identity()->type(QStringLiteral("1"));
    CHECK(desk.scan.problem() == Problem::None);
}

TEST_CASE("whatever else a code holds is no invitation", "[kiosk]")
{
    Desk desk;
    desk.session.start();
    const auto text = GENERATE(as<std::string>{}, "HTTPS://VERIFY.EXAMPLE/A#12345678901234567",
        "IKRAR-UNDANGAN:", "IKRAR-UNDANGAN:UUUUUUUUUUUUUUUUUUUUUUUUUU",
        "IKRAR-UNDANGAN:00000000000000000000000001", "ikrar.example/ikrar/x/kiosk-1",
        "WIFI:T:WPA;S:x;P:y;;", "\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80");
    desk.scan.hold(QString::fromStdString(text));
    CHECK(desk.scan.problem() == Problem::NotInvitation);
    CHECK(desk.session.page() == Page::WhoAreYou);
    CHECK(desk.session.identity()->typed() == QString());
}

TEST_CASE("a code as long as they come is no invitation either, however it is held", "[kiosk]")
{
    Desk desk;
    desk.session.start();
    const QString huge = desk.card + QString(7000, u'0');
    desk.scanned(huge);
    CHECK(desk.scan.problem() == Problem::NotInvitation);
    CHECK(desk.window.keys == QString());
    desk.scan.clearProblem();
    desk.scan.hold(huge);
    CHECK(desk.scan.problem() == Problem::NotInvitation);
    desk.scan.clearProblem();
    desk.scan.hold(desk.card + QString(100, u' '));
    CHECK(desk.scan.problem() == Problem::NotInvitation);
}

TEST_CASE("nothing is taken from a scanner while somebody signs, and its Enter presses nothing",
    "[kiosk]")
{
    Desk desk(baso);
    desk.session.start();
    desk.session.identity()->type(QString::fromStdString(andi.value));
    const auto same = [&](Page page) {
        desk.scanned(desk.card);
        CHECK(desk.session.page() == page);
        CHECK(desk.session.personName() == QStringLiteral("Andi Contoh, S.Sos."));
        CHECK(desk.window.keys == QString());
    };
    same(Page::IsThisYou);
    desk.session.confirmPerson();
    same(Page::Pledge);
    desk.session.showPledge(true, true);
    desk.session.acceptPledge();
    same(Page::Sign);
    desk.session.ink()->setFrame({120, 45});
    desk.session.finishInk();
    desk.session.finishInk();
    same(Page::Confirm);
    desk.session.declare();
    until([&] { return !desk.session.busy(); });
    // The next in the queue waits until the receipt has gone.
    same(Page::Receipt);
    desk.session.finish();
    desk.scanned(desk.card);
    CHECK(desk.session.personName() == QStringLiteral("Baso Contoh"));
}

TEST_CASE("fields of other pages keep what is typed into them", "[kiosk]")
{
    Desk desk;
    desk.session.start();
    desk.session.useSearch();
    desk.type(QStringLiteral("sitti"));
    CHECK(desk.window.keys == QStringLiteral("sitti"));
}

TEST_CASE("a hand on a keyboard is no scan", "[kiosk]")
{
    Desk desk;
    desk.type(QStringLiteral("abc"));
    desk.fixture.kiosk.advance(1s);
    CHECK(desk.session.page() == Page::Welcome);
    CHECK(desk.window.keys == QString());
    desk.key(Qt::Key_Return, QStringLiteral("\r")); // of whoever goes by the tab key
    CHECK(desk.window.keys == QStringLiteral("\n"));
}

TEST_CASE("no card is taken before the session is open", "[kiosk]")
{
    KioskFixture::Choice choice;
    choice.openSession = false;
    Desk desk(andi, choice);
    desk.scanned(desk.card);
    CHECK(desk.session.page() == Page::Welcome);
    CHECK(desk.scan.problem() == Problem::None);
}

TEST_CASE("where letters belong to the number, a card is told from what is typed", "[kiosk]")
{
    Desk desk;
    desk.session.start();
    const auto kinds = desk.session.identity()->kinds();
    const auto nipd = kinds.indexOf(QStringLiteral("NIPD"));
    REQUIRE(nipd >= 0);
    desk.session.identity()->setKindIndex(static_cast<int>(nipd));
    REQUIRE(desk.session.identity()->letters());

    desk.type(QStringLiteral("ABC"));
    CHECK(desk.window.keys == QStringLiteral("ABC")); // the field has them
    // What might be a card's beginning comes as soon as it is none, or after a pause.
    desk.type(QStringLiteral("IK"));
    CHECK(desk.window.keys == QStringLiteral("ABC"));
    desk.type(QStringLiteral("7"));
    CHECK(desk.window.keys == QStringLiteral("ABC7"));
    CHECK(desk.session.identity()->typed() == QStringLiteral("IK"));
    desk.type(QStringLiteral("H"));
    desk.fixture.kiosk.advance(500ms);
    CHECK(desk.session.identity()->typed() == QStringLiteral("IKH"));
    desk.type(QStringLiteral("I"));
    desk.key(Qt::Key_Return, QStringLiteral("\r"));
    CHECK(desk.window.keys == QStringLiteral("ABC7\n"));
    CHECK(desk.session.identity()->typed() == QStringLiteral("IKHI"));

    desk.scanned(QStringLiteral("https://verify.example/#1234567890"));
    CHECK(desk.scan.problem() == Problem::NotInvitation);
    desk.scanned(desk.card);
    CHECK(desk.session.page() == Page::IsThisYou);
    CHECK(desk.window.keys == QStringLiteral("ABC7\n"));
}

TEST_CASE("the camera looks only while asked, and is off once a card is known", "[kiosk]")
{
    Desk desk;
    int opened = 0;
    QObject::connect(&desk.scan, &InvitationScan::opened, [&] { ++opened; });
    desk.scan.look();
    CHECK_FALSE(desk.scan.looking()); // the page is not open
    desk.session.start();
    CHECK(opened == 1);
    desk.scan.look();
    CHECK_FALSE(desk.scan.looking()); // there is no camera
    desk.scan.setHasCamera(true);
    desk.scan.seen(desk.card, picture);
    CHECK(desk.session.page() == Page::WhoAreYou); // not asked to

    desk.scan.look();
    REQUIRE(desk.scan.looking());
    desk.scan.seen({}, picture);
    CHECK_FALSE(desk.scan.picture().isNull());
    desk.scan.seen(desk.card, picture);
    CHECK(desk.session.page() == Page::IsThisYou);
    CHECK_FALSE(desk.scan.looking());
    CHECK(desk.scan.picture().isNull());
    // A frame that was being looked at comes late.
    desk.scan.seen(desk.card, picture);
    CHECK(desk.scan.picture().isNull());
    desk.session.back();
    CHECK_FALSE(desk.scan.looking());
}

TEST_CASE(
    "a receipt held to the camera is said to be none once, while the camera goes on", "[kiosk]")
{
    Desk desk;
    desk.session.start();
    desk.scan.setHasCamera(true);
    desk.scan.look();
    int changes = 0;
    QObject::connect(&desk.scan, &InvitationScan::problemChanged, [&] { ++changes; });
    for (int frame = 0; frame < 20; ++frame) {
        const bool sharp = frame % 3 != 0;
        desk.scan.seen(sharp ? QStringLiteral("HTTPS://VERIFY.EXAMPLE#12345") : QString(), picture);
    }
    CHECK(changes == 1);
    CHECK(desk.scan.problem() == Problem::NotInvitation);
    CHECK(desk.scan.looking());
    desk.scan.seen(desk.card, picture);
    CHECK(desk.session.page() == Page::IsThisYou);
}

TEST_CASE("nobody before the camera: it goes off, and the page with it", "[kiosk]")
{
    Desk desk;
    desk.session.start();
    desk.scan.setHasCamera(true);
    desk.scan.look();
    desk.fixture.kiosk.advance(29s);
    desk.scan.seen(QStringLiteral("another code"), picture); // somebody is there
    desk.fixture.kiosk.advance(29s);
    CHECK(desk.scan.looking());
    desk.fixture.kiosk.advance(16s);
    CHECK(desk.session.page() == Page::Welcome);
    CHECK_FALSE(desk.scan.looking());
    CHECK(desk.scan.picture().isNull());
    CHECK(desk.scan.problem() == Problem::None);
}

TEST_CASE("a camera that is pulled out leaves the page to type on", "[kiosk]")
{
    Desk desk;
    desk.session.start();
    desk.scan.setHasCamera(true);
    desk.scan.look();
    desk.scan.setHasCamera(false);
    CHECK_FALSE(desk.scan.looking());
    desk.session.identity()->type(QString::fromStdString(andi.value));
    CHECK(desk.session.page() == Page::IsThisYou);
}
