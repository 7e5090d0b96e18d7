#pragma once

#include "base/bytes.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// One target a file: `data` is what a stranger hands to one decoder. Under clang it is linked with
/// libFuzzer
/// (`tests/fuzz/run`), else with replay.cpp, which plays its corpus in CTest.
// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace ikrar::fuzz {

/// Ends the process, also in builds without assertions, when a property of a decoder does not hold.
inline void ensure(bool holds, const char* property)
{
    if (holds)
        return;
    static_cast<void>(std::fputs(property, stderr));
    static_cast<void>(std::fputs(" does not hold\n", stderr));
    std::abort();
}

inline std::string_view textOf(const std::uint8_t* data, std::size_t size)
{
    return base::asText({data, size});
}

} // namespace ikrar::fuzz
