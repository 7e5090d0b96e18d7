#include "audit/state.h"

#include "base/cbor.h"
#include "tlog/checkpoint.h"
#include "tlog/tile.h"

#include <algorithm>

namespace ikrar::audit {

namespace {

using base::CborReader;
using base::CborWriter;

constexpr std::uint64_t version = 1;
constexpr std::size_t prefixSize = 8;
constexpr std::size_t maxUpperLevels = 8;
constexpr std::size_t sessionFields = 5;

Bytes packBits(const std::vector<bool>& bits)
{
    Bytes packed((bits.size() + 7) / 8);
    for (std::size_t i = 0; i < bits.size(); ++i)
        if (bits[i])
            packed[i / 8] = static_cast<std::uint8_t>(unsigned{packed[i / 8]} | 1U << (i % 8));
    return packed;
}

std::vector<bool> unpackBits(BytesView packed, std::size_t count)
{
    std::vector<bool> bits(count);
    for (std::size_t i = 0; i < count; ++i)
        bits[i] = (unsigned{packed[i / 8]} >> (i % 8) & 1U) != 0;
    return bits;
}

Bytes packHashes(const std::vector<crypto::Hash>& hashes)
{
    Bytes packed;
    for (const crypto::Hash& hash : hashes)
        base::append(packed, hash.view());
    return packed;
}

Bytes packPrefixes(const std::vector<std::uint64_t>& prefixes)
{
    Bytes packed;
    packed.reserve(prefixes.size() * prefixSize);
    for (const std::uint64_t prefix : prefixes)
        for (int shift = 56; shift >= 0; shift -= 8)
            packed.push_back(static_cast<std::uint8_t>(prefix >> shift));
    return packed;
}

std::vector<std::uint64_t> unpackPrefixes(BytesView packed)
{
    std::vector<std::uint64_t> prefixes(packed.size() / prefixSize);
    for (std::size_t i = 0; i < packed.size(); ++i)
        prefixes[i / prefixSize] = prefixes[i / prefixSize] << 8 | packed[i];
    return prefixes;
}

tl::unexpected<Error> contradiction(const std::string& what)
{
    return fail(Error::Kind::Mismatch, "audit state: " + what);
}

/// Reads one item after another; after the first error, nothing more, so that the error is asked
/// for once.
class Reader
{
public:
    explicit Reader(BytesView source) : m_reader(source) { }

    std::size_t array(std::size_t max)
    {
        return take([&] { return m_reader.array(max); });
    }
    std::uint64_t number()
    {
        return take([&] { return m_reader.unsignedInteger(); });
    }
    BytesView bytes(std::size_t max)
    {
        return take([&] { return m_reader.bytes(max); });
    }
    crypto::Hash hash()
    {
        return take([&] { return crypto::Hash::fromBytes(bytes(crypto::Hash::size)); });
    }
    std::vector<crypto::Hash> hashes(std::size_t max)
    {
        const BytesView packed = bytes(max * crypto::Hash::size);
        if (packed.size() % crypto::Hash::size != 0) {
            refuse("a list of hashes is cut");
            return {};
        }
        std::vector<crypto::Hash> out(packed.size() / crypto::Hash::size);
        for (std::size_t i = 0; i < out.size(); ++i)
            std::copy_n(packed.begin() + static_cast<std::ptrdiff_t>(i * crypto::Hash::size),
                crypto::Hash::size, out[i].bytes.begin());
        return out;
    }
    void refuse(const std::string& what)
    {
        if (m_done)
            m_done = contradiction(what);
    }
    [[nodiscard]] Result<void> finish() const { return m_done ? m_reader.finish() : m_done; }
    [[nodiscard]] bool good() const { return m_done.has_value(); }

private:
    template <typename Read>
    auto take(const Read& read) -> typename std::invoke_result_t<Read>::value_type
    {
        if (!m_done)
            return {};
        auto value = read();
        if (value)
            return std::move(*value);
        m_done = tl::unexpected(value.error());
        return {};
    }

    CborReader m_reader;
    Result<void> m_done;
};

void writeSessions(CborWriter& writer, const std::vector<OrderMemory::Session>& sessions)
{
    writer.array(sessions.size());
    for (const OrderMemory::Session& session : sessions)
        writer.array(sessionFields)
            .unsignedInteger(session.number)
            .unsignedInteger(session.firstIndex)
            .unsignedInteger(session.lastIndex)
            .unsignedInteger(session.counts.signedEntries)
            .unsignedInteger(session.counts.voidedEntries);
}

std::vector<OrderMemory::Session> readSessions(Reader& reader)
{
    std::vector<OrderMemory::Session> sessions(reader.array(maxStateSessions));
    for (OrderMemory::Session& session : sessions) {
        if (reader.array(sessionFields) != sessionFields)
            reader.refuse("a session is cut");
        session.number = reader.number();
        session.firstIndex = reader.number();
        session.lastIndex = reader.number();
        session.counts.signedEntries = reader.number();
        session.counts.voidedEntries = reader.number();
    }
    return sessions;
}

/// What its signed and voided bits say of a session's entries.
pledge::Counts countWithin(const OrderMemory& order, std::uint64_t first, std::uint64_t end)
{
    pledge::Counts counts;
    for (std::uint64_t i = first; i < end; ++i) {
        counts.signedEntries += order.isSigned[i] ? 1U : 0U;
        counts.voidedEntries += order.isVoided[i] ? 1U : 0U;
    }
    return counts;
}

/// Sessions follow one another, each with the entries that the bits show; only the last may be
/// open.
Result<void> checkSessions(const OrderMemory& order)
{
    std::uint64_t next = 1;
    for (const OrderMemory::Session& session : order.sessions) {
        const bool open = session.lastIndex == 0;
        const std::uint64_t end = open ? order.isSigned.size() : session.lastIndex;
        if (session.firstIndex < next || session.firstIndex >= end
            || (!open && end >= order.isSigned.size())
            || (open && &session != &order.sessions.back()))
            return contradiction("its sessions do not follow one another");
        if (session.counts != countWithin(order, session.firstIndex, end))
            return contradiction("the counts of a session are not those of its entries");
        next = end + 1;
    }
    return {};
}

Result<void> checkOrder(OrderMemory& order)
{
    for (std::size_t i = 0; i < order.isSigned.size(); ++i)
        if (order.isVoided[i] && !order.isSigned[i])
            return contradiction("an entry is voided that is no signature");
    order.all = countWithin(order, 0, order.isSigned.size());
    if (order.all.signedEntries != order.commitments.size())
        return contradiction("it has another number of commitments than of signatures");
    return checkSessions(order);
}

Result<std::uint64_t> sizeOf(std::string_view checkpoint, crypto::Hash& root)
{
    const auto note = tlog::Note::parse(checkpoint);
    if (!note)
        return tl::unexpected(note.error());
    const auto parsed = tlog::Checkpoint::parse(note->text);
    if (!parsed)
        return tl::unexpected(parsed.error());
    if (parsed->size == 0 || parsed->size > maxStateEntries)
        return fail(Error::Kind::TooLarge, "audit state: its log has no entry, or too many");
    root = parsed->root;
    return parsed->size;
}

/// The partial tiles above level 0 that a log of `size` entries has.
Result<void> checkUpper(const std::vector<std::vector<crypto::Hash>>& upper, std::uint64_t size)
{
    std::size_t level = 0;
    for (std::uint64_t nodes = size >> tlog::tileHeight; nodes != 0; nodes >>= tlog::tileHeight)
        if (level == upper.size() || upper[level++].size() != nodes % tlog::tileWidth)
            return contradiction("its upper tiles are not those of its size");
    if (level != upper.size())
        return contradiction("its upper tiles are not those of its size");
    return {};
}

Bytes encodeContents(const AuditState& state)
{
    CborWriter writer;
    writer.array(11)
        .bytes(state.policy.view())
        .bytes(base::asBytes(state.checkpoint))
        .bytes(packHashes(state.edge.hashes()))
        .array(state.upper.size());
    for (const auto& level : state.upper)
        writer.bytes(packHashes(level));
    const OrderMemory& order = state.order;
    writer.bytes(state.ceremony.view())
        .unsignedInteger(static_cast<std::uint64_t>(order.time))
        .unsignedInteger(order.closed ? 1 : 0)
        .bytes(packBits(order.isSigned))
        .bytes(packBits(order.isVoided))
        .bytes(packPrefixes(order.commitments));
    writeSessions(writer, order.sessions);
    return writer.take();
}

Result<AuditState> decodeContents(BytesView contents)
{
    AuditState state;
    Reader reader(contents);
    if (reader.array(11) != 11)
        reader.refuse("it has another number of parts");
    state.policy = reader.hash();
    state.checkpoint = base::asText(reader.bytes(tlog::maxNoteSize));
    auto edge = reader.hashes(64);
    state.upper.resize(reader.array(maxUpperLevels));
    for (auto& level : state.upper)
        level = reader.hashes(tlog::tileWidth - 1);
    state.ceremony = reader.hash();
    state.order.time = static_cast<std::int64_t>(reader.number());
    state.order.closed = reader.number() != 0;
    const BytesView isSigned = reader.bytes(maxStateEntries / 8);
    const BytesView isVoided = reader.bytes(maxStateEntries / 8);
    const BytesView commitments = reader.bytes(maxStateEntries * prefixSize);
    if (commitments.size() % prefixSize != 0)
        reader.refuse("a list of commitments is cut");
    state.order.sessions = readSessions(reader);
    if (const auto finished = reader.finish(); !finished)
        return tl::unexpected(finished.error());

    crypto::Hash root;
    const auto size = sizeOf(state.checkpoint, root);
    if (!size)
        return tl::unexpected(size.error());
    auto tree = tlog::RightEdge::from(*size, std::move(edge));
    if (!tree)
        return tl::unexpected(tree.error());
    state.edge = std::move(*tree);
    if (state.edge.root() != root)
        return contradiction("its tree does not lead to the root of its checkpoint");
    if (isSigned.size() != (*size + 7) / 8 || isVoided.size() != isSigned.size())
        return contradiction("it is of another number of entries than its checkpoint");
    state.order.commitments = unpackPrefixes(commitments);
    state.order.isSigned = unpackBits(isSigned, *size);
    state.order.isVoided = unpackBits(isVoided, *size);
    if (const auto upper = checkUpper(state.upper, *size); !upper)
        return tl::unexpected(upper.error());
    if (const auto order = checkOrder(state.order); !order)
        return tl::unexpected(order.error());
    return state;
}

} // namespace

Bytes sealContents(BytesView contents)
{
    return CborWriter()
        .array(3)
        .unsignedInteger(version)
        .bytes(contents)
        .bytes(crypto::sha256(contents).view())
        .take();
}

Bytes encodeState(const AuditState& state)
{
    return sealContents(encodeContents(state));
}

Result<AuditState> decodeState(BytesView bytes)
{
    if (bytes.size() > maxStateSize)
        return fail(Error::Kind::TooLarge, "audit state: over its bound");
    Reader reader(bytes);
    const std::size_t parts = reader.array(3);
    const std::uint64_t number = reader.number();
    if (reader.good() && (parts != 3 || number != version))
        return fail(Error::Kind::UnknownVersion,
            "audit state: of another version of this program; begin anew without it");
    const BytesView contents = reader.bytes(maxStateSize);
    const crypto::Hash digest = reader.hash();
    if (const auto finished = reader.finish(); !finished)
        return tl::unexpected(finished.error());
    if (crypto::sha256(contents) != digest)
        return contradiction("it is damaged: its digest is not that of its contents");
    auto state = decodeContents(contents);
    if (state && !base::equal(encodeState(*state), bytes))
        return fail(Error::Kind::NotCanonical, "audit state: not in its one spelling");
    return state;
}

} // namespace ikrar::audit
