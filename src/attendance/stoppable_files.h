#pragma once

#include "base/file.h"

#include <atomic>

namespace ikrar::attendance {

/// A file layer that lets nothing more be written, synced or named once it was told to stop, so
/// that whatever is being made fails, and is cleared away as after any failure. What has got its
/// name is there: from then on it is told to stop in vain. Told from any thread. Errors besides
/// those of `under`: Refused.
class StoppableFiles final : public base::FileSystem
{
public:
    /// Borrowed.
    explicit StoppableFiles(base::FileSystem& under) : m_under(under) { }

    void stop() { m_stopped = true; }
    [[nodiscard]] bool stopped() const { return m_stopped; }

    [[nodiscard]] Result<int> open(const base::Path& path, int flags, mode_t mode) override;
    [[nodiscard]] Result<void> write(int fd, BytesView bytes) override;
    [[nodiscard]] Result<void> sync(int fd) override;
    [[nodiscard]] Result<void> rename(const base::Path& from, const base::Path& to) override;
    [[nodiscard]] Result<void> remove(const base::Path& path) override;
    [[nodiscard]] Result<void> makeDirectory(const base::Path& path) override;
    void close(int fd) override;

private:
    [[nodiscard]] Result<void> goesOn() const;

    base::FileSystem& m_under; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    std::atomic<bool> m_stopped{false};
    std::atomic<bool> m_named{false};
};

} // namespace ikrar::attendance
