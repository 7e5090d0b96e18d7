#include "attendance/stoppable_files.h"
#include "temporary_directory.h"

#include <catch2/catch.hpp>

using namespace ikrar;

TEST_CASE("what was told to stop is not named", "[attendance]")
{
    const tests::TemporaryDirectory directory;
    attendance::StoppableFiles files(base::systemFiles());
    files.stop();
    const auto written = base::replaceFile(files, directory / "daftar", base::asBytes("x"));
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().kind == Error::Kind::Refused);
    CHECK(std::filesystem::is_empty(directory.path()));
}

namespace {

/// Is told to stop while a file gets its name.
class Late final : public base::FileSystem
{
public:
    [[nodiscard]] Result<int> open(const base::Path& path, int flags, mode_t mode) override
    {
        return base::systemFiles().open(path, flags, mode);
    }
    [[nodiscard]] Result<void> write(int fd, BytesView bytes) override
    {
        return base::systemFiles().write(fd, bytes);
    }
    [[nodiscard]] Result<void> sync(int fd) override { return base::systemFiles().sync(fd); }
    [[nodiscard]] Result<void> rename(const base::Path& from, const base::Path& to) override
    {
        files->stop();
        return base::systemFiles().rename(from, to);
    }
    [[nodiscard]] Result<void> remove(const base::Path& path) override
    {
        return base::systemFiles().remove(path);
    }
    [[nodiscard]] Result<void> makeDirectory(const base::Path& path) override
    {
        return base::systemFiles().makeDirectory(path);
    }
    void close(int fd) override { base::systemFiles().close(fd); }

    attendance::StoppableFiles* files = nullptr;
};

} // namespace

TEST_CASE("what has its name when it is told to stop is finished, and told so", "[attendance]")
{
    const tests::TemporaryDirectory directory;
    Late late;
    attendance::StoppableFiles files(late);
    late.files = &files;
    CHECK(base::replaceFile(files, directory / "daftar", base::asBytes("x")).has_value());
    CHECK(std::filesystem::exists(directory / "daftar"));
}
