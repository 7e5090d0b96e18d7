#include "base/clock.h"

#include <sys/timex.h>

#include <chrono>

namespace ikrar::base {

Time SystemClock::now() const
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    timex kernel{}; // modes = 0: only asks
    const bool synchronised
        = ::adjtimex(&kernel) != -1 && (static_cast<unsigned>(kernel.status) & STA_UNSYNC) == 0;
    return {std::chrono::floor<std::chrono::seconds>(now).count(),
        synchronised ? ClockTrust::Synchronised : ClockTrust::Unknown};
}

} // namespace ikrar::base
