#include "kiosk/backupdesk.h"

#include "kiosk/phrases.h"

#include <QDebug>

namespace ikrar::kiosk {

using namespace std::chrono_literals;

namespace {

constexpr auto stepEvery = 2s;

} // namespace

BackupDesk::BackupDesk(const Preferences& preferences, QObject* parent)
    : QObject(parent)
    , m_preferences(preferences)
{
    connect(&preferences, &Preferences::languageChanged, this, &BackupDesk::changed);
}

BackupDesk::~BackupDesk()
{
    endThread();
}

void BackupDesk::start(const base::Path& folder)
{
    if (m_store == nullptr || running() || folder.empty()) {
        return;
    }
    ++m_round;
    m_to = folder;
    m_directory.clear();
    m_size = -1;
    m_last.reset();
    m_problem = {};
    m_ended = false;
    m_onSameDisk = false;
    m_context = new QObject;
    m_context->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_context, &QObject::deleteLater);
    m_keeper
        = std::make_unique<ledger::BackupKeeper>(m_store->data(), folder, m_store->environment());
    m_thread.start();
    step();
    emit changed();
}

/// Waits for the step that is under way: the copy's own connections belong to the thread.
void BackupDesk::endThread()
{
    if (!running()) {
        return;
    }
    QMetaObject::invokeMethod(
        m_context, [this] { m_keeper.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    m_context = nullptr;
    m_stepping = false;
    m_stopping = false;
}

void BackupDesk::stop()
{
    if (!running() || m_stopping) {
        return;
    }
    ++m_round;
    m_stopping = true;
    m_problem = {};
    // Behind the step that is under way, for which the screen does not wait.
    QMetaObject::invokeMethod(
        m_context,
        [this] {
            m_keeper.reset();
            QMetaObject::invokeMethod(
                this,
                [this] {
                    endThread();
                    emit changed();
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
    emit changed();
}

void BackupDesk::advance(std::chrono::milliseconds elapsed)
{
    m_since += elapsed;
    if (running() && !m_stepping && !m_stopping && m_since >= stepEvery) {
        step();
    }
}

void BackupDesk::step()
{
    m_since = 0ms;
    m_stepping = true;
    QMetaObject::invokeMethod(
        m_context,
        [this, round = m_round] {
            const auto done = m_keeper->step();
            QMetaObject::invokeMethod(
                this,
                [this, done, round] {
                    if (round == m_round) {
                        stepped(done);
                    }
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void BackupDesk::stepped(const Result<ledger::BackupKeeper::Step>& step)
{
    m_stepping = false;
    if (!step) {
        failed(step.error());
        return;
    }
    if (step->opened) {
        m_directory = step->directory;
        // An erasure names the copy.
        m_store->amend(
            [copy = step->directory](ledger::Ledger& ledger) { return ledger.noteCopy(copy); },
            [](const Result<void>&) {});
    }
    m_onSameDisk = step->onSameDisk;
    m_size = static_cast<int>(step->size);
    m_last = m_store->environment().clock.now().seconds;
    m_problem = {};
    emit changed();
}

void BackupDesk::failed(const Error& error)
{
    const auto problem = fileproblem::of(error, m_to);
    if (problem != m_problem) {
        qWarning().noquote() << "ikrar-kiosk: backup:" << error.what.c_str();
    }
    m_problem = problem;
    if (!ledger::BackupKeeper::passes(error)) {
        ++m_round;
        endThread();
        m_ended = true;
    }
    emit changed();
}

QString BackupDesk::folder() const
{
    return QString::fromStdString((m_directory.empty() ? m_to : m_directory).string());
}

QString BackupDesk::lastTime() const
{
    return m_last && m_store != nullptr
        ? timeAt(*m_last, m_store->ceremony().timeZone, m_preferences.textLanguage())
        : QString();
}

} // namespace ikrar::kiosk
