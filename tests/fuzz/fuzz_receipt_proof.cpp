#include "fuzz/fuzz.h"
#include "fuzz/known_policy.h"
#include "receipt/receipt.h"

using namespace ikrar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const tlog::Policy& policy = fuzz::knownPolicy();
    const auto proof = tlog::TlogProof::parse(fuzz::textOf(data, size));
    if (!proof)
        return 0;
    const auto receipt = receipt::fromTlogProof(*proof, policy);
    if (!receipt)
        return 0;
    // Lines by keys that the policy does not know are left out, so the receipt is compared, not the
    // file.
    const auto written = receipt::toTlogProof(*receipt, policy);
    fuzz::ensure(written.has_value(), "a receipt under its policy has a proof file");
    fuzz::ensure(
        receipt::fromTlogProof(*written, policy) == *receipt, "the way to a proof file and back");
    fuzz::ensure(
        receipt::decode(receipt::encode(*receipt)) == *receipt, "a receipt from a file is sound");
    return 0;
}
