#pragma once

#include "ledger/absence_table.h"
#include "ledger/commit.h"
#include "ledger/erasure_table.h"
#include "ledger/invitation_table.h"
#include "ledger/ledger.h"
#include "ledger/list_table.h"
#include "ledger/official_table.h"
#include "ledger/publication.h"
#include "ledger/roster_table.h"
#include "ledger/stop_state.h"
#include "ledger/store.h"

namespace ikrar::ledger {

struct Ledger::State {
    State(Path directory, const Environment& around, StopState stopped,
        std::unique_ptr<Database> database)
        : environment(around)
        , data(std::move(directory))
        , stops(std::move(stopped))
        , store(std::move(database))
        , roster(*store.database, store.head, store.ceremony, stops)
        , erasure(store)
        , invitations(*store.database, stops)
        , officials(*store.database, store.registered, stops, around.clock)
        , absences(*store.database, roster, stops)
        , lists(store)
        , publication(data / "log", around.files)
    {
    }

    /// Opens the database and reads what open() and create() have in common, all but the key.
    [[nodiscard]] static Result<std::unique_ptr<State>> load(
        const Path& data, Mode mode, const Environment& environment);

    /// Runs `change` in a transaction and signs its checkpoint: a receipt for each entry that it
    /// appends, or nothing.
    [[nodiscard]] Result<std::vector<Issued>> commit(
        const std::function<Result<void>(Commit&)>& change);
    /// The same of one entry, which `by` stand behind.
    [[nodiscard]] Result<Issued> commitOne(
        Act act, std::span<const Official> by, const std::function<Result<void>(Commit&)>& change);

    /// Why `held` contradicts what is committed; nothing when it does not.
    [[nodiscard]] Result<std::optional<std::string>> contradicted(
        const tlog::Checkpoint& held, const std::string& what) const;
    /// How many cosigners are enough for this log's policy.
    [[nodiscard]] std::function<bool(const KeyIds&)> quorum() const;

    /// The caller holds the lock of publishers.
    [[nodiscard]] Result<void> publishLocked();

    /// After bringing the published files up to date, or when nothing was to do.
    [[nodiscard]] Result<void> checkpointWal(std::uint64_t size);

    Environment environment;
    Path data;
    StopState stops;
    Store store;
    RosterTable roster;
    ErasureTable erasure;
    InvitationTable invitations;
    OfficialTable officials;
    AbsenceTable absences;
    ListTable lists;
    Publication publication;
    std::uint64_t walCheckpointedAt = 0; ///< size of the log when the WAL was last copied

private:
    [[nodiscard]] Result<void> readLog();
    [[nodiscard]] Result<void> checkHead();
    [[nodiscard]] Result<void> checkRolledBack();
    /// Against the note that confront() kept.
    [[nodiscard]] Result<void> checkContradicted();
    void checkCopy(const LogIdentity& identity);
};

/// Names of the files in DATA.
constexpr const char* databaseName = "ikrar.sqlite";
constexpr const char* keyName = "key.pem";
constexpr const char* contradictionName = "contradiction";

} // namespace ikrar::ledger
