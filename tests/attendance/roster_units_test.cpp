#include "attendance/roster_category.h"
#include "attendance/roster_units.h"

#include <catch2/catch.hpp>

namespace ikrar::tests {

using attendance::RosterUnits;
using Ids = std::vector<std::string>;

namespace {

pledge::Ceremony ceremony()
{
    pledge::Ceremony made;
    made.units = {{"dinas-1", "Dinas Pendidikan dan Kebudayaan", "", ""},
        {"kec-1", "Kecamatan Mappakasunggu", "", "73.05.01"},
        {"desa-1", "Desa Pa'batangang", "kec-1", "73.05.01.2010"},
        {"sd-1", "SD Negeri 1", "dinas-1", ""}, {"sd-2", "SD Negeri 1", "kec-1", ""}};
    for (std::size_t i = 0; i < made.units.size(); ++i)
        made.unitPositions.emplace(made.units[i].id, i);
    return made;
}

std::string nearest(RosterUnits& units, const std::string& text)
{
    const pledge::Unit* unit = units.nearest(text);
    return unit == nullptr ? "" : unit->id;
}

} // namespace

TEST_CASE("a unit is found by id, code and by its name as people write it", "[attendance]")
{
    const pledge::Ceremony made = ceremony();
    RosterUnits units(made);
    CHECK(units.find("dinas-1") == Ids{"dinas-1"});
    CHECK(units.find("73.05.01") == Ids{"kec-1"});
    CHECK(units.find("DINAS PENDIDIKAN & KEBUDAYAAN") == Ids{"dinas-1"});
    CHECK(units.find("Kec. Mappakasunggu") == Ids{"kec-1"});
    CHECK(units.find("desa Pa\u2019batangang") == Ids{"desa-1"});
    CHECK(units.find("SD Negeri 1") == Ids{"sd-1", "sd-2"});
    CHECK(units.find("Mappakasunggu").empty()); // which of them is not ours to guess
    CHECK(units.find("").empty());
}

TEST_CASE("the nearest unit is one that the name may have meant", "[attendance]")
{
    const pledge::Ceremony made = ceremony();
    RosterUnits units(made);
    CHECK(nearest(units, "Dinas Pendidkan") == "dinas-1");
    CHECK(nearest(units, "Mappakasungu") == "kec-1");
    CHECK(nearest(units, "Pabatangang, Desa") == "desa-1");
    CHECK(nearest(units, "RSUD") == "");
    CHECK(nearest(units, "") == "");
}

TEST_CASE("a category is what personnel systems call it", "[attendance]")
{
    using attendance::categoryFromWords;
    using pledge::Category;
    for (const Category category : pledge::allCategories()) {
        CHECK(categoryFromWords(std::string(code(category))) == category);
        CHECK(categoryFromWords(std::string(label(category))) == category);
    }
    CHECK(categoryFromWords("P3K") == Category::Pppk);
    CHECK(categoryFromWords("PPPK  PARUH-WAKTU") == Category::PppkParuhWaktu);
    CHECK(categoryFromWords("Honorer") == Category::NonAsn);
    CHECK(categoryFromWords("KADES") == Category::KepalaDesa);
    CHECK_FALSE(categoryFromWords("Camat"));
    CHECK_FALSE(categoryFromWords(""));
}

} // namespace ikrar::tests
