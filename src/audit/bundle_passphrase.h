#pragma once

#include <string>
#include <string_view>

namespace ikrar::audit {

/// A fresh passphrase for a bundle: 20 random digits of Crockford's base32 in groups of four,
/// `7KQ2-M0FD-R9XT-4B6C-ZH1W`. 100 bits, since a ZIP's keys are made of it in 1,000 cheap rounds;
/// no two of its digits sound or look alike. The caller wipes it.
[[nodiscard]] std::string newBundlePassphrase();

/// What somebody typed or read out, as it was generated: lower case, spaces, other groups, and the
/// letters O, I and L for 0 and 1 are mended. Anything else stays as it is, since a bundle may have
/// been sealed by another program. The caller wipes it.
[[nodiscard]] std::string asBundlePassphrase(std::string_view typed);

} // namespace ikrar::audit
