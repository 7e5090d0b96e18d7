// The walker itself: it finds what is wrong with a broken page, and nothing on a sound one.
#include "qml/walker.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>

#include <catch2/catch.hpp>

#include <memory>

using namespace ikrar::tests;

namespace {

constexpr double pixelsPerMm = 4;

QString findingsOn(const QString& page)
{
    QQmlEngine engine;
    QQmlComponent component(
        &engine, QUrl::fromLocalFile(QStringLiteral(IKRAR_TESTS "/qml/broken/%1.qml").arg(page)));
    const std::unique_ptr<QObject> object(component.create());
    INFO(component.errorString().toStdString());
    auto* item = qobject_cast<QQuickItem*>(object.get());
    REQUIRE(item != nullptr);
    QQuickWindow window;
    window.resize(800, 600);
    item->setParentItem(window.contentItem());
    item->setSize(window.size());
    window.show();
    (void)window.grabWindow();
    return walk(window, pixelsPerMm).join(u'\n');
}

} // namespace

TEST_CASE("the walker finds nothing on a sound page", "[qml]")
{
    CHECK_THAT(findingsOn(QStringLiteral("sound")).toStdString(), Catch::Equals(""));
}

TEST_CASE("the walker finds each fault", "[qml]")
{
    const std::vector<std::pair<const char*, const char*>> faults{{"truncated", "is cut"},
        {"overflowing", "is larger than its place"}, {"overprinted", "lies over"},
        {"glyph", "has a glyph its font lacks"}, {"outside", "is outside the screen"},
        {"escaped", "is outside its parent"},
        {"unreachable", "is over the edge, and no button leads there"},
        {"small", "is 10.0 x 15.0 mm"}, {"overlapping", "lies over"}, {"crowded", "is too near"}};
    for (const auto& [page, finding] : faults) {
        INFO(page);
        CHECK(findingsOn(QLatin1String(page)).contains(QLatin1String(finding)));
    }
}
