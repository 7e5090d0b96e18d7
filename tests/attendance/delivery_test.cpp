#include "attendance/delivery.h"
#include "attendance/medium.h"
#include "attendance/people_csv.h"
#include "base/faulty_files.h"
#include "temporary_directory.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>

namespace ikrar::tests {

using attendance::Delivery;

namespace {

std::string content(const base::Path& path)
{
    constexpr std::size_t max = 4UL * 1024 * 1024;
    const auto bytes = base::readFile(path, max);
    return bytes ? std::string(base::asText(*bytes)) : std::string("(none)");
}

std::size_t filesIn(const base::Path& directory)
{
    return static_cast<std::size_t>(std::distance(
        std::filesystem::directory_iterator(directory), std::filesystem::directory_iterator()));
}

/// Long enough for several writes.
std::string longText()
{
    std::string text;
    while (text.size() < 300'000)
        text += "Peserta Contoh " + std::to_string(text.size()) + "\r\n";
    return text;
}

Result<attendance::Delivered> deliver(base::FileSystem& files, const base::Path& path,
    const std::string& text, Delivery::Existing existing = Delivery::Existing::Replace)
{
    auto delivery = Delivery::begin(files, path, existing);
    if (!delivery)
        return tl::unexpected(delivery.error());
    for (std::size_t at = 0; at < text.size(); at += 1000) {
        if (auto written = (*delivery)->write(text.substr(at, 1000)); !written)
            return tl::unexpected(written.error());
    }
    return (*delivery)->finish();
}

/// A medium on which one byte comes out other than it went in.
class Worn final : public base::FileSystem
{
public:
    Result<int> open(const base::Path& path, int flags, mode_t mode) override
    {
        return m_under.open(path, flags, mode);
    }
    Result<void> write(int fd, BytesView bytes) override
    {
        Bytes copy(bytes.begin(), bytes.end());
        copy.front() ^= 1U;
        return m_under.write(fd, copy);
    }
    Result<void> sync(int fd) override { return m_under.sync(fd); }
    Result<void> rename(const base::Path& from, const base::Path& to) override
    {
        return m_under.rename(from, to);
    }
    Result<void> remove(const base::Path& path) override { return m_under.remove(path); }
    Result<void> makeDirectory(const base::Path& path) override
    {
        return m_under.makeDirectory(path);
    }
    void close(int fd) override { m_under.close(fd); }

private:
    base::FileSystem& m_under = base::systemFiles();
};

} // namespace

TEST_CASE(
    "what is delivered stands there whole, with the digest of what was read back", "[attendance]")
{
    const TemporaryDirectory directory;
    const base::Path path = directory / "daftar.csv";
    FaultyFiles files;
    const std::string text = longText();
    const auto delivered = deliver(files, path, text);
    REQUIRE(delivered);
    CHECK(content(path) == text);
    CHECK(delivered->bytes == text.size());
    CHECK(delivered->sha256 == crypto::sha256(base::asBytes(text)));
    CHECK(filesIn(directory.path()) == 1);
    CHECK(files.openFiles() == 0);
    // Synced before it gets its name, and the directory after.
    const auto calls = files.calls();
    const auto renamed = std::find(calls.begin(), calls.end(), FileCall::Rename);
    REQUIRE(renamed != calls.end());
    CHECK(std::find(calls.begin(), renamed, FileCall::Sync) != renamed);
    CHECK(std::find(renamed, calls.end(), FileCall::Sync) != calls.end());
}

TEST_CASE(
    "a delivery that fails leaves what stood there, and no half of a new file", "[attendance]")
{
    const TemporaryDirectory directory;
    const base::Path path = directory / "daftar.csv";
    const std::string text = longText();
    std::size_t steps = 0;
    {
        FaultyFiles undisturbed;
        REQUIRE(deliver(undisturbed, path, text));
        steps = undisturbed.calls().size();
    }
    for (std::size_t step = 0; step + 1 < steps; ++step) { // the last syncs the directory
        CAPTURE(step);
        std::ofstream(path.c_str(), std::ios::trunc) << "old";
        FaultyFiles files;
        files.fail({.nth = step, .code = ENOSPC, .written = 5});
        const auto delivered = deliver(files, path, text);
        REQUIRE_FALSE(delivered);
        CHECK(delivered.error().kind == Error::Kind::NoSpace);
        CHECK(files.failures() == 1);
        CHECK(files.openFiles() == 0);
        CHECK(content(path) == "old");
        CHECK(filesIn(directory.path()) == 1);
    }
}

TEST_CASE(
    "a medium that gives back other bytes is found before it takes the file's name", "[attendance]")
{
    const TemporaryDirectory directory;
    const base::Path path = directory / "daftar.csv";
    std::ofstream(path.c_str()) << "old";
    Worn worn;
    const auto delivered = deliver(worn, path, "new");
    REQUIRE_FALSE(delivered);
    CHECK(delivered.error().kind == Error::Kind::Io);
    CHECK(content(path) == "old");
    CHECK(filesIn(directory.path()) == 1);
}

TEST_CASE("a file that a library wrote by name is delivered as it is", "[attendance]")
{
    const TemporaryDirectory directory;
    const base::Path path = directory / "daftar.xlsx";
    auto delivery = Delivery::begin(base::systemFiles(), path, Delivery::Existing::Refuse);
    REQUIRE(delivery);
    std::ofstream((*delivery)->temporary().c_str(), std::ios::trunc) << "by name";
    const auto delivered = (*delivery)->finish();
    REQUIRE(delivered);
    CHECK(delivered->bytes == 7);
    CHECK(content(path) == "by name");
}

TEST_CASE("a file that exists is not replaced unasked", "[attendance]")
{
    const TemporaryDirectory directory;
    const base::Path path = directory / "daftar.csv";
    std::ofstream(path.c_str()) << "old";
    const auto refused = deliver(base::systemFiles(), path, "new", Delivery::Existing::Refuse);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::Refused);
    CHECK(content(path) == "old");
}

TEST_CASE("a stick is known by where it is mounted", "[attendance]")
{
    const std::string mounts = "25 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
                               "98 25 8:17 / /media/petugas/IKRAR rw - vfat /dev/sdb1 rw\n"
                               "99 25 8:33 / /home/mnt rw - ext4 /dev/sdc1 rw\n";
    CHECK(attendance::isMountedToCarry(mounts, "8:17"));
    CHECK_FALSE(attendance::isMountedToCarry(mounts, "8:1"));
    CHECK_FALSE(attendance::isMountedToCarry(mounts, "8:33"));
    CHECK_FALSE(attendance::isMountedToCarry("", "8:17"));
}

TEST_CASE("cells that a spreadsheet would run are told from names and dashes", "[attendance]")
{
    for (const char* text : {"=1+1", "+62", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "--",
             "＝1+1", "＋1", "－1", "＠x"})
        CHECK(attendance::looksLikeFormula(text));
    for (const char* text : {"", "-", " ", "O'Brien", "St. Aminah", "Andi P.P.", "a=b", "'=1", "–",
             "19860926 201505 1 001", "(+62)"})
        CHECK_FALSE(attendance::looksLikeFormula(text));
}

} // namespace ikrar::tests
