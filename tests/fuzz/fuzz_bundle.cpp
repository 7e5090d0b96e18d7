#include "fuzz/fuzz.h"
#include "tlog/tile.h"

using namespace ikrar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    // The first byte stands for the width, which a path states.
    if (size == 0)
        return 0;
    const BytesView bundle(data + 1, size - 1);
    const auto entries = tlog::parseBundle(bundle, data[0] + 1U);
    if (!entries)
        return 0;
    fuzz::ensure(entries->size() == data[0] + 1U, "as many entries as the width");
    Bytes again;
    for (const BytesView entry : *entries)
        tlog::appendToBundle(again, entry);
    fuzz::ensure(base::equal(again, bundle), "one spelling of a bundle");
    return 0;
}
