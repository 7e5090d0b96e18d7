#include "pledge/ink.h"

#include "base/cbor.h"

#include <algorithm>
#include <cassert>
#include <optional>

namespace ikrar::pledge {

namespace {

constexpr std::uint64_t inkVersion = 1;

bool isSide(std::int64_t side)
{
    return side >= 1 && side <= maxPadSide;
}

bool isOn(const Ink& ink, std::int64_t x, std::int64_t y)
{
    return x >= 0 && x <= ink.width && y >= 0 && y <= ink.height;
}

bool isStroke(const Ink& ink, const Stroke& stroke)
{
    return !stroke.empty() && std::all_of(stroke.begin(), stroke.end(), [&](InkPoint p) {
        return isOn(ink, p.x, p.y);
    }) && std::adjacent_find(stroke.begin(), stroke.end()) == stroke.end();
}

[[maybe_unused]] bool isEncodable(const Ink& ink)
{
    if (ink.strokes.empty())
        return ink.width == 0 && ink.height == 0;
    return isSide(ink.width) && isSide(ink.height) && ink.strokes.size() <= maxInkStrokes
        && std::all_of(ink.strokes.begin(), ink.strokes.end(),
            [&](const Stroke& stroke) { return isStroke(ink, stroke); });
}

void write(base::CborWriter& writer, const Stroke& stroke)
{
    writer.array(stroke.size() * 2);
    InkPoint from;
    for (const InkPoint point : stroke) {
        writer.integer(point.x - from.x).integer(point.y - from.y);
        from = point;
    }
}

/// The point that `dx, dy` lead to; nullopt beyond the pad.
std::optional<InkPoint> moved(InkPoint from, std::int64_t dx, std::int64_t dy, const Ink& ink)
{
    const auto isNear
        = [](std::int64_t delta) { return delta >= -maxPadSide && delta <= maxPadSide; };
    if (!isNear(dx) || !isNear(dy) || !isOn(ink, from.x + dx, from.y + dy))
        return std::nullopt;
    return InkPoint{from.x + static_cast<int>(dx), from.y + static_cast<int>(dy)};
}

Result<Stroke> readStroke(base::CborReader& reader, const Ink& ink)
{
    const auto count = reader.array(maxInkSize);
    if (!count)
        return tl::unexpected(count.error());
    if (*count == 0 || *count % 2 != 0)
        return fail(Error::Kind::Malformed, "ink: a stroke is one or more pairs of numbers");
    std::vector<std::int64_t> numbers(*count);
    if (const auto read = reader.integers(numbers); !read)
        return tl::unexpected(read.error());
    Stroke stroke;
    stroke.reserve(*count / 2);
    InkPoint from;
    for (std::size_t i = 0; i < *count; i += 2) {
        const auto point = moved(from, numbers[i], numbers[i + 1], ink);
        if (!point)
            return fail(Error::Kind::Malformed, "ink: a point beyond the pad");
        if (!stroke.empty() && *point == from)
            return fail(Error::Kind::NotCanonical, "ink: a point twice in a row");
        stroke.push_back(from = *point);
    }
    return stroke;
}

Result<void> readVersion(base::CborReader& reader)
{
    const auto items = reader.array(maxInkSize);
    if (!items)
        return tl::unexpected(items.error());
    if (*items != 4)
        return fail(Error::Kind::Malformed, "ink: not an array of four");
    const auto version = reader.unsignedInteger();
    if (!version)
        return tl::unexpected(version.error());
    if (*version != inkVersion)
        return fail(Error::Kind::UnknownVersion, "ink: version " + std::to_string(*version));
    return {};
}

Result<int> readSide(base::CborReader& reader)
{
    const auto side = reader.unsignedInteger();
    if (!side)
        return tl::unexpected(side.error());
    if (*side > maxPadSide)
        return fail(Error::Kind::TooLarge, "ink: a pad of more than a metre");
    return static_cast<int>(*side);
}

Result<void> readPad(base::CborReader& reader, Ink& ink)
{
    const auto width = readSide(reader);
    if (!width)
        return tl::unexpected(width.error());
    const auto height = readSide(reader);
    if (!height)
        return tl::unexpected(height.error());
    ink.width = *width;
    ink.height = *height;
    return {};
}

Result<void> readStrokes(base::CborReader& reader, Ink& ink)
{
    const auto count = reader.array(maxInkStrokes);
    if (!count)
        return tl::unexpected(count.error());
    if (*count == 0 && (ink.width != 0 || ink.height != 0))
        return fail(Error::Kind::NotCanonical, "ink: no ink has no pad");
    if (*count != 0 && (ink.width == 0 || ink.height == 0))
        return fail(Error::Kind::Malformed, "ink: strokes without a pad");
    for (std::size_t i = 0; i < *count; ++i) {
        auto stroke = readStroke(reader, ink);
        if (!stroke)
            return tl::unexpected(stroke.error());
        ink.strokes.push_back(std::move(*stroke));
    }
    return reader.finish();
}

} // namespace

Bytes encodeInk(const Ink& ink)
{
    assert(isEncodable(ink));
    base::CborWriter writer;
    writer.array(4)
        .unsignedInteger(inkVersion)
        .integer(ink.width)
        .integer(ink.height)
        .array(ink.strokes.size());
    for (const Stroke& stroke : ink.strokes)
        write(writer, stroke);
    Bytes bytes = writer.take();
    assert(bytes.size() <= maxInkSize);
    return bytes;
}

Result<Ink> decodeInk(BytesView bytes)
{
    if (bytes.size() > maxInkSize)
        return fail(Error::Kind::TooLarge, "ink: more than 8,000 bytes");
    base::CborReader reader(bytes);
    Ink ink;
    const auto read
        = readVersion(reader).and_then([&] { return readPad(reader, ink); }).and_then([&] {
              return readStrokes(reader, ink);
          });
    if (!read)
        return tl::unexpected(read.error());
    if (!base::equal(encodeInk(ink), bytes))
        return fail(Error::Kind::NotCanonical, "ink: another spelling than ours");
    return ink;
}

} // namespace ikrar::pledge
