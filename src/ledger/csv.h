#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace ikrar::ledger {

/// One row of RFC 4180 without its CRLF: every field in quotes, quotes within doubled, commas
/// between.
[[nodiscard]] std::string csvRow(std::initializer_list<std::string_view> fields);

} // namespace ikrar::ledger
