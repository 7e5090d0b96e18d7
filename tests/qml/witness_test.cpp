// What witnesses change on the screens.
#include "kiosk/witnessing.h"
#include "qml/ceremony_run.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::tests;
using Language = kiosk::Preferences::Language;
using TextSize = kiosk::Preferences::TextSize;
using Page = kiosk::SigningSession::Page;

namespace {

/// A kiosk that asks a witness, on a screen.
struct WitnessedRun {
    explicit WitnessedRun(const Format& format, bool rewritten = false)
        : at({.ceremony = "takalar-2023", .roster = rosterOf("takalar-2023")}, rewritten)
        , screen(at.fixture.kiosk, format)
        , name(QLatin1String(format.name))
    {
    }

    [[nodiscard]] kiosk::Kiosk& kiosk() { return at.fixture.kiosk; }
    void look(const char* page)
    {
        screen.settle();
        INFO(name.toStdString() << " " << page);
        CHECK_THAT(walk(screen.window(), screen.pixelsPerMm()).join(u'\n').toStdString(),
            Catch::Equals(""));
        CHECK_THAT(screen.takeWarnings().join(u'\n').toStdString(), Catch::Equals(""));
        const auto directory = qEnvironmentVariable("IKRAR_SCREENSHOTS");
        if (!directory.isEmpty()) {
            QDir().mkpath(directory);
            screen.picture().save(QDir(directory).filePath(
                QStringLiteral("witness-%1-%2.png").arg(QLatin1String(page), name)));
        }
    }

    Witnessed at;
    Screen screen;
    QString name;
};

/// Where everything is that can be seen, but for the picture of the code itself.
QStringList layoutOf(const Screen& screen)
{
    QStringList layout;
    for (auto* item : visibleItems(*screen.window().contentItem())) {
        const auto at = item->mapToScene({0, 0});
        layout += QStringLiteral("%1 %2,%3 %4x%5")
                      .arg(QLatin1String(item->metaObject()->className()))
                      .arg(at.x())
                      .arg(at.y())
                      .arg(item->width())
                      .arg(item->height());
    }
    return layout;
}

/// The item whose text begins so; null where there is none.
QQuickItem* saying(const Screen& screen, const QString& begin)
{
    for (auto* item : visibleItems(*screen.window().contentItem())) {
        if (item->property("text").toString().startsWith(begin)) {
            return item;
        }
    }
    return nullptr;
}

QString said(const Screen& screen, const QString& begin)
{
    auto* item = saying(screen, begin);
    return item != nullptr ? item->property("text").toString() : QString();
}

double bottomOf(const Screen& screen, const QString& begin)
{
    auto* item = saying(screen, begin);
    REQUIRE(item != nullptr);
    return item->mapToScene({0, item->height()}).y();
}

void signOn(WitnessedRun& run)
{
    const auto& words = labels(Language::Indonesian);
    auto& screen = run.screen;
    screen.touch(words.begin);
    screen.type(QLatin1String(somebody));
    screen.touch(words.yes);
    while (screen.find(words.readOn) != nullptr) {
        screen.touch(words.readOn);
    }
    screen.touch(words.next);
    screen.sign(words.pad);
    screen.touch(words.next);
    screen.touch(words.pledge);
    until([&] { return run.kiosk().session()->page() == Page::Receipt; });
    screen.settle();
}

} // namespace

TEST_CASE("the welcome page says how the witnesses stand, in every format", "[qml]")
{
    for (const auto& format : formats()) {
        WitnessedRun run(format);
        until([&] { return run.kiosk().state()->cosigned() == 2; });
        run.screen.settle();
        CHECK(said(run.screen, QStringLiteral("Saksi log"))
            == QStringLiteral("Saksi log: 1 dari 1, ringkasan 2 dari 2"));
        // In the text size that everybody begins with it does not lie below the edge.
        CHECK(bottomOf(run.screen, QStringLiteral("Saksi log")) <= format.pixels.height());
        run.look("welcome");
        run.at.witness.down = true;
        must(run.at.fixture.ledger()->endSession());
        run.kiosk().state()->refresh();
        run.kiosk().advance(std::chrono::seconds(2));
        until([&] { return run.kiosk().state()->witnessesReached() == 0; });
        for (const auto language : {Language::Indonesian, Language::English}) {
            for (const auto size : {TextSize::Normal, TextSize::Largest}) {
                run.kiosk().preferences()->setLanguage(language);
                run.kiosk().preferences()->setTextSize(size);
                run.look(language == Language::English ? "welcome-en" : "welcome-id");
            }
        }
    }
}

TEST_CASE("nothing moves on a receipt's page when its code is replaced", "[qml]")
{
    for (const auto& format : formats()) {
        WitnessedRun run(format);
        until([&] { return run.kiosk().state()->cosigned() == 2; });
        run.at.witness.down = true;
        signOn(run);
        until([&] { return run.kiosk().state()->witnessesReached() == 0; });
        const auto text = run.kiosk().session()->receipt()->text();
        run.look("receipt-before");
        const auto before = layoutOf(run.screen);
        const auto picture = run.screen.picture();
        run.at.witness.down = false;
        run.at.passAMinute();
        until([&] { return run.kiosk().session()->receipt()->text() != text; });
        run.look("receipt-after");
        CHECK(layoutOf(run.screen) == before);
        CHECK(run.screen.picture() != picture);
    }
}

TEST_CASE("a kiosk whose log was rewritten says so on the whole screen", "[qml]")
{
    for (const auto& format : formats()) {
        WitnessedRun run(format, true);
        until([&] { return run.kiosk().session()->page() == Page::Stopped; });
        run.look("stopped");
        CHECK(said(run.screen, QStringLiteral("Catatan"))
            == QStringLiteral("Catatan di perangkat ini tidak cocok dengan yang dipegang saksi log "
                              "atau pemeriksa."));
        // It may have lost what was signed: nothing is said to be kept.
        CHECK(said(run.screen, QStringLiteral("Ikrar yang sudah")).isEmpty());
        CHECK_FALSE(said(run.screen, QStringLiteral("Simpan tanda terima Anda")).isEmpty());
        run.kiosk().preferences()->setLanguage(Language::English);
        run.look("stopped-en");
        CHECK(said(run.screen, QStringLiteral("The entries"))
            == QStringLiteral(
                "The entries on this kiosk do not match what a log witness or an auditor "
                "holds."));
    }
}
