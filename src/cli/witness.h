#pragma once

#include "cli/context.h"

namespace ikrar::cli {

/// `ikrar witness serve` and `ask`, below `witness`.
void addWitnessServe(CLI::App& witness, Context& context);
void addWitnessAsk(CLI::App& witness, Context& context);
/// `--data` of a witness: it has no default, as the store's is another's.
void addWitnessData(CLI::App& command, std::string& data);

} // namespace ikrar::cli
