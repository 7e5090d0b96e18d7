#include "kiosk/config.h"
#include "kiosk/fixture.h"
#include "kiosk/phrases.h"
#include "kiosk/qritem.h"
#include "kiosk/string_makers.h"
#include "qr/decode.h"

#include <QPainter>

using namespace ikrar;
using namespace ikrar::kiosk;
using namespace ikrar::tests;
using pledge::Language;

TEST_CASE("the welcome screen has the ceremony's facts in both languages", "[kiosk]")
{
    KioskFixture fixture;
    const auto& facts = *fixture.kiosk.ceremony();
    CHECK(facts.title()
        == u"Ikrar Netralitas ASN, Kepala Desa, dan Perangkat Desa Kabupaten Takalar");
    CHECK(facts.organizer() == u"Pemerintah Kabupaten Takalar");
    CHECK(facts.example());
    CHECK(facts.rehearsal());
    CHECK(facts.source().startsWith(u"ABATANEWS"));
    CHECK(facts.clauses().size() == facts.fullClauses().size());
    CHECK_FALSE(facts.clauses().isEmpty());
    CHECK(facts.kioskId() == u"kiosk-01");
    fixture.kiosk.preferences()->setLanguage(Preferences::Language::English);
    CHECK(facts.title().startsWith(u"Pledge of Neutrality"));
    CHECK_FALSE(facts.clauses().contains(QStringLiteral("Tidak ikut berkampanye")));

    const auto& state = *fixture.kiosk.state();
    CHECK(state.sessionOpen());
    CHECK(state.sessionNumber() == 1);
    CHECK(state.sessionDate() == u"Monday, 18 September 2023");
    CHECK(state.sessionPlace() == u"Lapangan Upacara Kantor Bupati Takalar");
    CHECK(state.sessionTime().isEmpty());
    CHECK(state.expected() == 5);
    CHECK(state.timeNow() == u"08:05 WITA");
}

TEST_CASE("between sessions the next one is shown, and all who have signed are counted", "[kiosk]")
{
    const auto person = takalarPeople().front().identity;
    KioskFixture fixture(
        {.roster = {{person, "Andi Contoh", "desa-1", "", "", pledge::Category::Pns}},
            .openSession = false,
            .file = base::Path(IKRAR_TESTS) / "fuzz/corpus/ceremony/ok-sample"});
    auto& state = *fixture.kiosk.state();
    const auto ledger = fixture.ledger();
    CHECK(state.sessionName() == u"Sesi utama");

    must(ledger->startSession(1));
    pledge::Declaration declaration;
    declaration.identity = person;
    declaration.name = "Andi Contoh";
    declaration.unit = "desa-1";
    declaration.category = pledge::Category::Pns;
    declaration.ink = pledge::encodeInk({});
    declaration.trivialInk = true;
    (void)must(ledger->sign(declaration));
    state.refresh();
    CHECK(state.sessionName() == u"Sesi utama");
    CHECK(state.signedInAll() == 1);
    CHECK_FALSE(state.followUp());

    must(ledger->endSession());
    state.refresh();
    CHECK(state.sessionName() == u"Sesi susulan");
    CHECK(state.sessionPlace().isEmpty());
    CHECK(state.signedInAll() == 1);

    must(ledger->startSession(2));
    state.refresh();
    CHECK(state.followUp());
    CHECK(state.signedInSession() == 0);
    CHECK(state.signedInAll() == 1);

    must(ledger->endSession());
    state.refresh();
    CHECK(state.sessionName().isEmpty());
    CHECK(state.sessionDate().isEmpty());
}

TEST_CASE("leaders, observers and the contact are given as the ceremony names them", "[kiosk]")
{
    KioskFixture fixture(
        {.roster = {}, .file = base::Path(IKRAR_TESTS) / "fuzz/corpus/ceremony/ok-sample"});
    const auto& facts = *fixture.kiosk.ceremony();
    CHECK(facts.leaders() == QStringList{QStringLiteral("Nama Contoh, Pj Bupati")});
    CHECK(facts.observers() == QStringList{QStringLiteral("Forkopimda")});
    CHECK(facts.contact() == u"Petugas Contoh, +62 (411) 000-000");
}

TEST_CASE("every ceremony of the assets opens", "[kiosk]")
{
    const auto* ceremony
        = GENERATE("sulbar-2024", "kotim-2024", "sulsel-2023", "batanghari-2024", "takalar-2023");
    INFO(ceremony);
    KioskFixture fixture({.ceremony = ceremony, .roster = {}});
    CHECK(fixture.kiosk.session()->canStart());
    CHECK_FALSE(fixture.kiosk.ceremony()->clauses().isEmpty());
    CHECK_FALSE(fixture.kiosk.session()->identity()->kinds().isEmpty());
}

TEST_CASE("what an instrument lacks is shown as not filled in", "[kiosk]")
{
    const pledge::Instrument instrument{
        "Surat Edaran", "Bupati", "", "", "2024-09-25", "Netralitas"};
    CHECK(instrumentText(instrument, Language::Indonesian)
        == u"Surat Edaran · oleh Bupati · nomor belum diisi · tanggal belum diisi · berlaku 25 "
           u"September 2024 · tentang Netralitas");
    CHECK(instrumentText(instrument, Language::English)
        == u"Surat Edaran · by Bupati · number not filled in · dated not filled in · effective 25 "
           u"September 2024 · concerning Netralitas");
}

TEST_CASE("times are those of the place, whatever the device's zone", "[kiosk]")
{
    constexpr std::int64_t justBeforeMidnightInJakarta = 1694969940; // 2023-09-17T23:59:00+07:00
    const auto at = [](const char* zone) {
        return dateAt(justBeforeMidnightInJakarta, zone, Language::Indonesian) + u' '
            + timeAt(justBeforeMidnightInJakarta, zone, Language::Indonesian);
    };
    const auto before = qgetenv("TZ");
    for (const char* device : {"UTC", "America/Los_Angeles", "Asia/Tokyo"}) {
        INFO(device);
        qputenv("TZ", device);
        CHECK(at("Asia/Jakarta") == u"Minggu, 17 September 2023 23.59 WIB");
        CHECK(at("Asia/Makassar") == u"Senin, 18 September 2023 00.59 WITA");
        CHECK(at("Asia/Jayapura") == u"Senin, 18 September 2023 01.59 WIT");
    }
    qputenv("TZ", before);
}

TEST_CASE("a field is one line that the register takes", "[kiosk]")
{
    CHECK(oneLine(QStringLiteral("a\nb\tc")) == u"a b c");
    CHECK(oneLine(QString(300, u'x')).size() == 256);
    CHECK(oneLine(QString(300, u'é')).toUtf8().size() == 256);
    const auto faces = QStringLiteral("😀").repeated(100);
    CHECK(oneLine(faces) == QStringLiteral("😀").repeated(64));
}

TEST_CASE("sizes follow the screen's density, and a turned screen keeps it", "[kiosk]")
{
    ScreenMetrics metrics;
    metrics.measure({1080, 1920}, {268, 476});
    const auto density = metrics.pixelsPerMm();
    CHECK(density == Approx(4.03).margin(0.01));
    metrics.measure({1920, 1080}, {268, 476});
    CHECK(metrics.pixelsPerMm() == density);
}

TEST_CASE("a screen that reports nonsense counts as 96 dpi", "[kiosk]")
{
    ScreenMetrics metrics;
    for (const QSizeF reported : {QSizeF(0, 0), QSizeF(1600, 900), QSizeF(20, 10)}) {
        metrics.measure({1920, 1080}, {300, 170});
        metrics.measure({1920, 1080}, reported);
        CHECK(metrics.pixelsPerMm() == Approx(96 / 25.4));
    }
}

TEST_CASE("the configuration is read strictly", "[kiosk]")
{
    const auto config = parseConfig("# kiosk 1\n\n screen_mm = 268x476 # 21.5 inch\n");
    REQUIRE(config);
    CHECK(config->screenMm == QSizeF(268, 476));
    CHECK_FALSE(must(parseConfig("")).screenMm);
    for (const char* wrong : {"screen_mm", "screen_mm = 268", "screen_mm = 268 x 476",
             "screen_mm = 0x0", "screen_mm = 10x476", "screen_mm = 268x9000", "screen = 268x476"}) {
        INFO(wrong);
        const auto refused = parseConfig(std::string("\n") + wrong);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Error::Kind::Invalid);
        CHECK(refused.error().what.find("line 2") == 0);
    }
}

TEST_CASE("the passphrase comes from the file, else from the credential", "[kiosk]")
{
    const TemporaryDirectory directory;
    must(base::createFile(base::systemFiles(), directory / "given", base::asBytes("satu\nrest")));
    must(base::createFile(
        base::systemFiles(), directory / "ikrar-passphrase", base::asBytes("dua\n")));
    qunsetenv("CREDENTIALS_DIRECTORY");
    CHECK(readPassphrase({}).error().kind == Error::Kind::Invalid);
    qputenv("CREDENTIALS_DIRECTORY", QByteArray(directory.path().c_str()));
    CHECK(must(readPassphrase({})) == "dua");
    CHECK(must(readPassphrase(directory / "given")) == "satu");
    CHECK(readPassphrase(directory / "absent").error().kind == Error::Kind::Missing);
    qunsetenv("CREDENTIALS_DIRECTORY");
}

TEST_CASE("a QR on the screen reads back from its pixels", "[kiosk]")
{
    const auto text = QStringLiteral("HTTPS://TAKALAR-2023.EXAMPLE/V#") + QString(700, u'7');
    QrItem item;
    item.setSize({600, 500});
    item.setText(text);
    const int module = item.modulePixels();
    REQUIRE(module >= 4);
    CHECK(item.symbolSide() <= 500);

    QImage picture(600, 500, QImage::Format_Grayscale8);
    picture.fill(Qt::black); // a dark theme around the symbol
    {
        QPainter painter(&picture);
        item.paint(&painter);
    }
    const auto read = qr::decode({picture.constBits(), picture.width(), picture.height(),
        static_cast<int>(picture.bytesPerLine()), 1});
    REQUIRE(read);
    CHECK(*read == text.toStdString());

    item.setSize({40, 40});
    CHECK(item.modulePixels() == 0);
    item.setText({});
    CHECK(item.symbolSide() == 0);
}
