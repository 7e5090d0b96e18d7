#include "qml/stories.h"

#include <QCoreApplication>

#include <stdexcept>

namespace ikrar::tests {

using namespace std::chrono_literals;
using Page = kiosk::SigningSession::Page;

namespace {

constexpr const char* unlisted = "198702022011012002";
constexpr const char* helper = "199009132025242014";

QQuickItem* flickableOf(const QQuickItem& item)
{
    for (auto* up = item.parentItem(); up != nullptr; up = up->parentItem()) {
        if (up->inherits("QQuickFlickable")) {
            return up;
        }
    }
    return nullptr;
}

} // namespace

bool isReachable(const QQuickItem& item)
{
    const auto* flickable = flickableOf(item);
    return flickable == nullptr
        || QRectF(0, 0, flickable->width(), flickable->height())
               .contains(item.mapToItem(flickable, {item.width() / 2, item.height() / 2}));
}

namespace {

void chooseUnit(Stage& stage)
{
    const auto* unit = stage.kiosk.session()->walkIn()->unit();
    while (!unit->options().isEmpty()) {
        stage.touch(unit->options().constFirst());
    }
}

void wrongDigit(Stage& stage)
{
    stage.touch("WelcomePage", "Sentuh di sini untuk mulai");
    stage.touchDigits("19861326");
    const auto* identity = stage.kiosk.session()->identity();
    Stage::expect(identity->wrongAt() >= 4, "the wrong digit is pointed at");
    Stage::expect(stage.screen.find(identity->problem()) != nullptr,
        "what is wrong with it is on the screen");
    stage.look("wrong-digit");
}

void search(Stage& stage)
{
    stage.touch("WelcomePage", "Sentuh di sini untuk mulai");
    stage.touch("IdentifyPage", "Cari dengan nama");
    stage.type("peserta");
    stage.look("search-narrow");
    stage.erase(7);
    stage.type("nobody");
    stage.look("search-nobody");
    stage.erase(6);
    stage.type("seratus");
    stage.look("search-one");
    stage.touch("SearchPage", "Pilih nama ini");
    Stage::expect(stage.kiosk.session()->page() == Page::IsThisYou, "the person is shown whole");
}

void walkIn(Stage& stage)
{
    auto& session = *stage.kiosk.session();
    stage.touch("WelcomePage", "Sentuh di sini untuk mulai");
    stage.type(unlisted);
    stage.look("not-listed");
    stage.touch("NotListedPage", "Nomor sudah benar, isi data diri");
    stage.look("walk-in-category");
    stage.touch(QStringLiteral("PNS"));
    stage.touch("WalkInPage", "Lanjut");
    stage.look("walk-in-number");
    stage.touch("WalkInPage", "Lanjut");
    stage.type("Peserta Baru");
    stage.look("walk-in-name");
    stage.touch("WalkInPage", "Lanjut");
    stage.look("walk-in-unit");
    chooseUnit(stage);
    stage.look("walk-in-unit-chosen");
    stage.touch("WalkInPage", "Lanjut");
    Stage::expect(session.page() == Page::IsThisYou, "the person is shown");
    Stage::expect(session.personIsWalkIn(), "the person is marked as a walk-in");
    stage.look("walk-in-person");
}

void withoutNumber(Stage& stage)
{
    const auto village = QStringLiteral("Perangkat Desa");
    if (!stage.kiosk.session()->walkIn()->categories().contains(village)) {
        return;
    }
    stage.touch("WelcomePage", "Sentuh di sini untuk mulai");
    stage.touch("IdentifyPage", "Cari dengan nama");
    stage.type("daeng");
    stage.touch("SearchPage", "Tidak terdaftar");
    stage.touch(village);
    stage.touch("WalkInPage", "Lanjut");
    stage.look("walk-in-without-number");
    stage.touch("WalkInPage", "Tanpa nomor");
    stage.type("Daeng Contoh");
    stage.look("walk-in-by-name");
    stage.touch("WalkInPage", "Lanjut");
    chooseUnit(stage);
    stage.touch("WalkInPage", "Lanjut");
    Stage::expect(stage.kiosk.session()->page() == Page::IsThisYou, "the person is shown");
    stage.look("walk-in-named-person");
}

void assisted(Stage& stage)
{
    auto& session = *stage.kiosk.session();
    const auto& form = *session.assistance();
    stage.touch("WelcomePage", "Saya perlu dibantu petugas");
    stage.look("assistance");
    stage.touch("AssistedPage", "Lanjut");
    stage.look("assistance-missing");
    stage.touch("AssistedPage", "Nama petugas");
    stage.type("Petugas Contoh");
    stage.look("assistance-keyboard");
    stage.screen.key(Qt::Key_Return); // to the number
    stage.type("199013132025242014");
    stage.touch("AssistedPage", "Lanjut");
    Stage::expect(session.page() == Page::Assistance, "a wrong number leads nowhere");
    Stage::expect(stage.screen.find(form.numberProblem()) != nullptr, "what is wrong is shown");
    stage.look("assistance-wrong-number");
    stage.erase(18);
    stage.type(helper);
    stage.screen.key(Qt::Key_Return); // the keyboard goes
    stage.touch("AssistedPage", "Sulit melihat");
    stage.touch("AssistedPage", "Cap jempol sebagai pengganti tanda tangan");
    Stage::expect(form.reason() == kiosk::AssistanceForm::Difficulty::Sight, "a reason is chosen");
    Stage::expect(form.thumbMark(), "a thumb mark is chosen");
    stage.look("assistance-filled");
    stage.touch("AssistedPage", "Lanjut");
    Stage::expect(session.assisted(), "the signer is assisted");
    Stage::expect(session.page() == Page::WhoAreYou, "the signer goes on");
    stage.reachPledge();
    stage.readPledge();
    stage.look("thumb-mark");
}

void wholePledge(Stage& stage)
{
    stage.touch("WelcomePage", "Sentuh di sini untuk mulai");
    stage.reachPledge();
    stage.touch("PledgePage", "Baca lengkap");
    stage.look("pledge-full");
    const auto down = Stage::word("PledgePage", "Baca terus");
    while (stage.screen.find(down) != nullptr) {
        stage.screen.touch(down);
    }
    stage.look("pledge-full-end");
    stage.touch("PledgePage", "Baca ringkas");
}

void blankInk(Stage& stage)
{
    stage.touch("WelcomePage", "Sentuh di sini untuk mulai");
    stage.reachPledge();
    stage.readPledge();
    stage.touch("SignPage", "Lanjut");
    Stage::expect(stage.kiosk.session()->page() == Page::Sign, "blank ink is asked about");
    stage.look("blank-ink");
    stage.touch("SignPage", "Ya, tetap gunakan");
    Stage::expect(stage.kiosk.session()->page() == Page::Confirm, "it is asked about once");
}

void countdown(Stage& stage)
{
    auto& session = *stage.kiosk.session();
    stage.touch("WelcomePage", "Sentuh di sini untuk mulai");
    stage.touchDigits("1986");
    stage.kiosk.advance(31s);
    stage.look("countdown");
    stage.touch("CountdownOverlay", "Saya masih di sini");
    Stage::expect(session.identity()->typed() == QLatin1String("1986"), "what was typed is there");
    until([&stage] {
        return stage.screen.find(Stage::word("CountdownOverlay", "Saya masih di sini")) == nullptr;
    });
    stage.kiosk.advance(31s);
    stage.kiosk.advance(15s);
    until([&stage] {
        return stage.screen.find(Stage::word("CountdownOverlay", "Saya masih di sini")) == nullptr;
    });
    stage.look("timed-out");
    Stage::expect(session.page() == Page::Welcome, "nobody was there");
    Stage::expect(session.identity()->typed().isEmpty(), "what was typed is gone");
}

void displayTools(Stage& stage)
{
    const auto paper = stage.screen.picture();
    stage.touch("DisplayTools", "Ubah kontras");
    stage.look("contrast-high");
    stage.touch("DisplayTools", "Ubah kontras");
    stage.look("contrast-dark");
    Stage::expect(stage.screen.picture() != paper, "the contrast is another one");
    stage.touch("DisplayTools", "Ubah kontras");
    const auto larger = Stage::word("DisplayTools", "Perbesar huruf");
    while (stage.screen.find(larger) != nullptr) {
        stage.screen.touch(larger);
    }
    stage.look("welcome-largest");
    stage.kiosk.preferences()->reset();
    stage.touch(QStringLiteral("English"));
    stage.look("welcome-english");
}

void copy(Stage& stage)
{
    auto& session = *stage.kiosk.session();
    stage.look("welcome");
    stage.touch("WelcomePage", "Sentuh di sini untuk mulai");
    stage.reachPledge();
    stage.readPledge();
    stage.screen.sign(Stage::word("SignPage", "Bidang tanda tangan"));
    stage.touch("SignPage", "Lanjut");
    stage.touch("ConfirmPage", "Saya berikrar");
    until([&session] { return session.page() == Page::Receipt; });
    stage.screen.settle();
    stage.touch("ReceiptLayout", "Kode pencocokan");
    Stage::expect(!session.receipt()->code().isEmpty(), "the matching code is shown");
    stage.look("receipt-code");
    stage.touch("ReceiptLayout", "Selesai");
    stage.begin();
    stage.touch("WelcomePage", "Sentuh di sini untuk mulai");
    stage.type(somebody);
    Stage::expect(session.page() == Page::AlreadySigned, "there is a copy");
    Stage::expect(stage.screen.find(Stage::word("ReceiptLayout", "Kode pencocokan")) == nullptr,
        "a copy has no matching code");
    stage.look("already-signed");
    stage.touch("ReceiptLayout", "Selesai");
}

/// As from a camera; the answer comes from the thread that signs.
void bring(Stage& stage, const QString& text)
{
    auto& summary = *stage.kiosk.session()->logSummary();
    stage.touch("LogSummaryPage", "Bandingkan dengan ringkasan pemeriksa");
    Stage::expect(summary.comparing(), "the camera is asked for");
    summary.seen(text, {});
    until([&summary] { return summary.outcome() != kiosk::LogSummary::Outcome::None; });
}

void logSummary(Stage& stage)
{
    auto& session = *stage.kiosk.session();
    auto& summary = *session.logSummary();
    stage.touch("Main", "Ringkasan log");
    Stage::expect(session.page() == Page::LogSummary, "the log's summary is shown");
    Stage::expect(
        stage.screen.find(Stage::word("LogSummaryPage", "Bandingkan dengan ringkasan pemeriksa"))
            == nullptr,
        "nothing is compared without a camera");
    stage.look("log-summary");
    summary.setHasCamera(true);
    stage.look("log-summary-camera");
    stage.touch("LogSummaryPage", "Bandingkan dengan ringkasan pemeriksa");
    stage.look("log-summary-starting");
    summary.setCameraRuns(true);
    QImage picture(480, 270, QImage::Format_Grayscale8);
    picture.fill(Qt::gray);
    summary.seen({}, picture);
    stage.look("log-summary-comparing");
    stage.touch("LogSummaryPage", "Kembali ke kode");
    const QString note = summary.note();
    bring(stage, note);
    stage.look("log-summary-same");
    bring(stage, QStringLiteral("HTTPS://VERIFY.EXAMPLE#123"));
    stage.look("log-summary-unreadable");
    stage.endSession();
    stage.kiosk.state()->refresh();
    Stage::expect(summary.note() == note, "the code stays while the log grows");
    stage.look("log-summary-newer");
    stage.touch("LogSummaryPage", "Tampilkan yang terbaru");
    Stage::expect(summary.note() != note, "the newest is shown when asked for");
    bring(stage, note);
    stage.look("log-summary-beginning");
    stage.kiosk.advance(31s);
    stage.look("log-summary-countdown");
    stage.touch("CountdownOverlay", "Saya masih di sini");
    until([&stage] {
        return stage.screen.find(Stage::word("CountdownOverlay", "Saya masih di sini")) == nullptr;
    });
    stage.touch("LogSummaryPage", "Selesai");
    Stage::expect(session.page() == Page::Welcome, "back to welcome");
}

void invitation(Stage& stage)
{
    auto& session = *stage.kiosk.session();
    auto& scan = *session.invitation();
    const auto offered = Stage::word("IdentifyPage", "Pindai kartu undangan");
    stage.touch("WelcomePage", "Sentuh di sini untuk mulai");
    Stage::expect(
        stage.screen.find(offered) == nullptr, "nothing is shown to a camera that is not there");
    stage.look("card-by-scanner");
    stage.type("HTTPS://VERIFY.EXAMPLE#123456");
    stage.screen.key(Qt::Key_Return);
    Stage::expect(scan.problem() == kiosk::InvitationScan::Problem::NotInvitation,
        "a receipt is no invitation");
    Stage::expect(session.identity()->typed().isEmpty(), "and not a number");
    stage.look("card-other-code");
    scan.setHasCamera(true);
    stage.look("card-camera-offered");
    stage.touch(offered);
    stage.look("card-starting");
    scan.setCameraRuns(true);
    QImage picture(480, 270, QImage::Format_Grayscale8);
    picture.fill(Qt::gray);
    scan.seen({}, picture);
    stage.look("card-looking");
    scan.seen(QStringLiteral("IKRAR-UNDANGAN:00000000000000000000000000"), picture);
    Stage::expect(
        scan.problem() == kiosk::InvitationScan::Problem::NotKnown, "nobody has that card");
    stage.look("card-unknown");
    stage.touch("IdentifyPage", "Ketik nomor");
    Stage::expect(!scan.looking(), "the camera is off");
    stage.type(somebody);
    Stage::expect(session.page() == Page::IsThisYou, "a number is typed after all");
    scan.setHasCamera(false);
}

void noSession(Stage& stage)
{
    stage.kiosk.state()->refresh();
    Stage::expect(
        stage.screen.find(Stage::word("WelcomePage", "Sentuh di sini untuk mulai")) == nullptr,
        "nobody can begin");
    stage.look("no-session");
    stage.closeLog();
    stage.kiosk.state()->refresh();
    stage.look("closed");
    Stage::expect(
        stage.screen.find(Stage::word("WelcomePage", "Pencatatan ikrar ini sudah ditutup."))
            != nullptr,
        "the welcome page says that it is over");
}

void stopped(Stage& stage)
{
    stage.kiosk.state()->halt(
        kiosk::StoreState::Stop::DiskFull, QStringLiteral("write: No space left on device"));
    Stage::expect(stage.kiosk.session()->page() == Page::Stopped, "the whole screen says so");
    stage.look("stopped");
    stage.touch("Main", "Ringkasan log");
    stage.look("stopped-log-summary");
    stage.touch("LogSummaryPage", "Selesai");
    Stage::expect(stage.kiosk.session()->page() == Page::Stopped, "it is stopped still");
}

} // namespace

std::vector<ledger::RosterRow> storyRoster(const pledge::Ceremony& ceremony)
{
    const auto& units = ceremony.units;
    return {{{pledge::IdentityKind::Nip, somebody}, "Drs. H. Peserta Contoh Seratus Satu, M.Si.",
                units.back().id, "Kepala Subbagian Umum dan Kepegawaian", "Pembina (IV/a)",
                pledge::Category::Pns},
        {{pledge::IdentityKind::Nip, "197901012006041002"}, "Hj. Peserta Contoh Dua, S.Pd.",
            units[units.size() / 2].id, "Guru", "Penata (III/c)", pledge::Category::Pns}};
}

void Stage::begin()
{
    until(
        [this] { return screen.find(word("CountdownOverlay", "Saya masih di sini")) == nullptr; });
    kiosk.session()->finish();
    kiosk.session()->cancel();
    kiosk.preferences()->setLanguage(language);
    kiosk.preferences()->setTextSize(size);
    screen.settle();
}

QString Stage::word(const char* page, const char* indonesian)
{
    return QCoreApplication::translate(page, indonesian);
}

void Stage::touch(const QString& name)
{
    const auto down = word("PageFrame", "Gulir ke bawah");
    auto* item = screen.find(name);
    while ((item == nullptr || !isReachable(*item)) && screen.find(down) != nullptr) {
        screen.touch(down);
        item = screen.find(name);
    }
    screen.touch(name);
}

void Stage::erase(int characters)
{
    for (int i = 0; i < characters; ++i) {
        screen.key(Qt::Key_Backspace);
    }
}

void Stage::touchDigits(const char* digits)
{
    for (const char digit : std::string(digits)) {
        screen.touch(QString(QLatin1Char(digit)));
    }
}

void Stage::reachPledge()
{
    type(somebody);
    touch("PersonPage", "Ya, ini saya");
}

void Stage::readPledge()
{
    const auto down = word("PledgePage", "Baca terus");
    while (screen.find(down) != nullptr) {
        screen.touch(down);
    }
    screen.touch(word("PledgePage", "Lanjut"));
}

void Stage::expect(bool holds, const char* what)
{
    if (!holds) {
        throw std::runtime_error(std::string("not so: ") + what);
    }
}

const std::vector<Story>& sideStories()
{
    static const std::vector<Story> all{
        {"the digit that is wrong is pointed at as it is typed", wrongDigit},
        {"a search by name leads to the one person", search},
        {"an invitation card is held up, and what is none says so", invitation},
        {"a number that is not on the roster leads to the walk-in form", walkIn},
        {"a village's staff without a number comes in by name", withoutNumber},
        {"a helper is recorded before the signer goes on", assisted},
        {"the pledge can be read in full", wholePledge},
        {"blank ink is asked about once", blankInk},
        {"a countdown is seen before what was typed is wiped", countdown},
        {"contrast, size and language are changed at a touch", displayTools},
        {"somebody who has signed sees a copy of the receipt without the matching code", copy},
        {"an auditor takes the log's summary away and has one compared", logSummary},
        {"without a session the welcome page says to wait, and after the end that it is over",
            noSession},
        {"a stopped kiosk says why", stopped},
    };
    return all;
}

} // namespace ikrar::tests
