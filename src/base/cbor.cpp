#include "base/cbor.h"

#include "base/utf8.h"

#include <cbor/encoding.h>
#include <cbor/streaming.h>

#include <array>
#include <cassert>
#include <limits>
#include <optional>
#include <utility>

namespace ikrar::base {

namespace {

constexpr std::size_t longestHead = 9;

template <typename Encode, typename Value>
void appendHead(Bytes& to, Encode encode, Value value)
{
    std::array<unsigned char, longestHead> head; // NOLINT(*-member-init): encode fills what is read
    const std::size_t length = encode(value, head.data(), head.size());
    assert(length != 0 && length <= longestHead);
    // Ink is a thousand heads of one or two bytes each: a byte at a time is the quick way.
    for (std::size_t i = 0; i < length; ++i)
        to.push_back(head[i]); // NOLINT(*-constant-array-index)
}

enum class Type : std::uint8_t {
    Unsigned,
    Negative,
    Bytes,
    Text,
    Array,
    Map,
    Tag,
    Indefinite,
    Other
};

/// One decoded head, with the content of a string.
struct Item {
    Type type = Type::Other;
    std::uint64_t argument = 0; ///< the value, length or count
    BytesView content;
};

template <Type type, typename Number>
void onNumber(void* item, Number argument)
{
    *static_cast<Item*>(item) = {type, argument, {}};
}

template <Type type>
void onString(void* item, cbor_data data, std::size_t size)
{
    *static_cast<Item*>(item) = {type, size, {data, size}};
}

template <Type type>
void onSimple(void* item)
{
    *static_cast<Item*>(item) = {type, 0, {}};
}

template <typename Value>
void onOther(void* item, Value /*value*/)
{
    *static_cast<Item*>(item) = {};
}

constexpr cbor_callbacks callbacks{
    .uint8 = onNumber<Type::Unsigned, std::uint8_t>,
    .uint16 = onNumber<Type::Unsigned, std::uint16_t>,
    .uint32 = onNumber<Type::Unsigned, std::uint32_t>,
    .uint64 = onNumber<Type::Unsigned, std::uint64_t>,
    .negint64 = onNumber<Type::Negative, std::uint64_t>,
    .negint32 = onNumber<Type::Negative, std::uint32_t>,
    .negint16 = onNumber<Type::Negative, std::uint16_t>,
    .negint8 = onNumber<Type::Negative, std::uint8_t>,
    .byte_string_start = onSimple<Type::Indefinite>,
    .byte_string = onString<Type::Bytes>,
    .string = onString<Type::Text>,
    .string_start = onSimple<Type::Indefinite>,
    .indef_array_start = onSimple<Type::Indefinite>,
    .array_start = onNumber<Type::Array, std::size_t>,
    .indef_map_start = onSimple<Type::Indefinite>,
    .map_start = onNumber<Type::Map, std::size_t>,
    .tag = onNumber<Type::Tag, std::uint64_t>,
    .float2 = onOther<float>,
    .float4 = onOther<float>,
    .float8 = onOther<double>,
    .undefined = onSimple<Type::Other>,
    .null = onSimple<Type::Other>,
    .boolean = onOther<bool>,
    .indef_break = onSimple<Type::Indefinite>,
};

std::size_t shortestHead(std::uint64_t argument)
{
    if (argument < 24)
        return 1;
    if (argument <= std::numeric_limits<std::uint8_t>::max())
        return 2;
    if (argument <= std::numeric_limits<std::uint16_t>::max())
        return 3;
    if (argument <= std::numeric_limits<std::uint32_t>::max())
        return 5;
    return longestHead;
}

/// A tag below 24. libcbor 0.8 refuses those that were unassigned when it was written, COSE's 18
/// among them.
bool isShortTag(BytesView source)
{
    constexpr unsigned tagMajor = 6;
    return !source.empty() && source[0] >> 5U == tagMajor && (source[0] & 31U) < 24;
}

Error refusal(const cbor_decoder_result& step, const Item& item)
{
    if (step.status == CBOR_DECODER_NEDATA)
        return {Error::Kind::Truncated, "CBOR ends within an item"};
    if (step.status != CBOR_DECODER_FINISHED || item.type == Type::Other)
        return {Error::Kind::Malformed, "a CBOR item of a kind that no format here uses"};
    if (item.type == Type::Indefinite)
        return {Error::Kind::NotCanonical, "CBOR of indefinite length"};
    return {Error::Kind::NotCanonical, "a CBOR head longer than needed"};
}

/// Takes the next item, in its only spelling, off `rest`; what is refused stays. Into `item`, since
/// an ink is a thousand of them and each copy counts.
Result<void> nextItem(BytesView& rest, Item& item)
{
    if (isShortTag(rest)) {
        item = {Type::Tag, rest[0] & 31U, {}};
        rest = rest.subspan(1);
        return {};
    }
    const cbor_decoder_result step
        = cbor_stream_decode(rest.data(), rest.size(), &callbacks, &item);
    if (step.status != CBOR_DECODER_FINISHED || item.type == Type::Other
        || item.type == Type::Indefinite
        || step.read - item.content.size() != shortestHead(item.argument))
        return tl::unexpected(refusal(step, item));
    rest = rest.subspan(step.read);
    return {};
}

} // namespace

CborWriter& CborWriter::unsignedInteger(std::uint64_t value)
{
    appendHead(m_out, cbor_encode_uint, value);
    return *this;
}

CborWriter& CborWriter::integer(std::int64_t value)
{
    if (value >= 0)
        return unsignedInteger(static_cast<std::uint64_t>(value));
    appendHead(m_out, cbor_encode_negint, static_cast<std::uint64_t>(-1 - value));
    return *this;
}

CborWriter& CborWriter::bytes(BytesView value)
{
    appendHead(m_out, cbor_encode_bytestring_start, value.size());
    append(m_out, value);
    return *this;
}

CborWriter& CborWriter::text(std::string_view value)
{
    assert(isUtf8(value));
    appendHead(m_out, cbor_encode_string_start, value.size());
    append(m_out, asBytes(value));
    return *this;
}

CborWriter& CborWriter::array(std::size_t count)
{
    appendHead(m_out, cbor_encode_array_start, count);
    return *this;
}

CborWriter& CborWriter::map(std::size_t count)
{
    appendHead(m_out, cbor_encode_map_start, count);
    return *this;
}

CborWriter& CborWriter::tag(std::uint64_t value)
{
    appendHead(m_out, cbor_encode_tag, value);
    return *this;
}

Bytes CborWriter::take()
{
    return std::exchange(m_out, {});
}

namespace {

/// Takes the next item off `rest` when it is of `type`; else `rest` stays as it was.
Result<Item> take(BytesView& rest, Type type, std::string_view expected)
{
    BytesView after = rest;
    Item item;
    if (auto next = nextItem(after, item); !next)
        return tl::unexpected(std::move(next.error()));
    if (item.type != type)
        return fail(Error::Kind::Malformed, "CBOR: expected " + std::string(expected));
    rest = after;
    return item;
}

/// Takes a head that says how much follows: at most `max`, at least `bytesEach` bytes apiece.
Result<Item> takeCounted(
    BytesView& rest, Type type, std::string_view expected, std::size_t max, std::size_t bytesEach)
{
    BytesView after = rest;
    auto item = take(after, type, expected);
    if (!item)
        return item;
    if (item->argument > max)
        return fail(Error::Kind::TooLarge, "CBOR: " + std::string(expected) + " over its bound");
    if (bytesEach != 0 && item->argument > after.size() / bytesEach)
        return fail(Error::Kind::Truncated, "CBOR ends within " + std::string(expected));
    rest = after;
    return item;
}

} // namespace

Result<std::uint64_t> CborReader::unsignedInteger()
{
    return take(m_rest, Type::Unsigned, "an unsigned integer").map(&Item::argument);
}

Result<std::int64_t> CborReader::integer()
{
    std::int64_t value = 0;
    return integers(std::span(&value, 1)).map([&] { return value; });
}

Result<void> CborReader::integers(std::span<std::int64_t> into)
{
    constexpr auto greatest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    Item item;
    for (std::int64_t& value : into) {
        BytesView after = m_rest;
        if (auto next = nextItem(after, item); !next)
            return next;
        if (item.type != Type::Unsigned && item.type != Type::Negative)
            return fail(Error::Kind::Malformed, "CBOR: expected an integer");
        if (item.argument > greatest)
            return fail(
                Error::Kind::TooLarge, "CBOR: an integer of more than 64 bits with its sign");
        m_rest = after;
        const auto magnitude = static_cast<std::int64_t>(item.argument);
        value = item.type == Type::Unsigned ? magnitude : -1 - magnitude;
    }
    return {};
}

Result<BytesView> CborReader::bytes(std::size_t max)
{
    return takeCounted(m_rest, Type::Bytes, "a byte string", max, 0).map(&Item::content);
}

Result<std::string_view> CborReader::text(std::size_t max)
{
    BytesView after = m_rest;
    const auto item = takeCounted(after, Type::Text, "a text string", max, 0);
    if (!item)
        return tl::unexpected(item.error());
    const std::string_view text = asText(item->content);
    if (!isUtf8(text))
        return fail(Error::Kind::Malformed, "CBOR: a text string that is not UTF-8");
    m_rest = after;
    return text;
}

Result<std::size_t> CborReader::array(std::size_t max)
{
    return takeCounted(m_rest, Type::Array, "an array", max, 1).map(&Item::argument);
}

Result<std::size_t> CborReader::map(std::size_t max)
{
    return takeCounted(m_rest, Type::Map, "a map", max, 2).map(&Item::argument);
}

Result<std::uint64_t> CborReader::tag()
{
    return take(m_rest, Type::Tag, "a tag").map(&Item::argument);
}

Result<void> CborReader::finish() const
{
    if (!m_rest.empty())
        return fail(Error::Kind::TrailingBytes, "bytes after the end of the CBOR value");
    return {};
}

} // namespace ikrar::base
