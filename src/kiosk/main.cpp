#include "kiosk/auditor.h"
#include "kiosk/camera.h"
#include "kiosk/capturedevices.h"
#include "kiosk/chime.h"
#include "kiosk/config.h"
#include "kiosk/display.h"
#include "kiosk/framereader.h"
#include "kiosk/gatherer.h"
#include "kiosk/kiosk.h"
#include "kiosk/ledgerstore.h"
#include "kiosk/organizer.h"
#include "kiosk/translations.h"
#include "ledger/server_address.h"

#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QScreen>
#include <QTimer>

#include <iostream>
#include <map>
#include <memory>
#include <utility>

using namespace ikrar;
using namespace std::chrono_literals;

namespace {

constexpr int wrongUse = 2;
constexpr int environmentFailed = 3;

enum class Mode { Signer, Auditor, Organizer, Display };

struct Options {
    base::Path data;
    base::Path config;
    base::Path passphraseFile;
    bool windowed = false;
    QSize size;
    Mode mode = Mode::Signer;
    kiosk::EvidenceFiles evidence;
    base::Path saveTo;
    QString camera;
    attendance::Gathering::Name merged; ///< empty: one kiosk's store, `data`
    base::Path pins;
    base::Path newCeremony; ///< empty: none
};

void complain(const std::string& why)
{
    std::cerr << "ikrar-kiosk: " << why << '\n';
}

tl::unexpected<Error> wrong(const QString& why)
{
    return fail(Error::Kind::Invalid, why.toStdString());
}

Result<QSize> parseSize(const QString& text)
{
    const auto sides = text.split(u'x');
    const QSize size = sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
    if (size.width() < 320 || size.height() < 320) {
        return wrong(QStringLiteral("--size is WIDTHxHEIGHT in pixels, at least 320x320"));
    }
    return size;
}

base::Path pathOf(const QString& text)
{
    return text.toStdString();
}

QString defaultData()
{
    const auto given = qEnvironmentVariable("IKRAR_DATA");
    return given.isEmpty() ? QStringLiteral("/var/lib/ikrar") : given;
}

/// What only the auditor's screens take.
struct AuditorOptions {
    QCommandLineOption policy{QStringLiteral("policy"),
        QStringLiteral("Auditor: file of trusted log and witness keys."), QStringLiteral("FILE")};
    QCommandLineOption revoked{QStringLiteral("revoked"),
        QStringLiteral("Auditor: file of revoked log keys."), QStringLiteral("FILE")};
    QCommandLineOption log{QStringLiteral("log"),
        QStringLiteral("Auditor: a copy of the log, to see voiding and rewriting; a folder, or an "
                       "http(s) address."),
        QStringLiteral("PATH|URL")};
    QCommandLineOption ceremony{QStringLiteral("ceremony"),
        QStringLiteral("Auditor: ceremony file, for its title and time zone; may be given again."),
        QStringLiteral("FILE")};

    [[nodiscard]] QList<QCommandLineOption> all() const { return {policy, revoked, log, ceremony}; }

    [[nodiscard]] QString misuse(const QCommandLineParser& parser, bool audits) const
    {
        if (audits && !parser.isSet(policy)) {
            return QStringLiteral("--mode auditor needs --policy: the keys that are trusted");
        }
        for (const QCommandLineOption& option : all()) {
            if (!audits && parser.isSet(option)) {
                return QStringLiteral("--%1 belongs to --mode auditor").arg(option.names().first());
            }
        }
        return {};
    }

    void read(const QCommandLineParser& parser, Options& options) const
    {
        options.evidence = {pathOf(parser.value(policy)), pathOf(parser.value(revoked)),
            parser.value(log).toStdString(), {}};
        for (const QString& file : parser.values(ceremony)) {
            options.evidence.ceremonies.push_back(pathOf(file));
        }
    }
};

/// The organizer's screens over a merged store.
struct MergedOptions {
    QCommandLineOption from{QStringLiteral("from"),
        QStringLiteral(
            "Organizer: a store that kiosks were merged into, instead of --data; a file, "
            "or postgresql://user@host:port/database."),
        QStringLiteral("STORE")};
    QCommandLineOption pins{QStringLiteral("pins"),
        QStringLiteral("Organizer, --from: folder of those who may come in (ikrar organizer add "
                       "--pins); by default that of the store's file."),
        QStringLiteral("DIR")};
    QCommandLineOption password{QStringLiteral("password-file"),
        QStringLiteral("Organizer, --from: the server's password, in its first line, where "
                       "PGPASSFILE does not hold it."),
        QStringLiteral("FILE")};

    [[nodiscard]] QList<QCommandLineOption> all() const { return {from, pins, password}; }

    [[nodiscard]] QString misuse(const QCommandLineParser& parser, bool organizes) const
    {
        if (!organizes && parser.isSet(from)) {
            return QStringLiteral("--from belongs to --mode organizer");
        }
        if (!parser.isSet(from) && (parser.isSet(pins) || parser.isSet(password))) {
            return QStringLiteral("--pins and --password-file belong to --from");
        }
        const bool server = ledger::isServerAddress(parser.value(from).toStdString());
        return server && !parser.isSet(pins)
            ? QStringLiteral("--from a server needs --pins: the folder of those who may come in")
            : QString();
    }

    [[nodiscard]] Result<void> read(const QCommandLineParser& parser, Options& options) const
    {
        options.merged.where = parser.value(from).toStdString();
        if (options.merged.where.empty()) {
            return {};
        }
        options.pins = parser.isSet(pins)
            ? pathOf(parser.value(pins))
            : std::filesystem::absolute(options.merged.where).parent_path();
        if (!parser.isSet(password)) {
            return {};
        }
        constexpr std::size_t longest = 4096;
        return base::readFile(pathOf(parser.value(password)), longest).map([&](const Bytes& bytes) {
            const std::string_view text = base::asText(bytes);
            options.merged.password = text.substr(0, text.find('\n'));
        });
    }
};

Result<Mode> parseMode(const QString& name)
{
    const std::map<QString, Mode> modes{{QStringLiteral("signer"), Mode::Signer},
        {QStringLiteral("auditor"), Mode::Auditor}, {QStringLiteral("organizer"), Mode::Organizer},
        {QStringLiteral("display"), Mode::Display}};
    const auto at = modes.find(name);
    if (at == modes.end()) {
        return wrong(
            QStringLiteral("--mode is signer, auditor, organizer or display, not %1").arg(name));
    }
    return at->second;
}

/// None where it is not given. Errors: Invalid.
Result<QSize> windowOf(const QCommandLineParser& parser, const QCommandLineOption& size,
    const QCommandLineOption& windowed)
{
    if (!parser.isSet(size)) {
        return QSize();
    }
    if (!parser.isSet(windowed)) {
        return wrong(QStringLiteral("--size needs --windowed"));
    }
    return parseSize(parser.value(size));
}

/// Errors: Invalid. --help and --version print and end the program.
Result<Options> readOptions(const QCoreApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("The kiosk on which a pledge is signed.\n\nExample: ikrar-kiosk --data "
                       "/var/lib/ikrar --windowed --size 1080x1920"));
    const QCommandLineOption data(QStringLiteral("data"),
        QStringLiteral("Directory of the store ($IKRAR_DATA, then /var/lib/ikrar)."),
        QStringLiteral("DIR"), defaultData());
    const QCommandLineOption windowed(
        QStringLiteral("windowed"), QStringLiteral("A window instead of the whole screen."));
    const QCommandLineOption size(QStringLiteral("size"),
        QStringLiteral("Size of the window, which then counts as the screen."),
        QStringLiteral("WxH"));
    const QCommandLineOption mode(QStringLiteral("mode"),
        QStringLiteral("Whom the screens are for: signer, auditor, organizer or display."),
        QStringLiteral("MODE"), QStringLiteral("signer"));
    const QCommandLineOption config(QStringLiteral("config"), QStringLiteral("Configuration."),
        QStringLiteral("FILE"), QStringLiteral("/etc/ikrar/kiosk.conf"));
    const QCommandLineOption passphrase(QStringLiteral("passphrase-file"),
        QStringLiteral("Passphrase of the log's key, in its first line."), QStringLiteral("FILE"));
    const QCommandLineOption camera(QStringLiteral("camera"),
        QStringLiteral("Words of the camera's name, where there are several. The signer's screens "
                       "use one only while a card or an auditor's log summary is held before "
                       "it."),
        QStringLiteral("NAME"));
    const QCommandLineOption saveTo(QStringLiteral("save-to"),
        QStringLiteral("Auditor: where the evidence of a rewritten log goes; organizer: the "
                       "machine's own folder for files that come and go, copies of receipts too "
                       "(the home directory)."),
        QStringLiteral("DIR"), QDir::homePath());
    const QCommandLineOption newCeremony(QStringLiteral("new"),
        QStringLiteral("Organizer: a ceremony file to make, or to change before its log is "
                       "opened."),
        QStringLiteral("FILE"));
    const AuditorOptions auditor;
    const MergedOptions merged;
    parser.addOptions(auditor.all());
    parser.addOptions(merged.all());
    parser.addOptions(
        {data, windowed, size, mode, config, passphrase, camera, saveTo, newCeremony});
    parser.addHelpOption();
    parser.addVersionOption();
    if (!parser.parse(QCoreApplication::arguments())) {
        return wrong(parser.errorText());
    }
    if (parser.isSet(QStringLiteral("help")) || parser.isSet(QStringLiteral("version"))) {
        parser.process(application); // prints and exits
    }
    if (!parser.positionalArguments().isEmpty()) {
        return wrong(
            QStringLiteral("unexpected argument: %1").arg(parser.positionalArguments().first()));
    }
    const auto who = parseMode(parser.value(mode));
    if (!who) {
        return tl::unexpected(who.error());
    }
    if (const auto why = auditor.misuse(parser, *who == Mode::Auditor); !why.isEmpty()) {
        return wrong(why);
    }
    if (const auto why = merged.misuse(parser, *who == Mode::Organizer); !why.isEmpty()) {
        return wrong(why);
    }
    if (parser.isSet(saveTo) && *who != Mode::Auditor && *who != Mode::Organizer) {
        return wrong(QStringLiteral("--save-to belongs to --mode auditor and organizer"));
    }
    if (parser.isSet(newCeremony) && *who != Mode::Organizer) {
        return wrong(QStringLiteral("--new belongs to --mode organizer"));
    }
    const auto window = windowOf(parser, size, windowed);
    if (!window) {
        return tl::unexpected(window.error());
    }
    Options options{pathOf(parser.value(data)), pathOf(parser.value(config)),
        pathOf(parser.value(passphrase)), parser.isSet(windowed), *window, *who, {},
        pathOf(parser.value(saveTo)), parser.value(camera), {}, {},
        pathOf(parser.value(newCeremony))};
    auditor.read(parser, options);
    return merged.read(parser, options).map([&] { return std::move(options); });
}

void measureScreen(
    kiosk::ScreenMetrics& metrics, const kiosk::Config& config, const Options& options)
{
    const auto* screen = QGuiApplication::primaryScreen();
    const QSizeF pixels = options.size.isEmpty() ? QSizeF(screen->size()) : QSizeF(options.size);
    if (config.screenMm) {
        metrics.measure(pixels, *config.screenMm);
    } else {
        metrics.measure(screen->size(), screen->physicalSize());
    }
}

void showWindow(QQuickWindow& window, const Options& options)
{
    if (!options.windowed) {
        window.showFullScreen();
        return;
    }
    window.resize(options.size.isEmpty() ? QSize(1080, 1920) / 2 : options.size);
    window.show();
}

// Steady time: what the wall clock does must neither wipe a signer nor keep one.
template <typename Model>
void tick(Model& model, QTimer& timer)
{
    QElapsedTimer since;
    since.start();
    QObject::connect(&timer, &QTimer::timeout, &model,
        [&model, since]() mutable { model.advance(std::chrono::milliseconds(since.restart())); });
    timer.start(250ms);
}

// A disk that is full, read-only or not there yet may be mended: the store is then opened without
// anybody having to find the power switch.
template <typename Model>
void openStore(
    Model& model, const Options& options, const ledger::Environment& environment, QTimer& again)
{
    auto opens = [&model, &options, environment] {
        auto store = kiosk::LedgerStore::open(options.data, environment);
        if (store) {
            model.open(std::move(*store));
            return true;
        }
        model.openFailed(store.error());
        return false;
    };
    if (opens()) {
        return;
    }
    QObject::connect(&again, &QTimer::timeout, &model, [&again, opens] {
        if (opens()) {
            again.stop();
        }
    });
    again.start(5s);
}

/// Loads a window and gives it its view-model; null where the screens do not load.
QQuickWindow* load(QQmlApplicationEngine& engine, const QString& module, const QString& name,
    QObject* model, const QString& window = QStringLiteral("Main"))
{
    engine.addImportPath(QStringLiteral(":/qt/qml"));
    engine.setInitialProperties({{name, QVariant::fromValue(model)}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Ikrar/%1/%2.qml").arg(module, window)));
    return engine.rootObjects().isEmpty()
        ? nullptr
        : qobject_cast<QQuickWindow*>(engine.rootObjects().first());
}

/// The camera of a signer's screens, for an auditor's summary and for invitation cards: nothing of
/// multimedia is loaded until the first of them wants it, and it is on only while one does.
class SignerCamera : public QObject
{
public:
    SignerCamera(kiosk::SigningSession& session, QString wanted)
        : m_summary(*session.logSummary())
        , m_invitation(*session.invitation())
        , m_wanted(std::move(wanted))
    {
        connect(&m_summary, &kiosk::LogSummary::opened, this, [this] {
            make();
            tellPresent();
        });
        connect(&m_summary, &kiosk::LogSummary::cameraChanged, this, &SignerCamera::follow);
        connect(&m_invitation, &kiosk::InvitationScan::opened, this, &SignerCamera::tellPresent);
        connect(&m_invitation, &kiosk::InvitationScan::cameraChanged, this, &SignerCamera::follow);
    }

private:
    void make()
    {
        if (m_camera) {
            return;
        }
        m_reader = std::make_unique<kiosk::FrameReader>();
        m_camera = std::make_unique<kiosk::Camera>(m_reader->sink(), m_wanted);
        connect(m_reader.get(), &kiosk::FrameReader::looked, this,
            [this](const QString& text, const QImage& picture) {
                m_summary.seen(text, picture);
                m_invitation.seen(text, picture);
            });
        connect(m_camera.get(), &kiosk::Camera::runningChanged, this, [this] {
            m_summary.setCameraRuns(m_camera->running());
            m_invitation.setCameraRuns(m_camera->running());
        });
        connect(m_camera.get(), &kiosk::Camera::presentChanged, this, &SignerCamera::tellPresent);
    }

    // Every signer passes *who are you*: there the drivers are asked until a camera was wanted.
    void tellPresent()
    {
        const bool present = m_camera ? m_camera->present() : kiosk::hasCaptureDevice();
        m_summary.setHasCamera(present);
        m_invitation.setHasCamera(present);
    }

    void follow()
    {
        const bool wanted = m_summary.comparing() || m_invitation.looking();
        if (std::exchange(m_on, wanted) == wanted) {
            return;
        }
        make();
        m_camera->setOn(m_on);
        if (!m_on) {
            m_reader->forget();
        }
    }

    kiosk::LogSummary& m_summary;
    kiosk::InvitationScan& m_invitation;
    QString m_wanted;
    bool m_on = false;
    std::unique_ptr<kiosk::FrameReader> m_reader;
    std::unique_ptr<kiosk::Camera> m_camera;
};

int runSigner(const Options& options, const kiosk::Config& config)
{
    const base::SystemClock clock;
    const ledger::LocalMachine machine;
    const ledger::Environment environment{base::systemFiles(), clock, machine,
        [&options] { return kiosk::readPassphrase(options.passphraseFile); }};

    kiosk::Kiosk kiosk(clock);
    measureScreen(*kiosk.metrics(), config, options);
    QTimer reopening;
    openStore(kiosk, options, environment, reopening);
    const SignerCamera camera(*kiosk.session(), options.camera);

    QQmlApplicationEngine engine;
    const kiosk::Translations translations(*kiosk.preferences(), engine);
    auto* window = load(engine, QStringLiteral("Signer"), QStringLiteral("kiosk"), &kiosk);
    if (window == nullptr) {
        return environmentFailed;
    }
    kiosk.watchInput(window);
    QTimer timer;
    tick(kiosk, timer);
    showWindow(*window, options);
    return QGuiApplication::exec();
}

int runOrganizer(const Options& options, const kiosk::Config& config)
{
    const base::SystemClock clock;
    const ledger::LocalMachine machine;
    const ledger::Environment environment{base::systemFiles(), clock, machine,
        [&options] { return kiosk::readPassphrase(options.passphraseFile); }};
    kiosk::Organizer organizer(
        {base::systemFiles(), clock, options.data, machine.runtimeDirectory(), options.saveTo});
    measureScreen(*organizer.metrics(), config, options);
    organizer.slips()->use(config.printer, config.printerPaper);
    if (!options.newCeremony.empty()) {
        if (const auto edited = organizer.edit(options.newCeremony); !edited) {
            complain(options.newCeremony.string() + ": " + edited.error().what);
            return wrongUse;
        }
    }
    QTimer reopening;
    openStore(organizer, options, environment, reopening);

    QQmlApplicationEngine engine;
    const kiosk::Translations translations(*organizer.preferences(), engine);
    auto* window
        = load(engine, QStringLiteral("Organizer"), QStringLiteral("organizer"), &organizer);
    if (window == nullptr) {
        return environmentFailed;
    }
    organizer.watchInput(window);
    QTimer timer;
    tick(organizer, timer);
    showWindow(*window, options);
    return QGuiApplication::exec();
}

int runMerged(const Options& options, const kiosk::Config& config)
{
    const base::SystemClock clock;
    kiosk::Gatherer gatherer({base::systemFiles(), clock, options.merged, options.pins});
    measureScreen(*gatherer.metrics(), config, options);

    QQmlApplicationEngine engine;
    const kiosk::Translations translations(*gatherer.preferences(), engine);
    auto* window = load(engine, QStringLiteral("Organizer"), QStringLiteral("gatherer"), &gatherer,
        QStringLiteral("GatheredWindow"));
    if (window == nullptr) {
        return environmentFailed;
    }
    gatherer.watchInput(window);
    QTimer timer;
    tick(gatherer, timer);
    showWindow(*window, options);
    return QGuiApplication::exec();
}

int runDisplay(const Options& options)
{
    const base::SystemClock clock;
    const ledger::LocalMachine machine;
    const ledger::Environment environment{
        base::systemFiles(), clock, machine, [] { return Result<std::string>(); }};
    auto store = ledger::Ledger::open(options.data, ledger::Ledger::Mode::Read, environment);
    if (!store) {
        complain(store.error().what);
        return environmentFailed;
    }
    kiosk::Display display(machine.runtimeDirectory());
    display.open(std::move(*store));

    QQmlApplicationEngine engine;
    const kiosk::Translations translations(*display.preferences(), engine);
    auto* window = load(engine, QStringLiteral("Display"), QStringLiteral("display"), &display);
    if (window == nullptr) {
        return environmentFailed;
    }
    QTimer timer;
    tick(display, timer);
    showWindow(*window, options);
    return QGuiApplication::exec();
}

int runAuditor(const Options& options, const kiosk::Config& config)
{
    const base::SystemClock clock;
    kiosk::Auditor auditor(clock, options.saveTo);
    measureScreen(*auditor.metrics(), config, options);
    auditor.open(options.evidence);

    kiosk::FrameReader reader;
    QObject::connect(&reader, &kiosk::FrameReader::looked, &auditor, &kiosk::Auditor::seen);
    kiosk::Camera camera(reader.sink(), options.camera);
    const auto follow = [&auditor, &camera] { auditor.setCameraRuns(camera.running()); };
    QObject::connect(&camera, &kiosk::Camera::runningChanged, &auditor, follow);
    camera.setOn(true);
    follow();
    kiosk::Chime chime;
    QObject::connect(&auditor, &kiosk::Auditor::judged, &chime, &kiosk::Chime::play);

    QQmlApplicationEngine engine;
    const kiosk::Translations translations(*auditor.preferences(), engine);
    auto* window = load(engine, QStringLiteral("Auditor"), QStringLiteral("auditor"), &auditor);
    if (window == nullptr) {
        return environmentFailed;
    }
    auditor.watchKeys(window);
    QTimer timer;
    tick(auditor, timer);
    showWindow(*window, options);
    return QGuiApplication::exec();
}

} // namespace

int main(int argc, char* argv[])
{
    // Qt Quick merges the touches between two frames into one; a signature needs each of them.
    qputenv("QML_NO_TOUCH_COMPRESSION", "1");
    QCoreApplication::setAttribute(Qt::AA_CompressHighFrequencyEvents, false);
    if (!qEnvironmentVariableIsSet("QT_IM_MODULE")) {
        qputenv("QT_IM_MODULE", "qtvirtualkeyboard");
    }
    QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("ikrar-kiosk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(IKRAR_VERSION));

    const auto options = readOptions(application);
    if (!options) {
        complain(options.error().what);
        return wrongUse;
    }
    const auto config = kiosk::readConfig(options->config);
    if (!config) {
        complain(config.error().what);
        return wrongUse;
    }
    switch (options->mode) {
    case Mode::Auditor:
        return runAuditor(*options, *config);
    case Mode::Organizer:
        return options->merged.where.empty() ? runOrganizer(*options, *config)
                                             : runMerged(*options, *config);
    case Mode::Display:
        return runDisplay(*options);
    case Mode::Signer:
        break;
    }
    return runSigner(*options, *config);
}
