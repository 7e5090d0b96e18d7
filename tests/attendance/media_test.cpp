#include "attendance/media.h"
#include "attendance/medium.h"
#include "temporary_directory.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>

namespace ikrar::tests {

TEST_CASE("what is mounted where people put sticks is a medium, once", "[attendance]")
{
    const auto media = attendance::mediaOf(
        "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
        "30 22 8:17 / /media/petugas/STIK\\040BKPSDM rw,nosuid shared:2 - vfat /dev/sdb1 rw\n"
        "31 22 8:33 / /run/media/petugas/ARSIP ro,nosuid shared:3 - ext4 /dev/sdc1 rw\n"
        "32 22 8:17 / /media/petugas/STIK\\040BKPSDM rw - vfat /dev/sdb1 rw\n"
        "33 22 0:40 / /mnt rw - tmpfs none rw\n"
        "34 22 0:41 / /mntlain rw - tmpfs none rw\n"
        "35 22 0:42 / /media rw - tmpfs none rw\n"
        "garis yang rusak\n\n");
    REQUIRE(media.size() == 3);
    CHECK(media[0]
        == attendance::Medium{"/media/petugas/STIK BKPSDM", "STIK BKPSDM", 0, true, false});
    CHECK(media[1].path == "/run/media/petugas/ARSIP");
    CHECK(media[1].readOnly);
    CHECK(media[2].path == "/mnt");
}

TEST_CASE("the machine's own folder stands behind what is plugged in", "[attendance]")
{
    const TemporaryDirectory directory;
    const auto media = attendance::mediaNow(directory.path());
    REQUIRE_FALSE(media.empty());
    CHECK(media.back().path == directory.path());
    CHECK(media.back().free > 0);
    CHECK_FALSE(media.back().carried);
    const auto none = attendance::mediaNow(directory / "tidak-ada");
    CHECK(none.size() == media.size() - 1);
    CHECK(attendance::isPluggedIn(directory.path()));
    CHECK_FALSE(attendance::isPluggedIn(directory / "tidak-ada"));
}

TEST_CASE("files to choose from lie two folders deep at most, hidden ones left out", "[attendance]")
{
    const TemporaryDirectory directory;
    const auto put = [&](const char* name) {
        std::filesystem::create_directories((directory / name).parent_path());
        std::ofstream(directory / name) << "x";
    };
    for (const char* name : {"a.xlsx", "satu/B.CSV", "satu/dua/c.csv", "satu/dua/tiga/d.csv",
             ".tersembunyi/e.csv", ".f.csv", "~$g.xlsx", "h.pdf"})
        put(name);
    const auto found = attendance::candidatesIn(directory.path(), {".xlsx", ".csv"});
    std::vector<std::string> names;
    for (const auto& file : found)
        names.push_back(file.path.filename().string());
    std::sort(names.begin(), names.end());
    CHECK(names == std::vector<std::string>{"B.CSV", "a.xlsx", "c.csv"});
    CHECK(found.front().bytes == 1);
    CHECK(attendance::candidatesIn(directory / "tidak-ada", {".csv"}).empty());
}

TEST_CASE("no link on a medium leads to a file or a folder elsewhere", "[attendance]")
{
    const TemporaryDirectory machine;
    const TemporaryDirectory stick;
    std::filesystem::create_directory(machine / "berkas");
    std::ofstream(machine / "berkas/rahasia.csv") << "x";
    std::ofstream(stick / "daftar.csv") << "x";
    std::filesystem::create_symlink(machine / "berkas/rahasia.csv", stick / "berkas.csv");
    std::filesystem::create_directory_symlink(machine / "berkas", stick / "folder");
    const auto found = attendance::candidatesIn(stick.path(), {".csv"});
    REQUIRE(found.size() == 1);
    CHECK(found.front().path == stick / "daftar.csv");
}

} // namespace ikrar::tests
