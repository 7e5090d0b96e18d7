#pragma once

#include "base/bytes.h"

#include <sys/types.h>

#include <filesystem>
#include <memory>
#include <vector>

namespace ikrar::base {

using Path = std::filesystem::path;

/// The system calls that keep bytes on a disk, one virtual function each, so that a test can make
/// any one of them fail. Everything that writes evidence goes through it. Errors are those of
/// `errno` (kindOfErrno), the path named.
class FileSystem
{
public:
    FileSystem() = default;
    FileSystem(const FileSystem&) = delete;
    FileSystem& operator=(const FileSystem&) = delete;
    FileSystem(FileSystem&&) = delete;
    FileSystem& operator=(FileSystem&&) = delete;
    virtual ~FileSystem() = default;

    /// open(2) with O_CLOEXEC; the caller closes.
    [[nodiscard]] virtual Result<int> open(const Path& path, int flags, mode_t mode) = 0;
    /// Writes all of `bytes`; a short write goes on, a failing one is an error.
    [[nodiscard]] virtual Result<void> write(int fd, BytesView bytes) = 0;
    [[nodiscard]] virtual Result<void> sync(int fd) = 0;
    [[nodiscard]] virtual Result<void> rename(const Path& from, const Path& to) = 0;
    [[nodiscard]] virtual Result<void> remove(const Path& path) = 0;
    /// One level; an existing directory is fine.
    [[nodiscard]] virtual Result<void> makeDirectory(const Path& path) = 0;
    virtual void close(int fd) = 0;
};

/// The real thing, without state.
[[nodiscard]] FileSystem& systemFiles();

/// The whole file. Errors: TooLarge over `max` bytes, Missing, Permission, Io.
[[nodiscard]] Result<Bytes> readFile(const Path& path, std::size_t max);

/// Temporary file `<path>.tmp`, write, fsync, rename over `path`, fsync of the directory: after
/// success the new bytes are on disk under that name, after a failure the old ones still stand
/// there and the temporary is removed. Only when the last step fails, the fsync of the directory,
/// the new bytes may stand there: whole, but perhaps not after a power cut. The directory is opened
/// first and held, so that a lost inode cannot swallow its error. One caller at a time for one
/// path; a temporary that a crash left behind is replaced.
[[nodiscard]] Result<void> replaceFile(
    FileSystem& files, const Path& path, BytesView bytes, mode_t mode = 0644);

/// replaceFile for what is written piece by piece, by us or by a library that is given the name of
/// the temporary file. What stands under the path stays until place(), and when this goes without
/// it the temporary file is removed.
class Replacement
{
public:
    [[nodiscard]] static Result<Replacement> begin(
        FileSystem& files, const Path& path, mode_t mode = 0644);

    Replacement(Replacement&& other) noexcept;
    Replacement(const Replacement&) = delete;
    Replacement& operator=(const Replacement&) = delete;
    Replacement& operator=(Replacement&&) = delete;
    ~Replacement();

    [[nodiscard]] const Path& temporary() const { return m_temporary; }
    [[nodiscard]] Result<void> write(BytesView bytes);
    /// All that was written to the temporary file, by whomever, is on disk when it returns.
    [[nodiscard]] Result<void> sync();
    /// After sync(): gives the file its name and syncs the directory.
    [[nodiscard]] Result<void> place();

private:
    Replacement(FileSystem& files, Path path, int directory, int file);

    FileSystem* m_files;
    Path m_path;
    Path m_temporary;
    int m_directory;
    int m_file;
    bool m_placed = false;
};

/// Creates `path` with these bytes and syncs file and directory; Refused when it exists already.
/// After any other failure it does not exist.
[[nodiscard]] Result<void> createFile(
    FileSystem& files, const Path& path, BytesView bytes, mode_t mode = 0644);

/// makeDirectory for `path` and every missing parent, each parent synced.
[[nodiscard]] Result<void> makeDirectories(FileSystem& files, const Path& path);

[[nodiscard]] Result<void> syncDirectory(FileSystem& files, const Path& path);

} // namespace ikrar::base
