#pragma once

#include "cli/context.h"

namespace ikrar::cli {

/// For the subcommands that append one entry: opens the store for signing, runs `act` on it,
/// publishes, and answers with `done` and the entry's index.
void appendOne(Context& context, const std::string& data, const std::string& passphraseFile,
    const std::string& done, const std::function<Result<ledger::Issued>(ledger::Ledger&)>& act);

} // namespace ikrar::cli
