#pragma once

#include "base/file.h"

#include <string>

namespace ikrar::ledger {

/// What ties a store to the machine and file system it was made on, injected so that a test can be
/// another machine.
class Machine
{
public:
    Machine() = default;
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;
    Machine(Machine&&) = delete;
    Machine& operator=(Machine&&) = delete;
    virtual ~Machine() = default;

    /// /etc/machine-id.
    [[nodiscard]] virtual Result<std::string> machineId() const = 0;
    /// /proc/sys/kernel/random/boot_id.
    [[nodiscard]] virtual Result<std::string> bootId() const = 0;
    /// `<fsid>:<inode>:<birth time>` of a file (statfs, statx): unchanged by a reboot, changed by
    /// any copy.
    [[nodiscard]] virtual Result<std::string> fileIdentity(const base::Path& path) const = 0;
    /// A directory that a reboot empties, for the mark of a failed device.
    [[nodiscard]] virtual base::Path runtimeDirectory() const = 0;
};

/// Where that is: the directory that systemd gave the service (RUNTIME_DIRECTORY, the first of
/// them), else `shared` where this user may write, so that a command of the kiosk's user in a login
/// shell sees the kiosk's mark, else the user's own (XDG_RUNTIME_DIR). Null: not set.
[[nodiscard]] base::Path chooseRuntimeDirectory(
    const char* ofService, const base::Path& shared, const char* ofUser);

class LocalMachine final : public Machine
{
public:
    [[nodiscard]] Result<std::string> machineId() const override;
    [[nodiscard]] Result<std::string> bootId() const override;
    [[nodiscard]] Result<std::string> fileIdentity(const base::Path& path) const override;
    [[nodiscard]] base::Path runtimeDirectory() const override;
};

} // namespace ikrar::ledger
