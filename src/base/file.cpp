#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <system_error>

namespace ikrar::base {

namespace {

/// Calls again while a signal interrupts.
template <typename Call>
auto uninterrupted(Call call)
{
    auto result = call();
    while (result == -1 && errno == EINTR)
        result = call();
    return result;
}

class SystemFiles final : public FileSystem
{
public:
    Result<int> open(const Path& path, int flags, mode_t mode) override
    {
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg,hicpp-vararg): open(2) is declared so
        const int fd = uninterrupted([&] { return ::open(path.c_str(), flags | O_CLOEXEC, mode); });
        if (fd == -1)
            return failErrno(errno, path.string());
        return fd;
    }

    Result<void> write(int fd, BytesView bytes) override
    {
        while (!bytes.empty()) {
            const ssize_t written
                = uninterrupted([&] { return ::write(fd, bytes.data(), bytes.size()); });
            if (written == -1)
                return failErrno(errno, "write");
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
        return {};
    }

    Result<void> sync(int fd) override
    {
        if (uninterrupted([&] { return ::fsync(fd); }) == -1)
            return failErrno(errno, "fsync");
        return {};
    }

    Result<void> rename(const Path& from, const Path& to) override
    {
        if (::rename(from.c_str(), to.c_str()) == -1)
            return failErrno(errno, to.string());
        return {};
    }

    Result<void> remove(const Path& path) override
    {
        if (::unlink(path.c_str()) == -1)
            return failErrno(errno, path.string());
        return {};
    }

    Result<void> makeDirectory(const Path& path) override
    {
        if (::mkdir(path.c_str(), 0755) == 0)
            return {};
        const int code = errno;
        std::error_code ignored;
        if (code == EEXIST && std::filesystem::is_directory(path, ignored))
            return {};
        return failErrno(code, path.string());
    }

    void close(int fd) override { ::close(fd); }
};

/// An open file of `files`, closed with its scope.
class OpenFile
{
public:
    static Result<OpenFile> open(FileSystem& files, const Path& path, int flags, mode_t mode = 0)
    {
        return files.open(path, flags, mode).map([&](int fd) { return OpenFile(files, fd); });
    }

    OpenFile(OpenFile&& other) noexcept
        : m_files(other.m_files)
        , m_fd(std::exchange(other.m_fd, -1))
    {
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    OpenFile& operator=(OpenFile&&) = delete;
    ~OpenFile()
    {
        if (m_fd != -1)
            m_files.close(m_fd);
    }

    [[nodiscard]] int fd() const { return m_fd; }
    /// The caller closes from now on.
    [[nodiscard]] int release() { return std::exchange(m_fd, -1); }

    [[nodiscard]] Result<void> writeAndSync(BytesView bytes)
    {
        return m_files.write(m_fd, bytes).and_then([&] { return m_files.sync(m_fd); });
    }

private:
    OpenFile(FileSystem& files, int fd) : m_files(files), m_fd(fd) { }

    FileSystem& m_files;
    int m_fd;
};

/// The descriptor's errors name no file.
Result<void> naming(const Path& path, Result<void> result)
{
    if (!result)
        result.error().what = path.string() + ": " + result.error().what;
    return result;
}

Path directoryOf(const Path& path)
{
    return path.has_parent_path() ? path.parent_path() : Path(".");
}

Path temporaryOf(Path path)
{
    path += ".tmp";
    return path;
}

Result<OpenFile> openDirectory(FileSystem& files, const Path& path)
{
    return OpenFile::open(files, path, O_RDONLY | O_DIRECTORY);
}

Result<OpenFile> openNew(FileSystem& files, const Path& path, mode_t mode)
{
    return OpenFile::open(files, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode);
}

/// A new file in place of one that a crash may have left; its mode would not be ours.
Result<OpenFile> openTemporary(FileSystem& files, const Path& path, mode_t mode)
{
    auto file = openNew(files, path, mode);
    if (file || file.error().kind != Error::Kind::Refused)
        return file;
    return files.remove(path).and_then([&] { return openNew(files, path, mode); });
}

Result<void> writeNew(OpenFile file, const Path& path, BytesView bytes)
{
    return naming(path, file.writeAndSync(bytes));
}

/// `result`, after `path` was removed if it is a failure: the first error is the one to tell.
Result<void> orRemove(FileSystem& files, const Path& path, Result<void> result)
{
    if (!result)
        static_cast<void>(files.remove(path));
    return result;
}

} // namespace

FileSystem& systemFiles()
{
    static SystemFiles files;
    return files;
}

Result<Bytes> readFile(const Path& path, std::size_t max)
{
    auto file = OpenFile::open(systemFiles(), path, O_RDONLY);
    if (!file)
        return tl::unexpected(file.error());

    constexpr std::size_t firstRead = 4096;
    Bytes bytes;
    std::size_t size = 0;
    for (;;) {
        if (size > max)
            return fail(Error::Kind::TooLarge,
                path.string() + ": more than " + std::to_string(max) + " bytes");
        if (size == bytes.size())
            bytes.resize(std::max(firstRead, size * 2));
        const ssize_t got = uninterrupted(
            [&] { return ::read(file->fd(), bytes.data() + size, bytes.size() - size); });
        if (got == -1)
            return failErrno(errno, path.string());
        if (got == 0)
            break;
        size += static_cast<std::size_t>(got);
    }
    bytes.resize(size);
    return bytes;
}

Result<void> replaceFile(FileSystem& files, const Path& path, BytesView bytes, mode_t mode)
{
    auto replacement = Replacement::begin(files, path, mode);
    if (!replacement)
        return tl::unexpected(replacement.error());
    return replacement->write(bytes).and_then([&] { return replacement->sync(); }).and_then([&] {
        return replacement->place();
    });
}

Result<Replacement> Replacement::begin(FileSystem& files, const Path& path, mode_t mode)
{
    auto directory = openDirectory(files, directoryOf(path));
    if (!directory)
        return tl::unexpected(directory.error());
    auto file = openTemporary(files, temporaryOf(path), mode);
    if (!file)
        return tl::unexpected(file.error());
    return Replacement(files, path, directory->release(), file->release());
}

Replacement::Replacement(FileSystem& files, Path path, int directory, int file)
    : m_files(&files)
    , m_path(std::move(path))
    , m_temporary(temporaryOf(m_path))
    , m_directory(directory)
    , m_file(file)
{
}

Replacement::Replacement(Replacement&& other) noexcept
    : m_files(other.m_files)
    , m_path(std::move(other.m_path))
    , m_temporary(std::move(other.m_temporary))
    , m_directory(std::exchange(other.m_directory, -1))
    , m_file(std::exchange(other.m_file, -1))
    , m_placed(other.m_placed)
{
}

Replacement::~Replacement()
{
    if (m_directory == -1)
        return;
    if (m_file != -1)
        m_files->close(m_file);
    if (!m_placed)
        static_cast<void>(m_files->remove(m_temporary));
    m_files->close(m_directory);
}

Result<void> Replacement::write(BytesView bytes)
{
    return naming(m_path, m_files->write(m_file, bytes));
}

Result<void> Replacement::sync()
{
    return naming(m_path, m_files->sync(m_file));
}

Result<void> Replacement::place()
{
    m_files->close(std::exchange(m_file, -1));
    if (auto renamed = m_files->rename(m_temporary, m_path); !renamed)
        return renamed;
    m_placed = true;
    return naming(m_path, m_files->sync(m_directory));
}

Result<void> createFile(FileSystem& files, const Path& path, BytesView bytes, mode_t mode)
{
    const auto directory = openDirectory(files, directoryOf(path));
    if (!directory)
        return tl::unexpected(directory.error());
    auto file = openNew(files, path, mode);
    if (!file)
        return tl::unexpected(file.error());
    auto written = writeNew(std::move(*file), path, bytes).and_then([&] {
        return naming(path, files.sync(directory->fd()));
    });
    return orRemove(files, path, std::move(written));
}

Result<void> makeDirectories(FileSystem& files, const Path& path)
{
    std::error_code ignored;
    if (path.empty() || std::filesystem::is_directory(path, ignored))
        return {};
    const Path trimmed = path.has_filename() ? path : path.parent_path();
    return makeDirectories(files, trimmed.parent_path())
        .and_then([&] { return files.makeDirectory(trimmed); })
        .and_then([&] { return syncDirectory(files, directoryOf(trimmed)); });
}

Result<void> syncDirectory(FileSystem& files, const Path& path)
{
    const auto directory = openDirectory(files, path);
    if (!directory)
        return tl::unexpected(directory.error());
    return naming(path, files.sync(directory->fd()));
}

} // namespace ikrar::base
