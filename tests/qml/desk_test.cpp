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

/// A day as an organizer lives it, by touch; the signers stand at the kiosk, which is another
/// connection to the store.
class Day
{
public:
    explicit Day(const char* workbook = nullptr, int people = 0) : m_desk(withoutRoster())
    {
        if (workbook != nullptr) {
            writeWorkbook(workbook, people);
        }
        m_screen = std::make_unique<Screen>(organizer(), formats().front());
        m_desk.unlock();
        m_screen->settle();
    }

    void importRoster(const QString& name, int expected)
    {
        touch(QStringLiteral("Berkas"));
        touch(QStringLiteral("Daftar peserta dari XLSX atau CSV"));
        auto& roster = *organizer().roster();
        until([&] { return roster.files().size() >= 2; });
        m_screen->settle();
        for (const auto& row : roster.files()) {
            const auto file = row.toMap();
            if (file.value(QStringLiteral("name")) == name) {
                touch(QStringLiteral("%1, %2, %3 · %4")
                          .arg(name, file.value(QStringLiteral("size")).toString(),
                              file.value(QStringLiteral("changed")).toString(),
                              file.value(QStringLiteral("where")).toString()));
                break;
            }
        }
        until([&] { return roster.stage() == RosterDesk::Stage::Preview; });
        m_screen->settle();
        CHECK(roster.added() == expected);
        picture("preview");
        touch(QStringLiteral("Impor"));
        until([&] { return roster.stage() == RosterDesk::Stage::Done; });
        m_screen->settle();
        touch(QStringLiteral("Kembali"));
        touch(QStringLiteral("Kembali"));
    }

    void holdSession(std::uint64_t signers)
    {
        touch(QStringLiteral("Buka sesi"));
        until([&] { return organizer().session()->reported(); });
        m_screen->settle();
        touch(QStringLiteral("Buka sesi"));
        until([&] { return organizer().state()->sessionOpen(); });
        std::vector<pledge::Declaration> declarations;
        for (const auto& person : must(m_desk.signer->roster().page(0, signers)).rows) {
            declarations.push_back(declarationOf(person));
        }
        must(m_desk.signer->sign(declarations));
        m_screen->settle();
        touch(QStringLiteral("Akhiri sesi"));
        touch(QStringLiteral("Ya, akhiri"));
        until([&] { return !organizer().state()->sessionOpen(); });
        m_screen->settle();
        touch(QStringLiteral("Kembali"));
        m_desk.waitForLists();
        m_screen->settle();
        picture("home");
    }

    void close()
    {
        touch(QStringLiteral("Penutupan"));
        for (const auto& [name, pin] :
            {std::pair{"Peserta Contoh 001, S.Sos., Kepala Bidang", firstPin},
                {"Peserta Contoh 002, Sekretaris panitia", secondPin}}) {
            touch(QString::fromUtf8(name));
            m_screen->type(QLatin1String(pin));
            touch(QStringLiteral("Setuju"));
            until([&] { return !organizer().closing()->gate()->checking(); });
            m_screen->settle();
        }
        touch(QStringLiteral("Tutup pencatatan"));
        until([&] { return organizer().state()->closed(); });
        m_screen->settle();
        touch(QStringLiteral("Kembali"));
    }

    void openExports()
    {
        touch(QStringLiteral("Berkas"));
        touch(QStringLiteral("Ekspor: daftar hadir, berita acara, berkas bukti"));
    }

    /// What was written, by its name in the folder.
    QString write(const QString& document)
    {
        touch(document);
        touch(QStringLiteral("Lanjut"));
        touch(QStringLiteral("Tulis"));
        if (exports().stage() == ExportDesk::Stage::Passphrase) {
            passphrase = exports().passphrase();
            CHECK(m_screen->find(QStringLiteral("Kata sandi: ") + passphrase) != nullptr);
            touch(QStringLiteral("Sudah saya catat"));
            m_screen->type(passphrase.split(u'-')[exports().askedGroup() - 1]);
            touch(QStringLiteral("Cocokkan"));
        }
        until([&] { return exports().stage() == ExportDesk::Stage::Done; });
        m_screen->settle();
        auto name = exports().fileName();
        touch(QStringLiteral("Selesai"));
        return name;
    }

    /// Of `ikrar audit` on a sealed bundle in the folder.
    [[nodiscard]] QString audit(const QString& bundle)
    {
        writeFile(m_desk.directory / "sandi", passphrase.toStdString() + "\n");
        const auto report = answerOf({QStringLiteral("audit"), path(bundle),
            QStringLiteral("--policy"), path(QStringLiteral("data/log/policy")),
            QStringLiteral("--passphrase-file"), path(QStringLiteral("sandi"))});
        return QString::fromUtf8(QJsonDocument(report).toJson());
    }

    [[nodiscard]] QString path(const QString& name) const
    {
        return QString::fromStdString((m_desk.directory / name.toStdString()).string());
    }
    /// Kept with the pictures, to be looked at.
    void keep(const QString& name) const
    {
        const auto directory = qEnvironmentVariable("IKRAR_SCREENSHOTS");
        if (!directory.isEmpty()) {
            QFile::copy(path(name), QDir(directory).filePath(name));
        }
    }
    [[nodiscard]] Organizer& organizer() { return m_desk.organizer; }
    [[nodiscard]] ExportDesk& exports() { return *organizer().exports(); }

    QString passphrase;

private:
    static OrganizerFixture::Choice withoutRoster()
    {
        OrganizerFixture::Choice choice;
        choice.roster = {};
        return choice;
    }
    void writeWorkbook(const char* name, int people) const
    {
        const auto python = QStringLiteral(
            "import sys; sys.path.insert(0, sys.argv[1]); import roster_files as r;"
            " open(sys.argv[2], 'wb').write(r.workbook([r.HEAD] + r.people(int(sys.argv[3]))))");
        (void)outputOf(QStringLiteral("/usr/bin/python3"),
            {QStringLiteral("-c"), python, QStringLiteral(IKRAR_TESTS "/cli"),
                path(QLatin1String(name)), QString::number(people)});
    }
    void touch(const QString& name) { ::touch(*m_screen, name); }
    void picture(const char* page)
    {
        const auto directory = qEnvironmentVariable("IKRAR_SCREENSHOTS");
        if (!directory.isEmpty()) {
            m_screen->picture().save(
                QDir(directory).filePath(QStringLiteral("day-%1.png").arg(QLatin1String(page))));
        }
    }

    Desk m_desk;
    std::unique_ptr<Screen> m_screen;
};

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
    Day day;
    day.importRoster(QStringLiteral("daftar-peserta-bkpsdm.csv"), 40);
    day.holdSession(30);
    day.openExports();
    const auto bundle = day.write(QStringLiteral("Berkas bukti"));
    day.write(QStringLiteral("Daftar hadir, XLSX"));
    CHECK(day.exports().rows() == 30);
    const auto report = day.audit(bundle);
    INFO(report.toStdString());
    CHECK(report.contains(QStringLiteral("\"rows\": 30")));
}

TEST_CASE(
    "the Takalar ceremony by touch: a workbook of 2,000, closed by two, all its papers", "[.large]")
{
    Day day("pegawai.xlsx", 2000);
    day.importRoster(QStringLiteral("pegawai.xlsx"), 2000);
    day.holdSession(1764);
    day.close();
    day.openExports();
    const auto bundle = day.write(QStringLiteral("Berkas bukti"));
    for (const char* document : {"Daftar hadir, XLSX", "Daftar hadir, PDF", "Berita acara, PDF"}) {
        day.keep(day.write(QString::fromUtf8(document)));
        CHECK(day.exports().rows() == 1764);
    }
    const auto report = day.audit(bundle);
    INFO(report.toStdString());
    CHECK(report.contains(QStringLiteral("\"rows\": 1764")));
    CHECK(report.contains(QStringLiteral("\"holds\": true")));
}
