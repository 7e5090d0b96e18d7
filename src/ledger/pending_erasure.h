#pragma once

#include "base/file.h"
#include "ledger/erasure.h"

namespace ikrar::ledger {

/// `DATA/erasure.pending`, JSON: what was taken by erasures that the disk has not forgotten yet.
/// Holds no personal data.
class PendingErasure
{
public:
    /// `files` is borrowed.
    PendingErasure(base::FileSystem& files, const base::Path& data);

    /// None where nothing is pending, or the file tells nothing.
    [[nodiscard]] std::optional<Erased> read() const;
    /// On disk when it returns. Errors: those of the file layer.
    [[nodiscard]] Result<void> keep(const Erased& erased);
    void forget();

    /// The sum of both; copies are those of `later`.
    [[nodiscard]] static Erased sum(const Erased& earlier, Erased later);

private:
    base::FileSystem* m_files;
    base::Path m_path;
};

} // namespace ikrar::ledger
