#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ikrar::ledger {

/// The words of a name for comparing: case, accents and apostrophes gone, split at whatever else is
/// neither letter nor digit. At most 16 words.
[[nodiscard]] std::vector<std::string> nameWords(std::string_view name);

/// What lists sort a name by: its words as nameWords gives them, one space between, without the
/// titles that stand before it (`Drs.`, `Hj.`) and without the degrees, which stand after a comma.
/// A name that is nothing but titles is kept whole.
[[nodiscard]] std::string sortName(std::string_view name);

} // namespace ikrar::ledger
