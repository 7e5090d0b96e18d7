// The log's head on a signer's kiosk, and a head that an auditor brings, held against a real store.
#include "kiosk/string_makers.h"
#include "kiosk/witnessing.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::kiosk;
using namespace ikrar::tests;
using namespace std::chrono_literals;
using Outcome = LogSummary::Outcome;
using Page = SigningSession::Page;

namespace {

std::string newestOf(const ledger::Ledger& ledger)
{
    return must(ledger.newest()).note.serialize();
}

/// A commit on another connection, as the organizer's command makes one.
void grow(const KioskFixture& fixture)
{
    const auto ledger = fixture.ledger();
    const bool open = must(ledger->status()).openSession.has_value();
    must(open ? ledger->endSession() : ledger->startSession(2));
}

LogSummary& openSummary(Kiosk& kiosk)
{
    kiosk.session()->showLog();
    REQUIRE(kiosk.session()->page() == Page::LogSummary);
    return *kiosk.session()->logSummary();
}

/// What a camera sees: the answer comes from the thread that signs.
Outcome bring(LogSummary& summary, const std::string& note)
{
    summary.setHasCamera(true);
    summary.compare();
    REQUIRE(summary.comparing());
    summary.seen(QString::fromStdString(note), QImage(4, 4, QImage::Format_Grayscale8));
    CHECK_FALSE(summary.comparing());
    until([&] { return summary.outcome() != Outcome::None; });
    return summary.outcome();
}

/// A store whose disk was put back to an earlier state, and the head that it had shown since.
struct Restored {
    Restored()
    {
        until([this] { return before.kiosk.state()->unpublished() == 0; });
        std::filesystem::copy(before.data(), data, std::filesystem::copy_options::recursive);
        grow(before);
        shown = newestOf(*before.ledger());
        kiosk.open(must(LedgerStore::open(data, before.environment)));
    }

    KioskFixture before;
    base::Path data = before.directory / "restored";
    std::string shown;
    Kiosk kiosk{before.clock};
};

} // namespace

TEST_CASE("the head that is shown is the store's newest checkpoint", "[kiosk]")
{
    KioskFixture fixture;
    auto& summary = openSummary(fixture.kiosk);
    const auto newest = must(fixture.ledger()->newest());
    REQUIRE(summary.shown());
    CHECK(summary.note().toStdString() == newest.note.serialize());
    CHECK(must(tlog::openCheckpoint(summary.note().toStdString(), fixture.ledger()->logKey()))
              .checkpoint
        == newest.checkpoint);
    CHECK(summary.origin().toStdString() == newest.checkpoint.origin);
    CHECK(summary.size() == QStringLiteral("2"));
    CHECK(summary.witnesses() == 0);
    CHECK(summary.root().section(u' ', 0, 0).size() == 4);
    CHECK(summary.root().remove(u' ').size() == 44);
}

TEST_CASE("a head that witnesses have cosigned carries that", "[kiosk]")
{
    Witnessed at;
    until([&] { return at.fixture.kiosk.state()->cosigned() == 2; });
    auto& summary = openSummary(at.fixture.kiosk);
    CHECK(summary.witnesses() == 1);
    const auto note = must(tlog::Note::parse(summary.note().toStdString()));
    CHECK(note.signatures.size() == 2);
    CHECK(note.signatures.back().name == "saksi.example");
}

TEST_CASE("the head on the screen stays while the log grows, until it is asked for", "[kiosk]")
{
    KioskFixture fixture;
    auto& summary = openSummary(fixture.kiosk);
    const auto note = summary.note();
    fixture.kiosk.state()->refresh();
    CHECK_FALSE(summary.newer());
    grow(fixture);
    fixture.kiosk.state()->refresh();
    CHECK(summary.newer());
    CHECK(summary.note() == note);
    summary.refresh();
    CHECK_FALSE(summary.newer());
    CHECK(summary.size() == QStringLiteral("3"));
    CHECK(summary.note().toStdString() == newestOf(*fixture.ledger()));
}

TEST_CASE("a head kept earlier is the log's beginning, and today's is the same", "[kiosk]")
{
    KioskFixture fixture;
    const auto earlier = newestOf(*fixture.ledger());
    grow(fixture);
    auto& summary = openSummary(fixture.kiosk);
    CHECK(bring(summary, earlier) == Outcome::Beginning);
    CHECK(summary.outcomeSize() == QStringLiteral("2"));
    CHECK(bring(summary, newestOf(*fixture.ledger())) == Outcome::Same);
    CHECK(summary.outcomeSize() == QStringLiteral("3"));
    CHECK(fixture.kiosk.state()->stop() == StoreState::Stop::None);
}

TEST_CASE("what this log has not sealed changes nothing", "[kiosk]")
{
    KioskFixture fixture;
    auto& summary = openSummary(fixture.kiosk);
    SECTION("another log's head")
    {
        KioskFixture other;
        CHECK(bring(summary, newestOf(*other.ledger())) == Outcome::OtherLog);
    }
    SECTION("a head of this log's name whose numbers were changed")
    {
        auto forged = newestOf(*fixture.ledger());
        forged.replace(forged.find("\n2\n"), 3, "\n9\n");
        CHECK(bring(summary, forged) == Outcome::NotSealed);
    }
    SECTION("a receipt, or any other code")
    {
        CHECK(bring(summary, "HTTPS://VERIFY.EXAMPLE#123") == Outcome::Unreadable);
    }
    fixture.kiosk.state()->refresh();
    CHECK(fixture.kiosk.session()->page() == Page::LogSummary);
    CHECK(fixture.kiosk.state()->stop() == StoreState::Stop::None);
    CHECK_FALSE(std::filesystem::exists(fixture.data() / "contradiction"));
    fixture.kiosk.session()->finish();
    CHECK(fixture.kiosk.session()->canStart());
}

TEST_CASE("a restored store is found by a head that it has shown before, and stops", "[kiosk]")
{
    Restored at;
    REQUIRE(at.kiosk.state()->stop() == StoreState::Stop::None);
    auto& summary = openSummary(at.kiosk);
    summary.setHasCamera(true);
    summary.compare();
    summary.seen(QString::fromStdString(at.shown), {});
    until([&] { return at.kiosk.session()->page() == Page::Stopped; });
    CHECK(at.kiosk.state()->stop() == StoreState::Stop::Contradicted);
    CHECK(at.kiosk.state()->stopDetail().toStdString()
        == "The checkpoint that an auditor holds has 3 entries, the database 2: it was rolled "
           "back.");
    CHECK_FALSE(at.kiosk.session()->canStart());
    // For good: whoever opens the store later knows it too.
    const auto later
        = must(ledger::Ledger::open(at.data, ledger::Ledger::Mode::Sign, at.before.environment));
    CHECK(must(later->status()).stop == ledger::Stop::Contradicted);
    // Its head can still be shown, and the proof held against it once more.
    CHECK(bring(openSummary(at.kiosk), at.shown) == Outcome::Contradicted);
    at.kiosk.session()->finish();
    CHECK(at.kiosk.session()->page() == Page::Stopped);
}

TEST_CASE("a head of another history of one size stops the store too", "[kiosk]")
{
    KioskFixture fixture;
    auto ledger = fixture.ledger();
    const auto key = must(crypto::openKey("file:" + (fixture.data() / "key.pem").string(),
        []() -> Result<std::string> { return std::string(); }));
    const tlog::Checkpoint other{
        ledger->logKey().name, 2, crypto::sha256(base::asBytes("another"))};
    auto& summary = openSummary(fixture.kiosk);
    summary.hold(must(tlog::signCheckpoint(other, key)).serialize());
    until([&] { return fixture.kiosk.session()->page() == Page::Stopped; });
    CHECK(fixture.kiosk.state()->stop() == StoreState::Stop::Contradicted);
}

TEST_CASE("the log's summary leads back to where it was opened from", "[kiosk]")
{
    KioskFixture fixture;
    auto& session = *fixture.kiosk.session();
    openSummary(fixture.kiosk);
    session.finish();
    CHECK(session.page() == Page::Welcome);
    CHECK_FALSE(session.logSummary()->shown());

    // A signer's way that was stopped goes on when the disk is mended.
    session.start();
    session.identity()->type(QStringLiteral("198609262015051001"));
    CHECK_FALSE(session.canShowLog());
    fixture.kiosk.state()->halt(StoreState::Stop::Failed, {});
    REQUIRE(session.page() == Page::Stopped);
    openSummary(fixture.kiosk);
    session.finish();
    CHECK(session.page() == Page::Stopped);
    openSummary(fixture.kiosk);
    fixture.kiosk.state()->retry();
    fixture.kiosk.state()->refresh();
    session.finish();
    CHECK(session.page() == Page::IsThisYou);
}

TEST_CASE("a stop that comes meanwhile is shown, and a store that cannot be read shows no summary",
    "[kiosk]")
{
    KioskFixture fixture;
    auto& session = *fixture.kiosk.session();
    openSummary(fixture.kiosk);
    fixture.kiosk.state()->halt(StoreState::Stop::DiskFull, {});
    CHECK(session.page() == Page::Stopped);
    CHECK(session.canShowLog());
    fixture.kiosk.state()->halt(StoreState::Stop::DeviceFailed, {});
    CHECK_FALSE(session.canShowLog());
    session.showLog();
    CHECK(session.page() == Page::Stopped);
}

TEST_CASE("nobody at the log's summary: a countdown, then back, without a notice", "[kiosk]")
{
    KioskFixture fixture;
    auto& session = *fixture.kiosk.session();
    auto& summary = openSummary(fixture.kiosk);
    summary.setHasCamera(true);
    summary.compare();
    fixture.kiosk.advance(30s);
    CHECK(session.idle()->warning());
    // A code that is read counts as somebody being there.
    summary.seen(QStringLiteral("code"), {});
    CHECK_FALSE(session.idle()->warning());
    fixture.kiosk.advance(44s);
    CHECK(session.page() == Page::LogSummary);
    fixture.kiosk.advance(1s);
    CHECK(session.page() == Page::Welcome);
    CHECK(session.notice() == SigningSession::Notice::None);
}

TEST_CASE("the camera is wanted only while a head is looked for, and no picture is kept", "[kiosk]")
{
    KioskFixture fixture;
    auto& summary = openSummary(fixture.kiosk);
    const QImage picture(4, 4, QImage::Format_Grayscale8);
    summary.compare();
    CHECK_FALSE(summary.comparing()); // there is none
    summary.seen({}, picture);
    CHECK(summary.picture().isNull());

    summary.setHasCamera(true);
    summary.compare();
    summary.seen({}, picture);
    CHECK(summary.comparing());
    CHECK_FALSE(summary.picture().isNull());
    fixture.kiosk.session()->finish();
    CHECK_FALSE(summary.comparing());
    CHECK(summary.picture().isNull());
    // A frame that was being looked at comes late.
    summary.seen(QString::fromStdString(newestOf(*fixture.ledger())), picture);
    CHECK(summary.picture().isNull());
    CHECK(summary.outcome() == Outcome::None);
}
