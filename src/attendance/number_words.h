#pragma once

#include <cstdint>
#include <string>

namespace ikrar::attendance {

/// A number as Indonesian letters spell it (*terbilang*): `seribu delapan ratus empat puluh lima`.
/// *Se-* stands for one before puluh, belas, ratus and ribu, never before juta and what is above
/// it. Lower case, words parted by single spaces, 0 is `nol`.
[[nodiscard]] std::string inWords(std::uint64_t number);

/// Digits in groups of three, with dots: `1.845`.
[[nodiscard]] std::string inFigures(std::uint64_t number);

} // namespace ikrar::attendance
