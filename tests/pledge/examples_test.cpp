// The ceremonies and rosters of assets/ceremonies, held against the code that reads them.

#include "base/file.h"
#include "pledge/ceremony.h"
#include "pledge/identity.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace ikrar;

namespace {

const char* const ids[]
    = {"sulbar-2024", "kotim-2024", "sulsel-2023", "batanghari-2024", "takalar-2023"};

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

std::string codeOf(const pledge::Ceremony& ceremony, const std::string& unit)
{
    const auto* found = ceremony.unit(unit);
    return found == nullptr ? "no such unit" : found->code;
}

std::size_t countUnits(const pledge::Ceremony& ceremony, const std::string& kind)
{
    return static_cast<std::size_t>(std::count_if(ceremony.units.begin(), ceremony.units.end(),
        [&](const pledge::Unit& unit) { return unit.name.rfind(kind + " ", 0) == 0; }));
}

struct Row {
    std::string name, category, kind, number, unit, post, rank;
};

/// The rosters quote every field and hold no quote, so that a row splits at `","`.
std::vector<Row> rosterOf(const std::string& id)
{
    const std::string text = textOf(id + ".roster.csv");
    std::vector<Row> rows;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find("\"\r\n", begin);
        REQUIRE(end != std::string::npos);
        std::vector<std::string> cells(1);
        for (std::size_t at = begin + 1; at < end; ++at) {
            if (text.compare(at, 3, "\",\"") == 0) {
                cells.emplace_back();
                at += 2;
            } else {
                cells.back() += text[at];
            }
        }
        REQUIRE(cells.size() == 7);
        rows.push_back({cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]});
        begin = end + 3;
    }
    return rows;
}

void checkRow(const pledge::Ceremony& ceremony, const Row& row)
{
    INFO(row.name << " " << row.number);
    const auto category = pledge::categoryFromCode(row.category);
    REQUIRE(category);
    CHECK(std::count(ceremony.categories.begin(), ceremony.categories.end(), *category) == 1);
    const auto kind = pledge::identityKindFromCode(row.kind);
    REQUIRE(kind);
    const auto kinds = pledge::kindsFor(std::vector{*category});
    CHECK(std::count(kinds.begin(), kinds.end(), *kind) == 1);
    const auto identity = pledge::parseIdentity(*kind, row.number);
    REQUIRE(identity);
    CHECK(identity->value == row.number);
    CHECK(pledge::isPppkNumber(*identity) == (*category == pledge::Category::Pppk));
    CHECK(ceremony.unit(row.unit) != nullptr);
    CHECK_FALSE(row.post.empty());
}

} // namespace

TEST_CASE(
    "every example ceremony is read, says that it is one, and names its own domain", "[pledge]")
{
    for (const std::string id : ids) {
        const auto ceremony = example(id);
        CHECK(ceremony.id == id);
        CHECK(ceremony.example);
        CHECK(ceremony.domain == id + ".example");
        CHECK(ceremony.verifyUrl == "https://" + id + ".example/V");
        CHECK(ceremony.activity == (id != "takalar-2023"));
        CHECK(ceremony.contact.name.empty());
        CHECK(ceremony.contact.phone.empty());
    }
}

TEST_CASE(
    "an example's clauses stand in both languages, and their short forms fit one page", "[pledge]")
{
    for (const std::string id : ids) {
        const auto ceremony = example(id);
        INFO(id);
        CHECK(ceremony.clauses.size() <= 9);
        for (const auto& clause : ceremony.clauses) {
            CHECK_FALSE(clause.shortForm.en.empty());
            CHECK_FALSE(clause.full.en.empty());
            CHECK(clause.shortForm.id.size() <= 70);
            CHECK(clause.shortForm.en.size() <= 70);
        }
    }
}

TEST_CASE("the examples hold the facts of their reports, and leave empty what those do not give",
    "[pledge]")
{
    const auto sulbar = example("sulbar-2024");
    REQUIRE(sulbar.instruments.size() == 1);
    CHECK(sulbar.instruments[0].number == "100.3.4.1/4/IX/2024");
    CHECK(sulbar.instruments[0].effective == "2024-09-25");
    CHECK(sulbar.instruments[0].date.empty());
    CHECK(sulbar.leaders.at(0).name == "Bakhtiyar Baharudin");
    CHECK(sulbar.sessions.at(0).date.empty());

    const auto kotim = example("kotim-2024");
    REQUIRE(kotim.instruments.size() == 2);
    CHECK(kotim.instruments[0].number == "800/377/IV.1/BKD");
    CHECK(kotim.instruments[0].date == "2024-08-30");
    CHECK(kotim.instruments[1].number == "800.1.10.4/7851/BKPSDM/PKAP/2024");
    CHECK(kotim.instruments[1].date.empty());
    CHECK(kotim.source.publisher.empty());

    const auto sulsel = example("sulsel-2023");
    CHECK(sulsel.instruments.empty());
    CHECK(sulsel.source.date == "2023-10-24");
    CHECK(sulsel.observers.at(0).name == "Hasbullah");

    const auto batanghari = example("batanghari-2024");
    REQUIRE(batanghari.instruments.size() == 1);
    CHECK(batanghari.instruments[0].number.empty());
    CHECK(batanghari.instruments[0].date.empty());

    const auto takalar = example("takalar-2023");
    CHECK(takalar.instruments.empty());
    CHECK(takalar.sessions.at(0).date == "2023-09-18");
    CHECK(takalar.sessions.at(0).time.empty());
    CHECK(takalar.leaders.at(0).name == "Dr. Setiawan Aswad, M. Dev. Plg");
    CHECK(takalar.observers.size() == 4);
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
    CHECK(codeOf(takalar, "73-05-01-2003") == "73.05.01.2003");
    CHECK(takalar.unit("73-05-01-2001") == nullptr);
}

TEST_CASE("Sulawesi Selatan can hold a session in each kecamatan of its 24 kabupaten and kota",
    "[pledge]")
{
    const auto sulsel = example("sulsel-2023");
    CHECK(countUnits(sulsel, "Kabupaten") + countUnits(sulsel, "Kota") == 24);
    CHECK(countUnits(sulsel, "Kecamatan") == 313);
    CHECK(sulsel.sessions.size() == 1 + 313 + 24);
    for (const auto& unit : sulsel.units) {
        if (unit.name.rfind("Kecamatan ", 0) != 0)
            continue;
        const std::string name = unit.name + ", " + sulsel.unit(unit.parent)->name;
        CHECK(std::any_of(sulsel.sessions.begin(), sulsel.sessions.end(),
            [&](const pledge::Session& session) { return session.name == name; }));
    }
}

TEST_CASE("a sample roster has 200 sample people, with numbers of their category and units of the "
          "ceremony",
    "[pledge]")
{
    for (const std::string id : ids) {
        INFO(id);
        const auto ceremony = example(id);
        auto rows = rosterOf(id);
        REQUIRE(rows.size() == 201);
        CHECK(rows[0].number == "nomor");
        rows.erase(rows.begin());
        std::set<std::string> numbers;
        std::set<std::string> names;
        std::set<std::string> categories;
        for (const Row& row : rows) {
            checkRow(ceremony, row);
            CHECK(row.name.rfind("Peserta Contoh ", 0) == 0);
            names.insert(row.name);
            numbers.insert(row.number);
            categories.insert(row.category);
        }
        CHECK(names.size() == 200);
        CHECK(numbers.size() == 200);
        CHECK(categories.size() == ceremony.categories.size());
    }
}
