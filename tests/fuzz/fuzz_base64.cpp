#include "base/base64.h"
#include "fuzz/fuzz.h"

using namespace ikrar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    if (const auto bytes = base::fromBase64(text))
        fuzz::ensure(base::toBase64(*bytes) == text, "one spelling of base64");
    fuzz::ensure(base::fromBase64(base::toBase64({data, size})) == Bytes(data, data + size),
        "the way to base64 and back");
    return 0;
}
