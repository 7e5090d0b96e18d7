// A signer's whole way, on the real screens and a real store.
#include "qml/ceremony_run.h"
#include "qr/encode.h"
#include "qr/zbarimg.h"
#include "receipt/receipt.h"

#include <QBuffer>

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::tests;
using Page = kiosk::SigningSession::Page;
using Language = kiosk::Preferences::Language;
using TextSize = kiosk::Preferences::TextSize;

namespace {

/// Looks at each page while a finger goes from welcome to receipt and back.
class Signer
{
public:
    Signer(Run& run, const Format& format, const std::string& ceremony)
        : m_run(run)
        , m_name(QStringLiteral("%1-%2-%3-%4")
                     .arg(QString::fromStdString(ceremony), QLatin1String(format.name),
                         run.preferences().language() == Language::English ? u"en" : u"id",
                         QString::number(int(run.preferences().textSize()))))
    {
    }

    void look(const char* page)
    {
        INFO(m_name.toStdString() << " " << page);
        m_run.screen.settle();
        const auto findings = walk(m_run.screen.window(), m_run.screen.pixelsPerMm());
        CHECK_THAT(findings.join(u'\n').toStdString(), Catch::Equals(""));
        CHECK_THAT(m_run.screen.takeWarnings().join(u'\n').toStdString(), Catch::Equals(""));
        m_run.keep(m_name + u'-' + QLatin1String(page));
    }

    void identify()
    {
        look("1-welcome");
        m_run.screen.touch(m_run.words().begin);
        look("2-number");
        for (const char digit : std::string(somebody)) {
            m_run.screen.touch(QString(QLatin1Char(digit)));
        }
        look("3-person");
    }

    /// The touches of a signer besides the number and the ink.
    int pledge()
    {
        auto& screen = m_run.screen;
        const int before = screen.touches();
        screen.touch(m_run.words().yes);
        look("4-pledge");
        while (screen.find(m_run.words().readOn) != nullptr) {
            screen.touch(m_run.words().readOn);
            ++m_turns;
        }
        screen.touch(m_run.words().next);
        screen.sign(m_run.words().pad);
        look("5-sign");
        screen.touch(m_run.words().next);
        look("6-confirm");
        screen.touch(m_run.words().pledge);
        m_run.showReceipt();
        look("7-receipt");
        return screen.touches() - before;
    }

    /// Pages that had to be turned to read the pledge.
    [[nodiscard]] int turns() const { return m_turns; }

private:
    Run& m_run;
    QString m_name;
    int m_turns = 0;
};

/// What a stranger's reader sees in a picture of the whole screen.
std::string seenOnScreen(Run& run)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    run.screen.picture().save(&buffer, "PNG");
    return must(qr::zbarimg(base::asBytes({png.constData(), std::size_t(png.size())})));
}

void goThrough(const Format& format, TextSize size)
{
    for (const auto& ceremony : ceremonies()) {
        for (const auto language : {Language::Indonesian, Language::English}) {
            Run run(ceremony, format);
            run.preferences().setLanguage(language);
            run.preferences().setTextSize(size);
            Signer signer(run, format, ceremony);
            signer.identify();
            const int touches = signer.pledge();
            CHECK(touches == 4 + signer.turns());
            if (size == TextSize::Normal && format.inches > 11) {
                CHECK(signer.turns() == 0);
            }
            CHECK(seenOnScreen(run) == run.session().receipt()->text().toStdString() + '\n');
            run.screen.touch(run.words().done);
            CHECK(run.session().page() == Page::Welcome);
            CHECK(run.preferences().language() == Language::Indonesian);
            CHECK(run.preferences().textSize() == TextSize::Normal);
        }
    }
}

} // namespace

TEST_CASE(
    "a finger goes from welcome to receipt with four touches on a stand of 21.5 inches", "[qml]")
{
    goThrough(formats()[0], TextSize::Normal);
}

TEST_CASE("a finger goes from welcome to receipt with four touches on 15.6 inches", "[qml]")
{
    goThrough(formats()[1], TextSize::Normal);
}

TEST_CASE("a finger goes from welcome to receipt on a tablet of 10.1 inches", "[qml]")
{
    goThrough(formats()[2], TextSize::Normal);
}

TEST_CASE("the largest text fits a stand of 21.5 inches", "[qml]")
{
    goThrough(formats()[0], TextSize::Largest);
}

TEST_CASE("the largest text fits 15.6 inches", "[qml]")
{
    goThrough(formats()[1], TextSize::Largest);
}

TEST_CASE("the largest text fits a tablet of 10.1 inches", "[qml]")
{
    goThrough(formats()[2], TextSize::Largest);
}

TEST_CASE("what the receipt page shows is a receipt of the log", "[qml]")
{
    Run run("takalar-2023", formats()[0]);
    Signer signer(run, formats()[0], "receipt");
    signer.identify();
    (void)signer.pledge();
    const auto text = run.session().receipt()->text().toStdString();
    const auto receipt = receipt::fromText(text);
    REQUIRE(receipt);
    CHECK(std::to_string(receipt->index) == run.session().receipt()->number().toStdString());
    CHECK(qr::encode(text, qr::Level::L)->version <= 16);
}
