#include "attendance/medium.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <sstream>
#include <string>

namespace ikrar::attendance {

namespace {

constexpr std::size_t maxMountinfo = std::size_t{1} << 20U;

/// `8:17`, of the file system that `directory` lies on.
std::string deviceOf(const base::Path& directory)
{
    struct stat state {
    };
    if (::stat(directory.c_str(), &state) != 0)
        return {};
    return std::to_string(major(state.st_dev)) + ":" + std::to_string(minor(state.st_dev));
}

/// A partition has no such file of its own; its disk, the folder above it, does.
bool isRemovable(const std::string& device)
{
    std::error_code missing;
    const auto block = std::filesystem::canonical("/sys/dev/block/" + device, missing);
    if (missing)
        return false;
    const std::array places{block, block.parent_path()};
    return std::any_of(places.begin(), places.end(), [](const base::Path& at) {
        const auto flag = base::readFile(at / "removable", 16);
        return flag && base::asText(*flag).starts_with("1");
    });
}

} // namespace

bool isMountedToCarry(std::string_view mountinfo, std::string_view device)
{
    constexpr std::array<std::string_view, 3> places{"/media/", "/run/media/", "/mnt"};
    std::istringstream lines{std::string(mountinfo)};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string id;
        std::string parent;
        std::string numbers;
        std::string root;
        std::string point;
        words >> id >> parent >> numbers >> root >> point;
        const bool carried = std::any_of(places.begin(), places.end(),
            [&](std::string_view place) { return point.starts_with(place); });
        if (numbers == device && carried)
            return true;
    }
    return false;
}

bool isOnCarriedMedium(const base::Path& directory)
{
    const std::string device = deviceOf(directory);
    if (device.empty())
        return false;
    const auto mounts = base::readFile("/proc/self/mountinfo", maxMountinfo);
    return isRemovable(device) || (mounts && isMountedToCarry(base::asText(*mounts), device));
}

bool isPluggedIn(const base::Path& directory)
{
    const std::string device = deviceOf(directory);
    if (device.empty())
        return false;
    // Major 0: a file system without a device of its own, such as tmpfs or btrfs.
    std::error_code missing;
    return device.starts_with("0:") || std::filesystem::exists("/sys/dev/block/" + device, missing);
}

Result<void> flushMedium(base::FileSystem& files, const base::Path& directory)
{
    const auto fd = files.open(directory, O_RDONLY | O_DIRECTORY, 0);
    if (!fd)
        return tl::unexpected(fd.error());
    const bool flushed = ::syncfs(*fd) == 0;
    const int code = errno;
    files.close(*fd);
    return flushed ? Result<void>() : base::failErrno(code, directory.string());
}

} // namespace ikrar::attendance
