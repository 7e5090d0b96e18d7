#include "fuzz/fuzz.h"
#include "receipt/verdict.h"

using namespace ikrar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto revoked = receipt::parseRevocations(fuzz::textOf(data, size));
    if (!revoked)
        return 0;
    std::string written;
    for (const receipt::Revocation& line : *revoked)
        written += line.key.text() + " " + std::to_string(line.lastGoodSize) + "\n";
    const auto again = receipt::parseRevocations(written);
    fuzz::ensure(
        again.has_value() && again->size() == revoked->size(), "written revocations are read");
    return 0;
}
