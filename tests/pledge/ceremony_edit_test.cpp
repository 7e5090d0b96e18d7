// What the ceremony editor stands on: a ceremony written as a file again, and its problems by
// field.
#include "base/file.h"
#include "pledge/ceremony_check.h"
#include "pledge/ceremony_fields.h"
#include "pledge/ceremony_format.h"
#include "pledge/pledge_text.h"

#include <catch2/catch.hpp>

#include <functional>

namespace ikrar::pledge {

namespace {

Ceremony read(const base::Path& file)
{
    const auto bytes = base::readFile(file, maxCeremonySize);
    REQUIRE(bytes);
    const auto ceremony = parseCeremony(base::asText(*bytes));
    REQUIRE(ceremony);
    return *ceremony;
}

std::vector<base::Path> allFiles()
{
    std::vector<base::Path> files;
    for (const char* name :
        {"takalar-2023", "kotim-2024", "sulbar-2024", "sulsel-2023", "batanghari-2024"})
        files.push_back(base::Path(IKRAR_ASSETS) / "ceremonies" / (std::string(name) + ".toml"));
    files.push_back(base::Path(IKRAR_TESTS) / "fuzz/corpus/ceremony/ok-sample");
    return files;
}

Ceremony takalar()
{
    return read(allFiles().front());
}

void checkSame(const Text& a, const Text& b)
{
    CHECK(a.id == b.id);
    CHECK(a.en == b.en);
}

void checkSame(const std::vector<Person>& a, const std::vector<Person>& b)
{
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        CHECK(a[i].name == b[i].name);
        CHECK(a[i].post == b[i].post);
        CHECK(a[i].role == b[i].role);
    }
}

void checkSameLists(const Ceremony& a, const Ceremony& b)
{
    REQUIRE(a.clauses.size() == b.clauses.size());
    for (std::size_t i = 0; i < a.clauses.size(); ++i) {
        checkSame(a.clauses[i].shortForm, b.clauses[i].shortForm);
        checkSame(a.clauses[i].full, b.clauses[i].full);
    }
    REQUIRE(a.instruments.size() == b.instruments.size());
    for (std::size_t i = 0; i < a.instruments.size(); ++i) {
        const auto& one = a.instruments[i];
        const auto& other = b.instruments[i];
        CHECK(std::tie(one.type, one.issuer, one.number, one.date, one.effective, one.subject)
            == std::tie(other.type, other.issuer, other.number, other.date, other.effective,
                other.subject));
    }
    REQUIRE(a.sessions.size() == b.sessions.size());
    for (std::size_t i = 0; i < a.sessions.size(); ++i) {
        const auto& one = a.sessions[i];
        const auto& other = b.sessions[i];
        CHECK(std::tie(one.name, one.place, one.date, one.time)
            == std::tie(other.name, other.place, other.date, other.time));
    }
    REQUIRE(a.units.size() == b.units.size());
    bool same = true;
    for (std::size_t i = 0; i < a.units.size(); ++i) {
        const auto& one = a.units[i];
        const auto& other = b.units[i];
        same = same
            && std::tie(one.id, one.name, one.parent, one.code)
                == std::tie(other.id, other.name, other.parent, other.code);
    }
    CHECK(same);
    CHECK(a.unitPositions == b.unitPositions);
}

void checkSame(const Ceremony& a, const Ceremony& b)
{
    CHECK(std::tie(a.id, a.activity, a.example, a.organizer, a.domain, a.timeZone, a.codeEdition,
              a.verifyUrl)
        == std::tie(b.id, b.activity, b.example, b.organizer, b.domain, b.timeZone, b.codeEdition,
            b.verifyUrl));
    CHECK(a.categories == b.categories);
    checkSame(a.title, b.title);
    checkSame(a.opening, b.opening);
    CHECK(a.contact.name == b.contact.name);
    CHECK(a.contact.phone == b.contact.phone);
    CHECK(a.source.publisher == b.source.publisher);
    CHECK(a.source.title == b.source.title);
    CHECK(a.source.date == b.source.date);
    checkSameLists(a, b);
    checkSame(a.leaders, b.leaders);
    checkSame(a.observers, b.observers);
}

Result<Ceremony> again(const Ceremony& ceremony)
{
    return parseCeremony(formatCeremony(ceremony));
}

using Change = std::function<void(Ceremony&)>;

/// What an editor can be made to hold, and where the complaint about it stands; empty: none.
std::vector<std::pair<Change, std::string>> changes()
{
    return {
        {[](Ceremony&) {}, ""},
        {[](Ceremony& c) { c.title.id.clear(); }, "title"},
        {[](Ceremony& c) { c.title.id = "  "; }, "title"},
        {[](Ceremony& c) { c.title.id = "Dua\nbaris"; }, "title"},
        {[](Ceremony& c) { c.title.en = "Two\nlines"; }, "title.en"},
        {[](Ceremony& c) { c.title.en.clear(); }, ""},
        {[](Ceremony& c) { c.opening.id = "Dua\nbaris \"kutip\" \\ dan ''' ini"; }, ""},
        {[](Ceremony& c) { c.opening.id = R"(""")"; }, ""},
        // NOLINTNEXTLINE(misc-misleading-bidirectional): which is why it is refused
        {[](Ceremony& c) { c.opening.id = "balik \xE2\x80\xAE arah"; }, "opening"},
        {[](Ceremony& c) { c.organizer.clear(); }, "organizer"},
        {[](Ceremony& c) { c.id = "Takalar"; }, "id"},
        {[](Ceremony& c) { c.id.clear(); }, "id"},
        {[](Ceremony& c) { c.domain = "takalar"; }, "domain"},
        {[](Ceremony& c) { c.domain.assign(170, 'a').append(".desa.id"); }, "domain"},
        {[](Ceremony& c) { c.verifyUrl = "http://a.id"; }, "verify_url"},
        {[](Ceremony& c) { c.timeZone.clear(); }, "time_zone"},
        {[](Ceremony& c) { c.categories.clear(); }, "categories"},
        {[](Ceremony& c) { c.contact.phone = "telepon"; }, "contact.phone"},
        {[](Ceremony& c) {
             c.contact = {"Sekretariat", "(0418) 123-456"};
         },
            ""},
        {[](Ceremony& c) { c.clauses.clear(); }, "clauses"},
        {[](Ceremony& c) { c.clauses[1].full.id.clear(); }, "clauses.1.full"},
        {[](Ceremony& c) { c.clauses[1].full.id = "Satu.\nDua."; }, ""},
        {[](Ceremony& c) { c.clauses[0].shortForm.id.assign(121, 'a'); }, "clauses.0.short"},
        {[](Ceremony& c) { c.clauses[0].shortForm.id.assign(119, 'a').append("é"); }, ""},
        {[](Ceremony& c) { c.instruments.emplace_back(); }, "instruments.0.type"},
        {[](Ceremony& c) {
             c.instruments = {{"Surat Edaran", "", "1/2", "2023-02-29", "", ""}};
         },
            "instruments.0.date"},
        {[](Ceremony& c) {
             c.instruments = {{"Surat Edaran", "", "1/2", "2024-02-29", "", ""}};
         },
            ""},
        {[](Ceremony& c) { c.sessions.clear(); }, "sessions"},
        {[](Ceremony& c) {
             c.sessions = {{"", "", "", ""}};
         },
            ""},
        {[](Ceremony& c) {
             c.sessions = {{"Satu", "", "", ""}, {"", "", "", ""}};
         },
            "sessions.1.name"},
        {[](Ceremony& c) {
             c.sessions = {{"Satu", "", "", ""}, {"Satu", "", "", ""}};
         },
            "sessions.1.name"},
        {[](Ceremony& c) { c.sessions[0].date = "18-09-2023"; }, "sessions.0.date"},
        {[](Ceremony& c) { c.sessions[0].time = "24:00"; }, "sessions.0.time"},
        {[](Ceremony& c) { c.sessions[0].time = "08:30"; }, ""},
        {[](Ceremony& c) { c.units.clear(); }, "units"},
        {[](Ceremony& c) { c.units[2].name.clear(); }, "units.2.name"},
        {[](Ceremony& c) { c.units[2].id = c.units[1].id; }, "units.2.id"},
        {[](Ceremony& c) { c.units[2].id = "Dinas"; }, "units.2.id"},
        {[](Ceremony& c) { c.units[1].parent = "tidak-ada"; }, "units.1.parent"},
        {[](Ceremony& c) { c.codeEdition.clear(); }, "code_edition"},
        {[](Ceremony& c) {
             c.units.push_back({"baru", "Baru", "", "7305"});
         },
            "units"},
        {[](Ceremony& c) { c.leaders.emplace_back(); }, "leaders"},
        {[](Ceremony& c) {
             c.observers = {{"", "Ketua Bawaslu", ""}};
         },
            ""},
    };
}

} // namespace

TEST_CASE("a ceremony written as a file is read as the same ceremony", "[pledge]")
{
    for (const auto& file : allFiles()) {
        INFO(file);
        const Ceremony ceremony = read(file);
        const auto second = again(ceremony);
        REQUIRE(second);
        checkSame(ceremony, *second);
        CHECK(formatCeremony(*second) == formatCeremony(ceremony));
        CHECK(ceremonyProblems(ceremony, Language::Indonesian).empty());
    }
}

TEST_CASE("the problems by field are those that keep the file from being read", "[pledge]")
{
    std::size_t at = 0;
    for (const auto& [change, field] : changes()) {
        INFO("change " << at++ << ", " << field);
        Ceremony ceremony = takalar();
        change(ceremony);
        const auto problems = ceremonyProblems(ceremony, Language::Indonesian);
        CHECK(problems.empty() == field.empty());
        // A date or a time that is none is left out of the file: only the editor can see it.
        const bool seenInFile
            = field.find(".date") == std::string::npos && field.find(".time") == std::string::npos;
        CHECK(again(ceremony).has_value() == (problems.empty() || !seenInFile));
        if (!field.empty() && !problems.empty()) {
            CHECK(problems.front().field.starts_with(field));
            CHECK(problems.front().what.ends_with('.'));
            CHECK(problems.size() == ceremonyProblems(ceremony, Language::English).size());
        }
    }
}

TEST_CASE("the texts of a ceremony are found by name", "[pledge]")
{
    Ceremony ceremony = takalar();
    *ceremonyField(ceremony, "clauses.1.full") = "Butir yang baru.";
    *ceremonyField(ceremony, "clauses.1.full.en") = "";
    *ceremonyField(ceremony, "sessions.0.place") = "Lapangan";
    *ceremonyField(ceremony, "contact.phone") = "112";
    CHECK(ceremony.clauses[1].full.id == "Butir yang baru.");
    CHECK(ceremony.clauses[1].full.in(Language::English) == "Butir yang baru.");
    CHECK(ceremony.sessions[0].place == "Lapangan");
    CHECK(ceremony.contact.phone == "112");
    for (const char* none : {"", "nama", "clauses", "clauses.99.full", "clauses.x.full",
             "clauses.0", "clauses.0.full.fr", "units.0.kepala", "toml", "sessions.-1.name"}) {
        INFO(none);
        CHECK(ceremonyField(ceremony, none) == nullptr);
    }
}

TEST_CASE("a unit that is removed takes those below it along", "[pledge]")
{
    Ceremony ceremony = takalar();
    const auto district = ceremony.unitPositions.at("73-05-01");
    const auto below = std::count_if(ceremony.units.begin(), ceremony.units.end(),
        [](const Unit& unit) { return unit.parent == "73-05-01"; });
    REQUIRE(below > 0);
    const auto before = ceremony.units.size();
    removeFromCeremonyList(ceremony, "units", district);
    CHECK(ceremony.units.size() == before - 1 - static_cast<std::size_t>(below));
    CHECK(ceremony.unit("73-05-01") == nullptr);
    CHECK(ceremonyProblems(ceremony, Language::Indonesian).empty());
    CHECK(again(ceremony));
}

TEST_CASE("a pasted pledge is divided by its numbers", "[pledge]")
{
    const auto text = splitPledge("Kami berikrar:\r\n\r\n1. Menjaga netralitas\r\n   dalam "
                                  "pelayanan.\r\n2)\tMenghindari konflik kepentingan.\r\n(3) "
                                  "Bijak bermedia sosial.\r\n\r\nDemikian ikrar ini.\r\n");
    CHECK(text.opening == "Kami berikrar:");
    REQUIRE(text.clauses.size() == 3);
    CHECK(text.clauses[0].full.id == "Menjaga netralitas dalam pelayanan.");
    CHECK(text.clauses[0].shortForm.id == "Menjaga netralitas dalam pelayanan");
    CHECK(text.clauses[1].full.id == "Menghindari konflik kepentingan.");
    CHECK(text.clauses[2].full.id == "Bijak bermedia sosial.\nDemikian ikrar ini.");
    CHECK(splitPledge("a. Satu\nb. Dua").clauses.size() == 2);
    CHECK(splitPledge("- Satu\n• Dua").clauses.size() == 2);
}

TEST_CASE("a pasted pledge without numbers is divided by lines or paragraphs", "[pledge]")
{
    CHECK(splitPledge("Satu\nDua\nTiga").clauses.size() == 3);
    const auto paragraphs = splitPledge("Saya berikrar:\n\nSatu\nlagi\n\nDua\n");
    CHECK(paragraphs.opening == "Saya berikrar:");
    REQUIRE(paragraphs.clauses.size() == 2);
    CHECK(paragraphs.clauses[0].full.id == "Satu lagi");
    CHECK(splitPledge(" \n\n").clauses.empty());
    CHECK(splitPledge("Pukul 10.30 dan H. Contoh hadir").clauses.size() == 1);
}

TEST_CASE("what is pasted never makes a file that cannot be read", "[pledge]")
{
    std::string bytes;
    for (char c = 1; c < 127; ++c)
        bytes += std::string("kata") + c + "kata ";
    // NOLINTNEXTLINE(misc-misleading-bidirectional): one of what is pasted
    bytes += "\xC2\x85 \xE2\x80\xAE \xE2\x80\xA8 \xC2\xA0 akhir";
    Ceremony ceremony = takalar();
    ceremony.clauses = splitPledge(bytes).clauses;
    CHECK(ceremonyProblems(ceremony, Language::Indonesian).empty());
    CHECK(again(ceremony));
}

TEST_CASE("the short form of a long clause fits its page", "[pledge]")
{
    std::string words;
    while (words.size() < 300)
        words += "kata ";
    const auto cut = shortForm(words);
    CHECK(cut.ends_with("…"));
    CHECK(cut.size() <= 122);
    CHECK(shortForm("Kalimat satu. " + words) == "Kalimat satu");
}

} // namespace ikrar::pledge
