#include "base/base10.h"
#include "fuzz/fuzz.h"

using namespace ikrar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    if (const auto bytes = base::fromBase10(text))
        fuzz::ensure(base::toBase10(*bytes) == text, "one spelling of base10");
    fuzz::ensure(base::fromBase10(base::toBase10({data, size})) == Bytes(data, data + size),
        "the way to base10 and back");
    return 0;
}
