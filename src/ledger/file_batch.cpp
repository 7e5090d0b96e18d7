#include "ledger/file_batch.h"

#include <fcntl.h>

namespace ikrar::ledger {

namespace {

constexpr std::size_t maxHeld = 64;
constexpr mode_t readableByAll = 0644;

} // namespace

FileBatch::~FileBatch()
{
    release();
}

Result<void> FileBatch::put(const base::Path& path, BytesView bytes)
{
    base::Path temporary = path;
    temporary += ".tmp";
    auto placed
        = hold(path.parent_path()).and_then([&] { return write(temporary, bytes); }).and_then([&] {
              return m_files.rename(temporary, path);
          });
    if (!placed)
        static_cast<void>(m_files.remove(temporary));
    return placed;
}

Result<void> FileBatch::sync()
{
    for (const auto& [path, fd] : m_held) {
        if (auto synced = m_files.sync(fd); !synced)
            return fail(synced.error().kind, path.string() + ": " + synced.error().what);
    }
    release();
    return {};
}

Result<void> FileBatch::hold(const base::Path& directory)
{
    if (m_held.contains(directory))
        return {};
    if (m_held.size() == maxHeld) {
        if (auto synced = sync(); !synced)
            return synced;
    }
    return base::makeDirectories(m_files, directory)
        .and_then([&] { return m_files.open(directory, O_RDONLY | O_DIRECTORY, 0); })
        .map([&](int fd) { m_held.emplace(directory, fd); });
}

Result<void> FileBatch::write(const base::Path& path, BytesView bytes)
{
    const auto fd = m_files.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, readableByAll);
    if (!fd)
        return tl::unexpected(fd.error());
    auto written = m_files.write(*fd, bytes).and_then([&] { return m_files.sync(*fd); });
    m_files.close(*fd);
    if (!written)
        return fail(written.error().kind, path.string() + ": " + written.error().what);
    return {};
}

void FileBatch::release()
{
    for (const auto& [path, fd] : m_held)
        m_files.close(fd);
    m_held.clear();
}

} // namespace ikrar::ledger
