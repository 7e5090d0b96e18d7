#include "fuzz/fuzz.h"
#include "tlog/checkpoint.h"

using namespace ikrar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    if (const auto checkpoint = tlog::Checkpoint::parse(text))
        fuzz::ensure(checkpoint->text() == text, "one spelling of a checkpoint");
    return 0;
}
