#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ikrar::base {

using Bytes = std::vector<std::uint8_t>;
using BytesView = std::span<const std::uint8_t>;

/// The bytes of `text`, not copied.
[[nodiscard]] BytesView asBytes(std::string_view text);
/// `bytes` as text, not copied and not checked.
[[nodiscard]] std::string_view asText(BytesView bytes);

[[nodiscard]] Bytes copy(BytesView bytes);
void append(Bytes& to, BytesView bytes);
[[nodiscard]] bool equal(BytesView a, BytesView b);

/// Lower-case hexadecimal.
[[nodiscard]] std::string toHex(BytesView bytes);
/// Lower-case only. Errors: Malformed.
[[nodiscard]] Result<Bytes> fromHex(std::string_view text);

/// Decimal as the log formats write it: digits only, no sign, no leading zero, below 2^63. Errors:
/// Malformed.
[[nodiscard]] Result<std::uint64_t> parseDecimal(std::string_view text);

} // namespace ikrar::base

namespace ikrar {

using base::Bytes;
using base::BytesView;

} // namespace ikrar
