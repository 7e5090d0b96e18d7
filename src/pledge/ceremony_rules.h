#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace ikrar::pledge {

/// Rules of FORMAT.md ("Ceremony file") on single texts, for whoever reads a file and whoever
/// writes one.

constexpr std::array<std::string_view, 3> ceremonyTimeZones{
    "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"};

[[nodiscard]] bool isCeremonyTimeZone(std::string_view text);
/// A host name that leaves an origin room: at most 174 characters.
[[nodiscard]] bool isCeremonyDomain(std::string_view text);
/// Of a clause's short form: at most 120 characters.
[[nodiscard]] bool isShortClause(std::string_view utf8);
[[nodiscard]] bool isBlank(std::string_view text);
/// No control characters (line breaks only where `lines` are many), and none that turn the
/// direction of writing.
enum class Lines : std::uint8_t { One, Many };
[[nodiscard]] bool isPlainText(std::string_view utf8, Lines lines);
/// `YYYY-MM-DD` of a day that there is; `HH:MM`.
[[nodiscard]] bool isDate(std::string_view text);
[[nodiscard]] bool isTime(std::string_view text);

} // namespace ikrar::pledge
