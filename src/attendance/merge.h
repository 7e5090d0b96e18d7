#pragma once

#include "attendance/gathering.h"
#include "attendance/store_source.h"
#include "audit/state.h"
#include "ledger/ledger.h"
#include "tlog/policy.h"

#include <functional>

namespace ikrar::attendance {

/// A row of a kiosk's register that does not belong to its entry, or is not there.
struct RefusedRow {
    std::uint64_t index = 0; ///< of the entry
    std::string why; ///< one sentence

    friend bool operator==(const RefusedRow&, const RefusedRow&) = default;
};

/// What became of one source.
struct Merged {
    std::string source; ///< as it was named
    std::string origin;
    std::string kiosk;
    std::uint64_t size = 0; ///< entries of the source
    std::uint64_t before = 0; ///< of its log in the store
    std::uint64_t after = 0;
    std::uint64_t rows = 0; ///< of the register, taken now
    std::uint64_t roster = 0; ///< people of its roster, taken now
    /// Why nothing of it was taken: a log that fails its audit, or that the policy does not name.
    std::string refused;
    std::vector<audit::Finding> findings; ///< failures of the audit
    /// Why it is not the only history of its log; all of them are in the store.
    std::string inconsistent;
    std::vector<RefusedRow> refusedRows; ///< the first 100 of refusedCount
    std::uint64_t refusedCount = 0;

    /// Everything checked holds, and all of it is in the store.
    [[nodiscard]] bool sound() const
    {
        return refused.empty() && inconsistent.empty() && refusedCount == 0;
    }
};

struct MergeOptions {
    /// Which logs are believed; without it any, under the key that they show.
    const tlog::Policy* policy = nullptr;
    /// Entries after which a transaction ends, at the next checkpoint that the kiosk has signed: in
    /// the store a log always has a size that its kiosk vouched for.
    std::uint64_t batch = 1000;
    using Progress = std::function<void(std::uint64_t done, std::uint64_t of)>;
    Progress auditing; ///< entries
    Progress taking; ///< entries
};

/// One kiosk's store and what is known of it from the last push, so that the next audits and takes
/// only what is new. Reads alone; the kiosk may go on signing.
class KioskFeed
{
public:
    /// Errors: those of Ledger::open.
    [[nodiscard]] static Result<std::unique_ptr<KioskFeed>> open(
        const base::Path& data, const ledger::Environment& environment);

    [[nodiscard]] const tlog::VerifierKey& logKey() const { return m_ledger->logKey(); }
    /// Whether anything was committed since this was last asked. Errors: the database's.
    [[nodiscard]] Result<bool> changed();
    /// Committed entries. Errors: the database's.
    [[nodiscard]] Result<std::uint64_t> size() const;

    /// Audits what is new, then takes it into `gathering`, in transactions of bounded size: after a
    /// kill at any instant the same call goes on where that ended. Evidence that does not hold is
    /// told of in the answer. Errors: the database's, on either side.
    [[nodiscard]] Result<Merged> push(Gathering& gathering, const MergeOptions& options);

private:
    KioskFeed(base::Path data, std::unique_ptr<ledger::Ledger> ledger,
        std::unique_ptr<StoreSource> source);
    [[nodiscard]] Result<bool> holds(
        const tlog::OpenedCheckpoint& newest, const MergeOptions& options, Merged& merged);
    [[nodiscard]] std::vector<tlog::OpenedCheckpoint> otherCheckpoints() const;

    base::Path m_data;
    std::unique_ptr<ledger::Ledger> m_ledger;
    std::unique_ptr<StoreSource> m_source;
    std::shared_ptr<const audit::AuditState> m_audited;
    std::uint64_t m_version = 0; ///< PRAGMA data_version
};

/// One source, whole. A database that is damaged is a source that was refused. Errors: Missing
/// where no store is; Busy, Io, ... of the disk or the server, after which it can be repeated.
[[nodiscard]] Result<Merged> merge(Gathering& gathering, const base::Path& data,
    const ledger::Environment& environment, const MergeOptions& options = {});

} // namespace ikrar::attendance
