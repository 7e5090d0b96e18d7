#include "base/file.h"
#include "case_files.h"
#include "pledge/ceremony.h"

#include <catch2/catch.hpp>

#include <set>

using namespace ikrar;
using namespace ikrar::pledge;
using ikrar::tests::cases;

namespace {

std::string sampleToml()
{
    return ikrar::tests::vectors("pledge/ceremony/ok-sample.json").at("toml");
}

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

Ceremony sample()
{
    return parseCeremony(sampleToml()).value();
}

} // namespace

TEST_CASE("every key of a ceremony file is read", "[pledge]")
{
    const auto vector = ikrar::tests::vectors("pledge/ceremony/ok-sample.json");
    const auto parsed = parseCeremony(vector.at("toml").get<std::string>());
    INFO((parsed ? "" : parsed.error().what));
    REQUIRE(parsed);
    const Ceremony& c = *parsed;
    CHECK(c.toml == vector.at("toml").get<std::string>());
    CHECK(base::toHex(c.hash.view()) == vector.at("sha256"));
    CHECK(c.id == "contoh-1");
    CHECK_FALSE(c.activity);
    CHECK(c.example);
    CHECK(c.domain == "contoh.example");
    CHECK(c.timeZone == "Asia/Makassar");
    CHECK(c.verifyUrl == "https://periksa.contoh.example/IKRAR");
    CHECK(c.organizer == "BKPSDM Kabupaten Contoh");
    CHECK(c.categories == std::vector{Category::Pns, Category::Pppk, Category::KepalaDesa});
    CHECK(c.codeEdition == "Kepmendagri 300.2.2-2430 Tahun 2025");
    CHECK(c.title.in(Language::English) == "Pledge of Neutrality");
    CHECK(c.contact.name == "Petugas Contoh");
    CHECK(c.contact.phone == "+62 (411) 000-000");
    CHECK(c.source.publisher == "Koran Contoh");
    CHECK(c.source.title == "Berita contoh");
    CHECK(c.source.date == "2023-09-19");
    CHECK(c.opening.id == "Kami berikrar:");
    REQUIRE(c.clauses.size() == 2);
    CHECK(c.clauses[0].shortForm.en == "No part in campaigns");
    CHECK(c.clauses[0].full.in(Language::English) == "Kami tidak ikut serta dalam kampanye.");
    CHECK(c.clauses[1].full.id == "Kami menjaga kedamaian,\nsebelum dan sesudah pemilu.");
    REQUIRE(c.instruments.size() == 2);
    CHECK(c.instruments[0].type == "Surat Edaran");
    CHECK(c.instruments[0].issuer == "Bupati Contoh");
    CHECK(c.instruments[0].number == "800/1/BKPSDM");
    CHECK(c.instruments[0].date == "2023-08-30");
    CHECK(c.instruments[0].effective == "2023-09-01");
    CHECK(c.instruments[0].subject == "Netralitas");
    CHECK(c.instruments[1].date.empty());
    REQUIRE(c.sessions.size() == 2);
    CHECK(c.sessions[0].name == "Sesi utama");
    CHECK(c.sessions[0].place == "Lapangan upacara");
    CHECK(c.sessions[0].date == "2023-09-18");
    CHECK(c.sessions[0].time == "08:00");
    CHECK(c.sessions[1].time.empty());
    REQUIRE(c.units.size() == 3);
    CHECK(c.units[2].parent == "opd-1");
    CHECK(c.units[2].code == "73.05.01.2003");
    REQUIRE(c.leaders.size() == 1);
    CHECK(c.leaders[0].name == "Nama Contoh");
    CHECK(c.leaders[0].role == "Memimpin upacara");
    REQUIRE(c.observers.size() == 1);
    CHECK(c.observers[0].post == "Forkopimda");
}

TEST_CASE("a faulty ceremony file is refused with the place and the remedy", "[pledge]")
{
    for (const auto& [name, vector] : cases("ceremony", "bad-")) {
        INFO(name << ": " << vector.at("desc"));
        const auto ceremony = parseCeremony(vector.at("toml").get<std::string>());
        REQUIRE_FALSE(ceremony);
        INFO(ceremony.error().what);
        CHECK(ceremony.error().kind == Error::Kind::Invalid);
        if (vector.contains("line")) {
            const std::string place = "line " + std::to_string(vector.at("line").get<int>())
                + ", column " + std::to_string(vector.at("column").get<int>()) + ": ";
            CHECK_THAT(ceremony.error().what, Catch::StartsWith(place));
        } else {
            CHECK_THAT(ceremony.error().what, Catch::Matches("line [0-9]+, column [0-9]+: .{10,}"));
        }
        CHECK_THAT(ceremony.error().what, Catch::Contains(vector.at("says").get<std::string>()));
    }
}

TEST_CASE("of several errors the first in the file is named", "[pledge]")
{
    // Unknown keys are found last, units before them.
    const std::string toml = replaced(replaced(sampleToml(), "code = \"73.05\"", "code = \"7305\""),
        "example = true\n", "example = true\nlogo = 1\n");
    CHECK_THAT(parseCeremony(toml).error().what, Catch::Contains("`logo`"));
}

TEST_CASE("what the source of a ceremony does not tell may be left out or empty", "[pledge]")
{
    const std::string toml = R"(id = "x"
occasion = "kegiatan"
domain = "x.example"
time_zone = "Asia/Jakarta"
verify_url = "https://x.example"
organizer = "BKPSDM"
categories = ["non-asn"]
contact = { phone = "" }
title = { id = "Ikrar" }
instruments = [{ type = "Surat Edaran", number = "", issuer = "" }]
sessions = [{}]
units = [{ id = "u", name = "Unit" }]
[pledge]
opening = { id = "Kami:" }
clauses = [{ short = { id = "Netral" }, full = { id = "Kami netral." } }]
)";
    const auto ceremony = parseCeremony(toml);
    INFO((ceremony ? "" : ceremony.error().what));
    REQUIRE(ceremony);
    CHECK(ceremony->activity);
    CHECK_FALSE(ceremony->example);
    CHECK(ceremony->sessions.at(0).name.empty());
    CHECK(ceremony->title.in(Language::English) == "Ikrar");
}

TEST_CASE("a ceremony file of more than 4 MiB is refused before it is read", "[pledge]")
{
    const std::string toml = sampleToml() + "#" + std::string(maxCeremonySize, 'x');
    CHECK(parseCeremony(toml).error().kind == Error::Kind::TooLarge);
    CHECK(parseCeremony(sampleToml() + "#" + std::string(1000, 'x')));
}

TEST_CASE("bytes that are not UTF-8 are refused", "[pledge]")
{
    for (const auto* bad : {"\xff", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe9"}) {
        INFO(base::toHex(base::asBytes(bad)));
        CHECK_FALSE(parseCeremony(replaced(sampleToml(), "Petugas Contoh", bad)));
        CHECK_FALSE(parseCeremony(sampleToml() + "# " + bad + "\n"));
    }
}

TEST_CASE("dots within texts and comments are no dotted keys", "[pledge]")
{
    const std::string dots(200, '.');
    CHECK(parseCeremony(replaced(sampleToml(), "Petugas Contoh", "Nama: " + dots)));
    CHECK(parseCeremony("# isn't: " + dots + "\n" + sampleToml()));
    const auto lines = parseCeremony(replaced(sampleToml(),
        "\"Kami tidak ikut serta dalam kampanye.\"", "\"\"\"a\\\"\n'" + dots + R"(""")"));
    INFO((lines ? "" : lines.error().what));
    CHECK(lines);
}

TEST_CASE("a line of dotted keys is refused before it can exhaust the stack", "[pledge]")
{
    std::string deep;
    for (int i = 0; i < 1'000'000; ++i)
        deep += "a.";
    for (const std::string& line : {deep + "a = 1", "[" + deep + "a]", "x = { " + deep + "a = 1 }",
             "x = \"\"\"\"\"\" \n" + deep + "a = 1", "x = 'it' # \"\n" + deep + "a = 1"}) {
        const auto ceremony = parseCeremony(line + "\n");
        REQUIRE_FALSE(ceremony);
        CHECK_THAT(ceremony.error().what, Catch::Contains("dotted keys"));
    }
}

TEST_CASE(
    "outside of quotes a ceremony is ASCII, after the byte order mark that editors put", "[pledge]")
{
    CHECK(parseCeremony("\xEF\xBB\xBF" + sampleToml()));
    CHECK(parseCeremony("# Jum\u2019at\n" + sampleToml()));
    for (const char* space : {"\u00A0", "\u2007", "\uFEEF", "\uFEFF"}) {
        const auto ceremony = parseCeremony("title" + std::string(space) + " = \"x\"\n");
        REQUIRE_FALSE(ceremony);
        CHECK(ceremony.error().what
            == "line 1, column 6: a letter, sign or space that is not ASCII stands outside of "
               "quotes");
    }
}

TEST_CASE("a quote within a word is refused before anything else reads it", "[pledge]")
{
    for (const char* line : {R"(a = 0"b")", R"(a"b" = 1)", R"(a = "b"c)", "a = 'b' 'c'",
             R"("a" b = 1)", R"(["a"b])", R"(a = """b""""""c""")"}) {
        INFO(line);
        const auto ceremony = parseCeremony(line + std::string("\n"));
        REQUIRE_FALSE(ceremony);
        CHECK_THAT(ceremony.error().what, Catch::Contains("a quote stands beside"));
    }
    CHECK_THAT(parseCeremony(R"(""" "^ = 4)").error().what, Catch::Contains("several lines"));
    const auto keyed = parseCeremony("\"a\".'b' = { \"c\"=[ 'd','e' ] } # f\n");
    REQUIRE_FALSE(keyed);
    CHECK_THAT(keyed.error().what, !Catch::Contains("quote"));
}

TEST_CASE("a unit is found by its id", "[pledge]")
{
    const Ceremony ceremony = sample();
    REQUIRE(ceremony.unit("desa-1") != nullptr);
    CHECK(ceremony.unit("desa-1")->name == "Desa Contoh");
    CHECK(ceremony.unit("desa-2") == nullptr);
    CHECK(ceremony.unit("") == nullptr);
}

TEST_CASE("a copy of a ceremony finds its own units", "[pledge]")
{
    Ceremony copy;
    {
        const Ceremony ceremony = sample();
        copy = ceremony;
    }
    CHECK(copy.unit("opd-1") == &copy.units[1]);
}

TEST_CASE("each of the shipped ceremonies reads", "[pledge]")
{
    const std::set<std::string> ids{
        "sulbar-2024", "kotim-2024", "sulsel-2023", "batanghari-2024", "takalar-2023"};
    for (const std::string& id : ids) {
        INFO(id);
        const auto bytes = base::readFile(
            std::string(IKRAR_ASSETS) + "/ceremonies/" + id + ".toml", maxCeremonySize);
        REQUIRE(bytes);
        const auto toml = base::asText(*bytes);
        const auto ceremony = parseCeremony(toml);
        INFO((ceremony ? "" : ceremony.error().what));
        REQUIRE(ceremony);
        CHECK(ceremony->id == id);
        CHECK(ceremony->example);
        CHECK(ceremony->domain == id + ".example");
        for (const Clause& clause : ceremony->clauses)
            CHECK_FALSE(clause.full.en.empty());
    }
}

TEST_CASE("an origin names domain, ceremony and kiosk", "[pledge]")
{
    const Ceremony ceremony = sample();
    CHECK(makeOrigin(ceremony, "kios-1", 0x0123abcd, false)
        == "contoh.example/ikrar/contoh-1/kios-1-0123abcd");
    CHECK(
        makeOrigin(ceremony, "kios-1", 0, true) == "contoh.example/gladi/contoh-1/kios-1-00000000");
    for (const bool rehearsal : {false, true}) {
        const auto origin
            = parseOrigin(makeOrigin(ceremony, "a-deadbeef", 0xffffffff, rehearsal).value());
        REQUIRE(origin);
        CHECK(origin->domain == "contoh.example");
        CHECK(origin->ceremony == "contoh-1");
        CHECK(origin->kiosk == "a-deadbeef");
        CHECK(origin->rehearsal == rehearsal);
    }
}

TEST_CASE("a kiosk id of other characters is refused", "[pledge]")
{
    for (const auto& kiosk : {std::string(), std::string("Kios"), std::string("kios 1"),
             std::string("kios/1"), std::string("kios_1"), std::string(33, 'a')})
        CHECK(makeOrigin(sample(), kiosk, 1, false).error().kind == Error::Kind::Invalid);
    CHECK(makeOrigin(sample(), std::string(32, 'a'), 1, false));
}

TEST_CASE("the longest domain, ceremony and kiosk make an origin of 255 bytes", "[pledge]")
{
    std::string domain;
    for (int i = 0; i < 87; ++i)
        domain += "a.";
    domain.pop_back();
    domain += 'b';
    REQUIRE(domain.size() == 174);
    const auto ceremony
        = parseCeremony(replaced(replaced(sampleToml(), "\"contoh.example\"", "\"" + domain + "\""),
            "\"contoh-1\"", "\"" + std::string(32, 'c') + "\""));
    REQUIRE(ceremony);
    CHECK(makeOrigin(*ceremony, std::string(32, 'k'), 1, true).value().size() == 255);
}

TEST_CASE("what is no origin of ours is malformed", "[pledge]")
{
    for (const auto* text : {"", "/", "contoh.example", "contoh.example/ikrar/contoh-1",
             "contoh.example/ikrar/contoh-1/", "contoh.example/ikrar/contoh-1/kios-1",
             "contoh.example/ikrar/contoh-1/-0123abcd", "contoh.example/ikrar/contoh-1/0123abcd",
             "contoh.example/ikrar/contoh-1/kios-1-0123ABCD",
             "contoh.example/ikrar/contoh-1/kios-1-123abcd",
             "contoh.example/ikrar/contoh-1/kios-1-0123abcd/",
             "contoh.example/ikrar/contoh-1/kios-1_0123abcd",
             "contoh.example/Ikrar/contoh-1/kios-1-0123abcd",
             "contoh.example/log/contoh-1/kios-1-0123abcd", "contoh.example/ikrar//kios-1-0123abcd",
             "Contoh.example/ikrar/contoh-1/kios-1-0123abcd",
             "contoh/ikrar/contoh-1/kios-1-0123abcd", "/ikrar/contoh-1/kios-1-0123abcd",
             "contoh.example/ikrar/contoh 1/kios-1-0123abcd",
             "contoh.example/ikrar/contoh-1/kios-1-0123abcd\n"}) {
        INFO(text);
        const auto origin = parseOrigin(text);
        REQUIRE_FALSE(origin);
        CHECK(origin.error().kind == Error::Kind::Malformed);
    }
    CHECK_FALSE(parseOrigin("a." + std::string(300, 'a') + "/ikrar/c/k-0123abcd"));
}
