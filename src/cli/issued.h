#pragma once

#include "cli/context.h"

namespace ikrar::cli {

/// What one command appended, and how it says so.
struct Appended {
    ledger::Issued issued;
    std::string done; ///< a sentence without its full stop
    QJsonObject facts; ///< beside `index`
    std::string warning; ///< one sentence, may be empty; text and JSON hold it
};

/// For the subcommands that append one entry: opens the store for signing, runs `act` on it,
/// publishes, and answers with what was done and the entry's index.
void appendOne(Context& context, const std::string& data, const std::string& passphraseFile,
    const std::function<Result<Appended>(ledger::Ledger&)>& act);

} // namespace ikrar::cli
