#include "fuzz/fuzz.h"
#include "fuzz/known_policy.h"
#include "receipt/verdict.h"

using namespace ikrar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    const auto receipt = receipt::fromText(text);
    const auto finding = receipt::verify(text, fuzz::knownPolicy());
    fuzz::ensure(receipt.has_value() == (finding.verdict != receipt::Verdict::Malformed),
        "malformed is what cannot be read");
    fuzz::ensure(
        !finding.sentence(pledge::Language::Indonesian).empty(), "a verdict has a sentence");
    if (!receipt)
        return 0;
    const std::string written = receipt::toText(*receipt, "");
    fuzz::ensure(text.find(std::string_view(written).substr(1)) != std::string_view::npos,
        "one spelling of a receipt's digits");
    fuzz::ensure(receipt::fromText(written) == *receipt, "the way to text and back");
    return 0;
}
