#pragma once

#include "pledge/identity.h"

namespace ikrar::pledge {

constexpr std::size_t nipDigits = 18;
constexpr std::size_t nikDigits = 16;

/// The first digit that leaves no way to a plausible number, whatever is typed after it: a NIP or
/// NI PPPK (BKN: birth YYYYMMDD, appointment YYYYMM or YYYY2n, sex, serial) or a NIK (region,
/// DDMMYY with 40 added for women, serial). `digits` are ASCII digits, at most as many as the
/// number has.
[[nodiscard]] std::optional<IdentityProblem> checkNipDigits(std::string_view digits);
[[nodiscard]] std::optional<IdentityProblem> checkNikDigits(std::string_view digits);

} // namespace ikrar::pledge
