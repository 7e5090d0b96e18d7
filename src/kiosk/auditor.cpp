#include "kiosk/auditor.h"

#include "attendance/receipt_file.h"
#include "crypto/sha256.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

#include <utility>

namespace ikrar::kiosk {

using namespace std::chrono_literals;

namespace {

/// A receipt that left the camera's view for so long is shown again when it comes back; a hand that
/// shakes is not.
constexpr auto outOfViewAfter = 2s;
constexpr qsizetype longestTyped = 16'384;

} // namespace

Auditor::Auditor(const base::Clock& clock, base::Path saveTo, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_saveTo(std::move(saveTo))
    , m_verdict(m_preferences)
    , m_person(m_preferences)
    , m_scanner(longestTyped, [this](const QString& text) { check(text); })
{
    m_worker.moveToThread(&m_thread);
    m_thread.start();
}

Auditor::~Auditor()
{
    m_thread.quit();
    m_thread.wait();
}

template <typename Work, typename Done>
void Auditor::behind(Work work, Done done)
{
    QMetaObject::invokeMethod(&m_worker, [this, work = std::move(work), done = std::move(done)] {
        QMetaObject::invokeMethod(
            this, [done, result = work()] { done(result); }, Qt::QueuedConnection);
    });
}

void Auditor::open(EvidenceFiles files)
{
    behind(
        [files = std::move(files), &clock = m_clock] {
            auto read = readEvidence(files, clock);
            return read ? Result<std::shared_ptr<const Evidence>>(
                       std::make_shared<const Evidence>(std::move(*read)))
                        : tl::unexpected(read.error());
        },
        [this](const Result<std::shared_ptr<const Evidence>>& read) {
            if (read) {
                m_evidence = *read;
            } else {
                m_failure = QString::fromStdString(read.error().what);
            }
            show(read ? Page::Waiting : Page::Failed);
            emit evidenceChanged();
        });
}

void Auditor::seen(const QString& text, const QImage& picture)
{
    m_picture = picture;
    emit pictureChanged();
    if (text.isEmpty()) {
        return;
    }
    m_outOfView = 0ms;
    if (std::exchange(m_inView, text) != text) {
        check(text);
    }
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
                m_head.show(head, evidence->log ? &*evidence->log : nullptr, m_saveTo);
                show(Page::Head);
            });
        return;
    }
    behind(
        [given, evidence] {
            return receipt::verify(given, evidence->policy, evidence->revoked,
                evidence->log ? &*evidence->log : nullptr);
        },
        [this](const receipt::Finding& finding) { show(finding); });
}

void Auditor::checkFiles(const QList<QUrl>& files)
{
    if (!m_evidence) {
        return;
    }
    for (const QUrl& file : files) {
        const std::string path = file.toLocalFile().toStdString();
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
    m_verdict.show(finding, *m_evidence, before);
    show(Page::Verdict);
    emit tallyChanged();
    emit judged(tone);
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
    return m_evidence && m_evidence->log ? QString::number(m_evidence->log->size) : QString();
}

void Auditor::watchKeys(QObject* window)
{
    window->installEventFilter(this);
}

bool Auditor::eventFilter(QObject* watched, QEvent* event)
{
    // On the page of a person the keys are for its fields.
    if (event->type() != QEvent::KeyPress || m_page == Page::Person) {
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
