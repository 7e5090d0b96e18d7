// The auditor's screen without a screen: what each way of giving a receipt leads to.
#include "audit/static_site.h"
#include "kiosk/auditor_fixture.h"
#include "kiosk/camera_frame.h"
#include "kiosk/chime.h"
#include "kiosk/framereader.h"
#include "kiosk/string_makers.h"
#include "pledge/commitment.h"
#include "qr/encode.h"
#include "qr/image.h"

#include <QGuiApplication>
#include <QKeyEvent>

#include <catch2/catch.hpp>

#include <thread>

using namespace ikrar;
using namespace ikrar::tests;
using namespace std::chrono_literals;
using kiosk::Auditor;
using kiosk::HeadView;
using kiosk::PersonMatch;
using kiosk::VerdictView;
using Verdict = kiosk::VerdictView::Verdict;

namespace {

/// A published log as `ikrar serve` has it.
class Served
{
public:
    explicit Served(const base::Path& log)
        : m_site(must(audit::StaticSite::open({log, {}, false, {}, {}})))
        , m_server(must(audit::HttpServer::open(local(),
              [this](const audit::HttpRequest& request) { return m_site->answer(request); })))
        , m_thread([this] { m_server->run(); })
    {
    }
    Served(const Served&) = delete;
    Served& operator=(const Served&) = delete;
    Served(Served&&) = delete;
    Served& operator=(Served&&) = delete;
    ~Served() { m_server->stop(); }

    [[nodiscard]] std::string url() const
    {
        return "http://127.0.0.1:" + std::to_string(m_server->port()) + "/log";
    }

private:
    static audit::HttpServer::Options local()
    {
        audit::HttpServer::Options options;
        options.host = "127.0.0.1";
        return options;
    }

    std::unique_ptr<audit::StaticSite> m_site;
    std::unique_ptr<audit::HttpServer> m_server;
    std::jthread m_thread;
};

void type(Auditor& auditor, const QString& text)
{
    QObject window;
    auditor.watchKeys(&window);
    for (const QChar character : text) {
        QKeyEvent press(QEvent::KeyPress, character == u'\n' ? Qt::Key_Return : Qt::Key_unknown,
            Qt::NoModifier, QString(character));
        QCoreApplication::sendEvent(&window, &press);
    }
}

} // namespace

TEST_CASE(
    "a receipt held before the camera gets its verdict, in every format of a frame", "[auditor]")
{
    const auto format = GENERATE(QVideoFrameFormat::Format_NV12, QVideoFrameFormat::Format_YUV420P,
        QVideoFrameFormat::Format_YUYV, QVideoFrameFormat::Format_UYVY,
        QVideoFrameFormat::Format_Y8, QVideoFrameFormat::Format_BGRX8888);
    AuditorFixture fixture;
    fixture.open();
    REQUIRE(fixture.auditor.page() == Auditor::Page::Waiting);
    kiosk::FrameReader reader;
    QObject::connect(&reader, &kiosk::FrameReader::looked, &fixture.auditor, &Auditor::seen);
    fixture.give([&] { reader.sink()->setVideoFrame(frameOf(fixture.text(0), format)); });
    CHECK(fixture.auditor.verdict()->verdict() == Verdict::ValidUnwitnessed);
    CHECK(fixture.auditor.verdict()->tone()
        == VerdictView::Tone::Good); // the policy asks for no witness
    CHECK(fixture.auditor.page() == Auditor::Page::Verdict);
    CHECK(fixture.auditor.picture().width() > 300);
}

TEST_CASE("the facts below a verdict are the entry's, in the zone of the ceremony", "[auditor]")
{
    AuditorFixture fixture;
    fixture.open();
    fixture.check(fixture.text(0));
    const auto& verdict = *fixture.auditor.verdict();
    CHECK(verdict.ceremony().contains(QStringLiteral("Takalar")));
    CHECK(verdict.number() == QStringLiteral("2"));
    CHECK(verdict.session() == QStringLiteral("1"));
    CHECK(verdict.time() == QStringLiteral("Senin, 18 September 2023, 08.05 WITA"));
    CHECK(verdict.clockTrust() == VerdictView::ClockTrust::Synchronised);
    CHECK(verdict.category() == QStringLiteral("PNS"));
    CHECK(verdict.method() == VerdictView::Method::Kiosk);
    CHECK(verdict.kioskId() == QStringLiteral("kiosk-01"));
    CHECK(verdict.checkedAgainstLog());
    CHECK(verdict.logSize() == QStringLiteral("5"));
}

TEST_CASE("a voided declaration shows as voided where a copy of the log is at hand", "[auditor]")
{
    AuditorFixture fixture;
    fixture.open();
    fixture.check(fixture.text(1));
    CHECK(fixture.auditor.verdict()->verdict() == Verdict::Voided);
    CHECK(fixture.auditor.verdict()->tone() == VerdictView::Tone::Caution);

    AuditorFixture alone(false);
    alone.open();
    alone.check(alone.text(1));
    CHECK(alone.auditor.verdict()->verdict() == Verdict::ValidUnwitnessed);
    CHECK(alone.auditor.verdict()->sentence().contains(QStringLiteral("belum diperiksa")));
    CHECK_FALSE(alone.auditor.verdict()->checkedAgainstLog());
}

TEST_CASE("the tally counts a receipt once, and says when it is shown again", "[auditor]")
{
    AuditorFixture fixture;
    fixture.open();
    fixture.check(fixture.text(0));
    CHECK(fixture.auditor.verdict()->seenBefore().isEmpty());
    fixture.check(fixture.text(1));
    fixture.check(QStringLiteral("HTTPS://VERIFY.EXAMPLE#12"));
    // Another address before the same digits is the same receipt.
    fixture.check(QStringLiteral("HTTPS://OTHER.EXAMPLE/X")
        + fixture.text(0).mid(fixture.text(0).indexOf(u'#')));
    CHECK(fixture.auditor.verdict()->seenBefore().contains(QStringLiteral("08.05")));
    CHECK(fixture.auditor.good() == 1);
    CHECK(fixture.auditor.caution() == 1);
    CHECK(fixture.auditor.bad() == 0);
    CHECK(fixture.auditor.unread() == 1);
    CHECK(fixture.auditor.again() == 1);
}

TEST_CASE(
    "a receipt that stays in view is checked once, and away for two seconds, it is shown again",
    "[auditor]")
{
    AuditorFixture fixture;
    fixture.open();
    fixture.give([&] { fixture.auditor.seen(fixture.text(0), {}); });
    for (int frame = 0; frame < 5; ++frame) {
        fixture.auditor.advance(1s);
        fixture.auditor.seen(fixture.text(0), {});
    }
    fixture.check(fixture.text(1)); // whatever the camera had asked for is answered before this
    CHECK(fixture.auditor.again() == 0);
    fixture.auditor.seen({}, {});
    fixture.auditor.advance(2s);
    fixture.give([&] { fixture.auditor.seen(fixture.text(0), {}); });
    CHECK(fixture.auditor.again() == 1);
}

TEST_CASE("a scanner that types is read at Enter, or after a pause without one", "[auditor]")
{
    AuditorFixture fixture;
    fixture.open();
    fixture.give([&] { type(fixture.auditor, fixture.text(0) + u'\n'); });
    CHECK(fixture.auditor.verdict()->number() == QStringLiteral("2"));
    fixture.give([&] {
        type(fixture.auditor, fixture.text(1));
        fixture.auditor.advance(500ms);
    });
    CHECK(fixture.auditor.verdict()->number() == QStringLiteral("3"));
}

TEST_CASE("a dropped picture, text or proof is read, and what is none says why", "[auditor]")
{
    AuditorFixture fixture;
    fixture.open();
    const base::Path picture = fixture.store.directory / "foto.png";
    const auto png = qr::toPng(qr::encode(fixture.text(0).toStdString(), qr::Level::L).value(), 4);
    must(base::replaceFile(base::systemFiles(), picture, png, 0644));
    const auto drop = [&](const base::Path& file) {
        fixture.give([&] {
            fixture.auditor.checkFiles(
                {QUrl::fromLocalFile(QString::fromStdString(file.string()))});
        });
    };
    drop(picture);
    CHECK(fixture.auditor.verdict()->verdict() == Verdict::ValidUnwitnessed);
    CHECK(fixture.auditor.verdict()->proven());
    drop(fixture.store.directory / "absent.png");
    CHECK(fixture.auditor.verdict()->verdict() == Verdict::Malformed);
    CHECK_FALSE(fixture.auditor.verdict()->proven());
    CHECK_FALSE(fixture.auditor.verdict()->why().isEmpty());
}

TEST_CASE(
    "a person is matched by number and matching code, and forgotten with the receipt", "[auditor]")
{
    AuditorFixture fixture;
    fixture.open();
    fixture.check(fixture.text(0));
    auto& person = *fixture.auditor.person();
    fixture.auditor.askPerson();
    CHECK(fixture.auditor.page() == Auditor::Page::Person);
    person.setIdentity(QStringLiteral("19860926 201505 1 001"));
    person.setCode(QString::fromStdString(pledge::matchingCode(fixture.issued.at(0).salt)));
    fixture.auditor.answerPerson();
    CHECK(person.answer() == PersonMatch::Answer::Matches);
    CHECK(person.tone() == VerdictView::Tone::Good);
    person.setIdentity(QStringLiteral("199009132025242014"));
    fixture.auditor.answerPerson();
    CHECK(person.answer() == PersonMatch::Answer::Differs);
    CHECK(person.tone() == VerdictView::Tone::Bad);
    person.setCode(QStringLiteral("ABC"));
    fixture.auditor.answerPerson();
    CHECK(person.answer() == PersonMatch::Answer::CodeWrong);
    person.setIdentity(QStringLiteral("1990"));
    fixture.auditor.answerPerson();
    CHECK(person.answer() == PersonMatch::Answer::NumberWrong);
    CHECK_FALSE(person.problem().isEmpty());
    fixture.auditor.back();
    CHECK(person.identity().isEmpty());
    CHECK(person.code().isEmpty());
    CHECK(fixture.auditor.page() == Auditor::Page::Verdict);
}

TEST_CASE("a log's head is kept, and the next is held against it", "[auditor]")
{
    AuditorFixture fixture;
    fixture.open();
    const auto head = [&] {
        const auto note = must(base::readFile(fixture.store.data() / "log/checkpoint", 1U << 16U));
        return QString::fromStdString(std::string(base::asText(note)));
    };
    const QString first = head();
    fixture.check(first);
    REQUIRE(fixture.auditor.page() == Auditor::Page::Head);
    CHECK(fixture.auditor.head()->standing() == HeadView::Standing::First);
    CHECK(fixture.auditor.head()->tone() == VerdictView::Tone::Good);
    CHECK(fixture.auditor.head()->root().section(u' ', 0, 0).size() == 4);
    CHECK(fixture.auditor.head()->root().remove(u' ') == first.section(u'\n', 2, 2));
    fixture.check(first);
    CHECK(fixture.auditor.head()->standing() == HeadView::Standing::Same);
    {
        auto ledger = fixture.store.ledger();
        must(ledger->endSession());
        must(ledger->publish());
    }
    const QString grown = head();
    fixture.check(grown);
    CHECK(fixture.auditor.head()->standing()
        == HeadView::Standing::Undecided); // the copy ends before it

    // The same auditor with the newer copy.
    Auditor newer(fixture.store.clock, fixture.store.directory / "");
    newer.open(fixture.files);
    until([&] { return newer.page() != Auditor::Page::Opening; });
    for (const QString& note : {first, grown, first}) {
        bool came = false;
        const auto seen = QObject::connect(newer.head(), &HeadView::changed, [&] { came = true; });
        newer.check(note);
        until([&] { return came; });
        QObject::disconnect(seen);
        if (note == grown) {
            CHECK(newer.head()->standing() == HeadView::Standing::Consistent);
        }
    }
    CHECK(newer.head()->standing() == HeadView::Standing::Behind);
    CHECK(newer.head()->tone() == VerdictView::Tone::Caution);

    QString forged = grown;
    forged[forged.indexOf(u'\n') + 1] = u'9';
    fixture.check(forged);
    CHECK(fixture.auditor.head()->standing() == HeadView::Standing::Unreadable);
    CHECK(fixture.auditor.head()->tone() == VerdictView::Tone::Unread);

    // The names in a note are anybody's words: they neither turn the line around nor fill the
    // screen.
    const QString line = QStringLiteral("\u2014 sah\u202E\u009B") + QString(4000, u'x')
        + QStringLiteral(" AAAAAAAAAAAA\n");
    fixture.check(grown + line + line);
    CHECK(fixture.auditor.head()->standing() == HeadView::Standing::Unreadable);
    const QString why = fixture.auditor.head()->why();
    CHECK(why.contains(QStringLiteral("sah\\u202E\\u009B")));
    CHECK_FALSE(why.contains(QChar(0x202E)));
    CHECK(why.size() < 300);
}

TEST_CASE("a log is read over http too, as of the time of reading", "[auditor]")
{
    AuditorFixture fixture;
    const Served served(fixture.files.log);
    fixture.files.log = served.url();
    fixture.open();
    REQUIRE(fixture.auditor.failure() == QString());
    CHECK(fixture.auditor.logSize() == QStringLiteral("5"));
    CHECK_FALSE(fixture.auditor.policyInLog());
    fixture.check(fixture.text(1));
    CHECK(fixture.auditor.verdict()->finding()->verdict == receipt::Verdict::Voided);
    const auto evidence = must(readEvidence(fixture.files, fixture.store.clock));
    CHECK(evidence.logTime == fixture.store.clock.time.seconds);
}

TEST_CASE("evidence that cannot be used stops before the first receipt", "[auditor]")
{
    AuditorFixture fixture;
    SECTION("no policy")
    {
        fixture.files.policy = fixture.store.directory / "absent";
    }
    SECTION("a copy with a flipped bit")
    {
        const auto file = fixture.store.data() / "log/tile/entries/000.p/5";
        auto bytes = must(base::readFile(file, 1U << 20U));
        bytes.at(40) ^= 1U;
        must(base::replaceFile(base::systemFiles(), file, bytes, 0644));
    }
    fixture.open();
    CHECK(fixture.auditor.page() == Auditor::Page::Failed);
    CHECK_FALSE(fixture.auditor.failure().isEmpty());
}

TEST_CASE("a policy from inside the copy of the log is pointed out", "[auditor]")
{
    AuditorFixture fixture;
    fixture.open();
    CHECK_FALSE(fixture.auditor.policyInLog());
    AuditorFixture inside;
    inside.files.policy = inside.store.data() / "log/policy";
    inside.open();
    CHECK(inside.auditor.policyInLog());
}

TEST_CASE("each tone sounds its own", "[auditor]")
{
    using Tone = VerdictView::Tone;
    const auto good = kiosk::Chime::samplesOf(Tone::Good, 48'000);
    const auto bad = kiosk::Chime::samplesOf(Tone::Bad, 48'000);
    CHECK(good != bad);
    CHECK(bad.size() > good.size());
    CHECK(kiosk::Chime::samplesOf(Tone::Unread, 48'000).size() < good.size());
}
