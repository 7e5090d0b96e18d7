#include "attendance/delivery.h"

#include "attendance/medium.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace ikrar::attendance {

namespace {

constexpr std::size_t bufferSize = std::size_t{64} * 1024;
constexpr mode_t ownerOnly = 0600;

struct Content {
    crypto::Hash sha256;
    std::uint64_t bytes = 0;
};

/// From which side of the page cache: what was written is on this side, what the medium gives back
/// on the other.
enum class From : std::uint8_t { Cache, Medium };

Result<Content> digestOf(base::FileSystem& files, const base::Path& path, From from)
{
    const auto fd = files.open(path, O_RDONLY, 0);
    if (!fd)
        return tl::unexpected(fd.error());
    if (from == From::Medium)
        static_cast<void>(::posix_fadvise(*fd, 0, 0, POSIX_FADV_DONTNEED));
    crypto::Sha256 hash;
    Content content;
    Bytes buffer(bufferSize);
    ssize_t got = 0;
    do {
        got = ::read(*fd, buffer.data(), buffer.size());
        if (got > 0) {
            hash.update(BytesView(buffer).first(static_cast<std::size_t>(got)));
            content.bytes += static_cast<std::uint64_t>(got);
        }
    } while (got > 0 || (got == -1 && errno == EINTR));
    const int code = errno;
    files.close(*fd);
    if (got == -1)
        return base::failErrno(code, path.string());
    content.sha256 = hash.finish();
    return content;
}

base::Path directoryOf(const base::Path& path)
{
    return path.has_parent_path() ? path.parent_path() : base::Path(".");
}

} // namespace

Result<std::unique_ptr<Delivery>> Delivery::begin(
    base::FileSystem& files, const base::Path& path, Existing existing)
{
    std::error_code missing;
    if (existing == Existing::Refuse && std::filesystem::exists(path, missing))
        return fail(Error::Kind::Refused,
            path.string()
                + " exists already and was left as it is; give another name, or --force "
                  "to replace it.");
    auto file = base::Replacement::begin(files, path, ownerOnly);
    if (!file)
        return tl::unexpected(file.error());
    return std::unique_ptr<Delivery>(new Delivery(files, path, std::move(*file)));
}

Delivery::Delivery(base::FileSystem& files, base::Path path, base::Replacement file)
    : m_files(files)
    , m_path(std::move(path))
    , m_file(std::move(file))
{
}

Result<void> Delivery::write(std::string_view text)
{
    m_writes = true;
    m_buffer += text;
    return m_buffer.size() < bufferSize ? Result<void>() : flush();
}

Result<void> Delivery::flush()
{
    const BytesView bytes = base::asBytes(m_buffer);
    m_given.update(bytes);
    auto written = m_file.write(bytes);
    m_buffer.clear();
    return written;
}

Result<Delivered> Delivery::finish()
{
    if (auto flushed = flush(); !flushed)
        return tl::unexpected(flushed.error());
    const auto given = m_writes ? Result<Content>(Content{m_given.finish(), 0})
                                : digestOf(m_files, m_file.temporary(), From::Cache);
    if (!given)
        return tl::unexpected(given.error());
    const auto kept = m_file.sync().and_then(
        [&] { return digestOf(m_files, m_file.temporary(), From::Medium); });
    if (!kept)
        return tl::unexpected(kept.error());
    if (kept->sha256 != given->sha256)
        return fail(Error::Kind::Io,
            m_path.string()
                + ": the medium gives back other bytes than were written; use another.");
    if (auto placed = m_file.place(); !placed)
        return tl::unexpected(placed.error());

    Delivered delivered{m_path, kept->bytes, kept->sha256, false};
    const base::Path directory = directoryOf(m_path);
    if (!isOnCarriedMedium(directory))
        return delivered;
    return flushMedium(m_files, directory).map([&] {
        delivered.carried = true;
        return delivered;
    });
}

} // namespace ikrar::attendance
