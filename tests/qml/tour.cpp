// ikrar-tour: goes through a ceremony on a store as one signer would, by touches on the same
// screens that the kiosk shows, and keeps a picture of each; then tells the stories beside that way
// on a store that is thrown away. For machines without a display.
#include "kiosk/ledgerstore.h"
#include "qml/screen.h"
#include "qml/stories.h"
#include "qml/walker.h"
#include "qr/encode.h"
#include "qr/image.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <cmath>
#include <iostream>
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

[[noreturn]] void refuse(const char* why)
{
    throw std::invalid_argument(why);
}

QSize parseSides(const QString& text)
{
    const auto sides = text.split(u'x');
    return sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
}

Format parseFormat(const QString& size, const QString& mm)
{
    const auto pixels = parseSides(size);
    const auto sides = parseSides(mm);
    if (pixels.width() < 320 || pixels.height() < 320 || sides.width() < 50
        || sides.height() < 50) {
        refuse("--size is WIDTHxHEIGHT in pixels, --mm in millimetres");
    }
    constexpr double mmInAnInch = 25.4;
    return {"tour", pixels, std::hypot(sides.width(), sides.height()) / mmInAnInch};
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
    const QCommandLineOption mm(QStringLiteral("mm"), QStringLiteral("What that measures."),
        QStringLiteral("WxH"), QStringLiteral("268x476"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("id or en."),
        QStringLiteral("CODE"), QStringLiteral("id"));
    const QCommandLineOption number(QStringLiteral("number"),
        QStringLiteral("Who signs; the first of the roster who has not."), QStringLiteral("NIP"));
    parser.addOptions({data, out, size, mm, language, number});
    parser.addHelpOption();
    parser.process(application);
    if (!parser.isSet(data) || !parser.isSet(out)) {
        refuse("--data and --out are needed");
    }
    return {parser.value(data).toStdString(), QDir(parser.value(out)),
        parseFormat(parser.value(size), parser.value(mm)), parser.value(number),
        parser.value(language) == QLatin1String("en")};
}

template <typename T>
T must(Result<T> result)
{
    if (!result) {
        throw std::runtime_error(result.error().what);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

/// The first person of the roster with a NIP who has not signed.
QString nextSigner(const base::Path& data, const ledger::Environment& environment)
{
    const auto ledger = must(ledger::Ledger::open(data, ledger::Ledger::Mode::Read, environment));
    const auto store = must(kiosk::LedgerStore::open(data, environment));
    constexpr std::size_t pageSize = 500;
    for (std::uint64_t from = 0;;) {
        const auto page = must(ledger->roster().page(from, pageSize));
        if (page.rows.empty()) {
            throw std::runtime_error("nobody with a NIP is left on the roster");
        }
        for (const auto& row : page.rows) {
            if (row.identity.kind == pledge::IdentityKind::Nip
                && !must(store->signedBy(row.identity))) {
                return QString::fromStdString(row.identity.value);
            }
        }
        from = page.next;
    }
}

/// Numbered pictures, and what the walker finds on the pages that they show.
class Album
{
public:
    explicit Album(const QDir& out) : m_out(out) { }

    void keep(Screen& screen, const char* page)
    {
        screen.settle();
        const auto name = QStringLiteral("%1-%2.png")
                              .arg(++m_pages, 2, 10, QLatin1Char('0'))
                              .arg(QLatin1String(page));
        if (!screen.picture().save(m_out.filePath(name))) {
            throw std::runtime_error("cannot write " + m_out.filePath(name).toStdString());
        }
        std::cout << m_out.filePath(name).toStdString() << '\n';
        for (const auto& finding : walk(screen.window(), screen.pixelsPerMm())) {
            m_findings += QStringLiteral("%1: %2").arg(name, finding);
        }
        m_findings += screen.takeWarnings();
    }

    void write(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_out.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            throw std::runtime_error("cannot write " + file.fileName().toStdString());
        }
        std::cout << file.fileName().toStdString() << '\n';
    }

    [[nodiscard]] const QStringList& findings() const { return m_findings; }

private:
    QDir m_out;
    QStringList m_findings;
    int m_pages = 0;
};

/// The way of one signer from welcome to receipt.
class Tour
{
public:
    Tour(kiosk::Kiosk& kiosk, const Options& options, Album& album)
        : m_kiosk(kiosk)
        , m_album(album)
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
        until([this] { return m_kiosk.session()->page() == Page::Receipt; });
        keep("receipt");
        keepReceipt();
        m_screen.touch(word("Selesai", "Done"));
        keep("welcome-again");
    }

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

    void keep(const char* page) { m_album.keep(m_screen, page); }

    void keepReceipt()
    {
        const auto text = m_kiosk.session()->receipt()->text().toUtf8();
        m_album.write(QStringLiteral("receipt.txt"), text + '\n');
        const auto matrix = must(qr::encode({text.data(), std::size_t(text.size())}, qr::Level::L));
        const auto png = qr::toPng(matrix, 8);
        m_album.write(QStringLiteral("receipt.png"),
            QByteArray(reinterpret_cast<const char*>(png.data()), qsizetype(png.size()))); // NOLINT
    }

    kiosk::Kiosk& m_kiosk;
    Album& m_album;
    bool m_english;
    Screen m_screen;
};

void walkMainWay(const Options& options, const ledger::Environment& environment, Album& album)
{
    const auto number
        = options.number.isEmpty() ? nextSigner(options.data, environment) : options.number;
    kiosk::Kiosk kiosk(environment.clock);
    kiosk.open(must(kiosk::LedgerStore::open(options.data, environment)));
    Tour(kiosk, options, album).go(number);
}

/// On a rehearsal of the same ceremony that is gone afterwards: a story ends sessions and closes
/// logs.
void tellStories(const Options& options, const ledger::Environment& environment, Album& album)
{
    const QTemporaryDir directory(options.out.filePath(QStringLiteral("stories-XXXXXX")));
    const base::Path data = base::Path(directory.path().toStdString()) / "data";
    auto ledger = must(ledger::Ledger::create(
        {options.data / "log" / "ceremony.toml", data, "kiosk-01", {}, "", true}, environment));
    kiosk::Kiosk kiosk(environment.clock);
    auto store = must(kiosk::LedgerStore::open(data, environment));
    must(ledger->roster().import(storyRoster(store->ceremony())));
    must(ledger->startSession(1));
    kiosk.open(std::move(store));
    Screen screen(kiosk, options.format);
    Stage stage{kiosk, screen,
        options.english ? kiosk::Preferences::Language::English
                        : kiosk::Preferences::Language::Indonesian,
        kiosk::Preferences::TextSize::Normal, [&](const char* page) { album.keep(screen, page); },
        [&ledger] { must(ledger->endSession()); }, [&ledger] { must(ledger->close()); }};
    for (const auto& story : sideStories()) {
        stage.begin();
        story.tell(stage);
    }
}

int run(const Options& options)
{
    QDir().mkpath(options.out.path());
    const base::SystemClock clock;
    const ledger::LocalMachine machine;
    const ledger::Environment environment{
        base::systemFiles(), clock, machine, []() -> Result<std::string> { return std::string(); }};
    Album album(options.out);
    walkMainWay(options, environment, album);
    tellStories(options, environment, album);
    for (const auto& finding : album.findings()) {
        std::cerr << finding.toStdString() << '\n';
    }
    return album.findings().isEmpty() ? 0 : 1;
}

} // namespace

int main(int argc, char* argv[])
{
    prepareApplication();
    const QGuiApplication application(argc, argv);
    try {
        return run(readOptions(application));
    } catch (const std::invalid_argument& error) {
        std::cerr << "ikrar-tour: " << error.what() << '\n';
        return 2;
    } catch (const std::exception& error) {
        std::cerr << "ikrar-tour: " << error.what() << '\n';
        return 3;
    }
}
