#include "attendance/receipt_file.h"
#include "audit/heads.h"
#include "kiosk/organizer_fixture.h"
#include "kiosk/string_makers.h"
#include "print/raster.h"

#include <QFile>
#include <QProcess>

using namespace ikrar;
using namespace ikrar::tests;
using kiosk::Organizer;
using kiosk::SlipDesk;
using Page = Organizer::Page;
using State = SlipDesk::State;
using Trouble = SlipDesk::Trouble;

namespace {

OrganizerFixture::Choice withOneSigned()
{
    OrganizerFixture::Choice choice;
    choice.openSession = true;
    choice.prepare
        = [](ledger::Ledger& ledger) { must(ledger.sign(declarationOf(takalarPeople().front()))); };
    return choice;
}

/// The screen with a printer, on the entry of the one who signed.
void showEntry(OrganizerFixture& fixture, const std::string& printer,
    std::chrono::milliseconds patience = std::chrono::minutes(1))
{
    fixture.organizer.slips()->use(printer, print::Paper::Roll80, patience);
    fixture.unlock();
    fixture.organizer.go(Page::Entries);
    fixture.organizer.showEntry(0);
}

QString receiptIn(const QString& file, const base::Path& directory)
{
    const auto bytes = must(base::readFile(file.toStdString(), 1'000'000));
    const auto picture = QString::fromStdString((directory / "printed.png").string());
    const QImage image = rasterOf(bytes);
    REQUIRE(image.copy(-32, -32, image.width() + 64, image.height() + 64).save(picture));
    return QString::fromStdString(
        must(attendance::readReceiptFile(picture.toStdString(), nullptr)));
}

} // namespace

TEST_CASE(
    "a zero report as PDF has the counts, and a code that is the log's head", "[kiosk][organizer]")
{
    OrganizerFixture fixture;
    auto& organizer = fixture.organizer;
    auto& desk = *organizer.session();
    fixture.unlock();
    CHECK_FALSE(desk.hasReport());
    desk.report();
    until([&] { return desk.hasReport(); });
    desk.giveReport();
    CHECK(organizer.slips()->state() == State::Saved);
    const auto path = fixture.directory / "laporan-nol-sesi-1.pdf";
    CHECK(organizer.slips()->savedTo() == QString::fromStdString(path.string()));
    const auto words = outputOf(QStringLiteral("pdftotext"),
        {QStringLiteral("-layout"), QString::fromStdString(path.string()), QStringLiteral("-")})
                           .simplified();
    for (const char* part : {"GLADI", "Laporan nol, sesi 1", "Sudah berikrar 0",
             "Isi log 1 catatan", "Peserta Contoh 001, S.Sos., Kepala Bidang", "Saksi"}) {
        INFO(words.toStdString() << part);
        CHECK(words.contains(QString::fromUtf8(part)));
    }
    (void)outputOf(QStringLiteral("pdftoppm"),
        {QStringLiteral("-png"), QStringLiteral("-r"), QStringLiteral("203"),
            QStringLiteral("-singlefile"), QString::fromStdString(path.string()),
            QString::fromStdString((fixture.directory / "report").string())});
    const auto code = outputOf(QStringLiteral("zbarimg"),
        {QStringLiteral("-q"), QStringLiteral("--raw"), QStringLiteral("-Sdisable"),
            QStringLiteral("-Sqrcode.enable"),
            QString::fromStdString((fixture.directory / "report.png").string())});
    const auto head
        = audit::openHead(code.chopped(1).toStdString(), must(fixture.signer->policy()));
    REQUIRE(head.has_value());
    CHECK(head->size == 1);
    CHECK(head->root == must(fixture.signer->status()).root);
}

TEST_CASE("the report of an ended session counts it", "[kiosk][organizer]")
{
    OrganizerFixture fixture(withOneSigned());
    auto& desk = *fixture.organizer.session();
    fixture.unlock();
    desk.end();
    desk.end();
    until([&] { return desk.hasReport(); });
    desk.giveReport();
    const auto path = fixture.directory / "laporan-akhir-sesi-1.pdf";
    const auto words = outputOf(QStringLiteral("pdftotext"),
        {QStringLiteral("-layout"), QString::fromStdString(path.string()), QStringLiteral("-")})
                           .simplified();
    CHECK(words.contains(QStringLiteral("Berikrar pada sesi ini 1")));
    CHECK(words.contains(QStringLiteral("Isi log 4 catatan")));
}

TEST_CASE("a receipt comes out of the printer again, marked SALINAN", "[.cups]")
{
    OrganizerFixture fixture(withOneSigned());
    showEntry(fixture, "slips");
    auto& slips = *fixture.organizer.slips();
    fixture.organizer.entry()->printReceipt();
    CHECK(slips.busy());
    until([&] { return !slips.busy(); });
    CHECK(slips.state() == State::Sent);
    const auto printed = qEnvironmentVariable("IKRAR_PRINTED") + QStringLiteral("/1");
    until([&] { return QFile::exists(printed); });
    const auto receipt
        = must(receipt::fromText(receiptIn(printed, fixture.directory.path()).toStdString()));
    CHECK(receipt.index == 2);
    CHECK(receipt::verify(receipt, must(fixture.signer->policy())).verdict
        == receipt::Verdict::Rehearsal);
}

TEST_CASE("a printer that does not answer is said, and the slip can be taken back", "[.cups]")
{
    OrganizerFixture fixture(withOneSigned());
    showEntry(fixture, "cable", std::chrono::milliseconds(100)); // less than CUPS waits for it
    auto& slips = *fixture.organizer.slips();
    fixture.organizer.entry()->printReceipt();
    until([&] { return slips.state() == State::Waiting; });
    CHECK((slips.trouble() == Trouble::NoAnswer || slips.trouble() == Trouble::Offline));
    fixture.organizer.entry()->printReceipt(); // not a second one behind it
    slips.cancel();
    until([&] { return !slips.busy(); });
    CHECK(slips.state() == State::Cancelled);
}

TEST_CASE("a paused printer goes on by itself once it is resumed", "[.cups]")
{
    OrganizerFixture fixture(withOneSigned());
    showEntry(fixture, "paused");
    auto& slips = *fixture.organizer.slips();
    fixture.organizer.entry()->printReceipt();
    until([&] { return slips.state() == State::Waiting; });
    CHECK(slips.trouble() == Trouble::Paused);
    CHECK(
        QProcess::execute(QStringLiteral("/usr/sbin/cupsenable"), {QStringLiteral("paused")}) == 0);
    until([&] { return !slips.busy(); });
    CHECK(slips.state() == State::Sent);
}

TEST_CASE("a printer that CUPS does not know is named as that", "[.cups]")
{
    OrganizerFixture fixture(withOneSigned());
    showEntry(fixture, "tiada");
    auto& slips = *fixture.organizer.slips();
    slips.look();
    until([&] { return slips.trouble() == Trouble::NoPrinter; });
    fixture.organizer.entry()->printReceipt();
    until([&] { return !slips.busy(); });
    CHECK(slips.state() == State::Failed);
    CHECK(slips.trouble() == Trouble::NoPrinter);
}

TEST_CASE("without a printing system the slip still goes out as PDF", "[.no_cups]")
{
    OrganizerFixture fixture(withOneSigned());
    showEntry(fixture, "slips");
    auto& slips = *fixture.organizer.slips();
    fixture.organizer.entry()->printReceipt();
    until([&] { return !slips.busy(); });
    CHECK(slips.trouble() == Trouble::NoService);
    CHECK(slips.present());
    CHECK_FALSE(slips.prints());
    fixture.organizer.entry()->saveReceipt();
    CHECK(slips.state() == State::Saved);
    CHECK(slips.trouble() == Trouble::None);
}
