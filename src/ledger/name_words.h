#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ikrar::ledger {

/// The words of a name for comparing: case, accents and apostrophes gone, split at whatever else is
/// neither letter nor digit. At most 16 words.
[[nodiscard]] std::vector<std::string> nameWords(std::string_view name);

} // namespace ikrar::ledger
