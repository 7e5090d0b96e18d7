#pragma once

#include "base/file.h"

#include <algorithm>
#include <cstddef>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

namespace ikrar::tests {

/// The calls of base::FileSystem that can fail.
enum class FileCall : std::uint8_t { Open, Write, Sync, Rename, Remove, MakeDirectory };

/// A call that is to fail instead of being made.
struct FileFault {
    std::size_t nth = 0; ///< counted from 0, over the calls since the fault was set
    int code = 0; ///< the errno
    std::optional<FileCall> only{}; ///< count only calls of this kind
    bool lasting = false; ///< all later ones fail too, as on a disk that stays full or is gone
    std::size_t written = 0; ///< a failing write leaves this many of its bytes in the file first
};

/// Another file system, the real one as a rule, that records its calls and lets one of them fail. A
/// test first runs undisturbed and reads `calls().size()`, then once more for each of these with
/// `fail({.nth = i, .code = EIO})`. May be used by several threads.
class FaultyFiles final : public base::FileSystem
{
public:
    explicit FaultyFiles(base::FileSystem& under = base::systemFiles()) : m_under(under) { }

    void fail(FileFault fault)
    {
        const std::scoped_lock lock(m_mutex);
        m_fault = fault;
        m_counted = 0;
        m_failures = 0;
    }

    void mend()
    {
        const std::scoped_lock lock(m_mutex);
        m_fault.reset();
    }

    /// Every call so far, failed ones too.
    [[nodiscard]] std::vector<FileCall> calls() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_calls;
    }

    /// How many calls the fault hit; a test that expects a failure checks that there was one.
    [[nodiscard]] std::size_t failures() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_failures;
    }

    /// Descriptors handed out and not closed.
    [[nodiscard]] std::size_t openFiles() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_open.size();
    }

    Result<int> open(const base::Path& path, int flags, mode_t mode) override
    {
        if (const auto fault = hit(FileCall::Open))
            return base::failErrno(fault->code, path.string());
        auto fd = m_under.open(path, flags, mode);
        const std::scoped_lock lock(m_mutex);
        if (fd)
            m_open.insert(*fd);
        return fd;
    }

    Result<void> write(int fd, BytesView bytes) override
    {
        const auto fault = hit(FileCall::Write);
        if (!fault)
            return m_under.write(fd, bytes);
        const BytesView part = bytes.first(std::min(bytes.size(), fault->written));
        if (auto done = m_under.write(fd, part); !done)
            return done;
        return base::failErrno(fault->code, "write");
    }

    Result<void> sync(int fd) override
    {
        if (const auto fault = hit(FileCall::Sync))
            return base::failErrno(fault->code, "fsync");
        return m_under.sync(fd);
    }

    Result<void> rename(const base::Path& from, const base::Path& to) override
    {
        if (const auto fault = hit(FileCall::Rename))
            return base::failErrno(fault->code, to.string());
        return m_under.rename(from, to);
    }

    Result<void> remove(const base::Path& path) override
    {
        if (const auto fault = hit(FileCall::Remove))
            return base::failErrno(fault->code, path.string());
        return m_under.remove(path);
    }

    Result<void> makeDirectory(const base::Path& path) override
    {
        if (const auto fault = hit(FileCall::MakeDirectory))
            return base::failErrno(fault->code, path.string());
        return m_under.makeDirectory(path);
    }

    void close(int fd) override
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_open.erase(fd);
        }
        m_under.close(fd);
    }

private:
    /// Records a call; the fault, if it is this call's turn.
    std::optional<FileFault> hit(FileCall call)
    {
        const std::scoped_lock lock(m_mutex);
        m_calls.push_back(call);
        if (!m_fault || (m_fault->only && *m_fault->only != call))
            return std::nullopt;
        const std::size_t turn = m_counted++;
        if (turn != m_fault->nth && !(m_fault->lasting && turn > m_fault->nth))
            return std::nullopt;
        ++m_failures;
        return m_fault;
    }

    base::FileSystem& m_under;
    mutable std::mutex m_mutex;
    std::vector<FileCall> m_calls;
    std::set<int> m_open;
    std::optional<FileFault> m_fault;
    std::size_t m_counted = 0;
    std::size_t m_failures = 0;
};

} // namespace ikrar::tests
