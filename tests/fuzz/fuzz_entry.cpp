#include "base/cbor.h"
#include "fuzz/fuzz.h"
#include "pledge/entry.h"
#include "pledge/entry_payload.h"

using namespace ikrar;

namespace {

/// FORMAT.md's COSE_Sign1, written a second time: decodeEntry compares with its own.
Bytes envelope(const pledge::SealedEntry& sealed)
{
    Bytes kid(4);
    for (std::size_t i = 0; i < kid.size(); ++i)
        kid[i] = static_cast<std::uint8_t>(sealed.kid >> (24 - 8 * i));
    base::CborWriter header;
    header.map(2).unsignedInteger(1).integer(-8).unsignedInteger(4).bytes(kid);
    base::CborWriter whole;
    whole.tag(18).array(4).bytes(header.take()).map(0);
    whole.bytes(pledge::encodePayload(sealed.entry)).bytes(sealed.signature.view());
    return whole.take();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const BytesView bytes(data, size);
    if (const auto sealed = pledge::decodeEntry(bytes))
        fuzz::ensure(base::equal(envelope(*sealed), bytes), "one spelling of an entry");
    return 0;
}
