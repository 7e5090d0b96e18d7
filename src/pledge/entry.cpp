#include "pledge/entry.h"

#include "base/cbor.h"
#include "pledge/entry_payload.h"

#include <array>
#include <cassert>

namespace ikrar::pledge {

namespace {

// RFC 9052: COSE_Sign1 with the header parameters alg (1) and kid (4); RFC 9053: EdDSA.
constexpr std::uint64_t coseSign1 = 18;
constexpr std::uint64_t algParameter = 1;
constexpr std::uint64_t kidParameter = 4;
constexpr std::int64_t edDsa = -8;
constexpr std::size_t kidSize = 4;

/// The four parts of a COSE_Sign1, as they stand in its bytes.
struct Parts {
    BytesView protectedHeader;
    BytesView payload;
    BytesView signature;
};

Bytes protectedHeader(tlog::KeyId kid)
{
    const std::array<std::uint8_t, kidSize> id{static_cast<std::uint8_t>(kid >> 24U),
        static_cast<std::uint8_t>(kid >> 16U), static_cast<std::uint8_t>(kid >> 8U),
        static_cast<std::uint8_t>(kid)};
    base::CborWriter writer;
    writer.map(2)
        .unsignedInteger(algParameter)
        .integer(edDsa)
        .unsignedInteger(kidParameter)
        .bytes(id);
    return writer.take();
}

/// Sig_structure of RFC 9052 section 4.4, for a Sign1 without external data.
Bytes toBeSigned(BytesView protectedHeader, BytesView payload)
{
    base::CborWriter writer;
    writer.array(4).text("Signature1").bytes(protectedHeader).bytes({}).bytes(payload);
    return writer.take();
}

Bytes envelope(const Parts& parts)
{
    base::CborWriter writer;
    writer.tag(coseSign1)
        .array(4)
        .bytes(parts.protectedHeader)
        .map(0)
        .bytes(parts.payload)
        .bytes(parts.signature);
    return writer.take();
}

Result<tlog::KeyId> readKid(base::CborReader& reader)
{
    const auto kid = reader.bytes(maxSealedEntrySize);
    if (!kid)
        return tl::unexpected(kid.error());
    if (kid->size() != kidSize)
        return fail(Error::Kind::Malformed, "entry: the key ID is not of 4 bytes");
    tlog::KeyId id = 0;
    for (const std::uint8_t byte : *kid)
        id = (id << 8U) | byte;
    return id;
}

Result<void> expectParameter(base::CborReader& reader, std::uint64_t expected)
{
    const auto parameter = reader.integer();
    if (!parameter)
        return tl::unexpected(parameter.error());
    if (*parameter == static_cast<std::int64_t>(expected))
        return {};
    const bool known = *parameter == static_cast<std::int64_t>(algParameter)
        || *parameter == static_cast<std::int64_t>(kidParameter);
    return fail(known ? Error::Kind::NotCanonical : Error::Kind::UnknownKey,
        "entry: header parameter " + std::to_string(*parameter) + " where "
            + std::to_string(expected) + " belongs");
}

Result<void> expectEdDsa(base::CborReader& reader)
{
    const auto alg = reader.integer();
    if (!alg)
        return tl::unexpected(alg.error());
    if (*alg != edDsa)
        return fail(Error::Kind::UnknownVersion,
            "entry: algorithm " + std::to_string(*alg) + " is not EdDSA");
    return {};
}

Result<void> expectPairs(base::CborReader& reader, std::size_t expected, std::string_view where)
{
    const auto pairs = reader.map(maxSealedEntrySize);
    if (!pairs)
        return tl::unexpected(pairs.error());
    if (*pairs != expected)
        return fail(*pairs > expected ? Error::Kind::UnknownKey : Error::Kind::Malformed,
            "entry: " + std::to_string(*pairs) + " parameters in the " + std::string(where)
                + " header");
    return {};
}

Result<tlog::KeyId> readProtectedHeader(BytesView bytes)
{
    base::CborReader reader(bytes);
    auto kid = expectPairs(reader, 2, "protected")
                   .and_then([&] { return expectParameter(reader, algParameter); })
                   .and_then([&] { return expectEdDsa(reader); })
                   .and_then([&] { return expectParameter(reader, kidParameter); })
                   .and_then([&] { return readKid(reader); });
    if (!kid)
        return kid;
    if (const auto end = reader.finish(); !end)
        return tl::unexpected(end.error());
    return kid;
}

Result<void> readEnvelopeHead(base::CborReader& reader)
{
    const auto tag = reader.tag();
    if (!tag)
        return tl::unexpected(tag.error());
    if (*tag != coseSign1)
        return fail(
            Error::Kind::Malformed, "entry: tag " + std::to_string(*tag) + " is not COSE_Sign1");
    const auto items = reader.array(maxSealedEntrySize);
    if (!items)
        return tl::unexpected(items.error());
    if (*items != 4)
        return fail(Error::Kind::Malformed, "entry: a COSE_Sign1 has four items");
    return {};
}

Result<void> readBytes(base::CborReader& reader, BytesView& into)
{
    const auto bytes = reader.bytes(maxSealedEntrySize);
    if (!bytes)
        return tl::unexpected(bytes.error());
    into = *bytes;
    return {};
}

Result<Parts> readEnvelope(BytesView bytes)
{
    if (bytes.size() > maxSealedEntrySize)
        return fail(Error::Kind::TooLarge, "entry: more than 1,024 bytes");
    base::CborReader reader(bytes);
    Parts parts;
    const auto read = readEnvelopeHead(reader)
                          .and_then([&] { return readBytes(reader, parts.protectedHeader); })
                          .and_then([&] { return expectPairs(reader, 0, "unprotected"); })
                          .and_then([&] { return readBytes(reader, parts.payload); })
                          .and_then([&] { return readBytes(reader, parts.signature); })
                          .and_then([&] { return reader.finish(); });
    if (!read)
        return tl::unexpected(read.error());
    return parts;
}

Result<SealedEntry> decodeParts(const Parts& parts)
{
    const auto kid = readProtectedHeader(parts.protectedHeader);
    if (!kid)
        return tl::unexpected(kid.error());
    const auto signature = crypto::Signature::fromBytes(parts.signature);
    if (!signature)
        return tl::unexpected(signature.error());
    auto entry = decodePayload(parts.payload);
    if (!entry)
        return tl::unexpected(entry.error());
    return SealedEntry{*kid, *entry, *signature};
}

} // namespace

Result<Bytes> seal(const Entry& entry, tlog::KeyId kid, const crypto::SigningKey& key)
{
    const Bytes header = protectedHeader(kid);
    const Bytes payload = encodePayload(entry);
    const auto signature = key.sign(toBeSigned(header, payload));
    if (!signature)
        return tl::unexpected(signature.error());
    Bytes bytes = envelope({header, payload, signature->view()});
    assert(bytes.size() <= maxSealedEntrySize);
    return bytes;
}

Result<SealedEntry> decodeEntry(BytesView bytes)
{
    const auto parts = readEnvelope(bytes);
    if (!parts)
        return tl::unexpected(parts.error());
    auto sealed = decodeParts(*parts);
    if (!sealed)
        return sealed;
    const Bytes again = envelope(
        {protectedHeader(sealed->kid), encodePayload(sealed->entry), sealed->signature.view()});
    if (!base::equal(again, bytes))
        return fail(Error::Kind::NotCanonical, "entry: another spelling than ours");
    return sealed;
}

bool verifyEntry(BytesView bytes, const crypto::Verifier& log)
{
    const auto sealed = decodeEntry(bytes);
    if (!sealed)
        return false;
    return log.verify(
        toBeSigned(protectedHeader(sealed->kid), encodePayload(sealed->entry)), sealed->signature);
}

} // namespace ikrar::pledge
