#pragma once

#include "ledger/ledger.h"
#include "tlog/tile.h"

#include <memory>

namespace ikrar::attendance {

/// One signed entry as a bundle ties it to a person.
struct BundleRow {
    std::uint64_t index = 0;
    /// None where the person was erased. `row.voided` is as the checkpoint has it.
    std::optional<ledger::KeyedRow> kept;
    crypto::Hash digest; ///< of the attendance row, as the `closed` entry saw it where there is one
};

/// One log with its attendance at one moment, that of its checkpoint: what a bundle is made of. A
/// kiosk's store is one; a store that several were merged into has many. Read from one thread.
class BundleLog
{
public:
    /// What holds of the log at the size of its checkpoint.
    struct Facts {
        tlog::VerifierKey key;
        std::uint64_t size = 0;
        crypto::Hash root;
        std::string checkpoint; ///< the signed note with its cosignatures
        std::string policy; ///< as published; a convenience
        std::uint64_t signedEntries = 0;
        std::uint64_t voidedEntries = 0;
        std::optional<std::uint64_t> closedAt; ///< index
        /// Signatures that are not voided, by unit id.
        std::vector<ledger::Register::UnitCount> units;
    };

    BundleLog() = default;
    BundleLog(const BundleLog&) = delete;
    BundleLog& operator=(const BundleLog&) = delete;
    BundleLog(BundleLog&&) = delete;
    BundleLog& operator=(BundleLog&&) = delete;
    virtual ~BundleLog() = default;

    [[nodiscard]] virtual const Facts& facts() const = 0;
    [[nodiscard]] virtual const pledge::Ceremony& ceremony() const = 0;
    [[nodiscard]] virtual Result<Bytes> tile(const tlog::Tile& tile) const = 0;
    /// At most `limit` by index, from `index` on and below the checkpoint's size; none at the end.
    [[nodiscard]] virtual Result<std::vector<BundleRow>> rowsFrom(
        std::uint64_t index, std::size_t limit) const = 0;
};

/// A kiosk's own store as it stands now; it must outlive what is returned. Errors: the store's,
/// Busy where it is written to faster than it can be looked at.
[[nodiscard]] Result<std::unique_ptr<BundleLog>> bundleLogOf(const ledger::Ledger& ledger);

} // namespace ikrar::attendance
