#include "fuzz/fuzz.h"
#include "tlog/note.h"

using namespace ikrar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    if (const auto key = tlog::VerifierKey::parse(text))
        fuzz::ensure(key->text() == text, "one spelling of a verifier key");
    return 0;
}
