// The organizer's screen and the public display, without a screen.
#include "attendance/receipt_file.h"
#include "base/base64.h"
#include "kiosk/organizer_fixture.h"
#include "receipt/verdict.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::tests;
using namespace std::chrono_literals;
using kiosk::ClosingDesk;
using kiosk::EntryDesk;
using kiosk::Organizer;
using kiosk::SlipDesk;
using Page = Organizer::Page;

namespace {

OrganizerFixture::Choice withPeople(std::function<void(ledger::Ledger&)> prepare = {})
{
    OrganizerFixture::Choice choice;
    choice.openSession = true;
    choice.prepare = std::move(prepare);
    return choice;
}

QStringList namesOf(kiosk::PeopleList& list)
{
    QStringList names;
    for (const auto& row : list.rows()) {
        names << row.toMap().value(QStringLiteral("name")).toString();
    }
    return names;
}

void waitFor(kiosk::SessionDesk& desk)
{
    until([&] { return !desk.busy(); });
}

std::uint64_t signAs(ledger::Ledger& ledger, std::size_t person)
{
    return must(ledger.sign(declarationOf(takalarPeople()[person]))).index;
}

} // namespace

TEST_CASE("nothing but the gate shows before a PIN", "[kiosk][organizer]")
{
    OrganizerFixture fixture(withPeople());
    auto& organizer = fixture.organizer;
    for (const auto page : {Page::Home, Page::Absent, Page::Session, Page::Closing}) {
        organizer.go(page);
        CHECK(organizer.page() == Page::Gate);
    }
    organizer.showAbsentOf(QStringLiteral("opd-contoh-1"));
    organizer.showEntry(0);
    organizer.readLists();
    CHECK(organizer.page() == Page::Gate);
    CHECK(organizer.absent()->total() == 0);
    organizer.session()->open();
    organizer.session()->report();
    CHECK_FALSE(organizer.session()->reported());
    fixture.unlock();
    CHECK(organizer.page() == Page::Home);
    CHECK(organizer.absent()->total() == 5);
}

TEST_CASE("it locks after 30 minutes without a touch, and forgets everybody", "[kiosk][organizer]")
{
    OrganizerFixture fixture(withPeople());
    auto& organizer = fixture.organizer;
    fixture.unlock();
    organizer.go(Page::Absent);
    organizer.advance(29min - 1ms);
    CHECK_FALSE(organizer.idle()->warning());
    organizer.advance(1ms);
    CHECK(organizer.idle()->warning());
    organizer.idle()->touch();
    organizer.advance(29min);
    CHECK(organizer.page() == Page::Absent);
    organizer.advance(1min);
    CHECK(organizer.page() == Page::Gate);
    CHECK_FALSE(organizer.gate()->isOpen());
    CHECK(organizer.absent()->total() == 0);
    CHECK(organizer.entries()->total() == 0);
}

TEST_CASE("it locks after 12 hours whoever touches it", "[kiosk][organizer]")
{
    OrganizerFixture fixture(withPeople());
    auto& organizer = fixture.organizer;
    fixture.unlock();
    for (int i = 0; i < 12 * 4 - 1; ++i) {
        organizer.advance(15min);
        organizer.idle()->touch();
    }
    CHECK(organizer.page() == Page::Home);
    organizer.advance(15min);
    CHECK(organizer.page() == Page::Gate);
}

TEST_CASE("a session opens after its zero report, in the organizer's name", "[kiosk][organizer]")
{
    OrganizerFixture fixture;
    auto& organizer = fixture.organizer;
    auto& desk = *organizer.session();
    fixture.unlock();
    organizer.go(Page::Session);
    until([&] { return desk.reported(); });
    const auto status = must(fixture.signer->status());
    CHECK(desk.nextNumber() == 1);
    CHECK_FALSE(desk.followUp());
    CHECK(desk.rosterCount() == QStringLiteral("5"));
    CHECK(desk.logSize() == QStringLiteral("1"));
    CHECK(desk.logHead().remove(u' ').toStdString() == base::toBase64(status.root.view()));
    CHECK(desk.rosterDigest().remove(u' ').toStdString()
        == base::toBase64(must(fixture.signer->roster().tableDigest()).view()));
    CHECK(desk.time() == QStringLiteral("08.05 WITA"));
    desk.open();
    waitFor(desk);
    CHECK(organizer.state()->sessionOpen());
    CHECK(must(fixture.signer->status()).openSession == 1);
    const auto acts = must(fixture.signer->officials().all(ledger::Act::SessionStart));
    REQUIRE(acts.size() == 1);
    CHECK(acts[0].official == ledger::Official{"Peserta Contoh 001, S.Sos.", "Kepala Bidang"});
}

TEST_CASE(
    "a session ends when it was asked for twice, the next is for absentees", "[kiosk][organizer]")
{
    OrganizerFixture fixture(withPeople([](ledger::Ledger& ledger) { signAs(ledger, 0); }));
    auto& organizer = fixture.organizer;
    auto& desk = *organizer.session();
    fixture.unlock();
    organizer.go(Page::Session);
    desk.end();
    CHECK(desk.asking());
    desk.cancel();
    CHECK_FALSE(desk.asking());
    desk.end();
    desk.end();
    waitFor(desk);
    CHECK_FALSE(organizer.state()->sessionOpen());
    CHECK(desk.endedSigned() == 1);
    desk.report();
    until([&] { return desk.reported(); });
    CHECK(desk.nextNumber() == 2);
    CHECK(desk.followUp());
    desk.open();
    waitFor(desk);
    CHECK(must(fixture.signer->status()).openSession == 2);
}

TEST_CASE("what another process signs is counted within a second, by unit", "[kiosk][organizer]")
{
    OrganizerFixture fixture(withPeople());
    auto& organizer = fixture.organizer;
    fixture.unlock();
    auto& tally = *organizer.tally();
    CHECK(tally.signedAll() == 0);
    CHECK(tally.expectedAll() == 5);
    signAs(*fixture.signer, 0);
    must(fixture.signer->sign(walkInDeclaration()));
    fixture.second();
    CHECK(organizer.state()->signedInAll() == 2);
    until([&] { return tally.signedAll() > 0; });
    // opd-contoh-1 first; a walk-in makes no unit complete.
    CHECK(tally.data(tally.index(0), kiosk::UnitTally::NameRole) == QStringLiteral("OPD contoh 1"));
    CHECK(tally.data(tally.index(0), kiosk::UnitTally::SignedRole) == 1);
    CHECK(tally.data(tally.index(0), kiosk::UnitTally::ExpectedRole) == 3);
    CHECK(tally.data(tally.index(1), kiosk::UnitTally::SignedRole) == 0);
    CHECK(organizer.unidentified() == 1);
    CHECK(organizer.lastSigned() == QStringLiteral("08.05 WITA"));
}

TEST_CASE("who is missing is found by name, number and unit", "[kiosk][organizer]")
{
    OrganizerFixture fixture(withPeople([](ledger::Ledger& ledger) { signAs(ledger, 0); }));
    auto& organizer = fixture.organizer;
    fixture.unlock();
    organizer.go(Page::Absent);
    auto& absent = *organizer.absent();
    CHECK(absent.total() == 4);
    CHECK_FALSE(namesOf(absent).contains(QStringLiteral("Andi Contoh, S.Sos.")));
    const auto finds = [&](const char* typed) {
        absent.setSearch(QString::fromUtf8(typed));
        return absent.found();
    };
    CHECK(finds("sitti") == 3);
    CHECK(finds("SIT con") == 3);
    CHECK(finds("19900913 202524 2 014") == 1);
    CHECK(finds("bendahara") == 1);
    CHECK(finds("opd contoh 2") == 1);
    CHECK(finds("zaenab") == 0);
    CHECK(finds("") == 4);
    organizer.showAbsentOf(QStringLiteral("opd-contoh-1"));
    CHECK(absent.found() == 2);
    CHECK(absent.unitName() == QStringLiteral("OPD contoh 1"));
    absent.narrow(QStringLiteral("73-05"));
    CHECK(absent.found() == 4); // with all below it
    absent.narrow({});
    absent.setRoom(3);
    CHECK(absent.pages() == 2);
    absent.turn(1);
    CHECK(absent.rows().size() == 1);
    absent.turn(1);
    CHECK(absent.page() == 1);
}

TEST_CASE("a list that somebody reads stands still", "[kiosk][organizer]")
{
    OrganizerFixture fixture(withPeople());
    auto& organizer = fixture.organizer;
    fixture.unlock();
    organizer.go(Page::Absent);
    fixture.waitForLists();
    signAs(*fixture.signer, 0);
    fixture.second();
    CHECK(organizer.absent()->total() == 5);
    organizer.back();
    fixture.second();
    until([&] { return organizer.absent()->total() == 4; });
}

TEST_CASE("the reason of an absence is kept, changed and taken back", "[kiosk][organizer]")
{
    OrganizerFixture fixture(withPeople());
    auto& organizer = fixture.organizer;
    auto& desk = *organizer.absence();
    fixture.unlock();
    organizer.go(Page::Absent);
    organizer.absent()->setSearch(QStringLiteral("Baso"));
    organizer.showEntry(0);
    CHECK(organizer.page() == Page::Absence);
    CHECK(desk.name() == QStringLiteral("Baso Contoh"));
    const auto identity = takalarPeople()[4].identity;
    for (const int reason : {2, 4, 0}) {
        desk.state(reason);
        until([&] { return !desk.busy(); });
        CHECK(desk.reason() == reason);
        const auto kept = must(fixture.signer->absences().of(identity));
        CHECK((kept ? static_cast<int>(kept->reason) : 0) == reason);
    }
    organizer.back();
    CHECK(organizer.page() == Page::Absent);
}

TEST_CASE("a voiding has a reason and is asked about twice, the entry stays", "[kiosk][organizer]")
{
    OrganizerFixture fixture(withPeople([](ledger::Ledger& ledger) { signAs(ledger, 0); }));
    auto& organizer = fixture.organizer;
    auto& desk = *organizer.entry();
    fixture.unlock();
    organizer.go(Page::Entries);
    organizer.showEntry(0);
    CHECK(organizer.page() == Page::Entry);
    CHECK(desk.name() == QStringLiteral("Andi Contoh, S.Sos."));
    CHECK(desk.identity() == QStringLiteral("19860926 201505 1 001"));
    desk.voidEntry();
    CHECK_FALSE(desk.asking()); // no reason yet
    desk.chooseReason(3);
    desk.voidEntry();
    CHECK(desk.asking());
    desk.cancel();
    CHECK(desk.reason() == 0);
    desk.chooseReason(1);
    desk.voidEntry();
    CHECK(must(fixture.signer->status()).voidedEntries == 0);
    desk.voidEntry();
    until([&] { return !desk.busy(); });
    CHECK(desk.outcome() == EntryDesk::Outcome::Voided);
    CHECK(desk.voided() == 1);
    CHECK(must(fixture.signer->registered().at(2))->voided == pledge::Reason::WrongPerson);
    const auto acts = must(fixture.signer->officials().all(ledger::Act::Void));
    REQUIRE(acts.size() == 1);
    CHECK(acts[0].official.name == "Peserta Contoh 001, S.Sos.");
    fixture.waitForLists();
    CHECK(organizer.entries()->rows()[0].toMap()[QStringLiteral("voided")].toBool());
    CHECK(organizer.absent()->total() == 5);
    // Once only.
    desk.chooseReason(1);
    CHECK(desk.reason() == 0);
}

TEST_CASE("a walk-in is identified in the organizer's name", "[kiosk][organizer]")
{
    OrganizerFixture fixture(
        withPeople([](ledger::Ledger& ledger) { must(ledger.sign(walkInDeclaration())); }));
    auto& organizer = fixture.organizer;
    fixture.unlock();
    CHECK(organizer.unidentified() == 1);
    organizer.go(Page::WalkIns);
    organizer.showEntry(0);
    organizer.entry()->identify();
    until([&] { return !organizer.entry()->busy(); });
    CHECK(organizer.entry()->outcome() == EntryDesk::Outcome::Identified);
    fixture.waitForLists();
    CHECK(organizer.unidentified() == 0);
    CHECK(organizer.walkIns()->rows()[0].toMap()[QStringLiteral("identifiedBy")].toString()
        == QStringLiteral("Peserta Contoh 001, S.Sos."));
    organizer.back();
    CHECK(organizer.page() == Page::WalkIns);
}

TEST_CASE("whoever signed twice stands there with each entry", "[kiosk][organizer]")
{
    OrganizerFixture fixture(withPeople([](ledger::Ledger& ledger) {
        signAs(ledger, 0);
        signAs(ledger, 1);
        signAs(ledger, 0);
    }));
    fixture.unlock();
    CHECK(fixture.organizer.repeated()->total() == 2);
    CHECK(fixture.organizer.tally()->signedAll() == 2); // people, not entries
    const auto rows = fixture.organizer.repeated()->rows();
    CHECK(rows[0].toMap()[QStringLiteral("index")] == 2);
    CHECK(rows[1].toMap()[QStringLiteral("index")] == 4);
}

TEST_CASE(
    "a receipt comes again as a PDF, without a name in it or in its own", "[kiosk][organizer]")
{
    OrganizerFixture fixture(withPeople([](ledger::Ledger& ledger) { signAs(ledger, 0); }));
    auto& organizer = fixture.organizer;
    fixture.unlock();
    organizer.go(Page::Entries);
    organizer.showEntry(0);
    organizer.entry()->saveReceipt();
    CHECK(organizer.slips()->state() == SlipDesk::State::Saved);
    const auto path = fixture.directory / "salinan-tanda-terima-2.pdf";
    CHECK(organizer.slips()->savedTo() == QString::fromStdString(path.string()));
    // What others read of it: poppler its words, and from its picture the code.
    const auto words = outputOf(QStringLiteral("pdftotext"),
        {QStringLiteral("-layout"), QString::fromStdString(path.string()), QStringLiteral("-")});
    for (const char* part :
        {"GLADI · SALINAN", "Tanda terima nomor 2", "Senin, 18 September 2023, pukul 08.05 WITA"}) {
        CHECK(words.contains(QString::fromUtf8(part)));
    }
    CHECK_FALSE(words.contains(QStringLiteral("Andi")));
    CHECK_FALSE(words.contains(QStringLiteral("19860926")));
    (void)outputOf(QStringLiteral("pdftoppm"),
        {QStringLiteral("-png"), QStringLiteral("-r"), QStringLiteral("203"),
            QStringLiteral("-singlefile"), QString::fromStdString(path.string()),
            QString::fromStdString((fixture.directory / "slip").string())});
    const auto text = must(attendance::readReceiptFile(fixture.directory / "slip.png", nullptr));
    const auto receipt = must(receipt::fromText(text));
    CHECK(receipt.index == 2);
    CHECK(receipt::verify(receipt, must(fixture.signer->policy())).verdict
        == receipt::Verdict::Rehearsal);
}

TEST_CASE("a folder that cannot be written to is said", "[kiosk][organizer]")
{
    OrganizerFixture fixture(withPeople([](ledger::Ledger& ledger) { signAs(ledger, 0); }));
    Organizer organizer({base::systemFiles(), fixture.clock, fixture.data(), fixture.runtime(),
        fixture.directory / "absent"});
    organizer.open(must(kiosk::LedgerStore::open(fixture.data(), fixture.environment)));
    organizer.gate()->reset();
    OrganizerFixture::enter(*organizer.gate(), 0, firstPin);
    organizer.entry()->show(2, {});
    organizer.entry()->saveReceipt();
    CHECK(organizer.slips()->state() == SlipDesk::State::NotSaved);
}

TEST_CASE("closing takes two people with two PINs, whose names are kept", "[kiosk][organizer]")
{
    OrganizerFixture fixture(withPeople());
    auto& organizer = fixture.organizer;
    auto& desk = *organizer.closing();
    fixture.unlock();
    organizer.go(Page::Closing);
    CHECK(desk.step() == ClosingDesk::Step::SessionOpen);
    must(fixture.signer->endSession());
    fixture.second();
    CHECK(desk.step() == ClosingDesk::Step::First); // whoever is in types it again
    OrganizerFixture::enter(*desk.gate(), 0, firstPin);
    CHECK(desk.step() == ClosingDesk::Step::Second);
    CHECK(desk.gate()->holders()
        == QStringList{QStringLiteral("Peserta Contoh 002, Sekretaris panitia")});
    OrganizerFixture::enter(*desk.gate(), 0, firstPin);
    CHECK(desk.step() == ClosingDesk::Step::Second);
    desk.close();
    CHECK_FALSE(must(fixture.signer->status()).closed);
    OrganizerFixture::enter(*desk.gate(), 0, secondPin);
    CHECK(desk.step() == ClosingDesk::Step::Ready);
    desk.close();
    until([&] { return !desk.busy(); });
    CHECK(desk.step() == ClosingDesk::Step::Closed);
    CHECK(must(fixture.signer->status()).closed);
    const auto acts = must(fixture.signer->officials().all(ledger::Act::Close));
    REQUIRE(acts.size() == 2);
    CHECK(acts[0].official.name == "Peserta Contoh 001, S.Sos.");
    CHECK(acts[1].official == ledger::Official{"Peserta Contoh 002", "Sekretaris panitia"});
}

TEST_CASE("who agreed to close and went back has not agreed", "[kiosk][organizer]")
{
    OrganizerFixture fixture;
    auto& organizer = fixture.organizer;
    fixture.unlock();
    organizer.go(Page::Closing);
    OrganizerFixture::enter(*organizer.closing()->gate(), 0, firstPin);
    OrganizerFixture::enter(*organizer.closing()->gate(), 0, secondPin);
    CHECK(organizer.closing()->step() == ClosingDesk::Step::Ready);
    organizer.back();
    organizer.go(Page::Closing);
    CHECK(organizer.closing()->step() == ClosingDesk::Step::First);
}

TEST_CASE("one person alone cannot close", "[kiosk][organizer]")
{
    OrganizerFixture::Choice choice;
    choice.organizers = 1;
    OrganizerFixture fixture(choice);
    fixture.unlock();
    fixture.organizer.go(Page::Closing);
    CHECK(fixture.organizer.closing()->step() == ClosingDesk::Step::TooFew);
}

TEST_CASE("the organizer's screen leads the display through the pledge", "[kiosk][display]")
{
    OrganizerFixture fixture(withPeople());
    kiosk::Display display(fixture.runtime());
    display.open(must(
        ledger::Ledger::open(fixture.data(), ledger::Ledger::Mode::Read, fixture.environment)));
    using Scene = kiosk::Display::Scene;
    const auto shown = [&] {
        display.advance(250ms);
        return std::pair(display.scene(), display.clause());
    };
    CHECK(shown() == std::pair(Scene::Title, 0));
    auto& lead = *fixture.organizer.lead();
    const int clauses = lead.clauses();
    REQUIRE(clauses > 1);
    lead.forward();
    CHECK(shown() == std::pair(Scene::Opening, 0));
    for (int clause = 0; clause < clauses; ++clause) {
        lead.forward();
        CHECK(shown() == std::pair(Scene::Clause, clause));
        CHECK(lead.text() == fixture.organizer.ceremony()->fullClauses()[clause]);
    }
    lead.forward();
    CHECK(shown().first == Scene::Count);
    lead.forward();
    CHECK(shown().first == Scene::Count);
    lead.backward();
    CHECK(shown() == std::pair(Scene::Clause, clauses - 1));
    lead.showTitle();
    lead.backward();
    CHECK(shown().first == Scene::Title);
    lead.showCount();
    CHECK(shown().first == Scene::Count);
    // A display that starts later shows the same; so does an organizer's screen.
    kiosk::Display later(fixture.runtime());
    later.open(must(
        ledger::Ledger::open(fixture.data(), ledger::Ledger::Mode::Read, fixture.environment)));
    CHECK(later.scene() == Scene::Count);
}

TEST_CASE("the display is not led by another log's organizer", "[kiosk][display]")
{
    OrganizerFixture fixture(withPeople());
    must(kiosk::writeBoard(base::systemFiles(), fixture.runtime(),
        "other.example/ikrar/a/b-00000000", {kiosk::BoardScene::Count, 0}));
    kiosk::Display display(fixture.runtime());
    display.open(must(
        ledger::Ledger::open(fixture.data(), ledger::Ledger::Mode::Read, fixture.environment)));
    CHECK(display.scene() == kiosk::Display::Scene::Title);
    must(base::replaceFile(
        base::systemFiles(), fixture.runtime() / "ikrar-display", base::asBytes("{\"scene\": 7")));
    display.advance(250ms);
    CHECK(display.scene() == kiosk::Display::Scene::Title);
}

TEST_CASE("a display that cannot be told is said, and stays where it was", "[kiosk][display]")
{
    OrganizerFixture fixture(withPeople());
    const auto file = fixture.directory / "no-directory";
    must(base::replaceFile(base::systemFiles(), file, base::asBytes("a file")));
    Organizer organizer(
        {base::systemFiles(), fixture.clock, fixture.data(), file, fixture.directory.path()});
    organizer.open(must(kiosk::LedgerStore::open(fixture.data(), fixture.environment)));
    organizer.lead()->forward();
    CHECK(organizer.lead()->failed());
    CHECK(organizer.lead()->scene() == kiosk::DisplayLead::Scene::Title);
}

TEST_CASE("the display's count rises with what the kiosk signs", "[kiosk][display]")
{
    OrganizerFixture fixture(withPeople());
    kiosk::Display display(fixture.runtime());
    display.open(must(
        ledger::Ledger::open(fixture.data(), ledger::Ledger::Mode::Read, fixture.environment)));
    CHECK(display.signedAll() == 0);
    CHECK(display.expected() == 5);
    const auto index = signAs(*fixture.signer, 0);
    signAs(*fixture.signer, 4);
    display.advance(1s);
    CHECK(display.signedAll() == 2);
    auto& tally = *display.tally();
    CHECK(tally.data(tally.index(0), kiosk::UnitTally::ShareRole).toDouble() == Approx(1.0 / 3));
    must(fixture.signer->voidEntry(index, pledge::Reason::Test));
    display.advance(1s);
    CHECK(display.signedAll() == 1);
    CHECK_FALSE(display.closed());
    must(fixture.signer->endSession());
    must(fixture.signer->close());
    display.advance(1s);
    CHECK(display.closed());
}

TEST_CASE("units below a unit are one step away, and pages turn around", "[kiosk][organizer]")
{
    OrganizerFixture fixture(withPeople());
    fixture.unlock();
    auto& tally = *fixture.organizer.tally();
    REQUIRE(tally.rowCount() == 3);
    CHECK(tally.above().isEmpty()); // the one root is left out
    tally.setRoom(2);
    CHECK(tally.pages() == 2);
    tally.turn(1);
    CHECK(tally.rowCount() == 1);
    tally.turn(1);
    CHECK(tally.page() == 0);
    tally.turn(-1);
    CHECK(tally.page() == 1);
}
