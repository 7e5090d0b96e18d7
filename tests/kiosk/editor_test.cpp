// The ceremony editor, without a screen.
#include "kiosk/organizer_fixture.h"

#include <catch2/catch.hpp>

#include <fstream>

using namespace ikrar;
using namespace ikrar::tests;
using kiosk::CeremonyEditor;
using Page = kiosk::Organizer::Page;
using Part = CeremonyEditor::Part;

namespace {

class EditorFixture
{
public:
    void set(const char* field, const char* text)
    {
        editor.setText(QString::fromUtf8(field), QString::fromUtf8(text));
    }
    [[nodiscard]] std::string text(const char* field) const
    {
        return editor.text(QString::fromUtf8(field)).toStdString();
    }
    [[nodiscard]] std::string problem(const char* field) const
    {
        return editor.problem(QString::fromUtf8(field)).toStdString();
    }
    /// What no template gives.
    void fillIn()
    {
        set("id", "contoh-2026");
        set("domain", "bkpsdm.contoh.go.id");
        set("verify_url", "https://bkpsdm.contoh.go.id/V");
    }
    [[nodiscard]] Result<pledge::Ceremony> saved() const
    {
        return base::readFile(editor.file(), pledge::maxCeremonySize)
            .and_then(
                [](const Bytes& bytes) { return pledge::parseCeremony(base::asText(bytes)); });
    }

    TemporaryDirectory directory;
    kiosk::Preferences preferences;
    CeremonyEditor editor{preferences, base::systemFiles(), directory / "data", directory.path()};
};

} // namespace

TEST_CASE(
    "a template gives the text and the units, never a day, a number or a name", "[kiosk][editor]")
{
    for (int place = 0; place < 5; ++place) {
        EditorFixture fixture;
        auto& editor = fixture.editor;
        editor.begin();
        CHECK_FALSE(editor.begun());
        editor.useTemplate(place);
        const auto& ceremony = editor.ceremony();
        INFO(ceremony.title.id);
        CHECK_FALSE(ceremony.clauses.empty());
        CHECK_FALSE(ceremony.units.empty());
        CHECK_FALSE(ceremony.example);
        CHECK(ceremony.id.empty());
        CHECK(ceremony.domain.empty());
        CHECK(ceremony.source.publisher.empty());
        for (const auto& session : ceremony.sessions) {
            CHECK((session.date.empty() && session.time.empty() && session.place.empty()));
        }
        for (const auto& instrument : ceremony.instruments) {
            CHECK((instrument.number.empty() && instrument.date.empty()));
        }
        for (const auto& leader : ceremony.leaders) {
            CHECK(leader.name.empty());
        }
        // All that is missing is what only the agency knows.
        CHECK(editor.problems() == 3);
        CHECK(editor.problemsIn(Part::Main) == 3);
        fixture.fillIn();
        CHECK(editor.problems() == 0);
        editor.save();
        REQUIRE(editor.saved());
        const auto read = must(fixture.saved());
        CHECK(read.id == "contoh-2026");
        CHECK(read.units.size() == ceremony.units.size());
        CHECK(editor.hash().remove(u' ').toStdString() == base::toHex(read.hash.view()));
    }
}

TEST_CASE("an empty ceremony says at each field what is missing", "[kiosk][editor]")
{
    EditorFixture fixture;
    auto& editor = fixture.editor;
    editor.begin();
    editor.useTemplate(5);
    for (const char* field : {"title", "organizer", "id", "domain", "verify_url", "time_zone",
             "opening", "clauses", "units"}) {
        INFO(field);
        CHECK_FALSE(fixture.problem(field).empty());
    }
    editor.save();
    CHECK_FALSE(editor.saved());
    fixture.set("title", "Ikrar Netralitas");
    fixture.set("organizer", "Pemerintah Kabupaten Contoh");
    fixture.fillIn();
    editor.setZone(1);
    CHECK(editor.firstProblem() == Part::Pledge);
    fixture.set("opening", "Kami berikrar:");
    editor.pastePledge(QStringLiteral("1. Netral.\n2. Tidak berpihak."));
    editor.addUnits(QStringLiteral("Dinas Kesehatan\nDinas Pendidikan\n"));
    CHECK(editor.problems() == 0);
    editor.save();
    const auto read = must(fixture.saved());
    CHECK(read.clauses.size() == 2);
    CHECK(read.units[0].id == "dinas-kesehatan");
    CHECK(read.timeZone == "Asia/Makassar");
}

TEST_CASE("dates and times are typed as people write them", "[kiosk][editor]")
{
    EditorFixture fixture;
    auto& editor = fixture.editor;
    editor.begin();
    editor.useTemplate(0);
    fixture.fillIn();
    fixture.set("sessions.0.date", "18-09-202");
    CHECK_FALSE(fixture.problem("sessions.0.date").empty());
    CHECK(fixture.text("sessions.0.date") == "18-09-202");
    fixture.set("sessions.0.date", "18-09-2026");
    CHECK(fixture.problem("sessions.0.date").empty());
    CHECK(editor.ceremony().sessions[0].date == "2026-09-18");
    CHECK(fixture.text("sessions.0.date") == "18-09-2026");
    fixture.set("sessions.0.date", "31-09-2026");
    CHECK_FALSE(fixture.problem("sessions.0.date").empty());
    fixture.set("sessions.0.date", "1/2/2026");
    CHECK(editor.ceremony().sessions[0].date == "2026-02-01");
    fixture.set("sessions.0.time", "8.30");
    CHECK(editor.ceremony().sessions[0].time == "08:30");
    CHECK(fixture.text("sessions.0.time") == "08.30");
    editor.save();
    CHECK(must(fixture.saved()).sessions[0].time == "08:30");
}

TEST_CASE("a changed text has no English that says something else", "[kiosk][editor]")
{
    EditorFixture fixture;
    fixture.editor.begin();
    fixture.editor.useTemplate(0);
    CHECK_FALSE(fixture.editor.ceremony().clauses[0].full.en.empty());
    fixture.set("clauses.0.full", "Teks yang lain.");
    CHECK(fixture.editor.ceremony().clauses[0].full.en.empty());
    CHECK_FALSE(fixture.editor.ceremony().clauses[0].shortForm.en.empty());
    fixture.editor.undo();
    CHECK_FALSE(fixture.editor.ceremony().clauses[0].full.en.empty());
}

TEST_CASE("the last changes are undone, a text as a whole", "[kiosk][editor]")
{
    EditorFixture fixture;
    auto& editor = fixture.editor;
    editor.begin();
    editor.useTemplate(0);
    CHECK_FALSE(editor.mayUndo());
    const auto title = fixture.text("title");
    const auto units = editor.count(QStringLiteral("units"));
    for (const char* typed : {"J", "Ju", "Jud"}) {
        fixture.set("title", typed);
    }
    editor.remove(QStringLiteral("units"), 0);
    CHECK(editor.count(QStringLiteral("units")) < units);
    editor.undo();
    CHECK(editor.count(QStringLiteral("units")) == units);
    CHECK(fixture.text("title") == "Jud");
    editor.undo();
    CHECK(fixture.text("title") == title);
    CHECK_FALSE(editor.mayUndo());
}

TEST_CASE("the preview shows what is edited", "[kiosk][editor]")
{
    EditorFixture fixture;
    auto& editor = fixture.editor;
    editor.begin();
    editor.useTemplate(0);
    editor.pastePledge(QStringLiteral("Kami berikrar:\n1. Menjaga netralitas."));
    CHECK(editor.preview()->opening() == QStringLiteral("Kami berikrar:"));
    CHECK(editor.preview()->fullClauses() == QStringList{QStringLiteral("Menjaga netralitas.")});
    CHECK(editor.preview()->clauses() == QStringList{QStringLiteral("Menjaga netralitas")});
}

TEST_CASE(
    "units are found, added below another, and renamed with those below them", "[kiosk][editor]")
{
    EditorFixture fixture;
    auto& editor = fixture.editor;
    editor.begin();
    editor.useTemplate(0);
    editor.setUnitSearch(QStringLiteral("mappakasunggu"));
    REQUIRE_FALSE(editor.units().isEmpty());
    const auto place = editor.units().front().toMap().value(QStringLiteral("place")).toInt();
    editor.chooseUnit(place);
    editor.addUnits(QStringLiteral("Puskesmas"));
    const auto& ceremony = editor.ceremony();
    const auto* added = ceremony.unit("puskesmas");
    REQUIRE(added != nullptr);
    CHECK(added->parent == ceremony.units[static_cast<std::size_t>(place)].id);
    editor.setUnitSearch({});
    editor.chooseUnit(static_cast<int>(ceremony.unitPositions.at("puskesmas")));
    editor.addUnits(QStringLiteral("Pustu"));
    editor.setText(QStringLiteral("units.%1.name").arg(editor.unit()),
        QStringLiteral("Puskesmas Mappakasunggu"));
    REQUIRE(ceremony.unit("puskesmas-mappakasunggu") != nullptr);
    CHECK(ceremony.unit("pustu")->parent == "puskesmas-mappakasunggu");
    fixture.fillIn();
    CHECK(editor.problems() == 0);
}

TEST_CASE("a file of its own is edited in place, and a new file is made", "[kiosk][editor]")
{
    EditorFixture fixture;
    const auto file = fixture.directory / "baru.toml";
    REQUIRE(fixture.editor.openFile(file));
    CHECK_FALSE(fixture.editor.begun());
    fixture.editor.useTemplate(1);
    fixture.fillIn();
    fixture.editor.save();
    REQUIRE(fixture.editor.saved());
    CHECK(fixture.editor.file() == file);

    CeremonyEditor second(fixture.preferences, base::systemFiles(), fixture.directory / "data",
        fixture.directory.path());
    REQUIRE(second.openFile(file));
    CHECK(second.begun());
    CHECK_FALSE(second.frozen());
    CHECK(second.text(QStringLiteral("id")) == QStringLiteral("contoh-2026"));

    std::ofstream(fixture.directory / "rusak.toml") << "id = ";
    const auto broken = second.openFile(fixture.directory / "rusak.toml");
    REQUIRE_FALSE(broken);
    CHECK(broken.error().what.find("line 1") != std::string::npos);
}

TEST_CASE("a ceremony whose log is opened is frozen, and is copied as a new one", "[kiosk][editor]")
{
    OrganizerFixture fixture;
    auto& editor = *fixture.organizer.editor();
    const auto file = base::Path(IKRAR_ASSETS) / "ceremonies" / "takalar-2023.toml";
    must(fixture.organizer.edit(file));
    CHECK(editor.frozen());
    CHECK(editor.hash() == fixture.organizer.ceremony()->hash());
    editor.setText(QStringLiteral("title"), QStringLiteral("Lain"));
    editor.pastePledge(QStringLiteral("1. Lain"));
    editor.remove(QStringLiteral("clauses"), 0);
    editor.save();
    CHECK(editor.text(QStringLiteral("title")) != QStringLiteral("Lain"));
    editor.copyAsNew();
    CHECK_FALSE(editor.frozen());
    CHECK(editor.text(QStringLiteral("id")).isEmpty());
    CHECK(editor.hash().isEmpty());
    editor.setText(QStringLiteral("id"), QStringLiteral("takalar-2027"));
    CHECK(editor.problems() == 0);
    editor.save();
    CHECK(editor.path().endsWith(QStringLiteral("takalar-2027.toml")));
    CHECK(must(base::readFile(file, pledge::maxCeremonySize))
        == must(base::readFile(fixture.data() / "log" / "ceremony.toml", pledge::maxCeremonySize)));
}

TEST_CASE("before there is a store a new ceremony can be begun", "[kiosk][editor]")
{
    const TemporaryDirectory directory;
    const FixedClock clock;
    kiosk::Organizer organizer(
        {base::systemFiles(), clock, directory / "data", directory.path(), directory.path()});
    organizer.openFailed({Error::Kind::Missing, "no store"});
    CHECK(organizer.page() == Page::Start);
    organizer.newCeremony();
    CHECK(organizer.page() == Page::Editor);
    CHECK_FALSE(organizer.editor()->begun());
    organizer.back();
    CHECK(organizer.page() == Page::Start);
}
