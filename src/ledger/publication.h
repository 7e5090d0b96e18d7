#pragma once

#include "base/file.h"
#include "ledger/file_batch.h"
#include "ledger/store.h"
#include "tlog/policy.h"

#include <optional>

namespace ikrar::ledger {

/// Why `held`, a checkpoint that this log's key has signed, shows that the database of `size`
/// entries was rolled back or rewritten; nothing when it does not. `what` names it in the sentence.
[[nodiscard]] Result<std::optional<std::string>> contradiction(
    const tlog::Checkpoint& held, const Store& store, std::uint64_t size, const std::string& what);

/// `DATA/log`, the log as plain files, which follows the database. Every size that a checkpoint was
/// signed for has its partial tiles until the full tile stands. The caller holds the lock of
/// publication.
class Publication
{
public:
    Publication(base::Path directory, base::FileSystem& files);

    /// The checkpoint that stands there; nothing when none does, or when it is torn or another's.
    [[nodiscard]] Result<std::optional<tlog::OpenedCheckpoint>> published(
        const tlog::VerifierKey& log) const;

    /// The policy that stands there, which is its owner's to change; that of `log` alone while none
    /// does. Errors: Malformed, also where it has another key for this log or none.
    [[nodiscard]] Result<tlog::Policy> policy(const tlog::VerifierKey& log) const;

    /// Writes what the log of `size` entries needs beyond `published`, syncs it, then lets out the
    /// checkpoint of that size, with the cosignatures that are known; again when more are. The
    /// first call also puts back what is missing or torn.
    [[nodiscard]] Result<void> bringUpTo(std::uint64_t size,
        const std::optional<tlog::OpenedCheckpoint>& published, const Store& store);

    /// The checkpoint of this size as it is let out, with the cosignatures that are known. Errors:
    /// Malformed where none has it.
    [[nodiscard]] Result<tlog::Note> noteFor(std::uint64_t size, const Store& store) const;

    /// Whether the last call of bringUpTo found nothing to do.
    [[nodiscard]] bool idle() const { return m_idle; }

private:
    [[nodiscard]] Result<void> putDescriptions(const Store& store);
    [[nodiscard]] Result<void> putTiles(
        const std::set<tlog::Tile>& tiles, const EntryTable& entries);
    /// What is needed at `size` and is not there, or not whole. Removes what a crash left half
    /// written.
    [[nodiscard]] Result<std::set<tlog::Tile>> damaged(
        std::uint64_t size, std::uint64_t published, const Store& store);
    [[nodiscard]] Result<void> removePartials(std::uint64_t from, std::uint64_t size);

    base::Path m_directory;
    base::FileSystem& m_files;
    bool m_checked = false;
    bool m_idle = false;
};

} // namespace ikrar::ledger
