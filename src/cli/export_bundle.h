#pragma once

#include "cli/context.h"

namespace ikrar::cli {

/// What `ikrar export --format bundle` was told.
struct BundleExport {
    std::string out;
    bool force = false; ///< replaces a file that is there
    bool seal = false; ///< under a generated passphrase, which is shown once
    bool withoutPersonalData = false;
};

/// `--seal` and `--public`.
void addBundleOptions(CLI::App& command, BundleExport& options);
/// Writes the bundle and answers; the passphrase of a sealed one is part of the answer and nowhere
/// else.
void exportBundle(Context& context, LocalStore& store, const BundleExport& options);

} // namespace ikrar::cli
