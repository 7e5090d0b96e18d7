#include "attendance/stoppable_files.h"

namespace ikrar::attendance {

Result<void> StoppableFiles::goesOn() const
{
    if (m_stopped && !m_named)
        return fail(Error::Kind::Refused, "It was stopped before it was done; nothing is left.");
    return {};
}

Result<int> StoppableFiles::open(const base::Path& path, int flags, mode_t mode)
{
    return m_under.open(path, flags, mode);
}

Result<void> StoppableFiles::write(int fd, BytesView bytes)
{
    return goesOn().and_then([&] { return m_under.write(fd, bytes); });
}

Result<void> StoppableFiles::sync(int fd)
{
    return goesOn().and_then([&] { return m_under.sync(fd); });
}

Result<void> StoppableFiles::rename(const base::Path& from, const base::Path& to)
{
    return goesOn().and_then([&] { return m_under.rename(from, to); }).map([&] { m_named = true; });
}

Result<void> StoppableFiles::remove(const base::Path& path)
{
    return m_under.remove(path);
}

Result<void> StoppableFiles::makeDirectory(const base::Path& path)
{
    return goesOn().and_then([&] { return m_under.makeDirectory(path); });
}

void StoppableFiles::close(int fd)
{
    m_under.close(fd);
}

} // namespace ikrar::attendance
