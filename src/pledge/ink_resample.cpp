#include "pledge/ink.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ikrar::pledge {

namespace {

using RawStroke = std::vector<RawPoint>;

constexpr double finestStepMm = 0.5;
constexpr double unitsPerMm = 10;

struct Pad {
    int width;
    int height;
};

int padSide(double mm)
{
    const double units = std::round(mm * unitsPerMm);
    return std::isfinite(units) ? static_cast<int>(std::clamp(units, 1.0, double{maxPadSide})) : 1;
}

InkPoint toUnits(RawPoint point)
{
    return {static_cast<int>(std::lround(point.x * unitsPerMm)),
        static_cast<int>(std::lround(point.y * unitsPerMm))};
}

double distance(RawPoint a, RawPoint b)
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

double arcLength(const RawStroke& stroke)
{
    double length = 0;
    for (std::size_t i = 1; i < stroke.size(); ++i)
        length += distance(stroke[i - 1], stroke[i]);
    return length;
}

RawStroke onPad(const RawStroke& stroke, Pad pad)
{
    RawStroke inside;
    inside.reserve(stroke.size());
    for (const RawPoint p : stroke)
        if (std::isfinite(p.x) && std::isfinite(p.y))
            inside.push_back({std::clamp(p.x, 0.0, pad.width / unitsPerMm),
                std::clamp(p.y, 0.0, pad.height / unitsPerMm)});
    return inside;
}

void addPoint(Stroke& stroke, InkPoint point)
{
    if (stroke.empty() || stroke.back() != point)
        stroke.push_back(point);
}

/// Points every `step` along the polyline, and its end.
Stroke walk(const RawStroke& raw, double step)
{
    Stroke stroke{toUnits(raw.front())};
    double untilNext = step;
    for (std::size_t i = 1; i < raw.size(); ++i) {
        const RawPoint a = raw[i - 1];
        const RawPoint b = raw[i];
        const double length = distance(a, b);
        double along = untilNext;
        while (along <= length) {
            const double t = along / length;
            addPoint(stroke, toUnits({std::lerp(a.x, b.x, t), std::lerp(a.y, b.y, t)}));
            along += step;
        }
        untilNext = along - length;
    }
    addPoint(stroke, toUnits(raw.back()));
    return stroke;
}

std::vector<Stroke> walkAll(const std::vector<RawStroke>& strokes, double step)
{
    std::vector<Stroke> walked;
    walked.reserve(strokes.size());
    for (const RawStroke& stroke : strokes)
        walked.push_back(walk(stroke, step));
    return walked;
}

/// The longest maxInkStrokes strokes, in the order in which they were drawn.
void keepLongest(std::vector<RawStroke>& strokes)
{
    if (strokes.size() <= maxInkStrokes)
        return;
    std::vector<double> lengths(strokes.size());
    std::transform(strokes.begin(), strokes.end(), lengths.begin(), arcLength);
    std::vector<std::size_t> order(strokes.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return lengths[a] > lengths[b]; });
    order.resize(maxInkStrokes);
    std::sort(order.begin(), order.end());
    std::vector<RawStroke> kept;
    kept.reserve(order.size());
    for (const std::size_t index : order)
        kept.push_back(std::move(strokes[index]));
    strokes = std::move(kept);
}

std::size_t headSize(std::size_t argument)
{
    if (argument < 24)
        return 1;
    return argument < 256 ? 2 : 3; // nothing here is over 65,535
}

std::size_t deltaSize(int delta)
{
    return headSize(static_cast<std::size_t>(delta < 0 ? -1 - delta : delta));
}

std::size_t encodedSize(const Ink& ink)
{
    std::size_t size = 2 + headSize(static_cast<std::size_t>(ink.width))
        + headSize(static_cast<std::size_t>(ink.height)) + headSize(ink.strokes.size());
    for (const Stroke& stroke : ink.strokes) {
        size += headSize(stroke.size() * 2);
        InkPoint from;
        for (const InkPoint point : stroke) {
            size += deltaSize(point.x - from.x) + deltaSize(point.y - from.y);
            from = point;
        }
    }
    return size;
}

} // namespace

Ink resample(double widthMm, double heightMm, const std::vector<std::vector<RawPoint>>& strokes)
{
    const Pad pad{padSide(widthMm), padSide(heightMm)};
    std::vector<RawStroke> raw;
    for (const RawStroke& stroke : strokes)
        if (RawStroke inside = onPad(stroke, pad); !inside.empty())
            raw.push_back(std::move(inside));
    if (raw.empty())
        return {};
    keepLongest(raw);

    // Ends: a stroke of two points takes 13 bytes at most, and 500 of those fit.
    static_assert(maxInkStrokes * 13 + 11 <= maxInkSize);
    Ink ink{pad.width, pad.height, {}};
    double step = finestStepMm;
    do {
        ink.strokes = walkAll(raw, step);
        step *= 2;
    } while (encodedSize(ink) > maxInkSize);
    return ink;
}

} // namespace ikrar::pledge
