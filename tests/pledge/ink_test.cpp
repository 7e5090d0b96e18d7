#include "case_files.h"
#include "pledge/ink.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace ikrar;
using namespace ikrar::pledge;
using ikrar::tests::cases;
using ikrar::tests::hexField;

namespace {

using RawStroke = std::vector<RawPoint>;

constexpr double padWidth = 120;
constexpr double padHeight = 45;
constexpr double pi = 3.14159265358979323846;

Ink inkOf(const nlohmann::json& json)
{
    Ink ink{json.at("width"), json.at("height"), {}};
    for (const auto& stroke : json.at("strokes")) {
        ink.strokes.emplace_back();
        for (const auto& point : stroke)
            ink.strokes.back().push_back({point.at(0), point.at(1)});
    }
    return ink;
}

RawStroke line(RawPoint from, RawPoint to, int points)
{
    RawStroke stroke;
    for (int i = 0; i < points; ++i) {
        const double t = points == 1 ? 0 : static_cast<double>(i) / (points - 1);
        stroke.push_back({std::lerp(from.x, to.x, t), std::lerp(from.y, to.y, t)});
    }
    return stroke;
}

/// A curve as a hand writes it: `loops` of `radius` mm, moving on by `advance` mm each.
RawStroke loops(RawPoint at, double radius, double advance, double count, int pointsEach = 40)
{
    RawStroke stroke;
    const int points = static_cast<int>(count * pointsEach);
    for (int i = 0; i <= points; ++i) {
        const double turn = static_cast<double>(i) / pointsEach;
        stroke.push_back({at.x + advance * turn + radius * std::cos(2 * pi * turn),
            at.y + radius * std::sin(2 * pi * turn)});
    }
    return stroke;
}

double gap(InkPoint a, InkPoint b)
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

InkJudgement judged(const std::vector<RawStroke>& strokes)
{
    return judge(resample(padWidth, padHeight, strokes));
}

} // namespace

TEST_CASE("ink is written and read as published", "[pledge]")
{
    for (const auto& [name, json] : cases("ink", "ok-")) {
        INFO(name);
        const Bytes bytes = hexField(json, "bytes");
        const auto ink = decodeInk(bytes);
        REQUIRE(ink);
        CHECK(*ink == inkOf(json));
        CHECK(base::toHex(encodeInk(*ink)) == base::toHex(bytes));
    }
}

TEST_CASE("what is not exactly ink is refused by its name", "[pledge]")
{
    for (const auto& [name, json] : cases("ink", "bad-")) {
        INFO(name << ": " << json.at("desc"));
        const auto ink = decodeInk(hexField(json, "bytes"));
        REQUIRE_FALSE(ink);
        INFO(ink.error().what);
        CHECK(base::name(ink.error().kind) == json.at("expect").get<std::string>());
    }
}

TEST_CASE("every beginning of ink is truncated", "[pledge]")
{
    const Bytes bytes = encodeInk(resample(padWidth, padHeight, {loops({20, 20}, 5, 4, 6)}));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        INFO("cut at " << size);
        const auto ink = decodeInk(BytesView(bytes).first(size));
        REQUIRE_FALSE(ink);
        CHECK(ink.error().kind == Error::Kind::Truncated);
    }
}

TEST_CASE("points lie half a millimetre of line apart, however fast the hand was", "[pledge]")
{
    const Ink slow = resample(padWidth, padHeight, {line({10, 20}, {60, 20}, 2000)});
    const Ink fast = resample(padWidth, padHeight, {line({10, 20}, {60, 20}, 3)});
    CHECK(slow == fast);
    REQUIRE(slow.strokes.size() == 1);
    CHECK(slow.strokes[0].size() == 101);
    CHECK(slow.strokes[0].front() == InkPoint{100, 200});
    CHECK(slow.strokes[0].back() == InkPoint{600, 200});
    for (std::size_t i = 1; i < slow.strokes[0].size(); ++i)
        CHECK(gap(slow.strokes[0][i - 1], slow.strokes[0][i]) == Approx(5));
}

TEST_CASE("spacing on a curve carries no speed", "[pledge]")
{
    const Ink ink = resample(padWidth, padHeight, {loops({20, 20}, 8, 4, 5, 400)});
    const Stroke& stroke = ink.strokes.at(0);
    REQUIRE(stroke.size() > 100);
    for (std::size_t i = 1; i + 1 < stroke.size(); ++i) {
        CHECK(gap(stroke[i - 1], stroke[i]) > 5 - 1.5);
        CHECK(gap(stroke[i - 1], stroke[i]) < 5 + 1.5);
    }
}

TEST_CASE("a resting pen adds no points", "[pledge]")
{
    RawStroke resting = line({10, 10}, {20, 10}, 5);
    RawStroke moving = resting;
    for (int i = 0; i < 500; ++i)
        resting.insert(resting.begin() + 3, resting[2]);
    CHECK(resample(padWidth, padHeight, {resting}) == resample(padWidth, padHeight, {moving}));
    CHECK(resample(padWidth, padHeight, {RawStroke(300, RawPoint{5, 5})}).strokes.at(0)
        == Stroke{{50, 50}});
}

TEST_CASE("ink beyond the pad stays on its edge", "[pledge]")
{
    const Ink ink = resample(padWidth, padHeight, {line({60, 20}, {60, 80}, 50), {{-5, 500}}});
    REQUIRE(ink.strokes.size() == 2);
    CHECK(ink.strokes[0].back() == InkPoint{600, 450});
    CHECK(ink.strokes[1] == Stroke{{0, 450}});
    CHECK(decodeInk(encodeInk(ink)) == ink);
}

TEST_CASE("strokes without points are no ink", "[pledge]")
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    CHECK(resample(padWidth, padHeight, {}) == Ink{});
    CHECK(resample(padWidth, padHeight, {{}, {}}) == Ink{});
    CHECK(resample(padWidth, padHeight, {{{nan, 1}, {1, infinity}}}) == Ink{});
    CHECK(base::toHex(encodeInk(Ink{})) == "8401000080");
    CHECK(resample(padWidth, padHeight, {{{1, 1}, {nan, 1}, {2, 1}}}).strokes.at(0)
        == Stroke{{10, 10}, {15, 10}, {20, 10}});
}

TEST_CASE("a pad that has no size still gives ink that decodes", "[pledge]")
{
    for (const double side : {0.0, -5.0, 1e9, std::numeric_limits<double>::quiet_NaN()}) {
        const Ink ink = resample(side, side, {line({1, 1}, {9, 9}, 9)});
        CHECK(decodeInk(encodeInk(ink)) == ink);
    }
}

TEST_CASE("ink keeps to its bound by taking longer steps", "[pledge]")
{
    const RawStroke scribble = loops({5, 20}, 15, 0.5, 200);
    const Ink ink = resample(padWidth, padHeight, {scribble});
    const Bytes bytes = encodeInk(ink);
    CHECK(bytes.size() <= maxInkSize);
    CHECK(bytes.size() > maxInkSize / 4);
    CHECK(gap(ink.strokes[0][100], ink.strokes[0][101]) > 25);
    CHECK(ink.strokes[0].back().x
        == static_cast<int>(std::lround(std::min(scribble.back().x, padWidth) * 10)));
    CHECK(decodeInk(bytes) == ink);
}

TEST_CASE("of very many strokes the longest are kept in their order", "[pledge]")
{
    std::vector<RawStroke> strokes;
    for (int i = 0; i < 3000; ++i) {
        strokes.push_back({{i % 110 + 5.0, 40}});
        if (i % 6 == 0)
            strokes.push_back(line({i / 50.0, 0}, {i / 50.0 + 40, 30}, 20));
    }
    const Ink ink = resample(padWidth, padHeight, strokes);
    CHECK(ink.strokes.size() == maxInkStrokes);
    CHECK(encodeInk(ink).size() <= maxInkSize);
    for (std::size_t i = 0; i < ink.strokes.size(); ++i) {
        REQUIRE(ink.strokes[i].size() > 1);
        CHECK((i == 0 || ink.strokes[i - 1].front().x <= ink.strokes[i].front().x));
    }
}

TEST_CASE("the dearest ink of all fits its bound", "[pledge]")
{
    std::vector<RawStroke> strokes;
    for (int i = 0; i < 600; ++i)
        strokes.push_back({{999, 999}, {30, 30}});
    CHECK(encodeInk(resample(1000, 1000, strokes)).size() <= maxInkSize);
}

TEST_CASE("no ink is blank", "[pledge]")
{
    CHECK(judge({}) == InkJudgement::Blank);
}

TEST_CASE("a tap, a short line and a straight line are trivial", "[pledge]")
{
    CHECK(judged({{{50, 20}}}) == InkJudgement::Trivial);
    CHECK(judged({{{50, 20}}, {{60, 20}}, {{55, 35}}, {{20, 5}}}) == InkJudgement::Trivial);
    CHECK(judged({line({50, 20}, {56, 22}, 20)}) == InkJudgement::Trivial);
    CHECK(judged({loops({50, 20}, 1, 0, 1)}) == InkJudgement::Trivial);
    CHECK(judged({line({10, 20}, {110, 20}, 50)}) == InkJudgement::Trivial);
    CHECK(judged({line({30, 5}, {30, 40}, 50)}) == InkJudgement::Trivial);
    CHECK(judged({line({10, 5}, {100, 40}, 50)}) == InkJudgement::Trivial);
    CHECK(judged({line({10, 20}, {60, 20}, 50), line({60, 20}, {10, 20}, 50)})
        == InkJudgement::Trivial);
    RawStroke bent = line({10, 20}, {110, 20}, 100);
    for (RawPoint& point : bent)
        point.y += 3 * std::sin((point.x - 10) / 100 * pi);
    CHECK(judged({bent}) == InkJudgement::Trivial);
}

TEST_CASE("a careful short paraf is a signature", "[pledge]")
{
    CHECK(judged({loops({50, 20}, 2, 1.5, 2)}) == InkJudgement::Signature); // 5 x 4 mm
    CHECK(judged({loops({50, 20}, 1.5, 1, 3)}) == InkJudgement::Signature);
    CHECK(judged({line({50, 15}, {52, 22}, 9), line({52, 22}, {57, 12}, 9)})
        == InkJudgement::Signature);
    CHECK(judged({line({50, 10}, {58, 18}, 9), line({58, 10}, {50, 18}, 9)})
        == InkJudgement::Signature);
    CHECK(judged({loops({20, 20}, 6, 9, 6), line({15, 30}, {90, 26}, 30), {{40, 8}}})
        == InkJudgement::Signature);
}

TEST_CASE("turning or moving ink does not change its judgement", "[pledge]")
{
    for (int step = 0; step < 36; ++step) {
        const double angle = step * pi / 18;
        const auto turned = [&](const RawStroke& stroke) {
            RawStroke result;
            for (const RawPoint p : stroke)
                result.push_back({30 + (p.x - 50) * std::cos(angle) - (p.y - 20) * std::sin(angle),
                    22 + (p.x - 50) * std::sin(angle) + (p.y - 20) * std::cos(angle)});
            return result;
        };
        INFO(step * 10 << " degrees");
        CHECK(judged({turned(loops({50, 20}, 2, 1.5, 2))}) == InkJudgement::Signature);
        CHECK(judged({turned(line({40, 20}, {60, 20}, 30))}) == InkJudgement::Trivial);
    }
}
