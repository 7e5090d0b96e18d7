#pragma once

#include <chrono>
#include <ctime>

namespace ikrar::audit {

/// Time since it was made or last asked: of the wall, or of the processor by this thread alone,
/// which others on the machine do not lengthen.
class Stopwatch
{
public:
    enum class Of { Wall, Processor };

    explicit Stopwatch(Of of)
        : m_clock(of == Of::Wall ? CLOCK_MONOTONIC : CLOCK_THREAD_CPUTIME_ID)
        , m_last(now())
    {
    }

    std::chrono::nanoseconds lap()
    {
        const auto before = m_last;
        m_last = now();
        return m_last - before;
    }

private:
    [[nodiscard]] std::chrono::nanoseconds now() const
    {
        timespec time{};
        ::clock_gettime(m_clock, &time);
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    }

    clockid_t m_clock;
    std::chrono::nanoseconds m_last;
};

} // namespace ikrar::audit
