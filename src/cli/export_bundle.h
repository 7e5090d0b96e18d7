#pragma once

#include "attendance/gathered_bundle.h"
#include "cli/context.h"

namespace ikrar::cli {

/// What of `ikrar export` is for `--format bundle` alone.
struct BundleExport {
    bool seal = false; ///< under a generated passphrase, which is shown once
    bool withoutPersonalData = false;
};

struct BundleJob {
    const BundleExport& options;
    std::vector<const attendance::BundleLog*> logs;
    /// Logs of the ceremony that are not in it: named, and the exit is then that of evidence that
    /// does not hold.
    std::vector<attendance::GatheredBundle::LeftOut> leftOut;
    base::Path out;
    bool force = false; ///< replaces a file that is there
};

/// `--seal` and `--public`.
void addBundleOptions(CLI::App& command, BundleExport& options);
/// Writes the bundle and answers; the passphrase of a sealed one is part of the answer and nowhere
/// else.
void exportBundle(Context& context, const BundleJob& job);

} // namespace ikrar::cli
