#include "fuzz/fuzz.h"
#include "receipt/receipt.h"

using namespace ikrar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView bytes(data, size);
    if (const auto receipt = receipt::decode(bytes))
        fuzz::ensure(base::equal(receipt::encode(*receipt), bytes), "one spelling of a receipt");
    return 0;
}
