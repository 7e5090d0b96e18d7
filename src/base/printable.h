#pragma once

#include <string>
#include <string_view>

namespace ikrar::base {

enum class Lines {
    One, ///< a line feed is written out too: nothing from outside makes a line of its own
    Many
};

/// Text from outside for a terminal, a page or a screen. What would act there rather than be seen
/// is written out: control characters of ASCII and of Latin-1 as `\x1B` and `\u009B`, line and
/// paragraph separators and what turns the direction of writing as `\u202E`, bytes that are no
/// UTF-8 as `\xFF`. The rest stays as it is.
[[nodiscard]] std::string printable(std::string_view text, Lines lines = Lines::One);

} // namespace ikrar::base
