#pragma once

#include "base/file.h"

namespace ikrar::ledger {

/// flock(2) on a file, which the kernel drops with the process that holds it.
class FileLock
{
public:
    /// Does not wait. Errors: Busy while another holds it, and those of the file layer.
    [[nodiscard]] static Result<FileLock> take(base::FileSystem& files, const base::Path& path);

    FileLock(FileLock&& other) noexcept
        : m_files(other.m_files)
        , m_fd(std::exchange(other.m_fd, -1))
    {
    }
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    FileLock& operator=(FileLock&&) = delete;
    ~FileLock();

private:
    FileLock(base::FileSystem& files, int fd) : m_files(files), m_fd(fd) { }

    base::FileSystem& m_files;
    int m_fd;
};

} // namespace ikrar::ledger
