#pragma once

#include <string_view>

namespace ikrar::pledge {

/// `[a-z0-9-]{1,32}`: the id of a ceremony, a kiosk or a unit.
[[nodiscard]] bool isId(std::string_view text);
/// A host name (RFC 1123) in lower-case ASCII with at least one dot, at most 253 bytes.
[[nodiscard]] bool isHostName(std::string_view text);
/// `https://`, a host name, and maybe `/` and `A-Z0-9-./`: at most 60 bytes, so that its QR stays
/// small.
[[nodiscard]] bool isVerifyUrl(std::string_view text);
/// A Kemendagri code: province, regency, district and village as `73.05.01.2003` or the first of
/// them.
[[nodiscard]] bool isRegionCode(std::string_view text);
/// Empty, or digits, spaces and `+()-`.
[[nodiscard]] bool isPhone(std::string_view text);

} // namespace ikrar::pledge
