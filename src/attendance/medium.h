#pragma once

#include "base/file.h"

#include <string_view>

namespace ikrar::attendance {

/// Whether what lies in `directory` leaves with a medium that somebody pulls out: a device that its
/// driver calls removable, or a mount below /media, /run/media or /mnt, where desktops and people
/// put them.
[[nodiscard]] bool isOnCarriedMedium(const base::Path& directory);

/// Whether the file system of device `major:minor` is mounted at such a place, by the lines of a
/// mountinfo (proc_pid_mountinfo(5)).
[[nodiscard]] bool isMountedToCarry(std::string_view mountinfo, std::string_view device);

/// Whether `directory` can be reached: it exists, and so does the device below it. A stick that was
/// pulled out stays mounted until somebody notices.
[[nodiscard]] bool isPluggedIn(const base::Path& directory);

/// Everything that anybody wrote to the file system of `directory` is on it when this returns.
[[nodiscard]] Result<void> flushMedium(base::FileSystem& files, const base::Path& directory);

} // namespace ikrar::attendance
