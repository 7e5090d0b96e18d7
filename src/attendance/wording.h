#pragma once

#include "pledge/identity.h"

#include <string>
#include <string_view>

namespace ikrar::attendance {

/// The one of two sentences that the reader understands.
[[nodiscard]] inline std::string said(
    pledge::Language language, std::string_view indonesian, std::string_view english)
{
    return std::string(language == pledge::Language::English ? english : indonesian);
}

} // namespace ikrar::attendance
