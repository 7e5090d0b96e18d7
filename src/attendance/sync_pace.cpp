#include "attendance/sync_pace.h"

#include <algorithm>

namespace ikrar::attendance {

namespace {

constexpr SyncPace::Wait firstWait{1000};
constexpr unsigned mostDoublings = 6;
constexpr double chance = 0.25;

} // namespace

SyncPace::Wait SyncPace::afterSuccess()
{
    m_failures = 0;
    return shaken(m_every);
}

SyncPace::Wait SyncPace::afterFailure()
{
    const unsigned doublings = std::min(m_failures, mostDoublings);
    ++m_failures;
    return shaken(std::min(firstWait * (1U << doublings), longestWait));
}

SyncPace::Wait SyncPace::shaken(Wait wait) const
{
    const double share = 1 - chance * m_random();
    return Wait(static_cast<Wait::rep>(static_cast<double>(wait.count()) * share));
}

} // namespace ikrar::attendance
