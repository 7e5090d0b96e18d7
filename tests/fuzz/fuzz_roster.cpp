#include "fuzz/roster.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    ikrar::fuzz::readRoster({data, size});
    return 0;
}
