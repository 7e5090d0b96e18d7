// Row 11: 2,000 points drawn at 1080x1920 by software, ten a frame; the time from the touches to
// the frame that shows them, and whether every point was kept.
#include "qml/ceremony_run.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace ikrar;
using namespace ikrar::tests;

namespace {

constexpr int points = 2000;
constexpr int perFrame = 10;

QPoint pointOn(const QRectF& pad, int index)
{
    const double t = double(index) / points;
    return QPointF(pad.left() + pad.width() * (0.05 + 0.9 * t),
        pad.center().y() + pad.height() * 0.4 * std::sin(t * 90))
        .toPoint();
}

std::vector<double> draw(Run& run, QPointingDevice& finger, const QRectF& pad)
{
    auto& window = run.screen.window();
    int frames = 0;
    const auto counting
        = QObject::connect(&window, &QQuickWindow::frameSwapped, &window, [&frames] { ++frames; });
    std::vector<double> times;
    QTest::touchEvent(&window, &finger).press(0, pointOn(pad, 0), &window);
    for (int index = 1; index < points; index += perFrame) {
        const int before = frames;
        QElapsedTimer timer;
        timer.start();
        for (int i = index; i < std::min(index + perFrame, points); ++i) {
            QTest::touchEvent(&window, &finger).move(0, pointOn(pad, i), &window);
        }
        until([&] { return frames > before; });
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    QTest::touchEvent(&window, &finger).release(0, pointOn(pad, points - 1), &window);
    QObject::disconnect(counting);
    return times;
}

} // namespace

int main(int argc, char* argv[])
{
    prepareApplication();
    const QGuiApplication application(argc, argv);
    Run run("takalar-2023", formats()[0]);
    run.screen.touch(run.words().begin);
    run.screen.type(QLatin1String(somebody));
    run.screen.touch(run.words().yes);
    run.screen.touch(run.words().next);
    auto* pad = run.screen.find(run.words().pad);
    const std::unique_ptr<QPointingDevice> finger(QTest::createTouchDevice());
    auto times = draw(run, *finger, pad->mapRectToScene({0, 0, pad->width(), pad->height()}));
    std::sort(times.begin(), times.end());
    const auto at = [&](double q) { return times[std::size_t(q * double(times.size() - 1))]; };
    const auto& strokes = run.session().ink()->strokes();
    const auto kept = strokes.size() == 1 ? strokes.front().size() : 0;
    std::printf("row 11: frame p50 %.1f ms, p99 %.1f ms (bound 16), %zu of %d points kept\n",
        at(0.5), at(0.99), kept, points);
    return at(0.99) < 16 && kept >= std::size_t(points) ? 0 : 1;
}
