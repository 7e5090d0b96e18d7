#pragma once

#include "pledge/category.h"

#include <optional>
#include <string>

namespace ikrar::attendance {

/// The category that personnel systems and papers write so: a code or label of pledge, or P3K,
/// Honorer, Kades, Aparatur Desa, ..., whatever the case and punctuation.
[[nodiscard]] std::optional<pledge::Category> categoryFromWords(const std::string& text);

} // namespace ikrar::attendance
