#pragma once

#include <cstdint>

namespace ikrar::base {

/// How far the wall clock may be believed; recorded with every entry (design.md, entry key 2).
enum class ClockTrust : std::uint8_t { Unknown = 0, SetByOperator = 1, Synchronised = 2 };

struct Time {
    std::int64_t seconds = 0; ///< Unix time
    ClockTrust trust = ClockTrust::Unknown;

    friend bool operator==(const Time&, const Time&) = default;
};

/// The wall clock, injected so that tests decide what time it is.
class Clock
{
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    Clock(Clock&&) = delete;
    Clock& operator=(Clock&&) = delete;
    virtual ~Clock() = default;

    [[nodiscard]] virtual Time now() const = 0;
};

/// The machine's clock: Synchronised while the kernel says so (adjtimex without STA_UNSYNC), else
/// Unknown.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] Time now() const override;
};

} // namespace ikrar::base
