#pragma once

#include "ledger/ledger.h"

#include <cstdlib>
#include <iostream>

namespace ikrar::crash {

/// The real machine, disk and clock.
inline ledger::Environment environment()
{
    static const base::SystemClock clock;
    static const ledger::LocalMachine machine;
    return {
        base::systemFiles(), clock, machine, []() -> Result<std::string> { return std::string(); }};
}

/// A failure ends the program with exit code 1 and its reason.
template <typename T>
T must(Result<T> result)
{
    if (!result) {
        std::cerr << result.error().what << std::endl;
        std::exit(1); // NOLINT(concurrency-mt-unsafe)
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace ikrar::crash
