// The pages beside the main way, each looked at on every format.
#include "qml/ceremony_run.h"
#include "qr/decode.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::tests;
using Language = kiosk::Preferences::Language;
using TextSize = kiosk::Preferences::TextSize;

namespace {

base::Path ceremonyWithContact()
{
    return base::Path(IKRAR_TESTS) / "fuzz/corpus/ceremony/ok-sample";
}

QString allTexts(const Screen& screen)
{
    QStringList texts;
    for (auto* item : visibleItems(*screen.window().contentItem())) {
        texts += item->property("text").toString();
    }
    return texts.join(u'\n');
}

void look(Run& run, const Format& format, const char* page)
{
    INFO(format.name << " " << page);
    run.screen.settle();
    CHECK_THAT(walk(run.screen.window(), run.screen.pixelsPerMm()).join(u'\n').toStdString(),
        Catch::Equals(""));
    CHECK_THAT(run.screen.takeWarnings().join(u'\n').toStdString(), Catch::Equals(""));
    run.keep(QStringLiteral("page-%1-%2-%3-%4")
                 .arg(QLatin1String(page), QLatin1String(format.name),
                     run.preferences().language() == Language::English ? u"en" : u"id",
                     QString::number(int(run.preferences().textSize()))));
}

Stage stageOf(Run& run, const Format& format, Language language, TextSize size)
{
    return {run.fixture.kiosk, run.screen, language, size,
        [&run, &format](const char* page) { look(run, format, page); },
        [&run] { must(run.fixture.ledger()->endSession()); },
        [&run] { must(run.fixture.ledger()->close()); }};
}

/// All of them, one after the other on one kiosk.
void tellAll(const Format& format, Language language, TextSize size)
{
    Run run("takalar-2023", format);
    auto stage = stageOf(run, format, language, size);
    for (const auto& story : sideStories()) {
        INFO(story.title << (language == Language::English ? ", in English" : ""));
        stage.begin();
        CHECK_NOTHROW(story.tell(stage));
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

TEST_CASE("the side pages fit a stand of 21.5 inches", "[qml]")
{
    tellAll(formats()[0], Language::Indonesian, TextSize::Normal);
}

TEST_CASE("the side pages fit 15.6 inches", "[qml]")
{
    tellAll(formats()[1], Language::Indonesian, TextSize::Normal);
}

TEST_CASE("the side pages fit a tablet of 10.1 inches", "[qml]")
{
    tellAll(formats()[2], Language::Indonesian, TextSize::Normal);
}

TEST_CASE("the side pages in the largest text fit a tablet of 10.1 inches", "[qml]")
{
    tellAll(formats()[2], Language::Indonesian, TextSize::Largest);
}

TEST_CASE("the side pages in English and the largest text fit a tablet of 10.1 inches", "[qml]")
{
    tellAll(formats()[2], Language::English, TextSize::Largest);
}

TEST_CASE("the side pages fit every format in both languages and all sizes", "[.large]")
{
    for (const auto& format : formats()) {
        for (const auto language : {Language::Indonesian, Language::English}) {
            for (const auto size : {TextSize::Normal, TextSize::Large, TextSize::Largest}) {
                tellAll(format, language, size);
            }
        }
    }
}

TEST_CASE("a stopped kiosk says why in the screen's language and whom to call", "[qml]")
{
    using Stop = kiosk::StoreState::Stop;
    const std::vector<std::tuple<Stop, const char*, const char*>> causes{
        {Stop::DiskFull, "Ruang penyimpanan perangkat ini penuh.", "storage"},
        {Stop::ReadOnly, "Penyimpanan perangkat ini tidak dapat ditulisi.", "storage"},
        {Stop::DeviceFailed, "Penyimpanan perangkat ini bermasalah.", "storage"},
        {Stop::Copy, "Data di perangkat ini adalah salinan, dan salinan tidak mencatat ikrar baru.",
            "copy"},
        {Stop::RolledBack, "Data di perangkat ini lebih lama daripada yang sudah diterbitkan.",
            "older"},
        {Stop::Contradicted,
            "Catatan di perangkat ini tidak cocok dengan yang dipegang saksi log atau pemeriksa.",
            "witness"},
        {Stop::NotOpened, "Data ikrar di perangkat ini tidak dapat dibuka.", "opened"},
        {Stop::Failed, "Terjadi gangguan saat menyimpan.", "saving"},
    };
    for (const auto& format : formats()) {
        KioskFixture fixture({.roster = {}, .file = ceremonyWithContact()});
        Screen screen(fixture.kiosk, format);
        for (const auto& [stop, indonesian, english] : causes) {
            fixture.kiosk.state()->halt(stop, QStringLiteral("/var/lib/ikrar: errno 28"));
            for (const auto language : {Language::Indonesian, Language::English}) {
                INFO(format.name << " " << indonesian << " " << static_cast<int>(language));
                fixture.kiosk.preferences()->setLanguage(language);
                screen.settle();
                const bool inEnglish = language == Language::English;
                const auto cause = Stage::word("StoppedPage", indonesian);
                CHECK(cause.contains(QLatin1String(inEnglish ? english : indonesian)));
                CHECK(screen.find(cause) != nullptr);
                CHECK(screen.find(QLatin1String(inEnglish ? "Call " : "Hubungi ")
                          + QStringLiteral("Petugas Contoh, +62 (411) 000-000"))
                    != nullptr);
                CHECK_FALSE(allTexts(screen).contains(u"errno"));
                CHECK_THAT(walk(screen.window(), screen.pixelsPerMm()).join(u'\n').toStdString(),
                    Catch::Equals(""));
            }
        }
    }
}

TEST_CASE("without a contact a stopped kiosk asks to call the staff", "[qml]")
{
    Run run("takalar-2023", formats()[2]);
    run.fixture.kiosk.state()->halt(kiosk::StoreState::Stop::DiskFull, {});
    run.screen.settle();
    CHECK(run.screen.find(QStringLiteral("Mohon panggil petugas.")) != nullptr);
}

TEST_CASE("the welcome page counts all who have signed, and those of a follow-up session", "[qml]")
{
    for (const auto& format : formats()) {
        Run run("takalar-2023", format);
        signAs(run, somebody);
        run.screen.touch(run.words().done);
        {
            const auto ledger = run.fixture.ledger();
            must(ledger->endSession());
            must(ledger->startSession(2));
        }
        run.fixture.kiosk.state()->refresh();
        look(run, format, "follow-up");
        CHECK(run.screen.find(QStringLiteral("Sudah berikrar: 1 dari 2 orang, 0 pada sesi ini"))
            != nullptr);
    }
}

TEST_CASE(
    "the way out of a receipt is on the screen, with a clock that is not confirmed too", "[qml]")
{
    for (const auto language : {Language::Indonesian, Language::English}) {
        for (const auto& format : formats()) {
            Run run("takalar-2023", format);
            run.fixture.clock.time.trust = base::ClockTrust::Unknown;
            run.preferences().setLanguage(language);
            signAs(run, somebody);
            look(run, format, language == Language::English ? "clock-en" : "clock-id");
            auto* done = run.screen.find(run.words().done);
            REQUIRE(done != nullptr);
            const QRectF all(QPointF(), run.screen.window().size());
            CHECK(all.contains(done->mapRectToScene({0, 0, done->width(), done->height()})));
        }
    }
}

TEST_CASE("the log's summary is scanned off the screen as the store has it", "[qml]")
{
    for (const auto& format : formats()) {
        for (const auto size : {TextSize::Normal, TextSize::Largest}) {
            INFO(format.name << " " << static_cast<int>(size));
            Run run("takalar-2023", format);
            run.preferences().setTextSize(size);
            run.screen.settle();
            run.screen.touch(QStringLiteral("Ringkasan log"));
            const auto grey = run.screen.picture().convertToFormat(QImage::Format_Grayscale8);
            const auto read = must(qr::decode({grey.constBits(), grey.width(), grey.height(),
                static_cast<int>(grey.bytesPerLine()), 1}));
            CHECK(read == must(run.fixture.ledger()->newest()).note.serialize());
            run.screen.touch(run.words().done);
            CHECK(run.session().page() == kiosk::SigningSession::Page::Welcome);
        }
    }
}

TEST_CASE("the log's summary goes when nobody is there", "[qml]")
{
    Run run("takalar-2023", formats()[0]);
    run.screen.touch(QStringLiteral("Ringkasan log"));
    run.fixture.kiosk.advance(std::chrono::seconds(31));
    run.screen.settle();
    CHECK(run.screen.find(run.words().stay) != nullptr);
    run.fixture.kiosk.advance(std::chrono::seconds(15));
    run.screen.settle();
    CHECK(run.session().page() == kiosk::SigningSession::Page::Welcome);
}
