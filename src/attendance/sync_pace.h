#pragma once

#include <chrono>
#include <functional>

namespace ikrar::attendance {

/// How long to wait for the next push: the same time after each that got through, and after
/// failures twice as long each time, up to a minute, so that a server that comes back is not met by
/// all kiosks at once. `random` gives 0 to 1, by which a quarter of each wait is left to chance.
class SyncPace
{
public:
    using Wait = std::chrono::milliseconds;
    using Random = std::function<double()>;

    SyncPace(Wait every, Random random) : m_every(every), m_random(std::move(random)) { }

    [[nodiscard]] Wait afterSuccess();
    [[nodiscard]] Wait afterFailure();

private:
    [[nodiscard]] Wait shaken(Wait wait) const;

    Wait m_every;
    Random m_random;
    unsigned m_failures = 0; ///< in a row
};

constexpr SyncPace::Wait longestWait{60'000};

} // namespace ikrar::attendance
