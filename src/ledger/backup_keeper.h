#pragma once

#include "ledger/backup.h"

#include <functional>

namespace ikrar::ledger {

/// A backup that goes on by itself: each step opens the copy where there is none open, brings it up
/// to the store where that has changed, and forgets it where its disk went, so that a later step
/// begins again. Used from one thread.
class BackupKeeper
{
public:
    /// What `environment` borrows outlives this.
    BackupKeeper(Path data, Path to, Environment environment);

    /// Told of a copy that a step has opened, before it is brought up to the store: what is written
    /// to the store now, such as where the copy lies, is in it.
    using Opened = std::function<void(const Path& directory, bool onSameDisk)>;
    void whenOpened(Opened opened) { m_opened = std::move(opened); }

    struct Step {
        Path directory; ///< of the copy
        bool opened = false; ///< by this step
        bool onSameDisk = false; ///< as the store: the end of one is that of both
        bool advanced = false; ///< the store had changed
        std::uint64_t size = 0; ///< entries of the copy
        std::uint64_t added = 0; ///< of them, by this step
    };
    /// Errors: those of Backup; Missing where a copy that was begun is not there any more: a mount
    /// point without its disk is an empty folder, and what was begun on a stick goes on on that
    /// stick alone.
    [[nodiscard]] Result<Step> step();

    /// Whether trying again, with the disk plugged in once more, can help.
    [[nodiscard]] static bool passes(const Error& error);

private:
    [[nodiscard]] Result<bool> ready();

    Path m_data;
    Path m_to;
    Environment m_environment;
    std::unique_ptr<Backup> m_backup;
    Path m_directory; ///< of the copy that was begun
    std::uint64_t m_size = 0;
    Opened m_opened;
};

} // namespace ikrar::ledger
