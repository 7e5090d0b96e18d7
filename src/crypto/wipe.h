#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace ikrar::crypto {

/// Overwrites a secret in a way that no compiler leaves out.
void wipe(std::span<std::uint8_t> secret);
/// Overwrites and empties it. Copies that a string made of itself while growing are out of reach:
/// build it in place.
void wipe(std::string& secret);

} // namespace ikrar::crypto
