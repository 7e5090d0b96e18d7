#pragma once

#include <csignal>
#include <ctime>

namespace ikrar::cli {

/// SIGTERM and SIGINT come to the one thread that waits for them, whatever threads there are. Made
/// before any thread begins.
class Ending
{
public:
    Ending()
    {
        sigemptyset(&m_signals);
        sigaddset(&m_signals, SIGTERM);
        sigaddset(&m_signals, SIGINT);
        pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
    }

    void wait() const
    {
        int signal = 0;
        sigwait(&m_signals, &signal);
    }

    /// Whether one came within that time.
    [[nodiscard]] bool comesWithin(std::time_t seconds) const
    {
        const timespec limit{seconds, 0};
        return sigtimedwait(&m_signals, nullptr, &limit) > 0;
    }

private:
    sigset_t m_signals{};
};

} // namespace ikrar::cli
