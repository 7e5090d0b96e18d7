#pragma once

#include "base/clock.h"
#include "base/file.h"
#include "crypto/key_uri.h"
#include "ledger/absence.h"
#include "ledger/erasure.h"
#include "ledger/invitations.h"
#include "ledger/lists.h"
#include "ledger/machine.h"
#include "ledger/official.h"
#include "ledger/register.h"
#include "ledger/roster.h"
#include "pledge/ceremony.h"
#include "pledge/declaration.h"
#include "receipt/receipt.h"
#include "tlog/checkpoint.h"
#include "tlog/policy.h"
#include "tlog/tile.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>

namespace ikrar::ledger {

using base::Path;

/// What a store needs from outside; borrowed, and outliving the store.
struct Environment {
    base::FileSystem& files;
    const base::Clock& clock;
    const Machine& machine;
    crypto::PassphraseSource passphrase;
};

struct NewStore {
    Path ceremonyFile;
    Path data; ///< directory; must not hold a store yet
    std::string kioskId; ///< `[a-z0-9-]{1,23}`
    std::string keyUri; ///< empty: a new key file `DATA/key.pem`
    std::string passphrase; ///< of a new key file; empty only for a rehearsal
    bool rehearsal = false;
};

/// One committed entry and what its signer is shown.
struct Issued {
    std::uint64_t index = 0;
    receipt::Receipt receipt;
    pledge::Salt salt{}; ///< of a signed entry
};

/// Why the store does not sign just now; None while it does.
enum class Stop : std::uint8_t {
    None,
    DiskFull, ///< signing resumes when mended
    ReadOnly, ///< signing resumes when mended
    DeviceFailed, ///< EIO or a failed sync: until the machine has restarted
    Copy, ///< machine or file system differ: a restore or a clone
    RolledBack, ///< a signed checkpoint is ahead of the database, or has another root
    Contradicted, ///< the same of a checkpoint that a witness holds
    OpenedForReading,
};

struct Status {
    std::string origin;
    bool rehearsal = false;
    std::uint64_t size = 0; ///< committed entries
    crypto::Hash root;
    std::uint64_t publishedSize = 0;
    std::uint64_t cosignedSize = 0; ///< the largest that a witness cosigned
    std::uint64_t signedEntries = 0;
    std::uint64_t voidedEntries = 0;
    std::uint64_t rosterCount = 0;
    std::optional<std::uint64_t> openSession; ///< number
    std::uint64_t lastSession = 0; ///< number of the latest session started, 0 before any
    std::uint64_t signedInSession = 0;
    bool closed = false;
    Stop stop = Stop::None;
    std::string stopDetail;
};

struct Store;

/// The store of one log: `DATA/ikrar.sqlite`, and `DATA/log/` published after it. Commit, crash,
/// recovery, publication and refusal are those of design.md ("Commit, crash, recover"). Used from
/// one thread; several processes may hold the same store open. Requires a QCoreApplication.
class Ledger
{
public:
    /// `init`: a fresh key and origin, the database, the opened entry, DATA/log/ceremony.toml and
    /// DATA/log/policy.
    [[nodiscard]] static Result<std::unique_ptr<Ledger>> create(
        const NewStore& wanted, const Environment& environment);

    /// Read: without the key. Nothing is appended to the log; the roster may be imported,
    /// invitations issued, cosignatures kept and files published all the same.
    enum class Mode : std::uint8_t { Sign, Read };
    /// Reads the tree's edge, not the log. A store that must not sign opens all the same: status()
    /// says why. Errors: Missing (no store), Malformed (not ours or damaged), Permission, Io,
    /// Invalid (passphrase).
    [[nodiscard]] static Result<std::unique_ptr<Ledger>> open(
        const Path& data, Mode mode, const Environment& environment);

    Ledger(const Ledger&) = delete;
    Ledger& operator=(const Ledger&) = delete;
    Ledger(Ledger&&) = delete;
    Ledger& operator=(Ledger&&) = delete;
    ~Ledger();

    [[nodiscard]] const pledge::Ceremony& ceremony() const;
    [[nodiscard]] const tlog::VerifierKey& logKey() const;
    [[nodiscard]] const Path& data() const;
    [[nodiscard]] Result<Status> status() const;

    /// Durable when it returns: entries, register rows and signed checkpoint are one transaction;
    /// all or none. A lone declaration is issued at the tip; several (at most 4,096) share one
    /// checkpoint. Errors: Refused (no open session, closed, a copy or rolled back; a paper row
    /// that was entered already, or of somebody who has signed), NoSpace, ReadOnly, Io (also while
    /// status().stop says so), Invalid.
    [[nodiscard]] Result<Issued> sign(const pledge::Declaration& declaration);
    [[nodiscard]] Result<std::vector<Issued>> sign(
        std::span<const pledge::Declaration> declarations);

    /// Of those that `by` stands for, in one transaction with its rows of officials(). Errors:
    /// Invalid for officials without a name or post, or named twice.
    using By = std::span<const Official>;
    /// Errors: Invalid unless 1..9999; Refused while one is open, when closed, or when this number
    /// was held already.
    [[nodiscard]] Result<Issued> startSession(std::uint64_t number, By by = {});
    [[nodiscard]] Result<Issued> endSession(By by = {});
    /// Errors: Missing (no such entry), Refused (not a signed entry, or voided already).
    [[nodiscard]] Result<Issued> voidEntry(std::uint64_t index, pledge::Reason reason, By by = {});
    /// Errors: Refused while a session is open, or when closed already.
    [[nodiscard]] Result<Issued> close(By by = {});

    /// The receipt of an entry against the smallest checkpoint that covers it with the quorum of
    /// policy(), else the smallest with any cosignature, else as first issued. Errors: Missing.
    [[nodiscard]] Result<receipt::Receipt> receipt(std::uint64_t index) const;
    [[nodiscard]] Result<Bytes> entry(std::uint64_t index) const;

    /// Keeps a witness's cosignature, which the caller has verified, of the checkpoint of `size`.
    /// Errors: Missing (no checkpoint has that size), Refused, NoSpace, ReadOnly, Io.
    [[nodiscard]] Result<void> addCosignature(
        std::uint64_t size, const receipt::Receipt::Signature& cosignature);

    /// `DATA/log/policy`: the witnesses that this log asks, and how many are enough. Without such a
    /// file, that of a log that asks none. Errors: Malformed, also where it has another key for
    /// this log or none.
    [[nodiscard]] Result<tlog::Policy> policy() const;
    /// The newest committed checkpoint, with the cosignatures that it has.
    [[nodiscard]] Result<tlog::OpenedCheckpoint> newest() const;
    /// That the log of `size` entries continues that of `oldSize`. Errors: Invalid unless oldSize
    /// <= size <= what is committed.
    [[nodiscard]] Result<tlog::Proof> consistency(std::uint64_t oldSize, std::uint64_t size) const;
    /// The largest size that the witness with this key has cosigned; 0: none.
    [[nodiscard]] Result<std::uint64_t> cosignedSize(tlog::KeyId witness) const;
    /// The smallest size over `index` that carries the quorum of policy(); under `quorum none`,
    /// any cosignature.
    [[nodiscard]] Result<std::optional<std::uint64_t>> witnessedSize(std::uint64_t index) const;
    /// Holds a checkpoint that `witness` has against the store. One that this log's key has signed,
    /// larger than what is committed or with another root than it had at that size, contradicts
    /// it: the note is kept in DATA/contradiction, and the store signs nothing more, after a
    /// restart either. True when it is so. Errors: those of openCheckpoint, when it proves nothing.
    [[nodiscard]] Result<bool> confront(std::string_view note, const std::string& witness);

    /// Brings DATA/log up to the database. Works in either mode, not in a copy. Errors: Busy when
    /// another process publishes just now, which is no failure; Refused; NoSpace, ReadOnly, Io.
    [[nodiscard]] Result<void> publish();

    /// Takes personal data out of the store and forgets it on the disk; the log stays as it is.
    /// Works in a copy too. Erased::held when all is erased but what another process still reads.
    /// Errors: NoSpace, ReadOnly, Io; Busy.
    [[nodiscard]] Result<Erased> erase(const ErasureOf& whose);
    /// What erase() would take.
    [[nodiscard]] Result<Erased> lookErasure(const ErasureOf& whose) const;
    [[nodiscard]] Result<std::vector<Tombstone>> tombstones() const;
    /// Remembers a file that personal data is written to, so that an erasure can name it; in a copy
    /// too. Errors: NoSpace, ReadOnly, Io, Busy.
    [[nodiscard]] Result<void> noteCopy(const Path& path);

    [[nodiscard]] Roster& roster();
    [[nodiscard]] Invitations& invitations();
    [[nodiscard]] const Register& registered() const;
    /// The tables themselves (ledger/store.h), for what reads the whole store: a merge.
    [[nodiscard]] const Store& store() const;
    [[nodiscard]] Officials& officials();
    [[nodiscard]] Absences& absences();
    [[nodiscard]] const Lists& lists() const;

    /// A tile or bundle of the log as it is published, at any size that was committed. Errors:
    /// Malformed where entries are missing.
    [[nodiscard]] Result<Bytes> tile(const tlog::Tile& tile) const;
    /// At most `limit` rows of the register by index, from `index` on, with what is kept beside
    /// them.
    [[nodiscard]] Result<std::vector<KeyedRow>> rowsFrom(
        std::uint64_t index, std::size_t limit) const;

    /// Probes whether a full or read-only disk has been mended; status().stop says so afterwards.
    void retry();

private:
    struct State;
    explicit Ledger(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace ikrar::ledger
