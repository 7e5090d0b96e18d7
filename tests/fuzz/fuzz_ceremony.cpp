#include "crypto/sha256.h"
#include "fuzz/fuzz.h"
#include "pledge/ceremony.h"

using namespace ikrar;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    const auto ceremony = pledge::parseCeremony(text);
    if (!ceremony)
        return 0;
    fuzz::ensure(ceremony->toml == text, "a ceremony keeps its file");
    fuzz::ensure(ceremony->hash == crypto::sha256({data, size}), "a ceremony is named by its file");
    fuzz::ensure(!ceremony->clauses.empty() && !ceremony->sessions.empty()
            && !ceremony->categories.empty() && !ceremony->units.empty(),
        "a ceremony has clauses, sessions, categories and units");
    for (const pledge::Unit& unit : ceremony->units)
        fuzz::ensure(ceremony->unit(unit.id) == &unit, "a unit is found by its id");
    return 0;
}
