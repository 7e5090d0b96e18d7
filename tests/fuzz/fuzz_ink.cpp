#include "fuzz/fuzz.h"
#include "pledge/ink.h"

using namespace ikrar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView bytes(data, size);
    if (const auto ink = pledge::decodeInk(bytes))
        fuzz::ensure(base::equal(pledge::encodeInk(*ink), bytes), "one spelling of ink");
    return 0;
}
