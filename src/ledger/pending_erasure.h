#pragma once

#include "base/file.h"
#include "ledger/erasure.h"

namespace ikrar::ledger {

/// `DATA/erasure.pending`, JSON: what was taken by erasures that the disk has not forgotten yet,
/// and what the last of them was about to take. Holds no personal data. Whoever reads and writes it
/// holds `DATA/erasure.lock`.
class PendingErasure
{
public:
    /// `files` is borrowed.
    PendingErasure(base::FileSystem& files, const base::Path& data);

    /// None where nothing is pending. `buried` is how many rows of register and roster the store
    /// has erased so far: what tells whether the last erasure came to its commit. Errors: Malformed
    /// for a file that tells nothing; those of the file layer.
    [[nodiscard]] Result<std::optional<Erased>> read(std::uint64_t buried) const;
    /// Before the commit of `begun`, after which `buried` rows are erased. On disk when it returns.
    /// Errors: those of the file layer.
    [[nodiscard]] Result<void> keep(
        const std::optional<Erased>& earlier, const Erased& begun, std::uint64_t buried);
    void forget();

    /// The sum of both; copies are those of `later`.
    [[nodiscard]] static Erased sum(const Erased& earlier, Erased later);

private:
    base::FileSystem* m_files;
    base::Path m_path;
};

} // namespace ikrar::ledger
