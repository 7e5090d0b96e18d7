#include "fuzz/fuzz.h"
#include "tlog/note.h"

using namespace ikrar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    if (const auto note = tlog::Note::parse(text))
        fuzz::ensure(note->serialize() == text, "one spelling of a note");
    return 0;
}
