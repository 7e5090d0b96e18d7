#pragma once

#include "attendance/organizers.h"

#include <chrono>
#include <map>
#include <optional>

namespace ikrar::kiosk {

/// Who has a PIN, and how long each must wait after wrong ones: nothing twice, then 10 s, 30 s, 1,
/// 2 and 5 minutes, and 5 minutes from there on. What is counted is on disk before a PIN is looked
/// at, and after a restart the wait begins anew, so that neither a power switch nor the clock helps
/// a guess. Shared by all gates of a process.
class PinKeeper
{
public:
    using Milliseconds = std::chrono::milliseconds;

    /// `files` is borrowed. Does not read yet.
    PinKeeper(base::FileSystem& files, base::Path data);

    /// Reads the holders again. Errors: those of readOrganizers; then nobody has a PIN.
    [[nodiscard]] Result<void> read();
    [[nodiscard]] const std::vector<attendance::Organizer>& holders() const { return m_holders; }

    /// Until `name` may try again.
    [[nodiscard]] Milliseconds wait(const std::string& name) const;
    /// A try begins: it counts as wrong until `right`.
    void begin(const std::string& name);
    void right(const std::string& name);
    void wrong(const std::string& name);
    /// Steady time that passed.
    void advance(Milliseconds elapsed);

    /// After so many wrong ones in a row.
    [[nodiscard]] static Milliseconds waitAfter(unsigned failures);

private:
    base::Path m_data;
    attendance::FailedPins m_failed;
    std::vector<attendance::Organizer> m_holders;
    std::map<std::string, Milliseconds> m_waits;
};

} // namespace ikrar::kiosk
