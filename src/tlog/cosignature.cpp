#include "tlog/cosignature.h"

#include "tlog/text.h"

#include <cassert>
#include <limits>

namespace ikrar::tlog {

namespace {

constexpr std::size_t timeSize = 8;
static_assert(cosignatureSize == timeSize + crypto::Signature::size);
constexpr std::uint64_t latestTime = std::numeric_limits<std::int64_t>::max();

std::string signedText(const Checkpoint& checkpoint, std::uint64_t seconds)
{
    return "cosignature/v1\ntime " + std::to_string(seconds) + "\n" + checkpoint.text();
}

void appendTime(Bytes& to, std::uint64_t seconds)
{
    for (unsigned shift = 8 * timeSize; shift > 0; shift -= 8)
        to.push_back(static_cast<std::uint8_t>(seconds >> (shift - 8)));
}

std::uint64_t timeFrom(BytesView bytes)
{
    std::uint64_t seconds = 0;
    for (const auto byte : bytes.first(timeSize))
        seconds = seconds << 8U | byte;
    return seconds;
}

} // namespace

Result<NoteSignature> cosign(const Checkpoint& checkpoint, std::uint64_t seconds,
    const std::string& name, const crypto::SigningKey& key)
{
    assert(isKeyName(name) && seconds <= latestTime);
    const auto signature = key.sign(base::asBytes(signedText(checkpoint, seconds)));
    if (!signature)
        return tl::unexpected(signature.error());

    const VerifierKey cosigner{name, KeyType::CosignatureV1, key.publicKey()};
    NoteSignature cosignature{name, cosigner.id(), {}};
    appendTime(cosignature.bytes, seconds);
    base::append(cosignature.bytes, signature->view());
    return cosignature;
}

Result<std::uint64_t> verifyCosignature(
    const Checkpoint& checkpoint, BytesView bytes, const VerifierKey& witness)
{
    if (bytes.size() != cosignatureSize)
        return malformed("cosignature: not 72 bytes");
    const auto seconds = timeFrom(bytes);
    if (seconds > latestTime)
        return malformed("cosignature: a time past 2^63 - 1");
    if (witness.type != KeyType::CosignatureV1)
        return fail(Error::Kind::Mismatch, "cosignature: " + witness.name + " is no witness's key");

    const auto signature = crypto::Signature::fromBytes(bytes.subspan(timeSize));
    const auto message = signedText(checkpoint, seconds);
    if (!signature || !crypto::Verifier(witness.key).verify(base::asBytes(message), *signature))
        return fail(Error::Kind::Mismatch, "cosignature: not by " + witness.name);
    return seconds;
}

} // namespace ikrar::tlog
