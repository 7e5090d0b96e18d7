#pragma once

#include "base/result.h"

#include <optional>
#include <string_view>

namespace ikrar::tlog {

/// Cuts the first line off `rest` and gives it without its newline; nothing when no newline is
/// left.
[[nodiscard]] std::optional<std::string_view> takeLine(std::string_view& rest);

/// What a note may hold (c2sp.org/signed-note): UTF-8 without ASCII control characters other than
/// newline.
[[nodiscard]] bool isNoteText(std::string_view text);

[[nodiscard]] inline tl::unexpected<Error> malformed(std::string what)
{
    return fail(Error::Kind::Malformed, std::move(what));
}

} // namespace ikrar::tlog
