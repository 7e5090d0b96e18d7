#pragma once

#include "pledge/ceremony.h"

namespace ikrar::attendance {

/// What sorts people in the order of the ceremony's units, then by name without titles, when it is
/// compared byte by byte: the unit's place (4 bytes, big-endian), then the folded words of the
/// name. Who has no unit of the ceremony comes last.
[[nodiscard]] Bytes unitOrderKey(
    const pledge::Ceremony& ceremony, std::string_view unit, std::string_view name);

} // namespace ikrar::attendance
