// ikrar-tour: goes through a ceremony on a store as one signer would, by touches on the same
// screens that the kiosk shows, and keeps a picture of each. For machines without a display.
#include "kiosk/ledgerstore.h"
#include "qml/screen.h"
#include "qml/walker.h"
#include "qr/encode.h"
#include "qr/image.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QGuiApplication>

#include <cstdio>
#include <stdexcept>

using namespace ikrar;
using namespace ikrar::tests;
using Page = kiosk::SigningSession::Page;

namespace {

struct Options {
    base::Path data;
    QDir out;
    Format format{};
    QString number;
    bool english = false;
};

[[noreturn]] void refuse(const QString& why)
{
    std::fputs(qUtf8Printable(QStringLiteral("ikrar-tour: %1\n").arg(why)), stderr);
    std::exit(2);
}

Format parseFormat(const QString& size, const QString& inches)
{
    const auto sides = size.split(u'x');
    const QSize pixels = sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
    const double diagonal = inches.toDouble();
    if (pixels.width() < 320 || pixels.height() < 320 || diagonal < 5) {
        refuse(QStringLiteral("--size is WIDTHxHEIGHT in pixels, --inches a diagonal"));
    }
    return {"tour", pixels, diagonal};
}

Options readOptions(const QCoreApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Goes through a ceremony by touches and keeps a picture of every screen.\n\nExample: "
        "ikrar-tour --data DATA --out PICTURES"));
    const QCommandLineOption data(
        QStringLiteral("data"), QStringLiteral("Directory of the store."), QStringLiteral("DIR"));
    const QCommandLineOption out(QStringLiteral("out"),
        QStringLiteral("Where pictures and receipt go."), QStringLiteral("DIR"));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Of the screen."),
        QStringLiteral("WxH"), QStringLiteral("1080x1920"));
    const QCommandLineOption inches(QStringLiteral("inches"), QStringLiteral("Its diagonal."),
        QStringLiteral("N"), QStringLiteral("21.5"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("id or en."),
        QStringLiteral("CODE"), QStringLiteral("id"));
    const QCommandLineOption number(QStringLiteral("number"),
        QStringLiteral("Who signs; the first of the roster who has not."), QStringLiteral("NIP"));
    parser.addOptions({data, out, size, inches, language, number});
    parser.addHelpOption();
    parser.process(application);
    if (!parser.isSet(data) || !parser.isSet(out)) {
        refuse(QStringLiteral("--data and --out are needed"));
    }
    return {parser.value(data).toStdString(), QDir(parser.value(out)),
        parseFormat(parser.value(size), parser.value(inches)), parser.value(number),
        parser.value(language) == QLatin1String("en")};
}

template <typename T>
T must(Result<T> result)
{
    if (!result) {
        throw std::runtime_error(result.error().what);
    }
    return std::move(*result);
}

/// The first person of the roster with a NIP who has not signed.
QString nextSigner(const base::Path& data, const ledger::Environment& environment)
{
    const auto ledger = must(ledger::Ledger::open(data, ledger::Ledger::Mode::Read, environment));
    const auto store = must(kiosk::LedgerStore::open(data, environment));
    constexpr std::size_t pageSize = 500;
    for (std::uint64_t offset = 0;; offset += pageSize) {
        const auto rows = must(ledger->roster().page(offset, pageSize));
        if (rows.empty()) {
            throw std::runtime_error("nobody with a NIP is left on the roster");
        }
        for (const auto& row : rows) {
            if (row.identity.kind == pledge::IdentityKind::Nip
                && !must(store->signedBy(row.identity))) {
                return QString::fromStdString(row.identity.value);
            }
        }
    }
}

class Tour
{
public:
    Tour(kiosk::Kiosk& kiosk, const Options& options)
        : m_kiosk(kiosk)
        , m_out(options.out)
        , m_english(options.english)
        , m_screen(kiosk, options.format)
    {
    }

    void go(const QString& number)
    {
        keep("welcome");
        if (m_english) {
            m_screen.touch(QStringLiteral("English"));
        }
        m_screen.touch(word("Sentuh di sini untuk mulai", "Touch here to begin"));
        keep("who-are-you");
        for (const QChar digit : number) {
            m_screen.touch(digit);
        }
        keep("is-this-you");
        m_screen.touch(word("Ya, ini saya", "Yes, this is me"));
        keep("pledge");
        readOn();
        m_screen.touch(word("Lanjut", "Continue"));
        m_screen.sign(word("Bidang tanda tangan", "Signature pad"));
        keep("sign");
        m_screen.touch(word("Lanjut", "Continue"));
        keep("confirm");
        m_screen.touch(word("Saya berikrar", "I pledge"));
        m_screen.until([this] { return m_kiosk.session()->page() == Page::Receipt; });
        keep("receipt");
        keepReceipt();
        m_screen.touch(word("Selesai", "Done"));
        keep("welcome-again");
    }

    [[nodiscard]] const QStringList& findings() const { return m_findings; }

private:
    [[nodiscard]] QString word(const char* indonesian, const char* english) const
    {
        return QString::fromUtf8(m_english ? english : indonesian);
    }

    void readOn()
    {
        const auto more = word("Baca terus", "Read on");
        while (m_screen.find(more) != nullptr) {
            m_screen.touch(more);
        }
    }

    void keep(const char* page)
    {
        const auto name = QStringLiteral("%1-%2.png").arg(++m_pages).arg(QLatin1String(page));
        if (!m_screen.picture().save(m_out.filePath(name))) {
            throw std::runtime_error("cannot write " + m_out.filePath(name).toStdString());
        }
        std::puts(qUtf8Printable(m_out.filePath(name)));
        for (const auto& finding : walk(m_screen.window(), m_screen.pixelsPerMm())) {
            m_findings += QStringLiteral("%1: %2").arg(QLatin1String(page), finding);
        }
        m_findings += m_screen.takeWarnings();
    }

    void keepReceipt()
    {
        const auto text = m_kiosk.session()->receipt()->text().toUtf8();
        write(QStringLiteral("receipt.txt"), text + '\n');
        const auto matrix = must(qr::encode({text.data(), std::size_t(text.size())}, qr::Level::L));
        const auto png = qr::toPng(matrix, 8);
        write(QStringLiteral("receipt.png"),
            QByteArray(reinterpret_cast<const char*>(png.data()), qsizetype(png.size()))); // NOLINT
    }

    void write(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_out.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            throw std::runtime_error("cannot write " + file.fileName().toStdString());
        }
        std::puts(qUtf8Printable(file.fileName()));
    }

    kiosk::Kiosk& m_kiosk;
    QDir m_out;
    bool m_english;
    Screen m_screen;
    QStringList m_findings;
    int m_pages = 0;
};

int run(const Options& options)
{
    QDir().mkpath(options.out.path());
    const base::SystemClock clock;
    const ledger::LocalMachine machine;
    const ledger::Environment environment{
        base::systemFiles(), clock, machine, []() -> Result<std::string> { return std::string(); }};
    const auto number
        = options.number.isEmpty() ? nextSigner(options.data, environment) : options.number;
    kiosk::Kiosk kiosk(clock);
    kiosk.open(must(kiosk::LedgerStore::open(options.data, environment)));
    Tour tour(kiosk, options);
    tour.go(number);
    for (const auto& finding : tour.findings()) {
        std::fputs(qUtf8Printable(finding + u'\n'), stderr);
    }
    return tour.findings().isEmpty() ? 0 : 1;
}

} // namespace

int main(int argc, char* argv[])
{
    prepareApplication();
    const QGuiApplication application(argc, argv);
    try {
        return run(readOptions(application));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "ikrar-tour: %s\n", error.what());
        return 3;
    }
}
