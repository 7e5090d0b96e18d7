#include "fuzz/fuzz.h"
#include "witness/protocol.h"

using namespace ikrar;

namespace {

/// The key of the corpus's log, which has 32 times 1 as its seed.
tlog::VerifierKey sampleKey()
{
    static const crypto::SigningKey key = *crypto::SigningKey::fromSeed(Bytes(32, 1));
    return {
        "example.id/ikrar/takalar-2023/kiosk-1-00000001", tlog::KeyType::Ed25519, key.publicKey()};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    const auto parsed = witness::AddCheckpoint::parse(text);
    if (parsed)
        fuzz::ensure(parsed->text() == text, "one spelling of a request");
    const auto request = witness::readRequest(
        text, [](const std::string& origin) -> std::optional<tlog::VerifierKey> {
            if (origin != sampleKey().name)
                return std::nullopt;
            return sampleKey();
        });
    if (!request) {
        const int status = request.error().status;
        fuzz::ensure(parsed ? status == 400 || status == 403 || status == 404 : status == 400,
            "a refusal has a status of the specification");
        return 0;
    }
    fuzz::ensure(parsed.has_value(), "what is taken is well-formed");
    const auto refused = witness::refusal(*request, std::nullopt);
    fuzz::ensure(!refused || refused->status == 409 || refused->status == 422,
        "a refusal by state has a status of the specification");
    fuzz::ensure(refused || request->oldSize == 0, "from nothing there is no old size");
    return 0;
}
