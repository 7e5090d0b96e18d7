// The organizer's screens for files and the ceremony editor, on every format, by touch; and a day
// from the roster to a bundle that the command audits.
#include "kiosk/organizer_fixture.h"
#include "qml/screen.h"
#include "qml/stories.h"
#include "qml/walker.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <catch2/catch.hpp>

#include <fstream>

using namespace ikrar;
using namespace ikrar::tests;
using kiosk::CeremonyEditor;
using kiosk::ExportDesk;
using kiosk::Organizer;
using kiosk::Preferences;
using kiosk::RosterDesk;
using Page = Organizer::Page;

namespace {

const std::string header = "Nama;NIP;Unit Kerja;Jabatan;Pangkat/Gol.;Kategori;Catatan\r\n";

std::string rowOf(int number, const std::string& unit = "OPD contoh 1")
{
    const auto serial = QStringLiteral("%1").arg(number, 3, 10, QLatin1Char('0')).toStdString();
    return "Peserta Contoh " + serial + ", S.Sos.;\"19860101 201505 1 " + serial + "\";" + unit
        + ";Analis Kebijakan Ahli Muda;Penata (III/c);PNS;-\r\n";
}

void writeFile(const base::Path& path, const std::string& text)
{
    std::ofstream(path, std::ios::binary) << text;
}

/// A folder with the files of an organizer, which the screen is shown instead of a stick.
class Desk : public OrganizerFixture
{
public:
    explicit Desk(const Choice& choice) : OrganizerFixture(choice)
    {
        std::string good = header;
        for (int i = 1; i <= 40; ++i) {
            good += rowOf(i, "OPD contoh " + std::to_string(1 + i % 4));
        }
        writeFile(directory / "daftar-peserta-bkpsdm.csv", good);
        writeFile(directory / "daftar-lama.csv",
            header + rowOf(1) + "Peserta Contoh 002;1,98E+17;OPD contoh 1;Analis;;PNS;-\r\n"
                + rowOf(1) + rowOf(4, "Dinas Entah Apa") + rowOf(5, "Dinas Entah Apa"));
    }
};

OrganizerFixture::Choice busy()
{
    OrganizerFixture::Choice choice;
    choice.openSession = true;
    choice.prepare = [](ledger::Ledger& ledger) {
        for (const auto& person : takalarPeople()) {
            must(ledger.sign(declarationOf(person)));
        }
    };
    return choice;
}

/// Looks at each page of one format.
class Round
{
public:
    Round(const Format& format, Preferences::Language language, Preferences::TextSize size)
        : m_desk(busy())
        , m_screen(m_desk.organizer, format)
        , m_format(format)
    {
        organizer().preferences()->setLanguage(language);
        organizer().preferences()->setTextSize(size);
        m_desk.unlock();
    }

    void files()
    {
        organizer().go(Page::Files);
        look("files");
        exports();
        sealed();
        roster();
        backup();
        organizer().go(Page::Ceremony);
        look("ceremony");
    }

    void editor()
    {
        organizer().go(Page::Ceremony);
        organizer().newCeremony();
        auto& editor = *organizer().editor();
        for (const auto& [part, name] : {std::pair{CeremonyEditor::Part::Main, "editor-main"},
                 {CeremonyEditor::Part::Pledge, "editor-pledge"},
                 {CeremonyEditor::Part::Sessions, "editor-sessions"},
                 {CeremonyEditor::Part::Units, "editor-units"},
                 {CeremonyEditor::Part::People, "editor-people"},
                 {CeremonyEditor::Part::Basis, "editor-basis"}}) {
            editor.setPart(part);
            if (part == CeremonyEditor::Part::Units) {
                editor.chooseUnit(2);
            }
            if (part == CeremonyEditor::Part::Basis) {
                editor.add(QStringLiteral("instruments"));
            }
            look(name);
        }
        editor.undo();
        editor.setText(QStringLiteral("id"), QStringLiteral("takalar-2027"));
        editor.save();
        editor.setPart(CeremonyEditor::Part::Main);
        look("editor-saved");
        m_screen.touch(Stage::word("EditorPage", "Pratinjau"));
        look("editor-preview");
    }

private:
    [[nodiscard]] Organizer& organizer() { return m_desk.organizer; }

    void exports()
    {
        auto& desk = *organizer().exports();
        organizer().go(Page::Export);
        desk.choose(ExportDesk::Document::Workbook);
        look("export");
        desk.choose(ExportDesk::Document::OfficialRecord);
        look("export-chosen");
        m_screen.touch(Stage::word("ExportPage", "Lanjut"));
        look("export-record");
        desk.choose(ExportDesk::Document::InvitationCards);
        look("export-cards");
        desk.choose(ExportDesk::Document::BlankSheets);
        look("export-sheets");
        desk.choose(ExportDesk::Document::Workbook);
        organizer().startExport();
        until([&desk] { return !desk.busy(); });
        look("export-done");
        desk.cancel();
        desk.start(m_desk.directory / "tidak-ada");
        until([&desk] { return !desk.busy(); });
        look("export-gone");
        desk.cancel();
    }

    void sealed()
    {
        auto& desk = *organizer().exports();
        desk.choose(ExportDesk::Document::Bundle);
        look("bundle");
        organizer().startExport();
        look("bundle-passphrase");
        desk.wroteDown();
        look("bundle-confirm");
        desk.confirm(QStringLiteral("----"));
        look("bundle-mistyped");
        desk.cancel();
        organizer().back();
    }

    void roster()
    {
        auto& desk = *organizer().roster();
        organizer().go(Page::Roster);
        until([&desk] { return !desk.files().isEmpty(); });
        look("roster-files");
        read("daftar-lama.csv");
        look("roster-problems");
        desk.again();
        read("daftar-peserta-bkpsdm.csv");
        look("roster-preview");
        desk.importPeople();
        until([&desk] { return !desk.busy(); });
        look("roster-done");
        desk.again();
        organizer().back();
    }

    void read(const char* name)
    {
        auto& desk = *organizer().roster();
        desk.read(m_desk.directory / name);
        until([&desk] { return desk.stage() != RosterDesk::Stage::Reading; });
    }

    void backup()
    {
        auto& desk = *organizer().backup();
        organizer().go(Page::Backup);
        look("backup");
        organizer().startBackup();
        until([&desk] { return desk.size() >= 0; });
        look("backup-running");
        organizer().go(Page::Health);
        look("health-backup");
        desk.stop();
        until([&desk] { return !desk.running(); });
    }

    void look(const char* page)
    {
        INFO(m_format.name << " " << page);
        m_screen.settle();
        CHECK_THAT(walk(m_screen.window(), m_screen.pixelsPerMm()).join(u'\n').toStdString(),
            Catch::Equals(""));
        CHECK_THAT(m_screen.takeWarnings().join(u'\n').toStdString(), Catch::Equals(""));
        const auto directory = qEnvironmentVariable("IKRAR_SCREENSHOTS");
        if (directory.isEmpty()) {
            return;
        }
        QDir().mkpath(directory);
        auto& preferences = *organizer().preferences();
        m_screen.picture().save(QDir(directory).filePath(
            QStringLiteral("desk-%1-%2-%3-%4.png")
                .arg(QLatin1String(page), QLatin1String(m_format.name),
                    preferences.language() == Preferences::Language::English ? u"en" : u"id",
                    QString::number(static_cast<int>(preferences.textSize())))));
    }

    Desk m_desk;
    Screen m_screen;
    const Format& m_format;
};

void goThrough(const Format& format, Preferences::Language language, Preferences::TextSize size)
{
    Round round(format, language, size);
    round.files();
    round.editor();
}

/// What `ikrar` answers as JSON.
QJsonObject answerOf(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(IKRAR_COMMAND), arguments + QStringList{QStringLiteral("--json")});
    REQUIRE(process.waitForFinished(-1));
    INFO(process.readAllStandardError().toStdString());
    REQUIRE(process.exitCode() == 0);
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

/// As an organizer does it: down to what lies below, then the touch.
void touch(Screen& screen, const QString& name)
{
    const auto down = QStringLiteral("Gulir ke bawah");
    auto* item = screen.find(name);
    while ((item == nullptr || !isReachable(*item)) && screen.find(down) != nullptr
        && screen.find(down)->isEnabled()) {
        screen.touch(down);
        item = screen.find(name);
    }
    screen.touch(name);
    screen.settle();
}

} // namespace

TEST_CASE("the screens for files hold on a stand of 21.5 inches", "[desk]")
{
    goThrough(formats()[0], Preferences::Language::Indonesian, Preferences::TextSize::Normal);
}

TEST_CASE("the screens for files hold on 15.6 inches", "[desk]")
{
    goThrough(formats()[1], Preferences::Language::Indonesian, Preferences::TextSize::Normal);
}

TEST_CASE("the screens for files hold on a tablet of 10.1 inches", "[desk]")
{
    goThrough(formats()[2], Preferences::Language::Indonesian, Preferences::TextSize::Normal);
}

TEST_CASE("the screens for files hold on the tablet in English and in the largest text", "[desk]")
{
    goThrough(formats()[2], Preferences::Language::English, Preferences::TextSize::Normal);
    goThrough(formats()[2], Preferences::Language::Indonesian, Preferences::TextSize::Largest);
}

TEST_CASE("by touch from the roster's file to a bundle that the command audits", "[desk]")
{
    OrganizerFixture::Choice choice;
    choice.roster = {};
    Desk desk(choice);
    auto& organizer = desk.organizer;
    Screen screen(organizer, formats().front());
    desk.unlock();
    screen.settle();

    touch(screen, QStringLiteral("Berkas"));
    touch(screen, QStringLiteral("Daftar peserta dari XLSX atau CSV"));
    until([&] { return organizer.roster()->files().size() == 2; });
    screen.settle();
    const auto files = organizer.roster()->files();
    for (int row = 0; row < files.size(); ++row) {
        const auto file = files[row].toMap();
        if (file.value(QStringLiteral("name")) == QStringLiteral("daftar-peserta-bkpsdm.csv")) {
            touch(screen,
                QStringLiteral("%1, %2, %3 · %4")
                    .arg(file.value(QStringLiteral("name")).toString(),
                        file.value(QStringLiteral("size")).toString(),
                        file.value(QStringLiteral("changed")).toString(),
                        file.value(QStringLiteral("where")).toString()));
        }
    }
    until([&] { return organizer.roster()->stage() == RosterDesk::Stage::Preview; });
    screen.settle();
    CHECK(organizer.roster()->added() == 40);
    touch(screen, QStringLiteral("Impor"));
    until([&] { return organizer.roster()->stage() == RosterDesk::Stage::Done; });
    screen.settle();
    touch(screen, QStringLiteral("Kembali"));
    touch(screen, QStringLiteral("Kembali"));

    touch(screen, QStringLiteral("Buka sesi"));
    until([&] { return organizer.session()->reported(); });
    screen.settle();
    touch(screen, QStringLiteral("Buka sesi"));
    until([&] { return organizer.state()->sessionOpen(); });
    const auto people = must(desk.signer->roster().page(0, 30)).rows;
    for (const auto& person : people) {
        must(desk.signer->sign(declarationOf(person)));
    }
    screen.settle();
    touch(screen, QStringLiteral("Akhiri sesi"));
    touch(screen, QStringLiteral("Ya, akhiri"));
    until([&] { return !organizer.state()->sessionOpen(); });
    screen.settle();
    touch(screen, QStringLiteral("Kembali"));

    touch(screen, QStringLiteral("Berkas"));
    touch(screen, QStringLiteral("Ekspor: daftar hadir, berita acara, berkas bukti"));
    touch(screen, QStringLiteral("Berkas bukti"));
    touch(screen, QStringLiteral("Lanjut"));
    touch(screen, QStringLiteral("Tulis"));
    const auto passphrase = organizer.exports()->passphrase();
    CHECK(screen.find(QStringLiteral("Kata sandi: ") + passphrase) != nullptr);
    touch(screen, QStringLiteral("Sudah saya catat"));
    screen.type(passphrase.split(u'-')[organizer.exports()->askedGroup() - 1]);
    touch(screen, QStringLiteral("Cocokkan"));
    until([&] { return organizer.exports()->stage() == ExportDesk::Stage::Done; });
    screen.settle();
    const auto bundle = organizer.exports()->fileName();
    touch(screen, QStringLiteral("Selesai"));
    touch(screen, QStringLiteral("Daftar hadir, XLSX"));
    touch(screen, QStringLiteral("Lanjut"));
    touch(screen, QStringLiteral("Tulis"));
    until([&] { return organizer.exports()->stage() == ExportDesk::Stage::Done; });
    CHECK(organizer.exports()->rows() == 30);

    writeFile(desk.directory / "sandi", passphrase.toStdString() + "\n");
    const auto in = [&](const char* name) {
        return QString::fromStdString((desk.directory / name).string());
    };
    const auto report = answerOf(
        {QStringLiteral("audit"), in(bundle.toUtf8().constData()), QStringLiteral("--policy"),
            in("data/log/policy"), QStringLiteral("--passphrase-file"), in("sandi")});
    const auto text = QString::fromUtf8(QJsonDocument(report).toJson());
    INFO(text.toStdString());
    CHECK(text.contains(QStringLiteral("\"rows\": 30")));
}
