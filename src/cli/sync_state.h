#pragma once

#include "cli/context.h"

namespace ikrar::cli {

/// How `ikrar sync` stands with one store, kept in `DATA/sync/` for `ikrar status`; never evidence.
struct SyncState {
    std::string into; ///< as shown, nothing secret
    std::uint64_t size = 0; ///< entries of this kiosk that are there
    std::int64_t time = 0; ///< of the last push that got through, Unix seconds; 0: none yet
    std::string problem; ///< why the next has to wait, or what did not hold; empty: none
};

/// Errors: NoSpace, ReadOnly, ...
[[nodiscard]] Result<void> writeSyncState(const base::Path& data, const SyncState& state);
/// Those there; a torn or foreign file is none.
[[nodiscard]] std::vector<SyncState> readSyncStates(const base::Path& data);

/// `\nGathered   480 of 512 in db.example/ikrar, 32 pending: ...`, a line a store.
[[nodiscard]] std::string describe(const std::vector<SyncState>& states, std::uint64_t size);
[[nodiscard]] QJsonArray describeAsArray(const std::vector<SyncState>& states, std::uint64_t size);

} // namespace ikrar::cli
