#pragma once

#include "cli/context.h"

namespace ikrar::cli {

/// What of `ikrar export` is for `--format bundle` alone.
struct BundleExport {
    bool seal = false; ///< under a generated passphrase, which is shown once
    bool withoutPersonalData = false;
};

struct BundleJob {
    const BundleExport& options;
    base::Path out;
    bool force = false; ///< replaces a file that is there
};

/// `--seal` and `--public`.
void addBundleOptions(CLI::App& command, BundleExport& options);
/// Writes the bundle and answers; the passphrase of a sealed one is part of the answer and nowhere
/// else.
void exportBundle(Context& context, LocalStore& store, const BundleJob& job);

} // namespace ikrar::cli
