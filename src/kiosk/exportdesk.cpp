#include "kiosk/exportdesk.h"

#include "audit/bundle_passphrase.h"
#include "crypto/random.h"
#include "crypto/wipe.h"
#include "kiosk/mediadesk.h"
#include "kiosk/phrases.h"

#include <QDebug>

#include <algorithm>
#include <cmath>

namespace ikrar::kiosk {

namespace {

constexpr int groups = 5;
constexpr std::size_t groupSize = 4;
constexpr int mostSheets = 200;
/// Steps that a bar of the screen can show.
constexpr double steps = 200;

QString trimmed(const QString& text, qsizetype most)
{
    return text.left(most);
}

/// Of a group, from 1, in `7KQ2-M0FD-...`.
std::size_t placeOf(int group)
{
    return static_cast<std::size_t>(group - 1) * (groupSize + 1);
}

} // namespace

ExportDesk::ExportDesk(const Preferences& preferences, base::FileSystem& files, QObject* parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_files(files)
{
    connect(&preferences, &Preferences::languageChanged, this, &ExportDesk::changed);
}

ExportDesk::~ExportDesk()
{
    forgetPassphrase();
}

void ExportDesk::setStore(LedgerStore* store)
{
    m_store = store;
    emit changed();
}

void ExportDesk::choose(Document document)
{
    if (busy()) {
        return;
    }
    m_document = document;
    m_problem = {};
    show(Stage::Choosing);
}

void ExportDesk::start(const base::Path& folder)
{
    if (m_store == nullptr || busy() || folder.empty()) {
        return;
    }
    m_folder = folder;
    m_problem = {};
    m_mistyped = false;
    forgetPassphrase();
    if (m_document != Document::Bundle || !m_sealed) {
        write();
        return;
    }
    m_passphrase = audit::newBundlePassphrase();
    show(Stage::Passphrase);
}

void ExportDesk::wroteDown()
{
    if (m_stage != Stage::Passphrase) {
        return;
    }
    m_askedGroup = 1 + crypto::randomBytes<1>().front() % groups;
    m_mistyped = false;
    show(Stage::Confirming);
}

void ExportDesk::showAgain()
{
    if (m_stage == Stage::Confirming) {
        show(Stage::Passphrase);
    }
}

void ExportDesk::confirm(const QString& typed)
{
    if (m_stage != Stage::Confirming) {
        return;
    }
    // In its place, so that what is mended of a whole passphrase is mended of a group.
    std::string whole = m_passphrase;
    whole.replace(placeOf(m_askedGroup), groupSize, typed.simplified().toStdString());
    m_mistyped = audit::asBundlePassphrase(whole) != m_passphrase;
    crypto::wipe(whole);
    if (m_mistyped) {
        emit changed();
        return;
    }
    write();
}

void ExportDesk::cancel()
{
    if (busy()) {
        m_stoppable->stop();
        return;
    }
    forgetPassphrase();
    m_problem = {};
    show(Stage::Choosing);
}

void ExportDesk::clear()
{
    forgetPassphrase();
    m_number.clear();
    if (!busy()) {
        m_written = {};
        m_problem = {};
        m_stage = Stage::Choosing;
    }
    emit changed();
}

attendance::HandOver ExportDesk::wanted() const
{
    attendance::HandOver wanted;
    wanted.document = static_cast<attendance::Document>(m_document);
    wanted.folder = m_folder;
    wanted.paper = m_folio ? attendance::Paper::F4 : attendance::Paper::A4;
    wanted.number = m_number.simplified().toStdString();
    wanted.session = static_cast<std::uint64_t>(m_session);
    wanted.sheets = m_sheets;
    wanted.passphrase = m_passphrase;
    return wanted;
}

void ExportDesk::write()
{
    m_written = {};
    m_progress = 0;
    const auto files = std::make_shared<attendance::StoppableFiles>(m_files);
    const auto done = std::make_shared<Result<attendance::HandedOver>>();
    auto order = std::make_shared<attendance::HandOver>(wanted());
    forgetPassphrase();
    order->progress = [this, shown = -1.0](double share) mutable {
        if (std::abs(share - shown) * steps >= 1) {
            shown = share;
            QMetaObject::invokeMethod(
                this, [this, share] { tellProgress(share); }, Qt::QueuedConnection);
        }
    };
    m_stoppable = files;
    const auto began = m_store->work(
        [done, order, files, &clock = m_store->environment().clock](ledger::Ledger& ledger) {
            *done = attendance::handOver(ledger, *order, *files, clock);
            crypto::wipe(order->passphrase);
        },
        [this, done] { finished(*done); });
    show(Stage::Writing);
    if (!began) {
        crypto::wipe(order->passphrase);
        finished(tl::unexpected(began.error()));
    }
}

void ExportDesk::tellProgress(double share)
{
    m_progress = share;
    emit progressed();
}

void ExportDesk::finished(const Result<attendance::HandedOver>& done)
{
    if (done) {
        m_written = *done;
        show(Stage::Done);
        return;
    }
    const bool stopped = m_stoppable && m_stoppable->stopped();
    m_problem = stopped ? fileproblem::Kind::Stopped : fileproblem::of(done.error(), m_folder);
    qWarning().noquote() << "ikrar-kiosk: export:" << done.error().what.c_str();
    show(Stage::Failed);
}

void ExportDesk::show(Stage stage)
{
    m_stage = stage;
    emit changed();
}

void ExportDesk::forgetPassphrase()
{
    crypto::wipe(m_passphrase);
    m_askedGroup = 0;
}

void ExportDesk::setSealed(bool sealed)
{
    m_sealed = sealed;
    emit changed();
}

void ExportDesk::setFolio(bool folio)
{
    m_folio = folio;
    emit changed();
}

bool ExportDesk::hasPaper() const
{
    switch (m_document) {
    case Document::Workbook:
    case Document::AttendanceSheet:
    case Document::OfficialRecord:
    case Document::SignatureSheets:
    case Document::BlankSheets:
        return true;
    default:
        return false;
    }
}

void ExportDesk::setNumber(const QString& number)
{
    constexpr qsizetype most = 120;
    m_number = trimmed(number, most);
    emit changed();
}

void ExportDesk::setSession(int session)
{
    m_session = session;
    emit changed();
}

QStringList ExportDesk::sessions() const
{
    QStringList names;
    if (m_store != nullptr) {
        for (const auto& session : m_store->ceremony().sessions) {
            names << QString::fromStdString(session.name.empty() ? session.place : session.name);
        }
    }
    return names;
}

void ExportDesk::setSheets(int sheets)
{
    m_sheets = std::clamp(sheets, 1, mostSheets);
    emit changed();
}

QString ExportDesk::passphrase() const
{
    return m_stage == Stage::Passphrase ? QString::fromStdString(m_passphrase) : QString();
}

QString ExportDesk::fileName() const
{
    return QString::fromStdString(m_written.file.path.filename().string());
}

QString ExportDesk::folder() const
{
    return QString::fromStdString(m_folder.string());
}

QString ExportDesk::size() const
{
    return sizeText(m_written.file.bytes, m_preferences.textLanguage());
}

QString ExportDesk::digest() const
{
    return m_stage == Stage::Done ? digestText(m_written.file.sha256) : QString();
}

} // namespace ikrar::kiosk
