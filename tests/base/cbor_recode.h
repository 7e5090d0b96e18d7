#pragma once

#include "base/cbor.h"

namespace ikrar::tests {

/// Reads one item of whatever kind, with all it holds, and writes it again; the reader's error
/// where it refuses. `depth` bounds the nesting (Invalid beyond it).
Result<void> recodeItem(base::CborReader& reader, base::CborWriter& writer, int depth);

/// All of `source` as one item.
inline Result<Bytes> recode(BytesView source)
{
    base::CborReader reader(source);
    base::CborWriter writer;
    return recodeItem(reader, writer, 64).and_then([&] { return reader.finish(); }).map([&] {
        return writer.take();
    });
}

inline Result<void> recodeItems(
    base::CborReader& reader, base::CborWriter& writer, std::size_t count, int depth)
{
    for (std::size_t i = 0; i < count; ++i)
        if (auto done = recodeItem(reader, writer, depth); !done)
            return done;
    return {};
}

/// Whether the next item was of the kind asked for, be it sound or not.
template <typename T>
bool settled(const Result<T>& result)
{
    return result || result.error().kind != Error::Kind::Malformed;
}

inline Result<void> recodeItem(base::CborReader& reader, base::CborWriter& writer, int depth)
{
    constexpr std::size_t unbounded = SIZE_MAX;
    if (depth == 0)
        return fail(Error::Kind::Invalid, "nested too deep");
    // A refused call reads nothing, so each kind is tried in turn until it is the one.
    if (const auto value = reader.unsignedInteger(); settled(value))
        return value.map([&](std::uint64_t number) { writer.unsignedInteger(number); });
    if (const auto value = reader.bytes(unbounded); settled(value))
        return value.map([&](BytesView bytes) { writer.bytes(bytes); });
    if (const auto value = reader.text(unbounded); settled(value))
        return value.map([&](std::string_view text) { writer.text(text); });
    if (const auto count = reader.array(unbounded); settled(count))
        return count.and_then([&](std::size_t items) {
            return recodeItems(reader, writer.array(items), items, depth - 1);
        });
    if (const auto count = reader.map(unbounded); settled(count))
        return count.and_then([&](std::size_t pairs) {
            return recodeItems(reader, writer.map(pairs), 2 * pairs, depth - 1);
        });
    if (const auto value = reader.tag(); settled(value))
        return value.and_then(
            [&](std::uint64_t tag) { return recodeItem(reader, writer.tag(tag), depth - 1); });
    return reader.integer().map([&](std::int64_t value) { writer.integer(value); });
}

} // namespace ikrar::tests
