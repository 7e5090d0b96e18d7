#include "kiosk/auditor.h"

#include "attendance/media.h"
#include "attendance/medium.h"
#include "attendance/receipt_file.h"
#include "crypto/sha256.h"
#include "kiosk/input.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QStorageInfo>

#include <algorithm>
#include <utility>

namespace ikrar::kiosk {

using namespace std::chrono_literals;

namespace {

/// A receipt that left the camera's view for so long is shown again when it comes back; a hand that
/// shakes is not.
constexpr auto outOfViewAfter = 2s;
constexpr qsizetype longestTyped = 16'384;
/// Whoever left the screen with names on it.
constexpr std::chrono::milliseconds bundleClosesAfter = 10min;
/// What fits on the screen to be chosen from.
constexpr std::size_t mostFound = 6;

std::vector<base::Path> carriedMedia()
{
    std::vector<base::Path> roots;
    for (const QStorageInfo& volume : QStorageInfo::mountedVolumes()) {
        const base::Path root = volume.rootPath().toStdString();
        if (volume.isReady() && attendance::isOnCarriedMedium(root)) {
            roots.push_back(root);
        }
    }
    return roots;
}

std::vector<base::Path> bundlesIn(const std::vector<base::Path>& directories)
{
    std::vector<base::Path> found;
    for (const base::Path& directory : directories) {
        for (const auto& candidate : attendance::candidatesIn(directory, {".zip"})) {
            if (looksLikeBundle(candidate.path)) {
                found.push_back(candidate.path);
            }
        }
    }
    std::sort(found.begin(), found.end());
    found.resize(std::min(found.size(), mostFound));
    return found;
}

} // namespace

Auditor::Auditor(const base::Clock& clock, base::Path saveTo, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_saveTo(std::move(saveTo))
    , m_verdict(m_preferences)
    , m_person(m_preferences)
    , m_bundle(m_preferences)
    , m_scanner(longestTyped, [this](const QString& text) { check(text); })
{
    m_worker.moveToThread(&m_thread);
    m_thread.start();
    m_bundleWorker.moveToThread(&m_bundleThread);
    m_bundleThread.start();
}

Auditor::~Auditor()
{
    for (QThread* thread : {&m_thread, &m_bundleThread}) {
        thread->quit();
        thread->wait();
    }
}

template <typename Work, typename Done>
void Auditor::behind(QObject& worker, Work work, Done done)
{
    QMetaObject::invokeMethod(&worker, [this, work = std::move(work), done = std::move(done)] {
        QMetaObject::invokeMethod(
            this, [done, result = work()] { done(result); }, Qt::QueuedConnection);
    });
}

template <typename Work, typename Done>
void Auditor::behind(Work work, Done done)
{
    behind(m_worker, std::move(work), std::move(done));
}

void Auditor::open(EvidenceFiles files)
{
    const base::Path bundle = looksLikeBundle(files.log) ? base::Path(files.log) : base::Path();
    if (!bundle.empty()) {
        files.log.clear();
    }
    behind(
        [files = std::move(files), &clock = m_clock] {
            auto read = readEvidence(files, clock);
            return read ? Result<std::shared_ptr<const Evidence>>(
                       std::make_shared<const Evidence>(std::move(*read)))
                        : tl::unexpected(read.error());
        },
        [this, bundle](const Result<std::shared_ptr<const Evidence>>& read) {
            if (read) {
                m_plain = *read;
                m_evidence = *read;
            } else {
                m_failure = QString::fromStdString(read.error().what);
            }
            show(read ? Page::Waiting : Page::Failed);
            emit evidenceChanged();
            if (read && !bundle.empty()) {
                openBundle(bundle);
            }
        });
}

void Auditor::openBundle(const base::Path& path)
{
    if (!m_plain) {
        return;
    }
    closeBundle();
    m_bundlePath = path;
    readBundle({});
    show(Page::Bundle);
}

void Auditor::unsealBundle()
{
    if (m_bundle.state() == BundleView::State::Asking && !m_bundle.passphrase().isEmpty()) {
        readBundle(m_bundle.takePassphrase());
    }
}

void Auditor::readBundle(std::string passphrase)
{
    const int reading = ++m_reading;
    m_bundle.begin(QString::fromStdString(m_bundlePath.filename().string()));
    const auto progress = [this, reading](std::uint64_t done, std::uint64_t size) {
        QMetaObject::invokeMethod(
            this,
            [this, reading, done, size] {
                if (reading == m_reading) {
                    m_bundle.advance(done, size);
                }
            },
            Qt::QueuedConnection);
    };
    // Shared, so that no copy of the passphrase is left where the work passes.
    const auto opening = std::make_shared<BundleOpening>(
        BundleOpening{m_bundlePath, std::move(passphrase), progress});
    behind(
        m_bundleWorker,
        [opening, evidence = m_plain] {
            return kiosk::openBundle(std::move(*opening), evidence->policy, evidence->revoked);
        },
        [this, reading](const BundleOutcome& outcome) {
            if (reading == m_reading) {
                takeBundle(outcome);
            }
        });
}

void Auditor::takeBundle(const BundleOutcome& outcome)
{
    m_bundle.conclude(outcome);
    if (outcome.opened) {
        m_evidence = std::make_shared<const Evidence>(m_plain->with(outcome.opened));
        emit evidenceChanged();
    }
}

void Auditor::showBundle()
{
    if (!m_plain) {
        return;
    }
    if (m_bundle.state() == BundleView::State::None) {
        findBundles();
    }
    show(Page::Bundle);
}

// A medium that hangs must not hold the screen up.
void Auditor::findBundles()
{
    behind([] { return carriedMedia(); },
        [this](const std::vector<base::Path>& roots) { findBundlesIn(roots); });
}

void Auditor::findBundlesIn(std::vector<base::Path> directories)
{
    behind([directories = std::move(directories)] { return bundlesIn(directories); },
        [this](const std::vector<base::Path>& found) {
            m_found = found;
            emit bundlesFoundChanged();
        });
}

void Auditor::openFound(int index)
{
    if (index >= 0 && static_cast<std::size_t>(index) < m_found.size()) {
        openBundle(m_found[static_cast<std::size_t>(index)]);
    }
}

QStringList Auditor::bundlesFound() const
{
    QStringList names;
    for (const base::Path& path : m_found) {
        names << QString::fromStdString(path.filename().string());
    }
    return names;
}

// The verdict goes too: it holds on to what it was made with.
void Auditor::closeBundle()
{
    if (m_bundle.state() == BundleView::State::None) {
        return;
    }
    ++m_reading;
    ++m_shown;
    m_bundle.clear();
    m_signer.clear();
    m_person.clear();
    m_verdict.clear();
    m_evidence = m_plain;
    emit evidenceChanged();
    show(Page::Waiting);
}

bool Auditor::typesPassphrase() const
{
    return m_page == Page::Bundle && m_bundle.state() == BundleView::State::Asking;
}

void Auditor::seen(const QString& text, const QImage& picture)
{
    m_picture = picture;
    emit pictureChanged();
    if (text.isEmpty()) {
        return;
    }
    m_outOfView = 0ms;
    if (typesPassphrase() || m_inView == text) {
        return; // a code that was left there is nobody
    }
    m_unused = 0ms;
    m_inView = text;
    check(text);
}

void Auditor::setCameraRuns(bool runs)
{
    m_cameraRuns = runs;
    if (!runs) {
        m_picture = {};
        emit pictureChanged();
    }
    emit cameraChanged();
}

void Auditor::advance(std::chrono::milliseconds elapsed)
{
    m_outOfView += elapsed;
    if (m_outOfView >= outOfViewAfter) {
        m_inView.clear();
    }
    m_scanner.advance(elapsed);
    m_unused += elapsed;
    if (m_unused >= bundleClosesAfter) {
        closeBundle();
    }
}

void Auditor::check(const QString& text)
{
    if (!m_evidence || text.isEmpty()) {
        return;
    }
    const auto evidence = m_evidence;
    const std::string given = text.toStdString();
    if (audit::looksLikeHead(given)) {
        behind([given, evidence] { return audit::openHead(given, evidence->policy); },
            [this, evidence](const Result<audit::Head>& head) {
                const auto* log = head ? evidence->logOf(head->origin) : nullptr;
                m_head.show(head, log, m_saveTo);
                show(Page::Head);
            });
        return;
    }
    behind([given, evidence] { return evidence->verify(given); },
        [this, evidence, text](const receipt::Finding& finding) {
            // What was opened or closed meanwhile counts for this one too.
            if (evidence == m_evidence) {
                show(finding);
            } else {
                check(text);
            }
        });
}

void Auditor::checkFiles(const QList<QUrl>& files)
{
    if (!m_evidence) {
        return;
    }
    for (const QUrl& file : files) {
        const std::string path = file.toLocalFile().toStdString();
        if (looksLikeBundle(path)) {
            openBundle(path);
            continue;
        }
        const auto evidence = m_evidence;
        behind([path, evidence] { return attendance::readReceiptFile(path, &evidence->policy); },
            [this](const Result<std::string>& text) {
                if (text) {
                    check(QString::fromStdString(*text));
                    return;
                }
                receipt::Finding unread;
                unread.why = text.error().what;
                show(unread);
            });
    }
}

void Auditor::show(const receipt::Finding& finding)
{
    const auto tone = VerdictView::toneOf(finding);
    std::optional<std::int64_t> before;
    if (finding.receipt) {
        // By what was understood, so that two spellings around it are one receipt.
        const std::string key
            = base::toHex(crypto::sha256(receipt::encode(*finding.receipt)).view());
        const auto [at, fresh] = m_first.try_emplace(key, m_clock.now().seconds);
        if (!fresh) {
            before = at->second;
        }
    }
    if (before) {
        ++m_again;
    } else {
        ++m_tally.at(static_cast<std::size_t>(tone));
    }
    m_person.clear();
    m_verdict.show(finding, m_evidence, before);
    nameSigner(finding);
    show(Page::Verdict);
    emit tallyChanged();
    emit judged(tone);
}

// The entry's seal was checked; that the row is of it, the index checks.
void Auditor::nameSigner(const receipt::Finding& finding)
{
    const int shown = ++m_shown;
    m_signer.clear();
    const auto opened = m_evidence->bundle;
    const auto* entry = finding.entry && finding.verdict >= receipt::Verdict::Inconsistent
        ? std::get_if<pledge::Signed>(&finding.entry->entry.body)
        : nullptr;
    if (!opened || !opened->people || entry == nullptr) {
        return;
    }
    const std::uint64_t index = finding.receipt->index;
    m_signer.show(opened->people->find(finding.origin, index, *entry),
        m_evidence->ceremonyOf(finding.origin), opened->namesSealed(finding.origin));
    if (m_signer.state() != SignerView::State::Person) {
        return;
    }
    behind(
        m_bundleWorker,
        [opened, origin = finding.origin, index, entry = *entry] {
            return opened->people->inkOf(origin, index, entry);
        },
        [this, shown](const Result<Bytes>& ink) {
            if (ink && shown == m_shown) {
                m_signer.showInk(*ink);
            }
        });
}

void Auditor::show(Page page)
{
    if (std::exchange(m_page, page) != page) {
        emit pageChanged();
    }
}

void Auditor::paste()
{
    check(QGuiApplication::clipboard()->text());
}

void Auditor::askPerson()
{
    const auto& finding = m_verdict.finding();
    if (finding && finding->entry
        && std::holds_alternative<pledge::Signed>(finding->entry->entry.body)) {
        show(Page::Person);
    }
}

void Auditor::answerPerson()
{
    const auto& finding = m_verdict.finding();
    if (finding && finding->entry) {
        m_person.ask(finding->entry->entry);
    }
}

void Auditor::back()
{
    m_person.clear();
    show(m_verdict.shown() ? Page::Verdict : Page::Waiting);
}

QString Auditor::policyHash() const
{
    if (!m_evidence) {
        return {};
    }
    QString hash = QString::fromStdString(m_evidence->policyHash.substr(0, 16));
    for (const int at : {12, 8, 4}) {
        hash.insert(at, u' ');
    }
    return hash;
}

bool Auditor::policyInLog() const
{
    return m_evidence && m_evidence->policyInLog;
}

QString Auditor::logSize() const
{
    if (m_evidence && m_evidence->bundle) {
        std::uint64_t entries = 0;
        for (const auto& log : m_evidence->bundle->report.logs) {
            entries += log.report.size;
        }
        return QString::number(entries);
    }
    return m_evidence && m_evidence->log ? QString::number(m_evidence->log->size) : QString();
}

void Auditor::watchKeys(QObject* window)
{
    window->installEventFilter(this);
}

bool Auditor::eventFilter(QObject* watched, QEvent* event)
{
    if (isInput(event->type())) {
        m_unused = 0ms;
    }
    // On the page of a person, or of a passphrase, the keys are for its fields.
    if (event->type() != QEvent::KeyPress || m_page == Page::Person || typesPassphrase()) {
        return QObject::eventFilter(watched, event);
    }
    const auto* key = static_cast<QKeyEvent*>(event); // NOLINT(*-static-cast-downcast): by its type
    if (key->matches(QKeySequence::Paste)) {
        paste();
        return true;
    }
    return m_scanner.take(*key) || QObject::eventFilter(watched, event);
}

} // namespace ikrar::kiosk
