#include "fuzz/fuzz.h"
#include "pledge/ceremony.h"

using namespace ikrar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    const auto origin = pledge::parseOrigin(text);
    if (!origin)
        return 0;
    const std::string before = origin->domain + (origin->rehearsal ? "/gladi/" : "/ikrar/")
        + origin->ceremony + "/" + origin->kiosk + "-";
    fuzz::ensure(text.starts_with(before), "an origin is its parts");
    fuzz::ensure(text.size() == before.size() + 8, "an origin ends in eight digits");
    return 0;
}
