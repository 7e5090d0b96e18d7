// A bundle on the auditor's screen: its audit, and the person behind each receipt.
#include "kiosk/bundle_fixture.h"
#include "kiosk/string_makers.h"

#include <QKeyEvent>

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::tests;
using namespace std::chrono_literals;
using kiosk::Auditor;
using kiosk::BundleView;
using kiosk::SignerView;
using kiosk::VerdictView;

namespace {

using Desk = BundleFixture;

/// Where a text lies in the file, its bytes are others: a ZIP whose member is damaged.
void replaceIn(const base::Path& path, std::string_view what, std::string_view with)
{
    auto bytes = must(base::readFile(path, 1U << 24U));
    const auto at = std::search(bytes.begin(), bytes.end(), what.begin(), what.end());
    REQUIRE(at != bytes.end());
    std::copy(with.begin(), with.end(), at);
    must(base::replaceFile(base::systemFiles(), path, bytes));
}

} // namespace

TEST_CASE("with a bundle the person behind a receipt comes with its verdict", "[auditor]")
{
    Desk desk;
    desk.close();
    desk.files.log = desk.write().string();
    desk.open();
    desk.untilRead();
    REQUIRE(desk.bundle().state() == BundleView::State::Open);
    CHECK(desk.auditor.page() == Auditor::Page::Bundle);
    CHECK(desk.bundle().fileName() == QStringLiteral("bukti.zip"));
    CHECK(desk.bundle().holds());
    CHECK(desk.bundle().tone() == VerdictView::Tone::Good);
    CHECK(desk.bundle().entries() == QStringLiteral("2"));
    CHECK(desk.bundle().voided() == QStringLiteral("1"));
    CHECK(desk.bundle().hasNames());
    CHECK(desk.bundle().namesSealed());

    desk.check(desk.text(0));
    CHECK(desk.auditor.verdict()->verdict() == VerdictView::Verdict::ValidUnwitnessed);
    CHECK(desk.auditor.verdict()->checkedAgainstLog());
    CHECK(desk.auditor.verdict()->logSize() == QStringLiteral("7"));
    CHECK(desk.auditor.verdict()->logTime().contains(QStringLiteral("WITA")));
    CHECK(desk.signer().state() == SignerView::State::Person);
    CHECK(desk.signer().name() == QStringLiteral("Andi Contoh, S.Sos."));
    CHECK(desk.signer().number() == QStringLiteral("19860926 201505 1 001"));
    CHECK(desk.signer().sealed());
    CHECK_FALSE(desk.signer().voided());
    // By the ceremony that came with the bundle.
    CHECK(desk.signer().unit() != QStringLiteral("opd-contoh-1"));

    desk.check(desk.text(1));
    CHECK(desk.auditor.verdict()->verdict() == VerdictView::Verdict::Voided);
    CHECK(desk.signer().name() == QStringLiteral("Sitti Contoh"));
    CHECK(desk.signer().voided());

    desk.check(QStringLiteral("HTTPS://VERIFY.EXAMPLE#12"));
    CHECK(desk.signer().state() == SignerView::State::None);
    CHECK(desk.signer().name() == QString());
}

TEST_CASE("the ink of the receipt follows, and never that of another", "[auditor]")
{
    Desk desk;
    desk.signWithInk();
    desk.signWithInk("7305010101700002", 400);
    desk.open();
    desk.load(desk.write());
    CHECK_FALSE(desk.bundle().namesSealed());
    desk.check(desk.text(2));
    desk.seeInk();
    const QImage ink = desk.signer().ink();
    int dark = 0;
    for (int y = 0; y < ink.height(); ++y) {
        for (int x = 0; x < ink.width(); ++x) {
            dark += qGray(ink.pixel(x, y)) < 128 ? 1 : 0;
        }
    }
    CHECK(dark > 500);
    CHECK_FALSE(desk.signer().sealed()); // the log is not closed
    desk.check(desk.text(0)); // signed without ink
    CHECK_FALSE(desk.signer().hasInk());
    desk.check(desk.text(3));
    desk.seeInk();
    CHECK(desk.signer().ink() != ink);

    // What is looked up while the bundle is closed comes late: before the next one was read.
    QObject::connect(&desk.auditor, &Auditor::judged, &desk.auditor, &Auditor::closeBundle);
    desk.check(desk.text(2));
    desk.load(desk.write({{}, true, {}}, "umum.zip"));
    CHECK_FALSE(desk.signer().hasInk());
}

TEST_CASE("a sealed bundle asks for its passphrase until it is the one", "[auditor]")
{
    Desk desk;
    desk.open();
    desk.load(desk.write({bundlePassphrase, false, {}}));
    REQUIRE(desk.bundle().state() == BundleView::State::Asking);
    CHECK_FALSE(desk.bundle().passphraseWrong());
    desk.auditor.unsealBundle(); // nothing was typed
    CHECK(desk.bundle().state() == BundleView::State::Asking);
    desk.bundle().setPassphrase(QStringLiteral("0000-0000-0000-0000-0000"));
    desk.auditor.unsealBundle();
    CHECK(desk.bundle().passphrase() == QString()); // it is not kept
    desk.untilRead();
    CHECK(desk.bundle().state() == BundleView::State::Asking);
    CHECK(desk.bundle().passphraseWrong());
    desk.bundle().setPassphrase(QStringLiteral("7kq2 mofd r9xt 4b6c zhlw"));
    desk.auditor.unsealBundle();
    desk.untilRead();
    REQUIRE(desk.bundle().state() == BundleView::State::Open);
    desk.check(desk.text(0));
    CHECK(desk.signer().name() == QStringLiteral("Andi Contoh, S.Sos."));
}

TEST_CASE("while a passphrase is typed its keys are for the field, and no code turns the page",
    "[auditor]")
{
    Desk desk;
    desk.open();
    desk.load(desk.write({bundlePassphrase, false, {}}));
    QObject window;
    desk.auditor.watchKeys(&window);
    QKeyEvent press(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, QStringLiteral("a"));
    CHECK_FALSE(desk.auditor.eventFilter(&window, &press));
    desk.auditor.seen(desk.text(0), {});
    CHECK(desk.auditor.page() == Auditor::Page::Bundle);
}

TEST_CASE("a public bundle says that it holds no names", "[auditor]")
{
    Desk desk;
    desk.open();
    desk.load(desk.write({{}, true, {}}));
    REQUIRE(desk.bundle().state() == BundleView::State::Open);
    CHECK(desk.bundle().isPublic());
    CHECK_FALSE(desk.bundle().hasNames());
    desk.check(desk.text(1));
    CHECK(desk.auditor.verdict()->verdict() == VerdictView::Verdict::Voided);
    CHECK(desk.signer().state() == SignerView::State::NoNames);
}

TEST_CASE("a receipt of another log than the bundle's has a verdict and no person", "[auditor]")
{
    Desk desk;
    Desk other;
    const auto first = must(base::readFile(desk.files.policy, 1U << 16U));
    const auto second = must(base::readFile(other.files.policy, 1U << 16U));
    const std::string both = "log " + desk.store.ledger()->logKey().text() + "\nlog "
        + other.store.ledger()->logKey().text() + "\nquorum none\n";
    must(base::replaceFile(base::systemFiles(), desk.files.policy, base::asBytes(both), 0644));
    desk.open();
    desk.load(desk.write());
    desk.check(other.text(0));
    CHECK(desk.auditor.verdict()->proven());
    CHECK(desk.auditor.verdict()->logError().contains(QStringLiteral("does not hold the log")));
    CHECK(desk.signer().state() == SignerView::State::NoLog);
}

TEST_CASE("a bundle that does not hold says what is wrong, and names nobody by it", "[auditor]")
{
    Desk desk;
    desk.open();
    desk.load(desk.lieOf(desk.write()));
    REQUIRE(desk.bundle().state() == BundleView::State::Open);
    CHECK_FALSE(desk.bundle().holds());
    CHECK(desk.bundle().tone() == VerdictView::Tone::Bad);
    const auto findings = desk.bundle().findings();
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].contains(QStringLiteral("/attendance.csv, baris 2, catatan 2: Baris ini")));
    CHECK(findings[1].contains(QStringLiteral("baris 3, catatan 3: Nomor identitas")));
    for (int n = 0; n < 2; ++n) {
        desk.check(desk.text(static_cast<std::size_t>(n)));
        CHECK(desk.signer().state() == SignerView::State::Differs);
        CHECK(desk.signer().name() == QString());
        CHECK(desk.signer().number() == QString());
    }
}

TEST_CASE("a forged name is never shown as one that a closing entry sealed", "[auditor]")
{
    Desk desk;
    desk.close();
    desk.open();
    const auto genuine = desk.write();
    std::string lie(Desk::forgery);
    SECTION("beside the genuine log under another folder's name")
    {
        lie += R"py(
for name in [n for n in members if n.startswith(folder + "/")]:
    members["0/" + name[len(folder) + 1:]] = members.pop(name)
members.update(lies)
members["ikrar-bundle"] = f"ikrar/bundle/v1\nfull\n0\n{folder}\n".encode()
)py";
    }
    SECTION("in the genuine log's own folder")
    {
        lie += "members.update(lies)\n";
    }
    desk.load(desk.repacked(genuine, lie));
    REQUIRE(desk.bundle().state() == BundleView::State::Open);
    CHECK_FALSE(desk.bundle().holds());
    CHECK_FALSE(desk.bundle().namesSealed());
    desk.check(desk.text(0));
    CHECK(desk.auditor.verdict()->proven());
    CHECK_FALSE(desk.signer().sealed());
    CHECK(desk.signer().name() == QString());
}

TEST_CASE("of a bundle that does not hold no name is said to be sealed", "[auditor]")
{
    Desk desk;
    desk.close();
    desk.open();
    desk.load(desk.repacked(desk.write(), R"py(
table = folder + "/attendance.csv"
members[table] = members[table].replace(b"Sitti Contoh", b"Orang Lain")
)py"));
    desk.check(desk.text(0)); // its own row stands
    CHECK(desk.signer().name() == QStringLiteral("Andi Contoh, S.Sos."));
    CHECK_FALSE(desk.signer().sealed());
    CHECK_FALSE(desk.bundle().namesSealed());
}

TEST_CASE("a table that is longer than its log is read no further", "[auditor]")
{
    Desk desk;
    desk.open();
    desk.load(desk.repacked(desk.write(), R"py(
table = folder + "/attendance.csv"
line = members[table].split(b"\r\n")[1].split(b",", 1)[1]
members[table] += b"".join(b'"%d",%s\r\n' % (n, line) for n in range(50, 2050))
)py"));
    REQUIRE(desk.bundle().state() == BundleView::State::Open);
    CHECK_FALSE(desk.bundle().holds());
    CHECK_FALSE(desk.bundle().hasNames());
    desk.check(desk.text(0));
    CHECK(desk.auditor.verdict()->checkedAgainstLog());
    CHECK(desk.signer().name() == QString());
}

TEST_CASE("whether somebody was voided the log says, not the bundle's row", "[auditor]")
{
    Desk desk;
    desk.open();
    const auto genuine = desk.write();
    // The first one's row as of a voided one, whose digest is that of the row before.
    desk.load(desk.repacked(genuine, R"py(
table = folder + "/attendance.csv"
members[table] = members[table].replace(b'"signed",""', b'"voided","duplicate"')
)py"));
    desk.check(desk.text(0));
    CHECK(desk.auditor.verdict()->verdict() == VerdictView::Verdict::ValidUnwitnessed);
    CHECK(desk.signer().state() == SignerView::State::Differs);
    CHECK_FALSE(desk.signer().voided());
}

TEST_CASE("a code that was left before the camera keeps no bundle open", "[auditor]")
{
    Desk desk;
    desk.open();
    desk.load(desk.write());
    desk.give([&] { desk.auditor.seen(desk.text(0), {}); });
    REQUIRE(desk.signer().state() == SignerView::State::Person);
    for (int second = 1; second < 600; ++second) {
        desk.auditor.advance(1s);
        desk.auditor.seen(desk.text(0), {});
    }
    CHECK(desk.bundle().state() == BundleView::State::Open);
    desk.auditor.advance(1s);
    CHECK(desk.bundle().state() == BundleView::State::None);
    CHECK(desk.signer().name() == QString());
}

TEST_CASE("what is no bundle, or was cut off, says so and can be closed", "[auditor]")
{
    Desk desk;
    desk.open();
    auto path = desk.write();
    SECTION("cut off")
    {
        std::filesystem::resize_file(path, std::filesystem::file_size(path) - 100);
    }
    SECTION("another ZIP")
    {
        replaceIn(path, "ikrar-bundle", "other-bundle");
        replaceIn(path, "ikrar-bundle", "other-bundle");
    }
    SECTION("gone")
    {
        std::filesystem::remove(path);
    }
    desk.load(path);
    CHECK(desk.bundle().state() == BundleView::State::Failed);
    CHECK(desk.bundle().failure() != QString());
    desk.auditor.closeBundle();
    CHECK(desk.bundle().state() == BundleView::State::None);
    CHECK(desk.auditor.page() == Auditor::Page::Waiting);
    desk.check(desk.text(0)); // without a log
    CHECK_FALSE(desk.auditor.verdict()->checkedAgainstLog());
}

TEST_CASE("when the bundle is closed nothing of a person is left", "[auditor]")
{
    Desk desk;
    desk.open();
    desk.load(desk.write());
    desk.check(desk.text(0));
    REQUIRE(desk.signer().state() == SignerView::State::Person);
    SECTION("by the auditor")
    {
        desk.auditor.closeBundle();
    }
    SECTION("by nobody being there for ten minutes")
    {
        desk.auditor.advance(10min - 1s);
        desk.auditor.seen(desk.text(0), {}); // somebody is
        desk.auditor.advance(10min - 1s);
        CHECK(desk.bundle().state() == BundleView::State::Open);
        desk.auditor.advance(1s);
    }
    SECTION("by another one")
    {
        desk.load(desk.write({{}, true, {}}, "umum.zip"));
    }
    CHECK(desk.signer().state() == SignerView::State::None);
    CHECK(desk.signer().name() == QString());
    CHECK(desk.signer().number() == QString());
    CHECK_FALSE(desk.signer().hasInk());
    CHECK_FALSE(desk.auditor.verdict()->shown());
    if (desk.bundle().state() == BundleView::State::None) {
        CHECK(desk.auditor.logSize() == QString());
        desk.check(desk.text(0));
        CHECK(desk.auditor.verdict()->verdict() == VerdictView::Verdict::ValidUnwitnessed);
    }
    CHECK(desk.signer().name() == QString());
    // Nor on the disk: the directory holds what the fixture made.
    for (const auto& file :
        std::filesystem::recursive_directory_iterator(desk.store.directory / "")) {
        CHECK(file.path().extension() != ".tmp");
    }
}

TEST_CASE("receipts are judged while a bundle is read, and closing stops the wait", "[auditor]")
{
    Desk desk;
    desk.open();
    const auto path = desk.write();
    desk.auditor.openBundle(path);
    CHECK(desk.bundle().state() == BundleView::State::Reading);
    desk.check(desk.text(0));
    CHECK(desk.auditor.page() == Auditor::Page::Verdict);
    desk.auditor.closeBundle();
    CHECK(desk.bundle().state() == BundleView::State::None);
    // What the reading comes to is nobody's any more: the next one is read after it.
    desk.load(desk.write({{}, true, {}}, "umum.zip"));
    CHECK(desk.bundle().fileName() == QStringLiteral("umum.zip"));
    CHECK(desk.bundle().isPublic());
}

TEST_CASE("bundles on a stick are offered, and nothing else", "[auditor]")
{
    Desk desk;
    desk.open();
    const auto stick = desk.store.directory / "stick";
    std::filesystem::create_directories(stick / "berkas");
    const auto bundle = desk.write();
    std::filesystem::copy(bundle, stick / "satu.zip");
    std::filesystem::copy(bundle, stick / "berkas/dua.zip");
    must(base::replaceFile(base::systemFiles(), stick / "tiga.zip", base::asBytes("text"), 0644));
    must(base::replaceFile(base::systemFiles(), stick / "empat.txt", base::asBytes("PK"), 0644));
    std::filesystem::create_symlink(bundle, stick / "lima.zip"); // not on the stick
    bool found = false;
    QObject::connect(&desk.auditor, &Auditor::bundlesFoundChanged, [&found] { found = true; });
    desk.auditor.findBundlesIn({stick, stick / "absent"});
    until([&found] { return found; });
    CHECK(desk.auditor.bundlesFound()
        == QStringList{QStringLiteral("dua.zip"), QStringLiteral("satu.zip")});
    desk.auditor.openFound(7);
    CHECK(desk.bundle().state() == BundleView::State::None);
    desk.auditor.openFound(1);
    desk.untilRead();
    CHECK(desk.bundle().state() == BundleView::State::Open);
    CHECK(desk.bundle().fileName() == QStringLiteral("satu.zip"));
}

TEST_CASE("a bundle that is dropped is opened, a receipt's file checked", "[auditor]")
{
    Desk desk;
    desk.open();
    desk.auditor.checkFiles({QUrl::fromLocalFile(QString::fromStdString(desk.write().string()))});
    desk.untilRead();
    CHECK(desk.bundle().state() == BundleView::State::Open);
    CHECK(desk.auditor.good() + desk.auditor.unread() == 0);
}
