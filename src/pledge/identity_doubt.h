#pragma once

#include "pledge/identity.h"

#include <chrono>

namespace ikrar::pledge {

/// What is unusual in a valid number and worth a second look. It never refuses anybody: the state
/// has numbered people in unusual ways.
enum class IdentityDoubt : std::uint8_t {
    Young, ///< under 18 on the day
    Old, ///< over 70 on the day
    AppointedAsChild, ///< before the year of the 17th birthday
    AppointedLater, ///< after the day
    PppkTooEarly, ///< PPPK are appointed since 2019
};

/// The first doubt about a NIP or NI PPPK on that day; other kinds raise none.
[[nodiscard]] std::optional<IdentityDoubt> doubt(
    const Identity& identity, std::chrono::year_month_day day);

/// One polite sentence that asks to look again.
[[nodiscard]] std::string sentence(IdentityDoubt doubt, Language language);

} // namespace ikrar::pledge
