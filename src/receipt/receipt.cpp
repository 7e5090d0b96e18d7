#include "receipt/receipt.h"

#include "base/cbor.h"
#include "pledge/entry.h"
#include "tlog/cosignature.h"

#include <limits>

namespace ikrar::receipt {

namespace {

constexpr std::uint64_t version = 1;
constexpr std::size_t fields = 6;
constexpr std::uint64_t largestSize = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t longestProof = 64;

tl::unexpected<Error> malformed(std::string what)
{
    return fail(Error::Kind::Malformed, "receipt: " + std::move(what));
}

/// The receipt's fields in their order; each step reads on where the one before ended.
class Reader
{
public:
    explicit Reader(BytesView bytes) : m_cbor(bytes) { }

    Result<void> version();
    Result<void> entry();
    Result<void> position();
    Result<void> proof();
    Result<void> signatures();
    [[nodiscard]] Result<void> finish() const { return m_cbor.finish(); }

    [[nodiscard]] Receipt take() { return std::move(m_receipt); }

private:
    Result<Receipt::Signature> signature(std::size_t size);
    [[nodiscard]] Result<void> checkOrder(const Receipt::Signature& next) const;

    base::CborReader m_cbor;
    KeyId m_kid = 0;
    Receipt m_receipt;
};

Result<void> Reader::version()
{
    // A later version may have more fields: its number is judged before their count.
    constexpr std::size_t mostFields = 32;
    const auto count = m_cbor.array(mostFields);
    if (!count)
        return tl::unexpected(count.error());
    const auto number = m_cbor.unsignedInteger();
    if (!number)
        return tl::unexpected(number.error());
    if (*number != receipt::version)
        return fail(Error::Kind::UnknownVersion, "receipt: version " + std::to_string(*number));
    if (*count != fields)
        return malformed("not of six fields");
    return {};
}

Result<void> Reader::entry()
{
    const auto bytes = m_cbor.bytes(pledge::maxSealedEntrySize);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const auto sealed = pledge::decodeEntry(*bytes);
    if (!sealed)
        return tl::unexpected(sealed.error());
    m_kid = sealed->kid;
    m_receipt.entry = base::copy(*bytes);
    return {};
}

Result<void> Reader::position()
{
    const auto index = m_cbor.unsignedInteger();
    if (!index)
        return tl::unexpected(index.error());
    const auto size = m_cbor.unsignedInteger();
    if (!size)
        return tl::unexpected(size.error());
    if (*size > largestSize)
        return fail(Error::Kind::TooLarge, "receipt: a log of 2^63 entries or more");
    if (*index >= *size)
        return malformed("the index is not below the size");
    m_receipt.index = *index;
    m_receipt.size = *size;
    return {};
}

Result<void> Reader::proof()
{
    const auto bytes = m_cbor.bytes(longestProof * crypto::Hash::size);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const std::size_t length = tlog::inclusionProofLength(m_receipt.index, m_receipt.size);
    if (bytes->size() != length * crypto::Hash::size)
        return malformed("the proof is not as long as index and size imply");
    for (std::size_t i = 0; i < length; ++i) {
        const auto hash
            = crypto::Hash::fromBytes(bytes->subspan(i * crypto::Hash::size, crypto::Hash::size));
        m_receipt.proof.push_back(hash.value());
    }
    return {};
}

Result<void> Reader::signatures()
{
    const auto count = m_cbor.array(1 + maxCosignatures);
    if (!count)
        return tl::unexpected(count.error());
    if (*count == 0)
        return malformed("no signature");
    for (std::size_t i = 0; i < *count; ++i) {
        auto next = signature(i == 0 ? crypto::Signature::size : tlog::cosignatureSize);
        if (!next)
            return tl::unexpected(next.error());
        if (auto order = checkOrder(*next); !order)
            return order;
        m_receipt.signatures.push_back(std::move(*next));
    }
    return {};
}

Result<Receipt::Signature> Reader::signature(std::size_t size)
{
    const auto count = m_cbor.array(2);
    if (!count)
        return tl::unexpected(count.error());
    if (*count != 2)
        return malformed("a signature is not a pair");
    const auto id = m_cbor.unsignedInteger();
    if (!id)
        return tl::unexpected(id.error());
    if (*id > std::numeric_limits<KeyId>::max())
        return fail(Error::Kind::TooLarge, "receipt: a key ID over four bytes");
    const auto bytes = m_cbor.bytes(size);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (bytes->size() != size)
        return malformed("a signature is too short");
    return Receipt::Signature{static_cast<KeyId>(*id), base::copy(*bytes)};
}

Result<void> Reader::checkOrder(const Receipt::Signature& next) const
{
    const auto& before = m_receipt.signatures;
    if (before.empty()) {
        if (next.id != m_kid)
            return fail(Error::Kind::Mismatch,
                "receipt: the first signature is not by the key that sealed the entry");
        return {};
    }
    if (next.id == before.front().id || next.id == before.back().id)
        return malformed("two signatures by one key");
    if (before.size() > 1 && next.id < before.back().id)
        return fail(Error::Kind::NotCanonical, "receipt: cosignatures out of order");
    return {};
}

} // namespace

Bytes encode(const Receipt& receipt)
{
    Bytes proof;
    for (const crypto::Hash& hash : receipt.proof)
        base::append(proof, hash.view());

    base::CborWriter out;
    out.array(fields).unsignedInteger(version).bytes(receipt.entry);
    out.unsignedInteger(receipt.index).unsignedInteger(receipt.size).bytes(proof);
    out.array(receipt.signatures.size());
    for (const Receipt::Signature& signature : receipt.signatures)
        out.array(2).unsignedInteger(signature.id).bytes(signature.bytes);
    return out.take();
}

Result<Receipt> decode(BytesView bytes)
{
    if (bytes.size() > maxReceiptSize)
        return fail(Error::Kind::TooLarge, "receipt: over 4,096 bytes");
    Reader reader(bytes);
    const auto read = reader.version()
                          .and_then([&reader] { return reader.entry(); })
                          .and_then([&reader] { return reader.position(); })
                          .and_then([&reader] { return reader.proof(); })
                          .and_then([&reader] { return reader.signatures(); })
                          .and_then([&reader] { return reader.finish(); });
    if (!read)
        return tl::unexpected(read.error());
    Receipt receipt = reader.take();
    if (!base::equal(encode(receipt), bytes))
        return fail(Error::Kind::NotCanonical, "receipt: another spelling of itself");
    return receipt;
}

Result<tlog::Checkpoint> checkpointOf(const Receipt& receipt, const std::string& origin)
{
    return tlog::rootFromInclusion(
        receipt.proof, receipt.index, receipt.size, tlog::leafHash(receipt.entry))
        .map([&](const crypto::Hash& root) {
            return tlog::Checkpoint{origin, receipt.size, root};
        });
}

} // namespace ikrar::receipt
