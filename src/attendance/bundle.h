#pragma once

#include "attendance/bundle_log.h"
#include "base/clock.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace ikrar::attendance {

struct BundleOptions {
    /// Seals every member but `index.html` and `ikrar-bundle`; empty: nothing is sealed. Use
    /// audit::newBundlePassphrase.
    std::string passphrase;
    /// For publication: no names, numbers, salts, inks and row keys, but counts by unit.
    bool withoutPersonalData = false;
    /// What is done of all there is to do, 0 to 1: writing, then checking.
    std::function<void(double)> progress;
    /// Origins of the ceremony's logs that are not in it: `index.html` tells of them.
    std::vector<std::string> leftOut{};
};

/// What was written.
struct WrittenBundle {
    std::uint64_t bytes = 0;
    std::string sha256; ///< hex, of the file: to be told apart from it
    std::uint64_t rows = 0; ///< of the attendance, over all logs
    std::uint64_t erased = 0;
    bool closed = true; ///< every log is
};

/// Writes the bundle (src/audit/BUNDLE.md) of these logs, which are one ceremony's. It is written
/// under a temporary name, synced, read back from the disk and audited whole before `path` is it:
/// after an error whatever stood there stands there still. Mode 0600 where it holds personal data.
/// Memory is flat but for what the audit keeps. Errors: those of the files and of the store;
/// Refused for logs of several ceremonies; Mismatch where the audit finds anything, so that a
/// damaged store is told by its name here and not by a court.
[[nodiscard]] Result<WrittenBundle> writeBundle(std::span<const BundleLog* const> logs,
    const base::Path& path, const BundleOptions& options, base::FileSystem& files,
    const base::Clock& clock);

} // namespace ikrar::attendance
