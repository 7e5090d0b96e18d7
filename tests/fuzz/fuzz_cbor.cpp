#include "base/cbor_recode.h"
#include "fuzz/fuzz.h"

using namespace ikrar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView bytes(data, size);
    if (const auto again = tests::recode(bytes))
        fuzz::ensure(base::equal(*again, bytes), "one spelling of CBOR");
    return 0;
}
