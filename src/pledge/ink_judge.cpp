#include "pledge/ink.h"

#include <algorithm>
#include <cmath>

namespace ikrar::pledge {

namespace {

// 1/10 mm. A paraf of 5 x 4 mm has some 15 mm of line; a line drawn freely over the pad bends by a
// few per cent.
constexpr double leastLength = 80;
constexpr double leastBand = 20;
constexpr double bandOfExtent = 0.04;

double lengthOf(const Ink& ink)
{
    double length = 0;
    for (const Stroke& stroke : ink.strokes)
        for (std::size_t i = 1; i < stroke.size(); ++i)
            length += std::hypot(stroke[i].x - stroke[i - 1].x, stroke[i].y - stroke[i - 1].y);
    return length;
}

/// The angle of the line that all points together lie along best (the first principal axis).
double mainDirection(const Ink& ink)
{
    double n = 0;
    double sumX = 0;
    double sumY = 0;
    for (const Stroke& stroke : ink.strokes)
        for (const InkPoint p : stroke) {
            n += 1;
            sumX += p.x;
            sumY += p.y;
        }
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (const Stroke& stroke : ink.strokes)
        for (const InkPoint p : stroke) {
            const double dx = p.x - sumX / n;
            const double dy = p.y - sumY / n;
            xx += dx * dx;
            xy += dx * dy;
            yy += dy * dy;
        }
    return std::atan2(2 * xy, xx - yy) / 2;
}

/// How far the ink reaches in the direction of `angle`.
double extentAlong(const Ink& ink, double angle)
{
    const auto along = [&](InkPoint p) { return p.x * std::cos(angle) + p.y * std::sin(angle); };
    double least = along(ink.strokes.front().front());
    double most = least;
    for (const Stroke& stroke : ink.strokes)
        for (const InkPoint p : stroke) {
            least = std::min(least, along(p));
            most = std::max(most, along(p));
        }
    return most - least;
}

} // namespace

InkJudgement judge(const Ink& ink)
{
    if (ink.strokes.empty())
        return InkJudgement::Blank;
    if (lengthOf(ink) < leastLength)
        return InkJudgement::Trivial;
    constexpr double quarterTurn = 1.5707963267948966;
    const double angle = mainDirection(ink);
    const double band = extentAlong(ink, angle + quarterTurn);
    const bool straight = band < std::max(leastBand, bandOfExtent * extentAlong(ink, angle));
    return straight ? InkJudgement::Trivial : InkJudgement::Signature;
}

} // namespace ikrar::pledge
