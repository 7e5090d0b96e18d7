// The pages beside the main way, each looked at on every format.
#include "qml/ceremony_run.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::tests;
using namespace std::chrono_literals;
using Page = kiosk::SigningSession::Page;

namespace {

void look(Run& run, const Format& format, const char* page)
{
    INFO(format.name << " " << page);
    run.screen.settle();
    CHECK(walk(run.screen.window(), run.screen.pixelsPerMm()).join(u'\n').toStdString() == "");
    CHECK(run.screen.takeWarnings().join(u'\n').toStdString() == "");
    run.keep(QStringLiteral("page-%1-%2").arg(QLatin1String(page), QLatin1String(format.name)));
}

void everywhere(const std::function<void(Run&, const Format&)>& story)
{
    for (const auto& format : formats()) {
        Run run("takalar-2023", format);
        story(run, format);
    }
}

/// A name typed where an on-screen keyboard would type it.
void write(Run& run, const QString& text)
{
    run.screen.type(text);
}

void touchDigits(Run& run, const char* digits)
{
    for (const char digit : std::string(digits)) {
        run.screen.touch(QString(QLatin1Char(digit)));
    }
}

void signAs(Run& run, const char* number)
{
    auto& screen = run.screen;
    screen.touch(run.words().begin);
    screen.type(QLatin1String(number));
    screen.touch(run.words().yes);
    while (screen.find(run.words().readOn) != nullptr) {
        screen.touch(run.words().readOn);
    }
    screen.touch(run.words().next);
    screen.sign(run.words().pad);
    screen.touch(run.words().next);
    screen.touch(run.words().pledge);
    run.showReceipt();
}

} // namespace

TEST_CASE("the digit that is wrong is pointed at as it is typed", "[qml]")
{
    everywhere([](Run& run, const Format& format) {
        run.screen.touch(run.words().begin);
        touchDigits(run, "19861326");
        CHECK(run.session().identity()->wrongAt() >= 4);
        CHECK(run.screen.find(run.session().identity()->problem()) != nullptr);
        look(run, format, "wrong-digit");
    });
}

TEST_CASE("a search by name leads to the one person", "[qml]")
{
    everywhere([](Run& run, const Format& format) {
        auto& screen = run.screen;
        screen.touch(run.words().begin);
        screen.touch(QStringLiteral("Cari dengan nama"));
        write(run, QStringLiteral("seratus"));
        look(run, format, "search");
        screen.touch(QStringLiteral("Pilih nama ini"));
        CHECK(run.session().page() == Page::IsThisYou);
    });
}

TEST_CASE("a number that is not on the roster leads to the walk-in form", "[qml]")
{
    everywhere([](Run& run, const Format& format) {
        auto& screen = run.screen;
        screen.touch(run.words().begin);
        touchDigits(run, "198702022011012002");
        look(run, format, "not-listed");
        screen.touch(QStringLiteral("Nomor sudah benar, isi data diri"));
        look(run, format, "walk-in-category");
        screen.touch(QStringLiteral("PNS"));
        screen.touch(run.words().next);
        look(run, format, "walk-in-number");
        if (!run.session().walkIn()->identity()->complete()) {
            touchDigits(run, "198702022011012002");
        } else {
            screen.touch(run.words().next);
        }
        write(run, QStringLiteral("Peserta Baru"));
        look(run, format, "walk-in-name");
        screen.touch(run.words().next);
        look(run, format, "walk-in-unit");
        while (!run.session().walkIn()->unit()->options().isEmpty()) {
            screen.touch(run.session().walkIn()->unit()->options().constFirst());
        }
        look(run, format, "walk-in-unit-chosen");
        screen.touch(run.words().next);
        CHECK(run.session().page() == Page::IsThisYou);
        CHECK(run.session().personIsWalkIn());
        look(run, format, "walk-in-person");
    });
}

TEST_CASE("a village's staff without a number comes in by name", "[qml]")
{
    everywhere([](Run& run, const Format& format) {
        auto& screen = run.screen;
        screen.touch(run.words().begin);
        screen.touch(QStringLiteral("Cari dengan nama"));
        write(run, QStringLiteral("daeng"));
        screen.touch(QStringLiteral("Saya tidak ada di daftar"));
        screen.touch(QStringLiteral("Perangkat Desa"));
        screen.touch(run.words().next);
        look(run, format, "walk-in-without-number");
        screen.touch(QStringLiteral("Tanpa nomor"));
        write(run, QStringLiteral("Daeng Contoh"));
        look(run, format, "walk-in-by-name");
        screen.touch(run.words().next);
        while (!run.session().walkIn()->unit()->options().isEmpty()) {
            screen.touch(run.session().walkIn()->unit()->options().constFirst());
        }
        screen.touch(run.words().next);
        CHECK(run.session().page() == Page::IsThisYou);
        look(run, format, "walk-in-named-person");
    });
}

TEST_CASE("somebody who has signed sees a copy of the receipt without the matching code", "[qml]")
{
    everywhere([](Run& run, const Format& format) {
        auto& screen = run.screen;
        signAs(run, somebody);
        screen.touch(QStringLiteral("Kode pencocokan"));
        CHECK(run.session().receipt()->code() != QString());
        look(run, format, "receipt-code");
        screen.touch(run.words().done);
        screen.touch(run.words().begin);
        screen.type(QLatin1String(somebody));
        CHECK(run.session().page() == Page::AlreadySigned);
        CHECK(screen.find(QStringLiteral("Kode pencocokan")) == nullptr);
        look(run, format, "already-signed");
        screen.touch(run.words().done);
    });
}

TEST_CASE("a helper is recorded before the signer goes on", "[qml]")
{
    everywhere([](Run& run, const Format& format) {
        auto& screen = run.screen;
        screen.touch(QStringLiteral("Saya perlu dibantu petugas"));
        look(run, format, "assistance");
        screen.touch(run.words().next);
        look(run, format, "assistance-missing");
        screen.activate(QStringLiteral("Nama petugas"));
        write(run, QStringLiteral("Petugas Contoh"));
        look(run, format, "assistance-keyboard");
        run.session().assistance()->setHelperNumber(QStringLiteral("199009132025242014"));
        run.session().assistance()->setReason(kiosk::AssistanceForm::Difficulty::Sight);
        screen.touch(run.words().next);
        CHECK(run.session().assisted());
        CHECK(run.session().page() == Page::WhoAreYou);
    });
}

TEST_CASE("the pledge can be read in full", "[qml]")
{
    everywhere([](Run& run, const Format& format) {
        run.screen.touch(run.words().begin);
        run.screen.type(QLatin1String(somebody));
        run.screen.touch(run.words().yes);
        run.screen.touch(QStringLiteral("Baca lengkap"));
        look(run, format, "pledge-full");
        run.screen.touch(QStringLiteral("Baca ringkas"));
    });
}

TEST_CASE("blank ink is asked about once", "[qml]")
{
    everywhere([](Run& run, const Format& format) {
        run.screen.touch(run.words().begin);
        run.screen.type(QLatin1String(somebody));
        run.screen.touch(run.words().yes);
        while (run.screen.find(run.words().readOn) != nullptr) {
            run.screen.touch(run.words().readOn);
        }
        run.screen.touch(run.words().next);
        run.screen.touch(run.words().next);
        CHECK(run.session().page() == Page::Sign);
        look(run, format, "blank-ink");
        run.screen.touch(run.words().useAnyway);
        CHECK(run.session().page() == Page::Confirm);
    });
}

TEST_CASE("a countdown is seen before what was typed is wiped", "[qml]")
{
    everywhere([](Run& run, const Format& format) {
        run.screen.touch(run.words().begin);
        touchDigits(run, "1986");
        run.fixture.kiosk.advance(31s);
        look(run, format, "countdown");
        run.screen.touch(run.words().stay);
        CHECK(run.session().identity()->typed() == QStringLiteral("1986"));
        run.screen.until([&] { return run.screen.find(run.words().stay) == nullptr; });
        run.fixture.kiosk.advance(31s);
        run.fixture.kiosk.advance(15s);
        look(run, format, "timed-out");
        CHECK(run.session().page() == Page::Welcome);
        CHECK(run.session().identity()->typed() == QString());
    });
}

TEST_CASE("a stopped kiosk says why and whom to call", "[qml]")
{
    everywhere([](Run& run, const Format& format) {
        run.fixture.kiosk.state()->halt(
            kiosk::StoreState::Stop::DiskFull, QStringLiteral("write: No space left on device"));
        CHECK(run.session().page() == Page::Stopped);
        look(run, format, "stopped");
    });
}

TEST_CASE("contrast is changed at a touch", "[qml]")
{
    everywhere([](Run& run, const Format& format) {
        const auto paper = run.screen.picture();
        run.screen.touch(QStringLiteral("Ubah kontras"));
        look(run, format, "contrast-high");
        run.screen.touch(QStringLiteral("Ubah kontras"));
        look(run, format, "contrast-dark");
        CHECK(run.screen.picture() != paper);
        run.screen.touch(QStringLiteral("Ubah kontras"));
    });
}

TEST_CASE("before a session is open the welcome page says to wait", "[qml]")
{
    KioskFixture fixture({"takalar-2023", true, oneOf("takalar-2023"), false});
    Screen screen(fixture.kiosk, formats()[0]);
    CHECK(screen.find(QStringLiteral("Sentuh di sini untuk mulai")) == nullptr);
    CHECK(screen.find(QStringLiteral("Upacara belum dibuka. Mohon menunggu petugas.")) != nullptr);
}

TEST_CASE(
    "the way out of a receipt is on the screen, with a clock that is not confirmed too", "[qml]")
{
    for (const auto language :
        {kiosk::Preferences::Language::Indonesian, kiosk::Preferences::Language::English}) {
        everywhere([language](Run& run, const Format& format) {
            run.fixture.clock.time.trust = base::ClockTrust::Unknown;
            run.preferences().setLanguage(language);
            signAs(run, somebody);
            look(run, format,
                language == kiosk::Preferences::Language::English ? "clock-en" : "clock-id");
            auto* done = run.screen.find(run.words().done);
            REQUIRE(done != nullptr);
            const QRectF all(QPointF(), run.screen.window().size());
            CHECK(all.contains(done->mapRectToScene({0, 0, done->width(), done->height()})));
        });
    }
}
