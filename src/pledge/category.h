#pragma once

#include "base/result.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace ikrar::pledge {

/// The signer's statutory category, which decides the rules that apply (entry key 7).
enum class Category : std::uint8_t {
    Pns = 1,
    Cpns = 2,
    Pppk = 3,
    PppkParuhWaktu = 4,
    NonAsn = 5,
    KepalaDesa = 6,
    PerangkatDesa = 7,
    Bpd = 8,
    Tni = 9,
    Polri = 10,
};

[[nodiscard]] std::span<const Category> allCategories();

/// As ceremony files, CSV and JSON write it: `pns`, `cpns`, `pppk`, `pppk-paruh-waktu`, `non-asn`,
/// `kepala-desa`, `perangkat-desa`, `bpd`, `tni`, `polri`.
[[nodiscard]] std::string_view code(Category category);
/// Errors: Invalid.
[[nodiscard]] Result<Category> categoryFromCode(std::string_view code);
/// As screens and papers write it: `PNS`, `PPPK Paruh Waktu`, `Kepala Desa`, ...
[[nodiscard]] std::string_view label(Category category);

} // namespace ikrar::pledge
