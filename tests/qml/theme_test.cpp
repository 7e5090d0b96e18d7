// Colour and type of the theme, by number.
#include "qml/ceremony_run.h"

#include <QColor>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QQmlComponent>

#include <catch2/catch.hpp>

#include <cmath>

using namespace ikrar;
using namespace ikrar::tests;
using Contrast = kiosk::Preferences::Contrast;

namespace {

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

// WCAG 2.2, relative luminance and contrast ratio.
double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& one, const QColor& other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

std::vector<QQuickItem*> texts(Screen& screen)
{
    std::vector<QQuickItem*> found;
    for (auto* item : visibleItems(*screen.window().contentItem())) {
        if (item->inherits("QQuickText") && !item->property("text").toString().isEmpty()) {
            found.push_back(item);
        }
    }
    return found;
}

std::unique_ptr<QObject> loadTheme(QQmlEngine& engine)
{
    engine.addImportPath(QStringLiteral(":/qt/qml"));
    QQmlComponent component(&engine);
    component.setData(
        "import QtQuick\nimport Ikrar.Theme\nQtObject { property QtObject theme: Theme }", QUrl());
    return std::unique_ptr<QObject>(component.create());
}

} // namespace

TEST_CASE("text has a contrast of at least 10 to 1 in every mode", "[qml]")
{
    QQmlEngine engine;
    const auto holder = loadTheme(engine);
    REQUIRE(holder);
    auto* theme = holder->property("theme").value<QObject*>();
    const auto color = [&](const char* name) { return theme->property(name).value<QColor>(); };
    for (int mode = 0; mode < 3; ++mode) {
        theme->setProperty("contrast", mode);
        for (const auto* ink : {"ink", "inkSoft", "petrol", "wrong"}) {
            for (const auto* ground : {"paper", "surface"}) {
                INFO(mode << " " << ink << " on " << ground);
                CHECK(contrast(color(ink), color(ground)) >= 10);
            }
        }
        CHECK(contrast(color("ink"), color("tint")) >= 10);
        CHECK(contrast(color("wrong"), color("wrongTint")) >= 8);
        CHECK(contrast(color("reversed"), color("petrol")) >= 10);
        CHECK(contrast(color("edge"), color("surface")) >= 3);
    }
}

TEST_CASE("the pledge's capitals are at least 4.8 mm high", "[qml]")
{
    for (const auto& format : formats()) {
        Run run("takalar-2023", format);
        run.screen.touch(run.words().begin);
        run.screen.type(QLatin1String(somebody));
        run.screen.touch(run.words().yes);
        const auto clauses = run.fixture.kiosk.ceremony()->clauses();
        int seen = 0;
        for (auto* item : texts(run.screen)) {
            if (clauses.contains(item->property("text").toString())) {
                const QFontMetricsF metrics(item->property("font").value<QFont>());
                CHECK(metrics.capHeight() / run.screen.pixelsPerMm() >= 4.8);
                ++seen;
            }
        }
        CHECK(seen == clauses.size());
    }
}

TEST_CASE("all text is set in the two families that the theme names", "[qml]")
{
    Run run("takalar-2023", formats()[0]);
    for (auto* item : texts(run.screen)) {
        const QFontInfo font(item->property("font").value<QFont>());
        INFO(item->property("text").toString().toStdString());
        CHECK((font.family() == QLatin1String("Noto Sans")
            || font.family() == QLatin1String("Noto Serif")));
    }
}
