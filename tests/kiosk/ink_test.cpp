#include "kiosk/inkpad.h"
#include "kiosk/palmfilter.h"
#include "kiosk/string_makers.h"

#include <QPainter>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <memory>

using namespace ikrar;
using namespace ikrar::kiosk;
using Kind = PalmFilter::Action::Kind;

namespace {

constexpr double density = 4; // pixels a mm, exact in binary

/// A window with one pad that fills it.
class Pad
{
public:
    Pad()
    {
        window.resize(600, 240);
        item.setParentItem(window.contentItem());
        item.setPixelsPerMm(density);
        item.setStrokes(&ink);
        item.setSize(QSizeF(600, 240));
        window.show();
    }

    [[nodiscard]] QImage image()
    {
        QImage picture(item.size().toSize(), QImage::Format_ARGB32_Premultiplied);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        item.paint(&painter);
        return picture;
    }

    std::unique_ptr<QPointingDevice> screen{QTest::createTouchDevice()};
    QQuickWindow window;
    InkStrokes ink;
    InkPad item;
};

bool same(const InkStrokes::Stroke& stroke, const std::vector<QPointF>& points)
{
    return std::equal(stroke.begin(), stroke.end(), points.begin(), points.end(),
        [](const pledge::RawPoint& a, QPointF b) { return a.x == b.x() && a.y == b.y(); });
}

QPoint onCurve(int i)
{
    return {20 + i % 560, 120 + static_cast<int>(100 * std::sin(i / 40.0))};
}

} // namespace

TEST_CASE("of 2,000 points between two frames none is lost", "[kiosk]")
{
    Pad pad;
    std::vector<QPointF> drawn{QPointF(onCurve(0)) / density};
    auto touch = QTest::touchEvent(&pad.window, pad.screen.get(), false);
    touch.press(0, onCurve(0), &pad.window);
    touch.commit(false);
    for (int i = 1; i <= 2000; ++i) {
        touch.move(0, onCurve(i), &pad.window);
        touch.commit(false);
        drawn.push_back(QPointF(onCurve(i)) / density);
    }
    touch.release(0, onCurve(2000), &pad.window);
    touch.commit(true);
    REQUIRE(pad.ink.strokeCount() == 1);
    CHECK(pad.ink.strokes().front().size() == 2001);
    CHECK(same(pad.ink.strokes().front(), drawn));
}

TEST_CASE("a palm that rests beside the finger draws nothing", "[kiosk]")
{
    Pad pad;
    auto touch = QTest::touchEvent(&pad.window, pad.screen.get(), false);
    touch.press(0, QPoint(500, 220), &pad.window); // the palm comes first
    touch.commit();
    touch.stationary(0).press(1, QPoint(100, 100), &pad.window);
    touch.commit();
    for (int i = 1; i <= 50; ++i) {
        touch.move(1, QPoint(100 + 4 * i, 100), &pad.window);
        touch.move(0, QPoint(500 - i, 220), &pad.window); // and shifts while the finger writes
        touch.commit();
    }
    touch.release(1, QPoint(300, 100), &pad.window).stationary(0);
    touch.commit();
    touch.release(0, QPoint(450, 220), &pad.window);
    touch.commit();
    REQUIRE(pad.ink.strokeCount() == 1);
    for (const auto& point : pad.ink.strokes().front()) {
        CHECK(point.y == 25);
    }
}

TEST_CASE("a mouse draws as a finger does", "[kiosk]")
{
    Pad pad;
    QTest::mousePress(&pad.window, Qt::LeftButton, {}, {40, 40});
    QTest::mouseMove(&pad.window, {80, 80});
    QTest::mouseMove(&pad.window, {120, 40});
    QTest::mouseRelease(&pad.window, Qt::LeftButton, {}, {120, 40});
    REQUIRE(pad.ink.strokeCount() == 1);
    CHECK(same(pad.ink.strokes().front(), {{10, 10}, {20, 20}, {30, 10}}));
    CHECK_FALSE(pad.ink.drawing());
}

TEST_CASE("a page that only shows ink takes none", "[kiosk]")
{
    Pad pad;
    pad.item.setReadOnly(true);
    QTest::mousePress(&pad.window, Qt::LeftButton, {}, {40, 40});
    QTest::mouseMove(&pad.window, {80, 80});
    QTest::mouseRelease(&pad.window, Qt::LeftButton, {}, {80, 80});
    CHECK(pad.ink.empty());
}

TEST_CASE("ink keeps its millimetres when the pad turns, shrinks and grows", "[kiosk]")
{
    Pad pad;
    pad.ink.begin({10, 10});
    pad.ink.extend({100, 50});
    pad.ink.end();
    const auto before = pad.ink.ink();
    CHECK(before.width == 1500);
    CHECK(before.height == 600);
    for (const QSizeF size :
        {QSizeF(240, 600), QSizeF(100, 100), QSizeF(2000, 900), QSizeF(600, 240)}) {
        pad.item.setSize(size);
        CHECK(pad.ink.ink() == before);
    }

    // What is drawn on the smaller pad lies where the finger saw it among the ink.
    pad.item.setSize(QSizeF(300, 120));
    QTest::mousePress(&pad.window, Qt::LeftButton, {}, {20, 20});
    QTest::mouseMove(&pad.window, {200, 100});
    QTest::mouseRelease(&pad.window, Qt::LeftButton, {}, {200, 100});
    REQUIRE(pad.ink.strokeCount() == 2);
    CHECK(same(pad.ink.strokes().back(), {{10, 10}, {100, 50}}));
}

TEST_CASE("ink past the edge is kept whole", "[kiosk]")
{
    InkStrokes ink;
    ink.setFrame({100, 40});
    ink.begin({90, 20});
    ink.extend({130, -10});
    ink.extend({-5, 50});
    ink.end();
    const auto whole = ink.ink();
    CHECK(whole.width == 1350);
    CHECK(whole.height == 600);
    for (const auto& stroke : whole.strokes) {
        for (const auto& point : stroke) {
            CHECK(point.x >= 0);
            CHECK(point.x <= whole.width);
            CHECK(point.y >= 0);
            CHECK(point.y <= whole.height);
        }
    }
}

TEST_CASE("undo takes the last stroke, clear all of them", "[kiosk]")
{
    InkStrokes ink;
    for (const double x : {10, 20, 30}) {
        ink.begin({x, 0});
        ink.extend({x, 30});
        ink.end();
    }
    ink.undo();
    REQUIRE(ink.strokeCount() == 2);
    CHECK(ink.strokes().back().front().x == 20);
    ink.clear();
    CHECK(ink.empty());
    ink.undo();
    CHECK(ink.empty());
}

TEST_CASE("ink drawn point by point is the picture of the same ink drawn at once", "[kiosk]")
{
    Pad pad;
    for (const int stroke : {0, 1}) {
        pad.ink.begin({10.0 + stroke, 20});
        for (int i = 1; i < 200; ++i) {
            pad.ink.extend({10 + i * 0.6, 30 + 20 * std::sin(i / 9.0 + stroke)});
        }
        pad.ink.end();
    }
    const auto grown = pad.image();
    CHECK(grown != QImage(grown.size(), grown.format()));
    pad.item.setSize(QSizeF(300, 300));
    pad.item.setSize(QSizeF(600, 240));
    CHECK(pad.image() == grown);
}

TEST_CASE("ink shows where it was drawn and nowhere else", "[kiosk]")
{
    Pad pad;
    pad.ink.begin({25, 30});
    pad.ink.extend({75, 30});
    pad.ink.extend({125, 30});
    pad.ink.end();
    const auto picture = pad.image();
    CHECK(picture.pixelColor(300, 120).alpha() == 255);
    CHECK(picture.pixelColor(104, 120).alpha() == 255);
    CHECK(picture.pixelColor(300, 110).alpha() == 0);
    CHECK(picture.pixelColor(60, 120).alpha() == 0);
}

TEST_CASE("a dot is ink, and a touch that is taken away ends its stroke", "[kiosk]")
{
    PalmFilter filter;
    CHECK(filter.press({1, {5, 5}, 0}).empty());
    CHECK(filter.release({1, {5, 5}, 0})
        == PalmFilter::Actions{{Kind::Begin, {5, 5}}, {Kind::End, {5, 5}}});

    CHECK(filter.press({2, {5, 5}, 0}).empty());
    CHECK(filter.move({2, {9, 5}, 0})
        == PalmFilter::Actions{{Kind::Begin, {5, 5}}, {Kind::Extend, {9, 5}}});
    CHECK(filter.cancelAll() == PalmFilter::Actions{{Kind::End, {9, 5}}});
    CHECK(filter.cancelAll().empty());
}

TEST_CASE("points before a finger is known to move are not lost", "[kiosk]")
{
    PalmFilter filter;
    CHECK(filter.press({1, {5, 5}, 0}).empty());
    CHECK(filter.move({1, {5.1, 5}, 0}).empty());
    CHECK(filter.move({1, {5.2, 5}, 0}).empty());
    CHECK(filter.move({1, {5.5, 5}, 0})
        == PalmFilter::Actions{{Kind::Begin, {5, 5}}, {Kind::Extend, {5.1, 5}},
            {Kind::Extend, {5.2, 5}}, {Kind::Extend, {5.5, 5}}});
}

TEST_CASE("a wide contact is a palm from the first or once it has spread", "[kiosk]")
{
    PalmFilter filter;
    CHECK(filter.press({1, {50, 40}, 35}).empty());
    CHECK(filter.move({1, {60, 40}, 35}).empty());
    CHECK(filter.release({1, {60, 40}, 35}).empty());

    CHECK(filter.press({2, {50, 40}, 8}).empty());
    CHECK(filter.move({2, {50.1, 40}, 30}).empty());
    CHECK(filter.move({2, {60, 40}, 30}).empty());
    CHECK(filter.release({2, {60, 40}, 30}).empty());
}

TEST_CASE("a palm that rested beside a dot leaves none itself", "[kiosk]")
{
    PalmFilter filter;
    CHECK(filter.press({1, {50, 40}, 0}).empty());
    CHECK(filter.press({2, {20, 10}, 0}).empty());
    CHECK(filter.release({2, {20, 10}, 0}).size() == 2);
    CHECK(filter.release({1, {50, 40}, 0}).empty());
}

TEST_CASE("a second finger neither joins nor ends the stroke", "[kiosk]")
{
    PalmFilter filter;
    CHECK(filter.press({1, {5, 5}, 0}).empty());
    CHECK(filter.move({1, {9, 5}, 0}).size() == 2);
    CHECK(filter.press({2, {40, 5}, 0}).empty());
    CHECK(filter.move({2, {50, 5}, 0}).empty());
    CHECK(filter.release({2, {50, 5}, 0}).empty());
    CHECK(filter.move({1, {12, 5}, 0}) == PalmFilter::Actions{{Kind::Extend, {12, 5}}});
    CHECK(filter.release({1, {12, 5}, 0}) == PalmFilter::Actions{{Kind::End, {12, 5}}});
}
