// The ceremonies and rosters of assets/ceremonies, held against the code that reads them.

#include "base/file.h"
#include "pledge/ceremony.h"
#include "pledge/identity.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

using namespace ikrar;

namespace {

std::vector<std::string> ids()
{
    return {"sulbar-2024", "kotim-2024", "sulsel-2023", "batanghari-2024", "takalar-2023"};
}

std::string textOf(const std::string& name)
{
    const auto bytes
        = base::readFile(base::Path(IKRAR_ASSETS) / "ceremonies" / name, pledge::maxCeremonySize);
    REQUIRE(bytes);
    return std::string(base::asText(*bytes));
}

pledge::Ceremony example(const std::string& id)
{
    auto ceremony = pledge::parseCeremony(textOf(id + ".toml"));
    INFO(id << ": " << (ceremony ? "" : ceremony.error().what));
    REQUIRE(ceremony);
    return std::move(*ceremony);
}

std::size_t countUnits(const pledge::Ceremony& ceremony, const std::string& kind)
{
    const auto isOfKind
        = [&](const pledge::Unit& unit) { return unit.name.rfind(kind + " ", 0) == 0; };
    return static_cast<std::size_t>(
        std::count_if(ceremony.units.begin(), ceremony.units.end(), isOfKind));
}

/// Names of the sessions that the proposal to go down to the kecamatan asks for.
std::set<std::string> kecamatanSessions(const pledge::Ceremony& ceremony)
{
    std::set<std::string> names;
    for (const auto& unit : ceremony.units) {
        if (unit.name.rfind("Kecamatan ", 0) == 0)
            names.insert(unit.name + ", " + ceremony.unit(unit.parent)->name);
    }
    return names;
}

struct Row {
    std::string name;
    std::string category;
    std::string kind;
    std::string number;
    std::string unit;
    std::string post;
    std::string rank;
};

/// The rosters quote every field and hold no quote within one.
Row rowOf(const std::string& line)
{
    std::vector<std::string> cells;
    for (std::size_t begin = 1; begin < line.size();) {
        const std::size_t end = std::min(line.find('"', begin), line.size());
        cells.push_back(line.substr(begin, end - begin));
        begin = end + std::string_view("\",\"").size();
    }
    REQUIRE(cells.size() == 7);
    return {cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]};
}

std::vector<Row> rosterOf(const std::string& id)
{
    std::istringstream text(textOf(id + ".roster.csv"));
    std::vector<Row> rows;
    for (std::string line; std::getline(text, line);)
        rows.push_back(rowOf(line));
    return rows;
}

template <typename T>
bool holds(const std::vector<T>& values, const T& value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

std::string problemOfNumber(const Row& row, pledge::Category category)
{
    const auto kind = pledge::identityKindFromCode(row.kind);
    if (!kind || !holds(pledge::kindsFor(std::vector{category}), *kind))
        return "kind of number " + row.kind;
    const auto identity = pledge::parseIdentity(*kind, row.number);
    if (!identity || identity->value != row.number)
        return "number " + row.number;
    const bool pppk = category == pledge::Category::Pppk;
    return pledge::isPppkNumber(*identity) == pppk ? "" : "number of a PPPK " + row.number;
}

/// What is wrong with a row of a sample roster; empty when nothing is.
std::string problemOf(const Row& row, const pledge::Ceremony& ceremony)
{
    const auto category = pledge::categoryFromCode(row.category);
    if (!category || !holds(ceremony.categories, *category))
        return "category " + row.category;
    if (ceremony.unit(row.unit) == nullptr)
        return "unit " + row.unit;
    if (row.name.rfind("Peserta Contoh ", 0) != 0 || row.post.empty())
        return "name or post of " + row.name;
    return problemOfNumber(row, *category);
}

std::size_t distinct(const std::vector<Row>& rows, std::string Row::*column)
{
    std::set<std::string> values;
    for (const Row& row : rows)
        values.insert(row.*column);
    return values.size();
}

std::vector<std::string> problemsOf(const std::vector<Row>& rows, const pledge::Ceremony& ceremony)
{
    std::vector<std::string> problems;
    for (const Row& row : rows) {
        if (auto problem = problemOf(row, ceremony); !problem.empty())
            problems.push_back(std::move(problem));
    }
    return problems;
}

/// Longest short form of a clause; 1,000 where one lacks a language.
std::size_t longestShortForm(const pledge::Ceremony& ceremony)
{
    std::size_t longest = 0;
    for (const auto& [shortForm, full] : ceremony.clauses) {
        const bool both = !shortForm.en.empty() && !full.en.empty();
        longest = std::max({longest, shortForm.id.size(), both ? shortForm.en.size() : 1000});
    }
    return longest;
}

std::set<std::string> sessionNames(const pledge::Ceremony& ceremony)
{
    std::set<std::string> names;
    for (const auto& session : ceremony.sessions)
        names.insert(session.name);
    return names;
}

} // namespace

TEST_CASE("every example says that it is one, and has a domain of its own", "[pledge]")
{
    const auto id = GENERATE(from_range(ids()));
    const auto ceremony = example(id);
    CHECK(ceremony.id == id);
    CHECK(ceremony.example);
    CHECK(ceremony.domain == id + ".example");
    CHECK(ceremony.verifyUrl == "https://" + id + ".example/V");
    CHECK(ceremony.activity == (id != "takalar-2023"));
    CHECK((ceremony.contact.name + ceremony.contact.phone).empty());
}

TEST_CASE("an example's clauses stand in both languages, short enough for one page", "[pledge]")
{
    const auto ceremony = example(GENERATE(from_range(ids())));
    CHECK(ceremony.clauses.size() <= 9);
    CHECK(longestShortForm(ceremony) <= 70);
}

TEST_CASE("each example's clauses cover every prohibition and duty of its report", "[pledge]")
{
    // What each sentence of the reports forbids or demands, by a word that its clause cannot do
    // without.
    const std::map<std::string, std::vector<const char*>> told{
        {"sulbar-2024",
            {"integritas", "partai politik", "kampanye", "uang yang berkaitan dengan jabatan",
                "untung atau rugi", "pertemuan, undangan, ajakan", "sumbangan", "anggota keluarga",
                "desa dan kelurahan", "sekretaris daerah", "ketentuan hukum"}},
        {"kotim-2024",
            {"solidaritas", "jiwa korps", "ikut berkampanye", "atribut partai", "atribut ASN",
                "mengerahkan ASN", "fasilitas negara", "untung atau rugi",
                "Sebelum, selama, dan sesudah", "kegiatan yang condong", "surat dukungan",
                "kartu tanda penduduk", "surat keterangan tanda penduduk", "kondusif", "berjenjang",
                "Dugaan pelanggaran"}},
        {"sulsel-2023",
            {"netral", "tidak mengutamakan pihak tertentu", "seluruh masyarakat", "kedamaian",
                "KPU dan Bawaslu"}},
        {"batanghari-2024",
            {"politik praktis", "kampanye", "dukungan kepada calon", "tidak memihak",
                "konflik kepentingan", "citra", "surat edaran", "sanksi"}},
        {"takalar-2023",
            {"profesional", "ikut berkampanye", "atribut partai", "atribut ASN", "mengarahkan ASN",
                "fasilitas negara", "untung atau rugi", "Sebelum, selama, dan sesudah",
                "pertemuan, ajakan, imbauan, seruan", "pemberian barang", "anggota keluarga",
                "surat dukungan", "kartu tanda penduduk", "surat keterangan tanda penduduk"}},
    };
    for (const auto& [id, words] : told) {
        std::string clauses;
        for (const auto& clause : example(id).clauses)
            clauses += clause.full.id + '\n';
        for (const char* word : words) {
            INFO(id << ": " << word);
            CHECK(clauses.find(word) != std::string::npos);
        }
    }
    CHECK(told.size() == ids().size());
}

TEST_CASE("instruments stand as their report gives them, and empty where it does not", "[pledge]")
{
    const auto sulbar = example("sulbar-2024").instruments;
    REQUIRE(sulbar.size() == 1);
    CHECK(sulbar[0].number == "100.3.4.1/4/IX/2024");
    CHECK(sulbar[0].effective == "2024-09-25");
    CHECK(sulbar[0].issuer == "Gubernur Sulawesi Barat");
    CHECK(sulbar[0].subject == "Netralitas ASN dalam Penyelenggaraan Pilkada Serentak 2024");
    CHECK(sulbar[0].date.empty());

    const auto kotim = example("kotim-2024").instruments;
    REQUIRE(kotim.size() == 2);
    CHECK(kotim[0].number == "800/377/IV.1/BKD");
    CHECK(kotim[0].date == "2024-08-30");
    CHECK(kotim[0].issuer == "Gubernur Kalimantan Tengah");
    CHECK(kotim[0].subject
        == "Penegasan Netralitas Aparatur Sipil Negara Dalam Penyelenggaraan Pemilihan Kepala "
           "Daerah Serentak Tahun 2024");
    CHECK(kotim[1].number == "800.1.10.4/7851/BKPSDM/PKAP/2024");
    CHECK(kotim[1].date.empty());

    const auto batanghari = example("batanghari-2024").instruments;
    REQUIRE(batanghari.size() == 1);
    CHECK((batanghari[0].number + batanghari[0].date).empty());
    CHECK(example("sulsel-2023").instruments.empty());
    CHECK(example("takalar-2023").instruments.empty());
}

TEST_CASE("people stand with their names as their report first prints them", "[pledge]")
{
    CHECK(example("sulbar-2024").leaders.at(0).name == "Bakhtiyar Baharudin");
    CHECK(example("kotim-2024").leaders.at(0).name == "Shalahuddin");
    CHECK(example("sulsel-2023").leaders.at(0).name == "Bahtiar Baharuddin");
    CHECK(example("sulsel-2023").observers.at(0).name == "Hasbullah");
    CHECK(example("batanghari-2024").leaders.at(0).name == "Muhammad Azan");
    CHECK(example("takalar-2023").leaders.at(0).name == "Dr. Setiawan Aswad, M. Dev. Plg");
    CHECK(example("takalar-2023").observers.size() == 4);
}

TEST_CASE(
    "only Takalar's report gives the day of its ceremony, and none gives the time", "[pledge]")
{
    const auto id = GENERATE(from_range(ids()));
    const auto session = example(id).sessions.at(0);
    CHECK(session.date == (id == "takalar-2023" ? "2023-09-18" : ""));
    CHECK(session.time.empty());
}

TEST_CASE("the examples' regions are those of the edition they name", "[pledge]")
{
    const auto sulbar = example("sulbar-2024");
    CHECK(countUnits(sulbar, "Kabupaten") == 6);
    CHECK(countUnits(sulbar, "Kecamatan") == 69);
    CHECK(countUnits(sulbar, "Kelurahan") == 73);
    CHECK(countUnits(sulbar, "Desa") == 575);

    CHECK(countUnits(example("kotim-2024"), "Kecamatan") == 17);
    CHECK(countUnits(example("batanghari-2024"), "Kecamatan") == 8);

    const auto takalar = example("takalar-2023");
    CHECK(takalar.codeEdition == "Kepmendagri 100.1.1-6117 Tahun 2022");
    CHECK(countUnits(takalar, "Kecamatan") == 12);
    CHECK(countUnits(takalar, "Kelurahan") == 24);
    CHECK(countUnits(takalar, "Desa") == 86);
    CHECK(takalar.unit("73-05-01-2001") == nullptr);
}

TEST_CASE("Sulawesi Selatan can hold a session in each kecamatan of its 24 regions", "[pledge]")
{
    const auto sulsel = example("sulsel-2023");
    CHECK(countUnits(sulsel, "Kabupaten") + countUnits(sulsel, "Kota") == 24);
    const auto wanted = kecamatanSessions(sulsel);
    CHECK(wanted.size() == 313);
    const auto names = sessionNames(sulsel);
    CHECK(names.size() == 1 + 313 + 24);
    CHECK(std::includes(names.begin(), names.end(), wanted.begin(), wanted.end()));
}

TEST_CASE(
    "a sample roster has 200 people, each of a category and a unit of its ceremony", "[pledge]")
{
    const auto id = GENERATE(from_range(ids()));
    const auto ceremony = example(id);
    auto rows = rosterOf(id);
    REQUIRE(rows.size() == 201);
    CHECK(rows[0].number == "nomor");
    rows.erase(rows.begin());
    CHECK_THAT(problemsOf(rows, ceremony), Catch::Equals(std::vector<std::string>{}));
    CHECK(distinct(rows, &Row::name) == 200);
    CHECK(distinct(rows, &Row::number) == 200);
    CHECK(distinct(rows, &Row::category) == ceremony.categories.size());
}
