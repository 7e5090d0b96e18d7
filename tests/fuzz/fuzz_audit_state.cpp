#include "audit/state.h"
#include "crypto/sha256.h"
#include "fuzz/fuzz.h"

using namespace ikrar;

namespace {

void check(BytesView bytes)
{
    if (const auto state = audit::decodeState(bytes))
        fuzz::ensure(
            base::equal(audit::encodeState(*state), bytes), "one spelling of an audit state");
}

} // namespace

/// The bytes as a file; and, since a digest stands before everything else, as the contents of one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView bytes(data, size);
    check(bytes);
    check(audit::sealContents(bytes));
    return 0;
}
