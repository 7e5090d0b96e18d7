// Wet signatures on the organizer's screen, without a screen.
#include "kiosk/organizer_fixture.h"
#include "kiosk/string_makers.h"

#include <QKeyEvent>

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::tests;
using kiosk::Organizer;
using kiosk::WetDesk;
using Page = Organizer::Page;
using Step = WetDesk::Step;
using Problem = WetDesk::Problem;

namespace {

constexpr const char16_t* firstRow = u"K7M2Q9XA-001-01";
constexpr const char16_t* scanned = u"IKRAR-LEMBAR:K7M2Q9XA-001-01";

struct WetFixture : OrganizerFixture {
    explicit WetFixture(bool session = true) : OrganizerFixture(choice(session))
    {
        unlock();
        organizer.go(Page::Wet);
        waitForLists();
    }

    static Choice choice(bool session)
    {
        Choice made;
        made.openSession = session;
        return made;
    }

    void observe() { desk.nameObserver(QStringLiteral("Saksi Contoh"), QStringLiteral("Camat")); }

    /// Keys as a scanner sends them to the window.
    void scan(const QString& text)
    {
        QObject window;
        organizer.watchInput(&window);
        for (const QChar c : text) {
            QKeyEvent key(QEvent::KeyPress, c.unicode(), Qt::NoModifier, QString(c));
            QCoreApplication::sendEvent(&window, &key);
        }
        QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"));
        QCoreApplication::sendEvent(&window, &enter);
    }

    void find(const char16_t* words)
    {
        desk.people()->setSearch(QString::fromUtf16(words));
        desk.choose(0);
    }

    void record()
    {
        desk.record();
        until([this] { return !desk.busy(); });
    }

    WetDesk& desk = *organizer.wet();
};

QString text(const char16_t* words)
{
    return QString::fromUtf16(words);
}

} // namespace

TEST_CASE("a row is scanned, its person found, and the observer remembered for the next",
    "[kiosk][organizer][wet]")
{
    WetFixture fixture;
    auto& desk = fixture.desk;
    CHECK(desk.step() == Step::AskObserver);
    fixture.observe();
    CHECK(desk.step() == Step::AskRow);
    fixture.scan(text(scanned));
    REQUIRE(desk.step() == Step::AskPerson);
    CHECK(desk.code() == text(firstRow));
    CHECK(desk.people()->total() == 5);
    fixture.find(u"198609262015051001");
    REQUIRE(desk.step() == Step::Confirm);
    CHECK(desk.name() == QStringLiteral("Andi Contoh, S.Sos."));
    CHECK(desk.identity() == QStringLiteral("19860926 201505 1 001"));
    fixture.record();
    CHECK(desk.step() == Step::AskRow);
    CHECK(desk.recordedName() == QStringLiteral("Andi Contoh, S.Sos."));
    CHECK(desk.recordedNumber() == QStringLiteral("2"));
    CHECK(desk.count() == 1);

    const auto row = must(fixture.signer->registered().at(2));
    REQUIRE(row);
    CHECK(row->declaration.method == pledge::Method::WetInk);
    CHECK(row->declaration.paper
        == pledge::Declaration::Paper{"K7M2Q9XA-001-01", "Saksi Contoh", "Camat"});
    CHECK(row->declaration.category == pledge::Category::Pns);

    until([&] { return !fixture.organizer.readingLists(); });
    CHECK(desk.people()->total() == 4);
    fixture.scan(QStringLiteral("k7m2q9xa-1-2"));
    fixture.find(u"Baso");
    fixture.record();
    CHECK(desk.count() == 2);
    CHECK(
        must(fixture.signer->registered().at(3))->declaration.paper.observerName == "Saksi Contoh");
}

TEST_CASE(
    "the observer is one of the ceremony's, an organizer, or is named", "[kiosk][organizer][wet]")
{
    WetFixture fixture;
    auto& desk = fixture.desk;
    const auto candidates = desk.candidates();
    CHECK(candidates.contains(QStringLiteral("Peserta Contoh 002, Sekretaris panitia")));
    // The Takalar ceremony names its observers by office alone.
    CHECK(candidates.size() == 2);
    desk.chooseObserver(static_cast<int>(
        candidates.indexOf(QStringLiteral("Peserta Contoh 002, Sekretaris panitia"))));
    CHECK(desk.observer() == QStringLiteral("Peserta Contoh 002"));
    CHECK(desk.observerPost() == QStringLiteral("Sekretaris panitia"));

    desk.askObserver();
    for (const auto& name : {QString(), QStringLiteral("  "), QString(129, u'a')}) {
        desk.nameObserver(name, {});
        CHECK(desk.problem() == Problem::NoObserver);
        CHECK(desk.step() == Step::AskObserver);
    }
    desk.chooseObserver(-1);
    desk.chooseObserver(99);
    CHECK(desk.step() == Step::AskObserver);
    CHECK(desk.back());
    CHECK(desk.observer() == QStringLiteral("Peserta Contoh 002"));
}

TEST_CASE("an observer whom the ceremony names can be chosen", "[kiosk][organizer][wet]")
{
    OrganizerFixture::Choice choice;
    choice.ceremony = "sulsel-2023";
    choice.roster = {};
    OrganizerFixture fixture(choice);
    fixture.unlock();
    fixture.organizer.go(Page::Wet);
    auto& desk = *fixture.organizer.wet();
    const auto& observer = fixture.signer->ceremony().observers.front();
    desk.chooseObserver(0);
    CHECK(desk.observer().toStdString() == observer.name);
    CHECK(desk.observerPost().toStdString() == observer.post);
}

TEST_CASE("what is no row's code, and a row that was entered, are said", "[kiosk][organizer][wet]")
{
    WetFixture fixture;
    auto& desk = fixture.desk;
    fixture.observe();
    for (const char16_t* wrong : {u"IKRAR-UNDANGAN:0123456789ABCDEFGHJKMNPQRS", u"K7M2Q9XA-001"}) {
        fixture.scan(text(wrong));
        CHECK(desk.step() == Step::AskRow);
        CHECK(desk.problem() == Problem::NotACode);
        CHECK(desk.typed().isEmpty());
    }
    fixture.scan(text(scanned));
    fixture.find(u"Baso");
    fixture.record();
    fixture.scan(text(firstRow));
    CHECK(desk.problem() == Problem::RowTaken);
    CHECK(desk.standingName() == QStringLiteral("Baso Contoh"));
    CHECK(desk.standingNumber() == QStringLiteral("2"));
}

TEST_CASE("who signed at the kiosk meanwhile is not entered", "[kiosk][organizer][wet]")
{
    WetFixture fixture;
    auto& desk = fixture.desk;
    fixture.observe();
    must(fixture.signer->sign(declarationOf(takalarPeople()[4])));
    fixture.scan(text(scanned));
    fixture.find(u"Baso");
    CHECK(desk.step() == Step::AskPerson);
    CHECK(desk.problem() == Problem::SignedAlready);
    CHECK(desk.standingNumber() == QStringLiteral("2"));
}

TEST_CASE("a mistake is voided with a reason, and its row entered again", "[kiosk][organizer][wet]")
{
    WetFixture fixture;
    auto& organizer = fixture.organizer;
    auto& desk = fixture.desk;
    fixture.observe();
    fixture.scan(text(scanned));
    fixture.find(u"Baso");
    fixture.record();
    organizer.showWetEntry();
    REQUIRE(organizer.page() == Page::Entry);
    CHECK(organizer.entry()->name() == QStringLiteral("Baso Contoh"));
    CHECK(organizer.entry()->sheetRow() == text(firstRow));
    CHECK(organizer.entry()->observer() == QStringLiteral("Saksi Contoh, Camat"));
    organizer.entry()->chooseReason(1);
    organizer.entry()->voidEntry();
    organizer.entry()->voidEntry();
    until([&] { return !organizer.entry()->busy(); });
    organizer.back();
    CHECK(organizer.page() == Page::Wet);
    CHECK(desk.step() == Step::AskRow);
    CHECK(desk.count() == 0);
    fixture.waitForLists();
    fixture.scan(text(scanned));
    fixture.find(u"Andi");
    fixture.record();
    CHECK(desk.count() == 1);
    CHECK(desk.recordedName() == QStringLiteral("Andi Contoh, S.Sos."));
}

TEST_CASE("without an open session nothing is entered", "[kiosk][organizer][wet]")
{
    WetFixture fixture(false);
    auto& desk = fixture.desk;
    CHECK_FALSE(desk.open());
    fixture.observe();
    fixture.scan(text(scanned));
    CHECK(desk.step() == Step::AskRow);
    CHECK(must(fixture.signer->registered().paperCount()) == 0);
}

TEST_CASE("a session that ends meanwhile leaves nothing half entered", "[kiosk][organizer][wet]")
{
    WetFixture fixture;
    auto& desk = fixture.desk;
    fixture.observe();
    fixture.scan(text(scanned));
    fixture.find(u"Baso");
    must(fixture.signer->endSession());
    desk.record(); // the screen has not heard of it yet
    until([&] { return !desk.busy(); });
    CHECK(desk.problem() == Problem::NotDone);
    CHECK(desk.step() == Step::Confirm);
    fixture.second();
    CHECK_FALSE(desk.open());
    CHECK(must(fixture.signer->registered().paperCount()) == 0);
}

TEST_CASE("back leads a step at a time, then to who is missing", "[kiosk][organizer][wet]")
{
    WetFixture fixture;
    auto& organizer = fixture.organizer;
    auto& desk = fixture.desk;
    fixture.observe();
    fixture.scan(text(scanned));
    fixture.find(u"Baso");
    organizer.back();
    CHECK(desk.step() == Step::AskPerson);
    organizer.back();
    CHECK(desk.step() == Step::AskRow);
    CHECK(desk.code().isEmpty());
    organizer.back();
    CHECK(organizer.page() == Page::Absent);
}

TEST_CASE("the lock forgets who was entered and who saw it", "[kiosk][organizer][wet]")
{
    WetFixture fixture;
    auto& organizer = fixture.organizer;
    auto& desk = fixture.desk;
    fixture.observe();
    fixture.scan(text(scanned));
    fixture.find(u"Baso");
    fixture.record();
    organizer.lock();
    CHECK(organizer.page() == Page::Gate);
    CHECK(desk.observer().isEmpty());
    CHECK(desk.recordedName().isEmpty());
    CHECK(desk.people()->total() == 0);
    organizer.go(Page::Wet);
    organizer.showWetEntry();
    CHECK(organizer.page() == Page::Gate);
}

TEST_CASE("a scanner's keys are for the row alone", "[kiosk][organizer][wet]")
{
    WetFixture fixture;
    auto& desk = fixture.desk;
    fixture.scan(text(scanned)); // while the observer is asked for
    CHECK(desk.step() == Step::AskObserver);
    CHECK(desk.typed().isEmpty());
    fixture.observe();
    CHECK(desk.key(Qt::Key_K, QStringLiteral("K")));
    CHECK(desk.key(Qt::Key_7, QStringLiteral("7")));
    CHECK(desk.key(Qt::Key_Backspace, {}));
    CHECK(desk.typed() == QStringLiteral("K"));
    CHECK_FALSE(desk.key(Qt::Key_Tab, QStringLiteral("\t")));
    CHECK_FALSE(desk.key(Qt::Key_Space, QStringLiteral(" ")));
    fixture.organizer.go(Page::Home);
    fixture.organizer.go(Page::Wet);
    CHECK(desk.typed().isEmpty());
    CHECK_FALSE(desk.key(Qt::Key_Return, QStringLiteral("\r")));
}
