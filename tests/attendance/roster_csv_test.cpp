#include "attendance/roster_csv.h"
#include "base/file.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace ikrar::tests {

using attendance::parseRosterCsv;

namespace {

Bytes file(const base::Path& path)
{
    constexpr std::size_t max = 8UL * 1024 * 1024;
    return base::readFile(path, max).value();
}

pledge::Ceremony ceremony(const std::string& id)
{
    const Bytes toml = file(base::Path(IKRAR_ASSETS) / "ceremonies" / (id + ".toml"));
    return pledge::parseCeremony(base::asText(toml)).value();
}

std::string header()
{
    return "nama,kategori,jenis_nomor,nomor,unit,jabatan,pangkat\n";
}

std::string siti()
{
    return "Siti Aminah,pns,nip,198609262015051001,opd-contoh-1,Analis,III/c\n";
}

attendance::RosterImport parse(const std::string& text)
{
    static const pledge::Ceremony takalar = ceremony("takalar-2023");
    const auto import = parseRosterCsv(base::asBytes(text), takalar);
    if (!import)
        FAIL(import.error().what);
    return *import;
}

attendance::RosterProblem problem(const std::string& row)
{
    const auto import = parse(header() + row);
    CHECK(import.rows.empty());
    REQUIRE(import.problems.size() == 1);
    return import.problems.front();
}

Error::Kind refusal(const std::string& text)
{
    const auto import = parseRosterCsv(base::asBytes(text), ceremony("takalar-2023"));
    REQUIRE_FALSE(import);
    return import.error().kind;
}

} // namespace

TEST_CASE("the sample roster of every ceremony is imported whole", "[attendance]")
{
    for (const char* id :
        {"sulbar-2024", "kotim-2024", "sulsel-2023", "batanghari-2024", "takalar-2023"}) {
        INFO(id);
        const auto import = parseRosterCsv(
            file(base::Path(IKRAR_ASSETS) / "ceremonies" / (std::string(id) + ".roster.csv")),
            ceremony(id));
        REQUIRE(import);
        CHECK(import->problems.empty());
        CHECK(import->rows.size() == 200);
    }
}

TEST_CASE("commas, semicolons and tabs separate, with or without a byte order mark", "[attendance]")
{
    const auto plain = parse(header() + siti()).rows;
    REQUIRE(plain.size() == 1);
    CHECK(plain.front().name == "Siti Aminah");
    CHECK(plain.front().identity
        == pledge::Identity{pledge::IdentityKind::Nip, "198609262015051001"});
    CHECK(plain.front().rank == "III/c");
    for (const char separator : {',', ';', '\t'}) {
        std::string text = header() + siti();
        std::replace(text.begin(), text.end(), ',', separator);
        CHECK(parse(text).rows == plain);
        CHECK(parse("\xef\xbb\xbf" + text).rows == plain);
    }
}

TEST_CASE("quotes hold separators and quotes, line ends are either", "[attendance]")
{
    const auto rows = parse("\"nama\",\"kategori\",\"jenis_nomor\",\"nomor\",\"unit\",\"jabatan\","
                            "\"pangkat\"\r\n\"Dr. \"\"Ucok\"\", S.Pd.\",pns,nip,"
                            "\"19860926 201505 1 001\",opd-contoh-1,,\r\n\r\n")
                          .rows;
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().name == "Dr. \"Ucok\", S.Pd.");
    CHECK(rows.front().identity.value == "198609262015051001");
}

TEST_CASE("a unit is named by its id or by a name that is its alone", "[attendance]")
{
    const auto takalar = ceremony("takalar-2023");
    const auto* unit = takalar.unit("opd-contoh-1");
    REQUIRE(unit != nullptr);
    auto rows = parse(header() + "Siti,pns,nip,198609262015051001,\"" + unit->name + "\",,\n").rows;
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().unit == unit->id);
    CHECK(problem("Siti,pns,nip,198609262015051001,tidak ada,,\n").what.find("'tidak ada'")
        != std::string::npos);

    pledge::Ceremony twins = takalar;
    twins.units = {{"a", "Kelurahan Baru", "", ""}, {"b", "kelurahan  baru", "", ""}};
    const std::string text = header() + "Siti,pns,nip,198609262015051001,Kelurahan Baru,,\n";
    const auto ambiguous = parseRosterCsv(base::asBytes(text), twins).value();
    REQUIRE(ambiguous.problems.size() == 1);
    CHECK(ambiguous.problems.front().what.find("a, b") != std::string::npos);
}

TEST_CASE("each problem names its line and its cause", "[attendance]")
{
    CHECK(problem("Siti,pns,nip,198609262015051001,opd-contoh-1,\n").what.find("6 columns")
        != std::string::npos);
    CHECK(problem(",pns,nip,198609262015051001,opd-contoh-1,,\n").what.find("name is empty")
        != std::string::npos);
    CHECK(problem("Siti,camat,nip,198609262015051001,opd-contoh-1,,\n").what.find("'camat'")
        != std::string::npos);
    CHECK(problem("Siti,tni,nip,198609262015051001,opd-contoh-1,,\n").what.find("'tni'")
        != std::string::npos); // a category, but not one of this ceremony
    CHECK(problem("Siti,pns,ktp,198609262015051001,opd-contoh-1,,\n").what.find("'ktp'")
        != std::string::npos);
    CHECK(problem("Siti,pns,nip,\"1,98609E+17\",opd-contoh-1,,\n").what.find("spreadsheet")
        != std::string::npos);
    CHECK_FALSE(problem("Siti,pns,nip,198602302015051001,opd-contoh-1,,\n").what.empty());
    CHECK(problem("\"Si\nti\",pns,nip,198609262015051001,opd-contoh-1,,\n").what.find("one line")
        != std::string::npos);

    const auto import
        = parse(header() + siti() + "\n" + ",pns,nip,198609262015052001,opd-contoh-1,,\n"
            + "Budi,pns,nip,198609262015051001,opd-contoh-1,,\n");
    REQUIRE(import.problems.size() == 2);
    CHECK(import.problems[0].line == 4);
    CHECK(import.problems[1].line == 5);
    CHECK(import.problems[1].what.find("Line 2") != std::string::npos);
}

TEST_CASE("a person without a number is known by name", "[attendance]")
{
    const auto rows = parse(header() + "siti  aminah,kepala-desa,nama,,opd-contoh-1,,\n").rows;
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().identity == pledge::Identity{pledge::IdentityKind::Nama, "SITI AMINAH"});
}

TEST_CASE("what is no roster file is refused whole", "[attendance]")
{
    CHECK(refusal("") == Error::Kind::Invalid);
    CHECK(refusal("nama,kategori\n") == Error::Kind::Invalid);
    CHECK(refusal("nama,jenis_nomor,kategori,nomor,unit,jabatan,pangkat\n" + siti())
        == Error::Kind::Invalid);
    CHECK(refusal(header() + "\"Siti\n") == Error::Kind::Invalid);
    CHECK(refusal(header() + "Si\"ti\",pns,nip,1,u,,\n") == Error::Kind::Invalid);
    CHECK(refusal(header() + "\xff\xfe,pns,nip,1,u,,\n") == Error::Kind::Invalid);
    CHECK(refusal(header() + std::string(70'000, 'x') + "\n") == Error::Kind::TooLarge);
}

TEST_CASE("problems are listed up to a bound", "[attendance]")
{
    std::string text = header();
    for (int i = 0; i < 2000; ++i)
        text += ",,,,,,\n";
    CHECK(parse(text).problems.size() == attendance::maxRosterProblems);
}

TEST_CASE("the template is a file that can be imported", "[attendance]")
{
    const auto import = parse(attendance::rosterTemplate());
    CHECK(import.problems.empty());
    CHECK(import.rows.size() == 1);
}

} // namespace ikrar::tests
