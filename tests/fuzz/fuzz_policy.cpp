#include "fuzz/fuzz.h"
#include "tlog/policy.h"

using namespace ikrar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto policy = tlog::Policy::parse(fuzz::textOf(data, size));
    if (!policy)
        return 0;
    // Comments and the words for thresholds have several spellings: what is written is read as the
    // same.
    const std::string written = policy->text();
    const auto again = tlog::Policy::parse(written);
    fuzz::ensure(again.has_value(), "a written policy is read");
    fuzz::ensure(again->text() == written, "a written policy is written alike");
    fuzz::ensure(again->satisfiedBy({}) == policy->satisfiedBy({}), "a quorum stays what it was");
    return 0;
}
