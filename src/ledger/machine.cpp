#include "ledger/machine.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace ikrar::ledger {

namespace {

constexpr std::size_t maxIdFile = 256;

Result<std::string> readLine(const char* path)
{
    return base::readFile(path, maxIdFile).and_then([&](const Bytes& bytes) -> Result<std::string> {
        std::string line(base::asText(bytes));
        while (!line.empty() && line.back() == '\n')
            line.pop_back();
        if (line.empty())
            return fail(Error::Kind::Missing, std::string(path) + " is empty");
        return line;
    });
}

} // namespace

Result<std::string> LocalMachine::machineId() const
{
    return readLine("/etc/machine-id");
}

Result<std::string> LocalMachine::bootId() const
{
    return readLine("/proc/sys/kernel/random/boot_id");
}

Result<std::string> LocalMachine::fileIdentity(const base::Path& path) const
{
    struct statfs system {
    };
    if (::statfs(path.c_str(), &system) == -1)
        return base::failErrno(errno, path.string());
    struct statx file {
    };
    if (::statx(AT_FDCWD, path.c_str(), 0, STATX_INO | STATX_BTIME, &file) == -1)
        return base::failErrno(errno, path.string());

    std::array<std::uint8_t, sizeof(system.f_fsid)> fsid{};
    std::memcpy(fsid.data(), &system.f_fsid, fsid.size());
    // A file system that keeps no birth time has zeros here, on every reading.
    return base::toHex(fsid) + ":" + std::to_string(file.stx_ino) + ":"
        + std::to_string(file.stx_btime.tv_sec) + "." + std::to_string(file.stx_btime.tv_nsec);
}

base::Path LocalMachine::runtimeDirectory() const
{
    // NOLINTBEGIN(concurrency-mt-unsafe): nothing here changes the environment
    return chooseRuntimeDirectory(
        std::getenv("RUNTIME_DIRECTORY"), "/run/ikrar", std::getenv("XDG_RUNTIME_DIR"));
    // NOLINTEND(concurrency-mt-unsafe)
}

base::Path chooseRuntimeDirectory(
    const char* ofService, const base::Path& shared, const char* ofUser)
{
    if (ofService != nullptr) {
        const std::string_view list(ofService);
        return list.substr(0, list.find(':'));
    }
    if (ofUser == nullptr || ::access(shared.c_str(), W_OK | X_OK) == 0)
        return shared;
    return base::Path(ofUser) / "ikrar";
}

} // namespace ikrar::ledger
