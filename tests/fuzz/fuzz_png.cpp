#include "fuzz/fuzz.h"
#include "qr/decode.h"

using namespace ikrar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static_cast<void>(qr::decodePng({data, size}));
    return 0;
}
