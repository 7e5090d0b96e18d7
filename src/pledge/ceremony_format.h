#pragma once

#include "pledge/ceremony.h"

namespace ikrar::pledge {

/// The ceremony as a TOML file (FORMAT.md, "Ceremony file"), its keys in the order of that table.
/// What parseCeremony makes of it is the same ceremony, but for `toml` and `hash`, whenever
/// ceremonyProblems finds none; the file that a ceremony was read from may be spelt another way. A
/// date or time that is none is left out.
[[nodiscard]] std::string formatCeremony(const Ceremony& ceremony);

} // namespace ikrar::pledge
