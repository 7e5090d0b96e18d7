#pragma once

#include <chrono>

namespace ikrar::kiosk {

/// How long a screen behind a PIN stays open: without a touch `unlockedQuiet` and then the
/// countdown that everybody sees, and never longer than `unlockedLongest`.
constexpr std::chrono::minutes unlockedQuiet{29};
constexpr std::chrono::minutes unlockedCountdown{1};
constexpr std::chrono::hours unlockedLongest{12};

} // namespace ikrar::kiosk
