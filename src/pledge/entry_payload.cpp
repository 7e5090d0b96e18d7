#include "pledge/entry_payload.h"

#include "base/cbor.h"

#include <array>
#include <cassert>
#include <limits>
#include <type_traits>

namespace ikrar::pledge {

namespace {

// design of the payload: FORMAT.md, "Entry".
enum Key : std::size_t {
    KindKey = 0,
    TimeKey = 1,
    TrustKey = 2,
    CeremonyKey = 3,
    SessionKey = 4,
    CommitmentKey = 5,
    ActKey = 6,
    CategoryKey = 7,
    MethodKey = 8,
    IndexKey = 9,
    ReasonKey = 10,
    CountsKey = 11,
    TableKey = 12,
    EdgeKey = 13,
    KeyCount = 14,
};

enum Kind : std::uint64_t {
    OpenedKind,
    SignedKind,
    VoidedKind,
    SessionKind,
    ClosedKind,
    KindCount
};
enum Edge : std::uint64_t { StartEdge, EndEdge, EdgeCount };

constexpr std::uint64_t largest = std::numeric_limits<std::int64_t>::max();

enum class Type : std::uint8_t { Number, Digest, Counts };

struct Field {
    Type type;
    std::uint64_t least;
    std::uint64_t most; ///< of a number
};

constexpr std::array<Field, KeyCount> fields{{
    {Type::Number, 0, KindCount - 1},
    {Type::Number, 0, largest},
    {Type::Number, 0, std::uint64_t{static_cast<std::uint8_t>(base::ClockTrust::Synchronised)}},
    {Type::Digest, 0, 0},
    {Type::Number, 1, largest},
    {Type::Digest, 0, 0},
    {Type::Digest, 0, 0},
    {Type::Number, 1, std::uint64_t{static_cast<std::uint8_t>(Category::Polri)}},
    {Type::Number, 0, std::uint64_t{static_cast<std::uint8_t>(Method::WetInk)}},
    {Type::Number, 0, largest},
    {Type::Number, 1, std::uint64_t{static_cast<std::uint8_t>(Reason::Other)}},
    {Type::Counts, 0, 0},
    {Type::Digest, 0, 0},
    {Type::Number, 0, EdgeCount - 1},
}};

using KeySet = unsigned;

constexpr KeySet setOf(std::initializer_list<Key> keys)
{
    KeySet set = 1U << KindKey | 1U << TimeKey | 1U << TrustKey;
    for (const Key key : keys)
        set |= 1U << key;
    return set;
}

constexpr KeySet openedKeys = setOf({CeremonyKey});
constexpr KeySet signedKeys = setOf({SessionKey, CommitmentKey, ActKey, CategoryKey, MethodKey});
constexpr KeySet voidedKeys = setOf({IndexKey, ReasonKey});
constexpr KeySet sessionStartKeys = setOf({SessionKey, TableKey, EdgeKey});
constexpr KeySet sessionEndKeys = setOf({SessionKey, CountsKey, EdgeKey});
constexpr KeySet closedKeys = setOf({CountsKey, TableKey});

/// The map as a table: what each key holds, and which are there.
struct Values {
    KeySet present = 0;
    std::array<std::uint64_t, KeyCount> numbers{};
    std::array<Hash, KeyCount> digests{};
    Counts counts;

    void put(Key key, std::uint64_t number)
    {
        assert(number >= fields.at(key).least && number <= fields.at(key).most);
        present |= 1U << key;
        numbers.at(key) = number;
    }
    void put(Key key, const Hash& digest)
    {
        present |= 1U << key;
        digests.at(key) = digest;
    }
    void put(Counts value)
    {
        assert(value.signedEntries <= largest && value.voidedEntries <= largest);
        present |= 1U << CountsKey;
        counts = value;
    }
};

template <typename Enum>
std::uint64_t number(Enum value)
{
    return static_cast<std::underlying_type_t<Enum>>(value);
}

struct ToValues {
    Values&
        values; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members): lives for one visit

    void operator()(const Opened& body) const
    {
        values.put(KindKey, OpenedKind);
        values.put(CeremonyKey, body.ceremony);
    }
    void operator()(const Signed& body) const
    {
        values.put(KindKey, SignedKind);
        values.put(SessionKey, body.session);
        values.put(CommitmentKey, body.commitment);
        values.put(ActKey, body.act);
        values.put(CategoryKey, number(body.category));
        values.put(MethodKey, number(body.method));
    }
    void operator()(const Voided& body) const
    {
        values.put(KindKey, VoidedKind);
        values.put(IndexKey, body.index);
        values.put(ReasonKey, number(body.reason));
    }
    void operator()(const SessionStart& body) const
    {
        values.put(KindKey, SessionKind);
        values.put(SessionKey, body.session);
        values.put(TableKey, body.roster);
        values.put(EdgeKey, StartEdge);
    }
    void operator()(const SessionEnd& body) const
    {
        values.put(KindKey, SessionKind);
        values.put(SessionKey, body.session);
        values.put(body.counts);
        values.put(EdgeKey, EndEdge);
    }
    void operator()(const Closed& body) const
    {
        values.put(KindKey, ClosedKind);
        values.put(body.counts);
        values.put(TableKey, body.attendance);
    }
};

void write(base::CborWriter& writer, const Values& values, std::size_t key)
{
    writer.unsignedInteger(key);
    switch (fields.at(key).type) {
    case Type::Number:
        writer.unsignedInteger(values.numbers.at(key));
        break;
    case Type::Digest:
        writer.bytes(values.digests.at(key).view());
        break;
    case Type::Counts:
        writer.map(2)
            .unsignedInteger(0)
            .unsignedInteger(values.counts.signedEntries)
            .unsignedInteger(1)
            .unsignedInteger(values.counts.voidedEntries);
        break;
    }
}

Error outOfRange(std::size_t key)
{
    return {key == KindKey ? Error::Kind::UnknownVersion : Error::Kind::Malformed,
        "entry: the number under key " + std::to_string(key) + " is out of its range"};
}

Result<void> readNumber(base::CborReader& reader, std::size_t key, Values& values)
{
    const auto read = reader.unsignedInteger();
    if (!read)
        return tl::unexpected(read.error());
    if (*read < fields.at(key).least || *read > fields.at(key).most)
        return tl::unexpected(outOfRange(key));
    values.numbers.at(key) = *read;
    return {};
}

Result<void> readDigest(base::CborReader& reader, std::size_t key, Values& values)
{
    const auto bytes = reader.bytes(maxSealedEntrySize);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const auto digest = Hash::fromBytes(*bytes);
    if (!digest)
        return fail(
            Error::Kind::Malformed, "entry: key " + std::to_string(key) + " holds no SHA-256");
    values.digests.at(key) = *digest;
    return {};
}

Result<std::uint64_t> readCount(base::CborReader& reader, std::uint64_t expectedKey)
{
    auto key = reader.unsignedInteger();
    if (!key)
        return key;
    if (*key != expectedKey)
        return fail(*key > 1 ? Error::Kind::UnknownKey : Error::Kind::NotCanonical,
            "entry: counts with key " + std::to_string(*key));
    auto count = reader.unsignedInteger();
    if (count && *count > largest)
        return tl::unexpected(outOfRange(CountsKey));
    return count;
}

Result<void> readCounts(base::CborReader& reader, Values& values)
{
    const auto pairs = reader.map(maxSealedEntrySize);
    if (!pairs)
        return tl::unexpected(pairs.error());
    if (*pairs != 2)
        return fail(
            *pairs > 2 ? Error::Kind::UnknownKey : Error::Kind::Malformed, "entry: counts are two");
    const auto signedEntries = readCount(reader, 0);
    if (!signedEntries)
        return tl::unexpected(signedEntries.error());
    const auto voidedEntries = readCount(reader, 1);
    if (!voidedEntries)
        return tl::unexpected(voidedEntries.error());
    values.counts = {*signedEntries, *voidedEntries};
    return {};
}

Result<std::size_t> readKey(base::CborReader& reader, KeySet present)
{
    const auto key = reader.integer();
    if (!key)
        return tl::unexpected(key.error());
    if (*key < 0 || *key >= std::int64_t{KeyCount})
        return fail(Error::Kind::UnknownKey, "entry: key " + std::to_string(*key));
    const auto index = static_cast<std::size_t>(*key);
    if ((present >> index) != 0)
        return fail(Error::Kind::NotCanonical,
            "entry: key " + std::to_string(*key) + " out of order or twice");
    return index;
}

Result<void> readPair(base::CborReader& reader, Values& values)
{
    const auto key = readKey(reader, values.present);
    if (!key)
        return tl::unexpected(key.error());
    values.present |= 1U << *key;
    switch (fields.at(*key).type) {
    case Type::Number:
        return readNumber(reader, *key, values);
    case Type::Digest:
        return readDigest(reader, *key, values);
    case Type::Counts:
        break;
    }
    return readCounts(reader, values);
}

Result<Values> readValues(BytesView bytes)
{
    base::CborReader reader(bytes);
    const auto pairs = reader.map(maxSealedEntrySize);
    if (!pairs)
        return tl::unexpected(pairs.error());
    Values values;
    for (std::size_t i = 0; i < *pairs; ++i)
        if (const auto read = readPair(reader, values); !read)
            return tl::unexpected(read.error());
    if (const auto end = reader.finish(); !end)
        return tl::unexpected(end.error());
    return values;
}

/// The keys that an entry of this kind has; what else is known of it decides between the two kinds
/// of session entry.
KeySet keysOf(const Values& values)
{
    switch (values.numbers[KindKey]) {
    case OpenedKind:
        return openedKeys;
    case SignedKind:
        return signedKeys;
    case VoidedKind:
        return voidedKeys;
    case SessionKind:
        return values.numbers[EdgeKey] == StartEdge ? sessionStartKeys : sessionEndKeys;
    default:
        return closedKeys;
    }
}

Body toBody(const Values& values)
{
    const auto& numbers = values.numbers;
    const auto& digests = values.digests;
    switch (values.present) {
    case openedKeys:
        return Opened{digests[CeremonyKey]};
    case signedKeys:
        return Signed{numbers[SessionKey], digests[CommitmentKey], digests[ActKey],
            static_cast<Category>(numbers[CategoryKey]), static_cast<Method>(numbers[MethodKey])};
    case voidedKeys:
        return Voided{numbers[IndexKey], static_cast<Reason>(numbers[ReasonKey])};
    case sessionStartKeys:
        return SessionStart{numbers[SessionKey], digests[TableKey]};
    case sessionEndKeys:
        return SessionEnd{numbers[SessionKey], values.counts};
    default:
        assert(values.present == closedKeys);
        return Closed{values.counts, digests[TableKey]};
    }
}

} // namespace

Bytes encodePayload(const Entry& entry)
{
    assert(entry.time.seconds >= 0);
    Values values;
    values.put(TimeKey, static_cast<std::uint64_t>(entry.time.seconds));
    values.put(TrustKey, number(entry.time.trust));
    std::visit(ToValues{values}, entry.body);

    std::size_t count = 0;
    for (std::size_t key = 0; key < KeyCount; ++key)
        count += (values.present >> key) & 1U;
    base::CborWriter writer;
    writer.map(count);
    for (std::size_t key = 0; key < KeyCount; ++key)
        if (((values.present >> key) & 1U) != 0)
            write(writer, values, key);
    return writer.take();
}

Result<Entry> decodePayload(BytesView bytes)
{
    const auto values = readValues(bytes);
    if (!values)
        return tl::unexpected(values.error());
    const KeySet keys = keysOf(*values);
    if ((keys & ~values->present) != 0)
        return fail(Error::Kind::Malformed, "entry: a key that its kind has is missing");
    if (values->present != keys)
        return fail(Error::Kind::Malformed, "entry: a key that its kind does not have");
    return Entry{base::Time{static_cast<std::int64_t>(values->numbers[TimeKey]),
                     static_cast<base::ClockTrust>(values->numbers[TrustKey])},
        toBody(*values)};
}

} // namespace ikrar::pledge
