#pragma once

#include "cli/context.h"

namespace ikrar::cli {

/// Who stands behind what a command appends, as on the organizer's screens.
struct ByOptions {
    std::vector<std::string> by; ///< `NAME;POST`
    std::vector<std::string> pinFiles; ///< in the order of `by`
};

/// `--by` and `--pin-file`.
void addByOptions(CLI::App& command, ByOptions& options, const std::string& description);

/// Where DATA/organizers has anybody, each named is one of them and types their PIN, or has it in
/// their file; their post is then that of the file. A wrong PIN counts as on the screens. Errors:
/// Invalid; those of the file.
[[nodiscard]] Result<std::vector<ledger::Official>> officialsFrom(
    const ByOptions& options, const base::Path& data);
/// Of a closing: two different people, or none where nobody has a PIN. Errors: as above.
[[nodiscard]] Result<std::vector<ledger::Official>> closersFrom(
    const ByOptions& options, const base::Path& data);

} // namespace ikrar::cli
