#include "pledge/category.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <string>

namespace ikrar::pledge {

namespace {

struct Row {
    Category category;
    std::string_view code;
    std::string_view label;
};

constexpr std::array rows{
    Row{Category::Pns, "pns", "PNS"},
    Row{Category::Cpns, "cpns", "CPNS"},
    Row{Category::Pppk, "pppk", "PPPK"},
    Row{Category::PppkParuhWaktu, "pppk-paruh-waktu", "PPPK Paruh Waktu"},
    Row{Category::NonAsn, "non-asn", "Non-ASN"},
    Row{Category::KepalaDesa, "kepala-desa", "Kepala Desa"},
    Row{Category::PerangkatDesa, "perangkat-desa", "Perangkat Desa"},
    Row{Category::Bpd, "bpd", "BPD"},
    Row{Category::Tni, "tni", "TNI"},
    Row{Category::Polri, "polri", "Polri"},
};

constexpr std::array<Category, rows.size()> listCategories()
{
    std::array<Category, rows.size()> all{};
    std::transform(
        rows.begin(), rows.end(), all.begin(), [](const Row& row) { return row.category; });
    return all;
}

constexpr auto categories = listCategories();

const Row& row(Category category)
{
    const auto* found = std::find_if(
        rows.begin(), rows.end(), [&](const Row& r) { return r.category == category; });
    assert(found != rows.end());
    return *found;
}

} // namespace

std::span<const Category> allCategories()
{
    return categories;
}

std::string_view code(Category category)
{
    return row(category).code;
}

Result<Category> categoryFromCode(std::string_view code)
{
    for (const Row& candidate : rows)
        if (candidate.code == code)
            return candidate.category;
    return fail(Error::Kind::Invalid, "`" + std::string(code) + "` is no category");
}

std::string_view label(Category category)
{
    return row(category).label;
}

} // namespace ikrar::pledge
