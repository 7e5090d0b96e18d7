// The organizer's screens for files, without a screen: the roster, what is taken away, the second
// copy.
#include "attendance/incidents.h"
#include "audit/bundle.h"
#include "base/faulty_files.h"
#include "kiosk/organizer_fixture.h"

#include <catch2/catch.hpp>

#include <fstream>

using namespace ikrar;
using namespace ikrar::tests;
using namespace std::chrono_literals;
using kiosk::ExportDesk;
using kiosk::RosterDesk;
using Document = ExportDesk::Document;
using Page = kiosk::Organizer::Page;
using Problem = kiosk::fileproblem::Kind;

namespace {

OrganizerFixture::Choice withSigned(int people)
{
    OrganizerFixture::Choice choice;
    choice.openSession = true;
    choice.prepare = [people](ledger::Ledger& ledger) {
        const auto all = takalarPeople();
        for (int i = 0; i < people; ++i) {
            must(ledger.sign(declarationOf(all[static_cast<std::size_t>(i)])));
        }
    };
    return choice;
}

/// Files of this ending in the folder, temporary ones too.
std::vector<base::Path> filesOf(const base::Path& folder, const std::string& part)
{
    std::vector<base::Path> found;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        if (file.path().filename().string().find(part) != std::string::npos) {
            found.push_back(file.path());
        }
    }
    return found;
}

void writeFile(const base::Path& path, const std::string& text)
{
    std::ofstream(path, std::ios::binary) << text;
}

/// The desk at work on a folder of its own.
class Files : public OrganizerFixture
{
public:
    explicit Files(const Choice& choice = withSigned(3)) : OrganizerFixture(choice)
    {
        unlock();
        std::filesystem::create_directory(stick);
    }

    [[nodiscard]] ExportDesk& desk() { return *organizer.exports(); }
    void write(Document document)
    {
        desk().choose(document);
        desk().start(stick);
        wait();
    }
    void wait()
    {
        until([this] { return !desk().busy(); });
    }
    /// Writes down the passphrase and types the part that is asked for.
    QString seal()
    {
        auto passphrase = desk().passphrase();
        desk().wroteDown();
        desk().confirm(passphrase.split(u'-')[desk().askedGroup() - 1].toLower());
        return passphrase;
    }

    base::Path stick = directory / "stick";
};

RosterDesk& readFrom(Files& files, const std::string& name, const std::string& csv)
{
    writeFile(files.stick / name, csv);
    auto& desk = *files.organizer.roster();
    desk.read(files.stick / name);
    until([&desk] { return !desk.busy(); });
    return desk;
}

const std::string header = "Nama;NIP;Unit Kerja;Jabatan;Kategori\r\n";
const std::string newPerson
    = "Peserta Contoh 077;\"19880303 201203 1 003\";OPD contoh 2;Analis;PNS\r\n";

} // namespace

TEST_CASE("every document is written whole, by a dated name", "[kiosk][files]")
{
    Files files(withSigned(GENERATE(0, 3)));
    for (const auto& [document, ending] : {std::pair{Document::Workbook, ".xlsx"},
             {Document::List, ".csv"}, {Document::Json, ".json"},
             {Document::AttendanceSheet, ".pdf"}, {Document::OfficialRecord, ".pdf"},
             {Document::PublicBundle, ".zip"}, {Document::InvitationCards, ".pdf"},
             {Document::SignatureSheets, ".pdf"}, {Document::BlankSheets, ".pdf"}}) {
        INFO(ending << " " << static_cast<int>(document));
        files.write(document);
        auto& desk = files.desk();
        CHECK(desk.stage() == ExportDesk::Stage::Done);
        CHECK(desk.problem() == Problem::None);
        const auto name = desk.fileName().toStdString();
        CHECK(name.starts_with("gladi-"));
        CHECK(name.ends_with(ending));
        CHECK(name.find("takalar-2023-kiosk-01-20230918-0805") != std::string::npos);
        const auto bytes = must(base::readFile(files.stick / name, 1U << 24U));
        CHECK(
            desk.digest().remove(u' ').toStdString() == base::toHex(crypto::sha256(bytes).view()));
        desk.cancel();
    }
    CHECK(filesOf(files.stick, ".tmp").empty());
    CHECK(filesOf(files.stick, "").size() == 9);
}

TEST_CASE("a second export stands beside the first", "[kiosk][files]")
{
    Files files;
    files.write(Document::List);
    files.write(Document::List);
    CHECK(files.desk().fileName().endsWith(QStringLiteral("-2.csv")));
    CHECK(filesOf(files.stick, ".csv").size() == 2);
}

TEST_CASE("the papers say what the organizer told the screen", "[kiosk][files]")
{
    Files files;
    auto& desk = files.desk();
    desk.setNumber(QStringLiteral("800/123/BKPSDM"));
    must(attendance::addIncident(
        base::systemFiles(), files.data(), {1694995800, "Listrik padam lima menit."}));
    files.write(Document::OfficialRecord);
    const auto text = outputOf(QStringLiteral("pdftotext"),
        {QStringLiteral("-layout"),
            QString::fromStdString((files.stick / desk.fileName().toStdString()).string()),
            QStringLiteral("-")});
    CHECK(text.contains(QStringLiteral("800/123/BKPSDM")));
    CHECK(text.simplified().contains(
        QStringLiteral("18 September 2023, 08.10 WITA: Listrik padam lima menit.")));
    CHECK(text.contains(QStringLiteral("GLADI")));
}

TEST_CASE("a bundle is sealed under a passphrase that was shown and typed", "[kiosk][files]")
{
    Files files;
    auto& desk = files.desk();
    desk.choose(Document::Bundle);
    desk.start(files.stick);
    CHECK(desk.stage() == ExportDesk::Stage::Passphrase);
    CHECK(desk.passphrase().size() == 24);
    CHECK(filesOf(files.stick, "").empty());

    desk.wroteDown();
    CHECK(desk.passphrase().isEmpty());
    desk.confirm(QStringLiteral("----"));
    CHECK(desk.mistyped());
    CHECK(desk.stage() == ExportDesk::Stage::Confirming);
    desk.showAgain();
    const auto passphrase = files.seal();
    files.wait();
    REQUIRE(desk.stage() == ExportDesk::Stage::Done);
    CHECK(desk.passphrase().isEmpty());
    CHECK(desk.rows() == 3);
    CHECK(desk.early());

    const auto zip = QString::fromStdString((files.stick / desk.fileName().toStdString()).string());
    CHECK(outputOf(
        QStringLiteral("7zz"), {QStringLiteral("t"), QStringLiteral("-p") + passphrase, zip})
              .contains(QStringLiteral("Everything is Ok")));
    QProcess wrong;
    wrong.start(QStringLiteral("7zz"), {QStringLiteral("t"), QStringLiteral("-pSALAH"), zip});
    REQUIRE(wrong.waitForFinished());
    CHECK(wrong.exitCode() != 0);
}

TEST_CASE("a bundle without a seal holds the names", "[kiosk][files]")
{
    Files files;
    files.desk().setSealed(false);
    files.write(Document::Bundle);
    const auto zip
        = QString::fromStdString((files.stick / files.desk().fileName().toStdString()).string());
    CHECK(outputOf(QStringLiteral("unzip"), {QStringLiteral("-p"), zip, QStringLiteral("*.csv")})
              .contains(QStringLiteral("Andi Contoh")));
}

TEST_CASE("a passphrase is forgotten when the screen locks", "[kiosk][files]")
{
    Files files;
    files.desk().choose(Document::Bundle);
    files.desk().start(files.stick);
    files.organizer.lock();
    CHECK(files.desk().stage() == ExportDesk::Stage::Choosing);
    CHECK(files.desk().passphrase().isEmpty());
    files.organizer.startExport();
    CHECK(files.desk().stage() == ExportDesk::Stage::Choosing);
    CHECK(filesOf(files.stick, "").empty());
}

TEST_CASE("an export that is stopped leaves nothing", "[kiosk][files]")
{
    Files files;
    for (const auto document : {Document::Workbook, Document::List, Document::AttendanceSheet,
             Document::PublicBundle, Document::InvitationCards}) {
        files.desk().choose(document);
        files.desk().start(files.stick);
        files.desk().cancel();
        files.wait();
        CHECK(files.desk().stage() == ExportDesk::Stage::Failed);
        CHECK(files.desk().problem() == Problem::Stopped);
        CHECK(filesOf(files.stick, "").empty());
    }
    files.write(Document::Workbook);
    CHECK(files.desk().stage() == ExportDesk::Stage::Done);
}

TEST_CASE(
    "whatever call fails, nothing half-written is left and the screen says why", "[kiosk][files]")
{
    Files files;
    auto store = must(kiosk::LedgerStore::open(files.data(), files.environment));
    for (const auto document :
        {Document::List, Document::AttendanceSheet, Document::PublicBundle, Document::Workbook}) {
        for (const auto& [code, problem] : {std::pair{ENOSPC, Problem::Full},
                 {EROFS, Problem::ReadOnly}, {EIO, Problem::Damaged}}) {
            for (const auto call : {FileCall::Write, FileCall::Sync, FileCall::Rename}) {
                INFO(static_cast<int>(document) << " " << code << " " << static_cast<int>(call));
                FaultyFiles faulty;
                faulty.fail({.nth = 0, .code = code, .only = call, .lasting = true});
                ExportDesk desk(*files.organizer.preferences(), faulty);
                desk.setStore(store.get());
                desk.choose(document);
                desk.start(files.stick);
                until([&desk] { return !desk.busy(); });
                CHECK(desk.stage() == ExportDesk::Stage::Failed);
                CHECK(desk.problem() == problem);
                CHECK(filesOf(files.stick, "").empty());
                CHECK(faulty.openFiles() == 0);
            }
        }
    }
}

TEST_CASE("a folder that is not there is a medium that is gone", "[kiosk][files]")
{
    Files files;
    std::filesystem::remove(files.stick);
    files.write(Document::List);
    CHECK(files.desk().problem() == Problem::Gone);
    files.write(Document::PublicBundle);
    CHECK(files.desk().problem() == Problem::Gone);
}

TEST_CASE("people go on signing while a bundle is written", "[kiosk][files]")
{
    Files files;
    files.desk().setSealed(false);
    files.desk().choose(Document::Bundle);
    files.desk().start(files.stick);
    must(files.signer->sign(declarationOf(takalarPeople()[3])));
    files.wait();
    CHECK(files.desk().stage() == ExportDesk::Stage::Done);
    const auto rows = files.desk().rows();
    CHECK((rows == 3 || rows == 4));
}

TEST_CASE("a roster is read, shown, and imported whole", "[kiosk][files]")
{
    Files files;
    auto& desk = readFrom(files, "daftar.csv",
        header + newPerson
            + "Andi Contoh, S.Sos.;\"19860926 201505 1 001\";OPD contoh 2;Arsiparis;PNS\r\n");
    CHECK(desk.stage() == RosterDesk::Stage::Preview);
    CHECK(desk.mayImport());
    CHECK(desk.people() == 2);
    CHECK(desk.added() == 1);
    CHECK(desk.updated() == 1);
    CHECK(desk.unchanged() == 0);
    CHECK(desk.absent() == 4);
    REQUIRE(desk.changes().size() == 1);
    CHECK(desk.changes()
              .front()
              .toMap()
              .value(QStringLiteral("what"))
              .toString()
              .contains(QStringLiteral("opd-contoh-1 → opd-contoh-2")));
    CHECK(must(files.signer->roster().count()) == 5);

    desk.importPeople();
    until([&desk] { return !desk.busy(); });
    CHECK(desk.stage() == RosterDesk::Stage::Done);
    CHECK(must(files.signer->roster().count()) == 6);
    until([&] { return !files.organizer.readingLists(); });
    CHECK(files.organizer.absent()->total() == 3);

    // Once more, and nothing is new.
    auto& again = readFrom(files, "daftar.csv",
        header + newPerson
            + "Andi Contoh, S.Sos.;\"19860926 201505 1 001\";OPD contoh 2;Arsiparis;PNS\r\n");
    CHECK(again.added() == 0);
    CHECK(again.updated() == 0);
    CHECK(again.unchanged() == 2);
}

TEST_CASE("a roster with a problem is not imported, and each is told by its row", "[kiosk][files]")
{
    Files files;
    auto& desk = readFrom(files, "salah.csv",
        header + newPerson + "Peserta Contoh 078;1,98E+17;OPD contoh 2;Analis;PNS\r\n" + newPerson
            + "Peserta Contoh 079;\"19880303 201203 1 007\";OPD entah;Analis;PNS\r\n");
    CHECK(desk.stage() == RosterDesk::Stage::Preview);
    CHECK_FALSE(desk.mayImport());
    CHECK(desk.problemRows() == 3);
    CHECK(desk.repeated() == 1);
    QStringList told;
    for (const auto& complaint : desk.complaints()) {
        const auto map = complaint.toMap();
        told << map.value(QStringLiteral("rows")).toString() + u' '
                + map.value(QStringLiteral("what")).toString();
    }
    const auto all = told.join(u'\n');
    INFO(all.toStdString());
    CHECK(all.contains(QStringLiteral("3 ")));
    CHECK(all.contains(QStringLiteral("4 Nomor ini sudah ada di baris 2")));
    CHECK(all.contains(QStringLiteral("OPD entah")));
    desk.importPeople();
    CHECK(desk.stage() == RosterDesk::Stage::Preview);
    CHECK(must(files.signer->roster().count()) == 5);
}

TEST_CASE("a file that is no roster says what to do", "[kiosk][files]")
{
    Files files;
    CHECK(readFrom(files, "lama.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1lama")
              .refusal()
              .contains(QStringLiteral(".xlsx")));
    CHECK(files.organizer.roster()->stage() == RosterDesk::Stage::Refused);
    auto& desk = *files.organizer.roster();
    desk.read(files.stick / "hilang.csv");
    until([&desk] { return !desk.busy(); });
    CHECK(desk.stage() == RosterDesk::Stage::Failed);
    CHECK(desk.problem() == Problem::Gone);
}

TEST_CASE(
    "rosters are found on the media, newest first, and forgotten at the lock", "[kiosk][files]")
{
    Files files;
    std::filesystem::create_directory(files.stick / "dinas");
    writeFile(files.stick / "dinas" / "pegawai.XLSX", "x");
    writeFile(files.stick / "catatan.txt", "x");
    writeFile(files.stick / "~$pegawai.xlsx", "x");
    writeFile(files.stick / "daftar.csv", header + newPerson);
    std::filesystem::last_write_time(files.stick / "daftar.csv",
        std::filesystem::last_write_time(files.stick / "dinas" / "pegawai.XLSX") + 1h);
    files.organizer.go(Page::Roster);
    auto& desk = *files.organizer.roster();
    until([&desk] { return desk.files().size() == 2; });
    CHECK(
        desk.files().front().toMap().value(QStringLiteral("name")) == QStringLiteral("daftar.csv"));
    desk.choose(0);
    until([&desk] { return desk.stage() == RosterDesk::Stage::Preview; });
    CHECK(desk.people() == 1);
    files.organizer.lock();
    CHECK(desk.stage() == RosterDesk::Stage::Choosing);
    CHECK(desk.first().isEmpty());
}

TEST_CASE("a backup follows the log, goes on after its stick was away, and can be opened",
    "[kiosk][files]")
{
    Files files;
    auto& desk = *files.organizer.backup();
    desk.start(files.stick);
    until([&desk] { return desk.size() >= 0; });
    CHECK(desk.running());
    CHECK(desk.problem() == Problem::None);
    CHECK(desk.lastTime() == QStringLiteral("08.05 WITA"));
    const int before = desk.size();
    must(files.signer->sign(declarationOf(takalarPeople()[3])));
    files.organizer.lock(); // it goes on
    files.organizer.advance(2s);
    until([&] { return desk.size() == before + 1; });

    const auto away = files.directory / "away";
    std::filesystem::rename(files.stick, away);
    must(files.signer->sign(declarationOf(takalarPeople()[4])));
    const auto turn = [&] {
        until([&desk] { return !desk.stepping(); });
        files.organizer.advance(2s);
        until([&desk] { return !desk.stepping(); });
    };
    turn();
    turn();
    CHECK(desk.running());
    CHECK(desk.problem() == Problem::Gone);
    std::filesystem::rename(away, files.stick);
    turn();
    CHECK(desk.problem() == Problem::None);
    CHECK(desk.size() == before + 2);

    const base::Path copy = desk.folder().toStdString();
    desk.stop();
    until([&desk] { return !desk.running(); });
    auto opened = must(ledger::Ledger::open(copy, ledger::Ledger::Mode::Read, files.environment));
    CHECK(must(opened->status()).signedEntries == 5);
    CHECK(must(opened->status()).root == must(files.signer->status()).root);
}

TEST_CASE("nothing is exported or backed up before a PIN", "[kiosk][files]")
{
    OrganizerFixture fixture(withSigned(1));
    fixture.organizer.media()->look();
    fixture.organizer.go(Page::Files);
    fixture.organizer.startExport();
    fixture.organizer.startBackup();
    fixture.organizer.newCeremony();
    CHECK(fixture.organizer.page() == Page::Gate);
    CHECK(fixture.organizer.exports()->stage() == ExportDesk::Stage::Choosing);
    CHECK_FALSE(fixture.organizer.backup()->running());
}
