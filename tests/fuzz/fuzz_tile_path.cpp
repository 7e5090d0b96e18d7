#include "fuzz/fuzz.h"
#include "tlog/tile.h"

using namespace ikrar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view path = fuzz::textOf(data, size);
    if (const auto tile = tlog::parseTilePath(path))
        fuzz::ensure(tlog::tilePath(*tile) == path, "one spelling of a path");
    return 0;
}
