#include "base/faulty_files.h"
#include "base/file.h"
#include "temporary_directory.h"

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

using namespace ikrar;
using base::asBytes;
using base::Path;
using tests::FaultyFiles;
using tests::FileCall;
using tests::TemporaryDirectory;

namespace {

std::string content(const Path& path)
{
    const auto bytes = base::readFile(path, 1U << 20U);
    return bytes ? std::string(base::asText(*bytes)) : std::string(base::name(bytes.error().kind));
}

std::size_t filesIn(const Path& directory)
{
    return static_cast<std::size_t>(std::distance(
        std::filesystem::directory_iterator(directory), std::filesystem::directory_iterator()));
}

mode_t modeOf(const Path& path)
{
    struct stat status {
    };
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 07777U;
}

void put(const Path& path, std::string_view text)
{
    REQUIRE(base::replaceFile(base::systemFiles(), path, asBytes(text)));
}

} // namespace

TEST_CASE("a file is read whole or not at all", "[base]")
{
    const TemporaryDirectory directory;
    const Path path = directory / "a";
    const std::string text(10000, 'x');
    put(path, text);

    CHECK(content(path) == text);
    CHECK(base::readFile(path, text.size()).has_value());
    CHECK(base::readFile(path, text.size() - 1).error().kind == Error::Kind::TooLarge);
    CHECK(base::readFile(directory / "none", 1).error().kind == Error::Kind::Missing);
    CHECK(base::readFile(directory.path(), 1).error().kind == Error::Kind::Invalid);
    put(path, "");
    CHECK(base::readFile(path, 0) == Bytes{});
}

TEST_CASE("an error names the file", "[base]")
{
    const TemporaryDirectory directory;
    const std::string none = directory / "none";
    CHECK(base::readFile(none, 1).error().what == none + ": No such file or directory");

    FaultyFiles files;
    files.fail({.nth = 0, .code = ENOSPC, .only = FileCall::Write});
    const auto written = base::replaceFile(files, none, asBytes("x"));
    CHECK(written.error().what == none + ": write: No space left on device");
}

TEST_CASE("replacing syncs the file before the rename and the directory after it", "[base]")
{
    const TemporaryDirectory directory;
    FaultyFiles files;
    REQUIRE(base::replaceFile(files, directory / "a", asBytes("new"), 0640));
    CHECK(files.calls()
        == std::vector{FileCall::Open, FileCall::Open, FileCall::Write, FileCall::Sync,
            FileCall::Rename, FileCall::Sync});
    CHECK(files.openFiles() == 0);
    CHECK(content(directory / "a") == "new");
    CHECK(modeOf(directory / "a") == 0640);
    CHECK(filesIn(directory.path()) == 1);
}

TEST_CASE("a replacement that fails leaves the old bytes and no temporary", "[base]")
{
    const TemporaryDirectory directory;
    const Path path = directory / "a";
    const auto code = GENERATE(EIO, ENOSPC, EROFS);
    for (std::size_t step = 0; step < 5; ++step) {
        CAPTURE(step, code);
        put(path, "old");
        FaultyFiles files;
        files.fail({.nth = step, .code = code, .written = 2});
        const auto replaced = base::replaceFile(files, path, asBytes("newer"));
        REQUIRE_FALSE(replaced);
        CHECK(replaced.error().kind == base::kindOfErrno(code));
        CHECK(files.failures() == 1);
        CHECK(files.openFiles() == 0);
        CHECK(content(path) == "old");
        CHECK(filesIn(directory.path()) == 1);
    }
}

TEST_CASE(
    "a directory that cannot be synced after the rename is an error, and the new bytes are whole",
    "[base]")
{
    const TemporaryDirectory directory;
    const Path path = directory / "a";
    put(path, "old");
    FaultyFiles files;
    files.fail({.nth = 1, .code = EIO, .only = FileCall::Sync});
    const auto replaced = base::replaceFile(files, path, asBytes("newer"));
    REQUIRE_FALSE(replaced);
    CHECK(replaced.error().kind == Error::Kind::Io);
    CHECK(content(path) == "newer");
    CHECK(filesIn(directory.path()) == 1);
    CHECK(files.openFiles() == 0);
}

TEST_CASE("a temporary left by a crash is replaced, with its mode", "[base]")
{
    const TemporaryDirectory directory;
    put(directory / "a.tmp", "torn, and longer than what comes");
    REQUIRE(::chmod((directory / "a.tmp").c_str(), 0666) == 0);
    REQUIRE(base::replaceFile(base::systemFiles(), directory / "a", asBytes("new"), 0600));
    CHECK(content(directory / "a") == "new");
    CHECK(modeOf(directory / "a") == 0600);
    CHECK(filesIn(directory.path()) == 1);
}

TEST_CASE("a temporary that is a link is not written through", "[base]")
{
    const TemporaryDirectory directory;
    put(directory / "other", "untouched");
    std::filesystem::create_symlink(directory / "other", directory / "a.tmp");
    REQUIRE(base::replaceFile(base::systemFiles(), directory / "a", asBytes("new")));
    CHECK(content(directory / "other") == "untouched");
    CHECK(content(directory / "a") == "new");
}

TEST_CASE("a file is created once", "[base]")
{
    const TemporaryDirectory directory;
    FaultyFiles files;
    REQUIRE(base::createFile(files, directory / "a", asBytes("first"), 0600));
    CHECK(files.calls()
        == std::vector{
            FileCall::Open, FileCall::Open, FileCall::Write, FileCall::Sync, FileCall::Sync});
    CHECK(modeOf(directory / "a") == 0600);

    const auto again = base::createFile(files, directory / "a", asBytes("second"), 0600);
    REQUIRE_FALSE(again);
    CHECK(again.error().kind == Error::Kind::Refused);
    CHECK(content(directory / "a") == "first");
    CHECK(files.openFiles() == 0);
}

TEST_CASE("a creation that fails leaves nothing", "[base]")
{
    const TemporaryDirectory directory;
    for (std::size_t step = 0; step < 5; ++step) {
        CAPTURE(step);
        FaultyFiles files;
        files.fail({.nth = step, .code = ENOSPC, .written = 1});
        const auto created = base::createFile(files, directory / "a", asBytes("new"));
        REQUIRE_FALSE(created);
        CHECK(created.error().kind == Error::Kind::NoSpace);
        CHECK(files.openFiles() == 0);
        CHECK(filesIn(directory.path()) == 0);
    }
}

TEST_CASE("directories are made from the top, each parent synced", "[base]")
{
    const TemporaryDirectory directory;
    FaultyFiles files;
    REQUIRE(base::makeDirectories(files, directory / "a/b/"));
    CHECK(std::filesystem::is_directory(directory / "a/b"));
    CHECK(files.calls()
        == std::vector{FileCall::MakeDirectory, FileCall::Open, FileCall::Sync,
            FileCall::MakeDirectory, FileCall::Open, FileCall::Sync});
    CHECK(files.openFiles() == 0);

    REQUIRE(base::makeDirectories(files, directory / "a/b"));
    CHECK(files.calls().size() == 6);
}

TEST_CASE("directories that cannot be made are an error at every step", "[base]")
{
    for (std::size_t step = 0; step < 6; ++step) {
        CAPTURE(step);
        const TemporaryDirectory directory;
        FaultyFiles files;
        files.fail({.nth = step, .code = EROFS});
        const auto made = base::makeDirectories(files, directory / "a/b");
        REQUIRE_FALSE(made);
        CHECK(made.error().kind == Error::Kind::ReadOnly);
        CHECK(files.openFiles() == 0);
    }
}

TEST_CASE("a file is no directory", "[base]")
{
    const TemporaryDirectory directory;
    put(directory / "a", "");
    CHECK(base::systemFiles().makeDirectory(directory.path()));
    CHECK_FALSE(base::systemFiles().makeDirectory(directory / "a"));
    CHECK_FALSE(base::makeDirectories(base::systemFiles(), directory / "a"));
    CHECK_FALSE(base::makeDirectories(base::systemFiles(), directory / "a/b"));
}

TEST_CASE("writing to a full device says so", "[base]")
{
    auto& files = base::systemFiles();
    const auto fd = files.open("/dev/full", O_WRONLY, 0);
    REQUIRE(fd);
    const auto written = files.write(*fd, asBytes("x"));
    files.close(*fd);
    REQUIRE_FALSE(written);
    CHECK(written.error().kind == Error::Kind::NoSpace);
}

TEST_CASE("a disk that stays broken fails every call from its first fault on", "[base]")
{
    const TemporaryDirectory directory;
    FaultyFiles files;
    files.fail({.nth = 3, .code = EIO, .lasting = true});
    REQUIRE_FALSE(base::replaceFile(files, directory / "a", asBytes("new")));
    CHECK(files.failures() == 2); // the sync, and the removal of the temporary
    CHECK_FALSE(base::replaceFile(files, directory / "a", asBytes("new")));
    files.mend();
    CHECK(base::replaceFile(files, directory / "a", asBytes("new")));
    CHECK(content(directory / "a") == "new");
}
