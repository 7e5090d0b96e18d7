#include "pledge/category.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::pledge;

TEST_CASE("categories have the numbers and words of the format", "[pledge]")
{
    const std::vector<std::string_view> codes{"pns", "cpns", "pppk", "pppk-paruh-waktu", "non-asn",
        "kepala-desa", "perangkat-desa", "bpd", "tni", "polri"};
    REQUIRE(allCategories().size() == codes.size());
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const Category category = allCategories()[i];
        CHECK(static_cast<std::size_t>(category) == i + 1);
        CHECK(code(category) == codes[i]);
        CHECK(categoryFromCode(codes[i]) == category);
        CHECK_FALSE(label(category).empty());
    }
    CHECK(label(Category::PppkParuhWaktu) == "PPPK Paruh Waktu");
}

TEST_CASE("a word that is no category is refused", "[pledge]")
{
    for (const auto* word : {"", "PNS", "pns ", "kades", "1"}) {
        const auto category = categoryFromCode(word);
        REQUIRE_FALSE(category);
        CHECK(category.error().kind == Error::Kind::Invalid);
    }
}
