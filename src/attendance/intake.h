#pragma once

#include "attendance/bulk_insert.h"
#include "attendance/gathered_erasure.h"
#include "attendance/merge.h"
#include "ledger/absence.h"
#include "ledger/ledger.h"
#include "ledger/register_table.h"
#include "ledger/store.h"

#include <map>

namespace ikrar::attendance {

/// Takes one kiosk's log into the store: from the audited source to the history that it continues.
class Intake
{
public:
    Intake(Gathering& gathering, ledger::Ledger& source, const MergeOptions& options);

    /// Entries and rows of a source that is sound up to `newest`; then its roster, its absences and
    /// what it erased. `merged` tells of it.
    [[nodiscard]] Result<void> take(const tlog::OpenedCheckpoint& newest, Merged& merged);
    /// Holds checkpoints that this log's key has signed against its histories, and keeps those that
    /// contradict them. After take().
    [[nodiscard]] Result<void> confront(
        const std::vector<tlog::OpenedCheckpoint>& others, Merged& merged);
    /// Those of `others` that no history leads to, as evidence.
    [[nodiscard]] Result<void> keepContradictions(const std::vector<GatheredLog>& histories,
        std::uint64_t log, const std::vector<tlog::OpenedCheckpoint>& others);

private:
    /// Entries that one signed checkpoint more covers.
    struct Batch {
        std::uint64_t first = 0;
        std::string note;
        tlog::RightEdge edge; ///< after them
        std::vector<Bytes> sealed;
        std::vector<Bytes> subtrees;
        std::vector<pledge::Entry> entries;
        std::vector<ledger::KeyedRow> rows;

        [[nodiscard]] std::uint64_t end() const { return first + sealed.size(); }
    };

    /// Who voided an entry, and why.
    struct Void {
        std::uint64_t by = 0;
        std::uint64_t reason = 0;
    };

    [[nodiscard]] Result<void> chooseCeremony();
    [[nodiscard]] Result<void> chooseHistory(std::uint64_t size);
    /// Loads it, and makes it first where it is not there.
    [[nodiscard]] Result<void> openHistory(
        std::uint64_t number, std::optional<std::uint64_t> base, std::uint64_t baseSize);
    [[nodiscard]] Result<void> makeHistory(
        std::uint64_t number, std::optional<std::uint64_t> base, std::uint64_t baseSize);
    [[nodiscard]] Result<std::uint64_t> commonSize(std::uint64_t atMost) const;

    /// Of a source of `size` audited entries.
    [[nodiscard]] Result<void> takeTombstones(std::uint64_t size);
    [[nodiscard]] Result<void> checkTombstone(
        const GatheredTombstone& tombstone, std::uint64_t size) const;
    [[nodiscard]] Result<std::optional<Bytes>> sealedDigest(
        std::uint64_t index, std::uint64_t closedAt) const;
    [[nodiscard]] Result<void> alignTombstones(const Batch& batch);
    [[nodiscard]] Result<void> buryAll(const std::vector<GatheredTombstone>& tombstones);

    [[nodiscard]] Result<void> takeEntries(const tlog::OpenedCheckpoint& newest, Merged& merged);
    [[nodiscard]] Result<Batch> read(
        const tlog::RightEdge& edge, const tlog::OpenedCheckpoint& newest) const;
    [[nodiscard]] Result<void> readEntries(Batch& batch, std::uint64_t end) const;
    /// False when another has taken the same in the meantime.
    [[nodiscard]] Result<bool> write(const Batch& batch, Merged& merged);
    [[nodiscard]] Result<void> writeEntries(const Batch& batch);
    [[nodiscard]] Result<void> writeRows(const Batch& batch, Merged& merged);
    [[nodiscard]] Result<void> writeVoids(const Batch& batch);
    [[nodiscard]] Result<void> writeHead(const Batch& batch);
    /// Witnesses cosign after the commit.
    [[nodiscard]] Result<void> takeCosignatures(const tlog::OpenedCheckpoint& newest);
    [[nodiscard]] Result<void> takePolicy();
    [[nodiscard]] Result<void> writeSessions(const Batch& batch);
    /// Of a row that belongs to its entry, with its paper; both are to be flushed.
    [[nodiscard]] Result<void> insertRow(
        const ledger::KeyedRow& keyed, base::ClockTrust trust, const Void* voided);
    [[nodiscard]] static std::map<std::uint64_t, Void> voidedIn(const Batch& batch);
    [[nodiscard]] Result<void> retryUnproved(std::uint64_t size, Merged& merged);
    [[nodiscard]] Result<void> retryOne(std::uint64_t index, Merged& merged);
    [[nodiscard]] Result<void> takeLateRow(
        const ledger::KeyedRow& row, base::ClockTrust trust, Merged& merged);
    [[nodiscard]] Result<void> forgetUnproved(std::uint64_t index);

    [[nodiscard]] Result<void> takeRoster(Merged& merged);
    [[nodiscard]] Result<crypto::Hash> rosterContent() const;
    [[nodiscard]] Result<void> writeRoster(Merged& merged);
    [[nodiscard]] Result<void> takeAbsences();
    [[nodiscard]] Result<void> writeAbsences(
        const std::vector<ledger::Absence>& absences, const crypto::Hash& digest);
    /// Makes writers of one ceremony's roster wait for each other, so that none deadlock.
    [[nodiscard]] Result<void> lockCeremony();

    Gathering& m_gathering;
    const ledger::Database& m_database;
    ledger::Ledger& m_source;
    const ledger::Store& m_store;
    const MergeOptions& m_options;
    std::uint64_t m_ceremony = 0;
    GatheredLog m_log;
    std::unique_ptr<GatheredTree> m_tree;
    BulkInsert m_entries;
    BulkInsert m_register;
    BulkInsert m_paper;
    BulkInsert m_voids;
    BulkInsert m_unproved;
    BulkInsert m_roster;
};

} // namespace ikrar::attendance
