// The auditor's screens on every format, in both languages and the largest text.
#include "kiosk/bundle_fixture.h"
#include "qml/screen.h"
#include "qml/walker.h"

#include <QDir>

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::tests;
using kiosk::Auditor;
using kiosk::Preferences;

namespace {

struct Look {
    AuditorFixture& fixture;
    Screen& screen;
    const Format& format;

    void operator()(const char* page) const
    {
        INFO(format.name << " " << page);
        screen.settle();
        CHECK_THAT(walk(screen.window(), screen.pixelsPerMm()).join(u'\n').toStdString(),
            Catch::Equals(""));
        CHECK_THAT(screen.takeWarnings().join(u'\n').toStdString(), Catch::Equals(""));
        const auto directory = qEnvironmentVariable("IKRAR_SCREENSHOTS");
        if (directory.isEmpty()) {
            return;
        }
        QDir().mkpath(directory);
        const bool english
            = fixture.auditor.preferences()->language() == Preferences::Language::English;
        const int size = static_cast<int>(fixture.auditor.preferences()->textSize());
        screen.picture().save(
            QDir(directory).filePath(QStringLiteral("auditor-%1-%2-%3-%4.png")
                                         .arg(QLatin1String(page), QLatin1String(format.name),
                                             english ? u"en" : u"id", QString::number(size))));
    }
};

void goThroughBundle(
    const Format& format, Preferences::Language language, Preferences::TextSize size)
{
    BundleFixture fixture;
    fixture.signWithInk();
    fixture.auditor.preferences()->setLanguage(language);
    fixture.auditor.preferences()->setTextSize(size);
    Screen screen(fixture.auditor, format);
    const Look look{fixture, screen, format};
    fixture.open();
    fixture.auditor.showBundle();
    look("bundle-none");
    const auto sealed
        = fixture.write({bundlePassphrase, false, {}}, "berkas-bukti-takalar-2023.zip");
    const auto lie = fixture.lieOf(fixture.write());
    bool found = false;
    QObject::connect(&fixture.auditor, &Auditor::bundlesFoundChanged, [&found] { found = true; });
    fixture.auditor.findBundlesIn({fixture.store.directory / ""});
    until([&found] { return found; });
    look("bundle-found");
    fixture.load(sealed);
    look("bundle-sealed");
    fixture.bundle().setPassphrase(QStringLiteral("salah"));
    fixture.auditor.unsealBundle();
    fixture.untilRead();
    look("bundle-wrong");
    fixture.bundle().begin(QStringLiteral("berkas-bukti-takalar-2023.zip"));
    fixture.bundle().advance(2, 5);
    look("bundle-reading");
    fixture.load(sealed);
    fixture.bundle().setPassphrase(QLatin1String(bundlePassphrase));
    fixture.auditor.unsealBundle();
    fixture.untilRead();
    look("bundle-holds");
    fixture.auditor.back();
    look("bundle-waiting");
    fixture.check(fixture.text(2));
    fixture.seeInk();
    look("signer");
    fixture.check(fixture.text(1));
    look("signer-voided");
    fixture.load(lie);
    look("bundle-lie");
    fixture.check(fixture.text(0));
    look("signer-differs");
    fixture.load(fixture.write({{}, true, {}}, "umum.zip"));
    look("bundle-public");
    fixture.check(fixture.text(0));
    look("signer-public");
    fixture.load(fixture.files.policy);
    look("bundle-failed");
}

QString edited(QString text, qsizetype fromEnd)
{
    QChar& digit = text[text.size() - fromEnd];
    digit = digit == u'0' ? u'1' : u'0';
    return text;
}

/// Another ceremony's receipt: of a log that the policy does not name.
QString foreignReceipt()
{
    AuditorFixture other;
    return other.text(0);
}

void goThrough(const Format& format, Preferences::Language language, Preferences::TextSize size)
{
    AuditorFixture fixture;
    fixture.auditor.preferences()->setLanguage(language);
    fixture.auditor.preferences()->setTextSize(size);
    Screen screen(fixture.auditor, format);
    const Look look{fixture, screen, format};
    fixture.open();
    look("waiting");
    fixture.check(fixture.text(0));
    look("valid");
    fixture.check(fixture.text(1));
    look("voided");
    fixture.check(fixture.text(1));
    look("again");
    fixture.check(edited(fixture.text(0), 40));
    look("bad-signature");
    fixture.check(foreignReceipt());
    look("unknown-log");
    fixture.check(QStringLiteral("HTTPS://VERIFY.EXAMPLE#12"));
    look("malformed");
    fixture.check(fixture.text(0));
    fixture.auditor.askPerson();
    fixture.auditor.person()->setIdentity(QStringLiteral("199009132025242014"));
    fixture.auditor.person()->setCode(QStringLiteral("00000000000000000000000000"));
    fixture.auditor.answerPerson();
    look("person");
    const auto note = must(base::readFile(fixture.store.data() / "log/checkpoint", 1U << 16U));
    fixture.check(QString::fromStdString(std::string(base::asText(note))));
    look("head");
}

} // namespace

TEST_CASE("the auditor's screens hold on every format", "[auditor]")
{
    for (const Format& format : formats()) {
        goThrough(format, Preferences::Language::Indonesian, Preferences::TextSize::Normal);
    }
}

TEST_CASE("a bundle and the person behind a receipt hold on every format", "[auditor]")
{
    for (const Format& format : formats()) {
        goThroughBundle(format, Preferences::Language::Indonesian, Preferences::TextSize::Normal);
    }
}

TEST_CASE("and on the smallest in English and in the largest text", "[auditor]")
{
    for (const auto size : {Preferences::TextSize::Normal, Preferences::TextSize::Largest}) {
        goThroughBundle(formats().back(), Preferences::Language::English, size);
    }
    goThrough(formats().back(), Preferences::Language::English, Preferences::TextSize::Normal);
    goThrough(formats().back(), Preferences::Language::Indonesian, Preferences::TextSize::Largest);
}

TEST_CASE("verdicts fill the screen, each tone in its own colour", "[auditor]")
{
    AuditorFixture fixture;
    Screen screen(fixture.auditor, formats().front());
    fixture.open();
    const auto corner = [&] {
        screen.settle();
        const QImage picture = screen.picture();
        return picture.pixelColor(4, picture.height() - 4);
    };
    fixture.check(fixture.text(0));
    CHECK(corner() == QColor(0x0b, 0x52, 0x30));
    fixture.check(fixture.text(1));
    CHECK(corner() == QColor(0xf2, 0xb8, 0x36));
    fixture.check(edited(fixture.text(0), 40));
    CHECK(corner() == QColor(0x86, 0x12, 0x0f));
}

TEST_CASE("a code is pasted, and a person asked for, by touch", "[auditor]")
{
    AuditorFixture fixture;
    Screen screen(fixture.auditor, formats().front());
    fixture.open();
    fixture.check(fixture.text(0));
    screen.settle();
    screen.touch(QStringLiteral("Cocokkan orang"));
    screen.settle();
    CHECK(fixture.auditor.page() == Auditor::Page::Person);
    screen.touch(QStringLiteral("Kembali ke hasil"));
    screen.settle();
    CHECK(fixture.auditor.page() == Auditor::Page::Verdict);
}
