#include "ledger/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>

namespace ikrar::ledger {

namespace {

constexpr mode_t ownerOnly = 0600;

} // namespace

Result<FileLock> FileLock::take(base::FileSystem& files, const base::Path& path)
{
    const auto fd = files.open(path, O_RDWR | O_CREAT, ownerOnly);
    if (!fd)
        return tl::unexpected(fd.error());
    FileLock lock(files, *fd);
    if (::flock(*fd, LOCK_EX | LOCK_NB) == -1)
        return base::failErrno(errno, path.string());
    return lock;
}

FileLock::~FileLock()
{
    if (m_fd != -1)
        m_files.close(m_fd);
}

} // namespace ikrar::ledger
