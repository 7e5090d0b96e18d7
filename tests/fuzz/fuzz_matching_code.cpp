#include "fuzz/fuzz.h"
#include "pledge/commitment.h"

using namespace ikrar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto salt = pledge::parseMatchingCode(fuzz::textOf(data, size));
    // As typed it has several spellings, as written one.
    if (salt)
        fuzz::ensure(pledge::parseMatchingCode(pledge::matchingCode(*salt)) == *salt,
            "the way to a matching code and back");
    return 0;
}
