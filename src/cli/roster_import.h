#pragma once

#include "cli/context.h"

namespace ikrar::cli {

/// `ikrar roster import`, below `roster`.
void addRosterImport(CLI::App& roster, Context& context);

} // namespace ikrar::cli
