#include "fuzz/fuzz.h"
#include "tlog/tlog_proof.h"

using namespace ikrar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    if (const auto proof = tlog::TlogProof::parse(text))
        fuzz::ensure(proof->text() == text, "one spelling of a tlog-proof");
    return 0;
}
