// The organizer's screens on every format, by touch.
#include "kiosk/organizer_fixture.h"
#include "qml/screen.h"
#include "qml/walker.h"

#include <QDir>

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::tests;
using kiosk::Organizer;
using kiosk::Preferences;
using Page = Organizer::Page;

namespace {

std::vector<ledger::RosterRow> manyPeople()
{
    std::vector<ledger::RosterRow> rows;
    for (int i = 1; i <= 90; ++i) {
        const auto serial = QStringLiteral("%1").arg(i, 3, 10, QLatin1Char('0')).toStdString();
        rows.push_back({{pledge::IdentityKind::Nip, "198601012015051" + serial},
            "Peserta Contoh " + serial + (i % 7 == 0 ? ", S.Sos., M.Si." : ""),
            "opd-contoh-" + std::to_string(1 + i % 8), "Analis Kebijakan Ahli Muda",
            "Penata (III/c)", pledge::Category::Pns});
    }
    return rows;
}

OrganizerFixture::Choice busyCeremony()
{
    OrganizerFixture::Choice choice;
    choice.roster = manyPeople();
    choice.openSession = true;
    choice.prepare = [](ledger::Ledger& ledger) {
        const auto people = manyPeople();
        for (std::size_t i = 0; i < people.size(); ++i) {
            if (i % 3 != 0 || i % 12 == 3) {
                must(ledger.sign(declarationOf(people[i])));
            }
        }
        must(ledger.sign(walkInDeclaration()));
        must(ledger.sign(declarationOf(people[1])));
        must(ledger.voidEntry(4, pledge::Reason::Test));
    };
    return choice;
}

struct Look {
    OrganizerFixture& fixture;
    Screen& screen;
    const Format& format;

    void operator()(const char* page) const
    {
        INFO(format.name << " " << page);
        screen.settle();
        CHECK_THAT(walk(screen.window(), screen.pixelsPerMm()).join(u'\n').toStdString(),
            Catch::Equals(""));
        CHECK_THAT(screen.takeWarnings().join(u'\n').toStdString(), Catch::Equals(""));
        const auto directory = qEnvironmentVariable("IKRAR_SCREENSHOTS");
        if (directory.isEmpty()) {
            return;
        }
        QDir().mkpath(directory);
        auto& preferences = *fixture.organizer.preferences();
        screen.picture().save(QDir(directory).filePath(
            QStringLiteral("organizer-%1-%2-%3-%4.png")
                .arg(QLatin1String(page), QLatin1String(format.name),
                    preferences.language() == Preferences::Language::English ? u"en" : u"id",
                    QString::number(static_cast<int>(preferences.textSize())))));
    }
};

void goThroughWet(OrganizerFixture& fixture, const Look& look)
{
    auto& organizer = fixture.organizer;
    auto& desk = *organizer.wet();
    organizer.go(Page::Wet);
    fixture.waitForLists();
    look("wet-observer");
    desk.nameObserver({}, {});
    look("wet-no-observer");
    desk.chooseObserver(0);
    look("wet-row");
    const bool english = organizer.preferences()->language() == Preferences::Language::English;
    look.screen.touch(english ? QStringLiteral("Row code") : QStringLiteral("Kode baris"));
    look("wet-row-typing");
    desk.takeRow(QStringLiteral("lembar"));
    look("wet-no-code");
    desk.takeRow(QStringLiteral("IKRAR-LEMBAR:K7M2Q9XA-002-08"));
    look("wet-person");
    desk.choose(0);
    look("wet-confirm");
    desk.record();
    until([&] { return !desk.busy(); });
    look("wet-recorded");
    desk.takeRow(QStringLiteral("K7M2Q9XA-002-08"));
    look("wet-row-taken");
    organizer.showWetEntry();
    look("wet-entry");
    organizer.back();
    organizer.go(Page::Home);
}

void goThrough(const Format& format, Preferences::Language language, Preferences::TextSize size)
{
    OrganizerFixture fixture(busyCeremony());
    auto& organizer = fixture.organizer;
    organizer.preferences()->setLanguage(language);
    organizer.preferences()->setTextSize(size);
    Screen screen(organizer, format);
    const Look look{fixture, screen, format};
    look("gate");
    OrganizerFixture::enter(*organizer.gate(), 0, secondPin);
    look("gate-wrong");
    for (int i = 0; i < 3; ++i) {
        OrganizerFixture::enter(*organizer.gate(), 0, secondPin);
    }
    look("gate-waits");
    organizer.advance(std::chrono::minutes(5));
    fixture.unlock();
    look("home");
    for (const auto& [page, name] : {std::pair{Page::Absent, "absent"}, {Page::WalkIns, "walk-ins"},
             {Page::Repeated, "repeated"}, {Page::Entries, "entries"}, {Page::Health, "health"},
             {Page::Display, "lead-title"}, {Page::Session, "session-open"},
             {Page::Closing, "closing-session-open"}}) {
        organizer.go(page);
        fixture.waitForLists();
        look(name);
    }
    goThroughWet(fixture, look);
    organizer.go(Page::Absent);
    fixture.waitForLists();
    organizer.absent()->narrow(QStringLiteral("opd-contoh-1"));
    look("absent-of-unit");
    organizer.showEntry(0);
    look("absence");
    organizer.back();
    organizer.go(Page::Incidents);
    look("incidents-none");
    auto& incidents = *organizer.incidents();
    for (const auto* what : {"Listrik padam lima menit; kiosk menyala kembali dan melanjutkan.",
             "Satu peserta menolak berikrar.", "Hujan."}) {
        incidents.setText(QString::fromUtf8(what));
        incidents.setTime(QStringLiteral("08.%1").arg(10 + QLatin1String(what).size() % 40));
        incidents.add();
        const int before = incidents.total();
        until([&] { return !incidents.busy() && incidents.total() > before; });
    }
    look("incidents");
    incidents.remove(0);
    look("incident-remove-asks");
    incidents.setTime(QStringLiteral("nanti"));
    incidents.setText(QStringLiteral("Apa"));
    incidents.add();
    look("incident-wrong-time");
    organizer.back();
    organizer.go(Page::Display);
    organizer.lead()->forward();
    look("lead-opening");
    organizer.lead()->forward();
    look("lead-clause");
    organizer.go(Page::WalkIns);
    fixture.waitForLists();
    organizer.showEntry(0);
    look("entry-walk-in");
    organizer.entry()->saveReceipt();
    look("entry-saved");
    // A printer that is named and not there, from here on.
    qputenv("CUPS_SERVER", "127.0.0.1:1");
    organizer.slips()->use("slips", print::Paper::Roll80);
    organizer.entry()->printReceipt();
    until([&] { return !organizer.slips()->busy(); });
    look("entry-not-printed");
    organizer.go(Page::Health);
    until([&] { return organizer.slips()->trouble() != kiosk::SlipDesk::Trouble::None; });
    look("health-no-printer");
    organizer.go(Page::Entries);
    fixture.waitForLists();
    organizer.showEntry(0);
    screen.settle();
    screen.touch(language == Preferences::Language::English ? QStringLiteral("Void")
                                                            : QStringLiteral("Batalkan"));
    look("void-reason");
    organizer.entry()->chooseReason(2);
    organizer.entry()->voidEntry();
    look("void-asks");
    organizer.entry()->voidEntry();
    until([&] { return !organizer.entry()->busy(); });
    look("voided");
    organizer.go(Page::Session);
    organizer.session()->end();
    look("session-end-asks");
    organizer.session()->end();
    until([&] { return organizer.session()->hasReport(); });
    look("session-ended");
    organizer.session()->report();
    until([&] { return organizer.session()->reported(); });
    look("session-follow-up");
    organizer.go(Page::Closing);
    look("closing-first");
    OrganizerFixture::enter(*organizer.closing()->gate(), 0, firstPin);
    look("closing-second");
    OrganizerFixture::enter(*organizer.closing()->gate(), 0, secondPin);
    look("closing-ready");
    organizer.closing()->close();
    until([&] { return !organizer.closing()->busy(); });
    look("closed");
    organizer.go(Page::Home);
    look("home-closed");
}

} // namespace

TEST_CASE("the organizer's screens hold on a stand of 21.5 inches", "[organizer]")
{
    goThrough(formats()[0], Preferences::Language::Indonesian, Preferences::TextSize::Normal);
}

TEST_CASE("the organizer's screens hold on 15.6 inches", "[organizer]")
{
    goThrough(formats()[1], Preferences::Language::Indonesian, Preferences::TextSize::Normal);
}

TEST_CASE("the organizer's screens hold on a tablet of 10.1 inches", "[organizer]")
{
    goThrough(formats()[2], Preferences::Language::Indonesian, Preferences::TextSize::Normal);
}

TEST_CASE(
    "the organizer's screens hold on the tablet in English and in the largest text", "[organizer]")
{
    goThrough(formats()[2], Preferences::Language::English, Preferences::TextSize::Normal);
    goThrough(formats()[2], Preferences::Language::Indonesian, Preferences::TextSize::Largest);
}

TEST_CASE("the organizer comes in, opens a session and closes it by touch alone", "[organizer]")
{
    OrganizerFixture fixture;
    auto& organizer = fixture.organizer;
    Screen screen(organizer, formats().front());
    screen.touch(QStringLiteral("Peserta Contoh 001, S.Sos., Kepala Bidang"));
    for (const char* digit = firstPin; *digit != '\0'; ++digit) {
        screen.touch(QString(QLatin1Char(*digit)));
    }
    screen.touch(QStringLiteral("Buka"));
    until([&] { return organizer.page() == Page::Home; });
    fixture.waitForLists();
    screen.settle();
    screen.touch(QStringLiteral("Buka sesi"));
    until([&] { return organizer.session()->reported(); });
    screen.settle();
    screen.touch(QStringLiteral("Buka sesi"));
    until([&] { return organizer.state()->sessionOpen(); });
    screen.settle();
    screen.touch(QStringLiteral("Akhiri sesi"));
    screen.touch(QStringLiteral("Ya, akhiri"));
    until([&] { return !organizer.state()->sessionOpen(); });
    screen.settle();
    screen.touch(QStringLiteral("Kembali"));
    screen.touch(QStringLiteral("Penutupan"));
    for (const auto& [name, pin] :
        {std::pair{"Peserta Contoh 001, S.Sos., Kepala Bidang", firstPin},
            {"Peserta Contoh 002, Sekretaris panitia", secondPin}}) {
        screen.touch(QString::fromUtf8(name));
        screen.type(QLatin1String(pin));
        screen.touch(QStringLiteral("Setuju"));
        until([&] { return !organizer.closing()->gate()->checking(); });
        screen.settle();
    }
    screen.touch(QStringLiteral("Tutup pencatatan"));
    until([&] { return organizer.state()->closed(); });
    screen.settle();
    screen.touch(QStringLiteral("Kembali"));
    screen.touch(QStringLiteral("Kunci layar"));
    CHECK(organizer.page() == Page::Gate);
}

TEST_CASE("a wet signature is entered by scanner and touch alone", "[organizer][wet]")
{
    OrganizerFixture::Choice choice;
    choice.openSession = true;
    OrganizerFixture fixture(choice);
    auto& organizer = fixture.organizer;
    Screen screen(organizer, formats()[1]);
    fixture.unlock();
    screen.settle();
    screen.touch(QStringLiteral("Belum hadir: %1").arg(organizer.absent()->total()));
    fixture.waitForLists();
    screen.settle();
    screen.touch(QStringLiteral("Lembar basah"));
    fixture.waitForLists();
    screen.settle();
    screen.touch(QStringLiteral("Peserta Contoh 002, Sekretaris panitia"));
    screen.settle();
    screen.type(QStringLiteral("IKRAR-LEMBAR:K7M2Q9XA-002-08"));
    screen.key(Qt::Key_Return);
    screen.settle();
    REQUIRE(organizer.wet()->step() == kiosk::WetDesk::Step::AskPerson);
    organizer.wet()->people()->setSearch(QStringLiteral("Baso"));
    screen.settle();
    const auto buttons = screen.buttons().filter(QStringLiteral("Baso Contoh"));
    REQUIRE(buttons.size() == 1);
    screen.touch(buttons.front());
    screen.settle();
    screen.touch(QStringLiteral("Catat"));
    until([&] { return !organizer.wet()->busy(); });
    screen.settle();
    CHECK(screen.find(QStringLiteral("Tercatat: Baso Contoh, nomor 2.")) != nullptr);
    CHECK(must(fixture.signer->registered().paperCount()) == 1);
    // The next scan, though a button has the focus.
    screen.reach(QStringLiteral("Kembali"));
    screen.type(QStringLiteral("K7M2Q9XA-002-08"));
    screen.key(Qt::Key_Return);
    screen.settle();
    CHECK(organizer.wet()->problem() == kiosk::WetDesk::Problem::RowTaken);
    screen.touch(QStringLiteral("Lihat catatan"));
    CHECK(organizer.page() == Page::Entry);
    screen.settle();
    screen.touch(QStringLiteral("Kembali"));
    CHECK(organizer.page() == Page::Wet);
}

TEST_CASE("a touch on a unit shows who is missing of it", "[organizer]")
{
    OrganizerFixture fixture(busyCeremony());
    Screen screen(fixture.organizer, formats()[1]);
    fixture.unlock();
    screen.settle();
    const auto& tally = *fixture.organizer.tally();
    screen.touch(QStringLiteral("OPD contoh 1: %1 dari 11")
                     .arg(tally.data(tally.index(0), kiosk::UnitTally::SignedRole).toInt()));
    CHECK(fixture.organizer.page() == Page::Absent);
    CHECK(fixture.organizer.absent()->unitName() == QStringLiteral("OPD contoh 1"));
}
