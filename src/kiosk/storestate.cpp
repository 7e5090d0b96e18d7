#include "kiosk/storestate.h"

#include "kiosk/phrases.h"

#include <QDebug>
#include <QMetaEnum>

#include <algorithm>
#include <limits>

namespace ikrar::kiosk {

namespace {

constexpr std::uint64_t littleSpace = 256ULL * 1024 * 1024;

StoreState::Stop stopOf(ledger::Stop stop)
{
    switch (stop) {
    case ledger::Stop::None:
        return StoreState::Stop::None;
    case ledger::Stop::DiskFull:
        return StoreState::Stop::DiskFull;
    case ledger::Stop::ReadOnly:
        return StoreState::Stop::ReadOnly;
    case ledger::Stop::DeviceFailed:
        return StoreState::Stop::DeviceFailed;
    case ledger::Stop::Copy:
        return StoreState::Stop::Copy;
    case ledger::Stop::RolledBack:
        return StoreState::Stop::RolledBack;
    case ledger::Stop::Contradicted:
        return StoreState::Stop::Contradicted;
    case ledger::Stop::OpenedForReading:
        break;
    }
    return StoreState::Stop::Failed;
}

int toInt(std::uint64_t count)
{
    return static_cast<int>(std::min<std::uint64_t>(count, std::numeric_limits<int>::max()));
}

} // namespace

StoreState::StoreState(const Preferences& preferences, const base::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_clock(clock)
    , m_now(clock.now())
{
    connect(&preferences, &Preferences::languageChanged, this, &StoreState::changed);
}

void StoreState::setStore(Store* store)
{
    m_store = store;
    m_halted = false;
    refresh();
}

void StoreState::refresh()
{
    m_now = m_clock.now();
    if (m_store != nullptr) {
        readDisk();
        readStatus();
    }
    emit changed();
}

void StoreState::readStatus()
{
    const auto status = m_store->status();
    if (!status) {
        m_halted = true;
        setStop(Stop::Failed, QString::fromStdString(status.error().what));
        return;
    }
    m_status = *status;
    m_witnessing = m_store->witnessing();
    if (!m_halted) {
        setStop(stopOf(status->stop), QString::fromStdString(status->stopDetail));
    }
}

void StoreState::readDisk()
{
    const auto free = m_store->freeBytes();
    m_disk = !free ? Disk::Unknown : (*free < littleSpace ? Disk::Low : Disk::Good);
}

void StoreState::halt(Stop stop, const QString& detail)
{
    m_halted = true;
    setStop(stop, detail);
    emit changed();
}

void StoreState::setStop(Stop stop, const QString& detail)
{
    const bool another = stop != m_stop || detail != m_stopDetail;
    m_stop = stop;
    m_stopDetail = detail;
    if (another && stop != Stop::None) {
        const auto* name = QMetaEnum::fromType<Stop>().valueToKey(static_cast<int>(stop));
        qWarning().noquote() << "ikrar-kiosk: stopped," << name << detail;
    }
}

void StoreState::halt(const Error& error)
{
    const auto stop = error.kind == Error::Kind::Io ? Stop::DeviceFailed : Stop::Failed;
    halt(stop, QString::fromStdString(error.what));
}

void StoreState::retry()
{
    if (m_store == nullptr) {
        return;
    }
    if (m_stop == Stop::Failed) {
        m_halted = false;
    }
    m_store->retry();
}

void StoreState::askWitnesses()
{
    // Another process may have signed since they were asked last.
    const bool behind = m_witnessing.behind || m_status.cosignedSize < m_status.size;
    if (m_store != nullptr && m_stop == Stop::None && m_witnessing.witnesses > 0 && behind) {
        m_store->askWitnesses();
    }
}

bool StoreState::stopMayPass() const
{
    return m_stop == Stop::DiskFull || m_stop == Stop::ReadOnly || m_stop == Stop::Failed;
}

int StoreState::sessionNumber() const
{
    return toInt(m_status.openSession.value_or(0));
}

QString StoreState::sessionName() const
{
    return session() != nullptr ? QString::fromStdString(session()->name) : QString();
}

QString StoreState::sessionPlace() const
{
    return session() != nullptr ? QString::fromStdString(session()->place) : QString();
}

QString StoreState::sessionDate() const
{
    if (session() == nullptr || session()->date.empty()) {
        return {};
    }
    return dateText(session()->date, true, m_preferences.textLanguage());
}

QString StoreState::sessionTime() const
{
    if (session() == nullptr || session()->time.empty()) {
        return {};
    }
    auto time = QString::fromStdString(session()->time);
    if (m_preferences.textLanguage() == pledge::Language::Indonesian) {
        time.replace(u':', u'.');
    }
    return time + u' ' + zoneName(m_store->ceremony().timeZone);
}

int StoreState::signedInSession() const
{
    return toInt(m_status.signedInSession);
}

int StoreState::signedInAll() const
{
    return toInt(m_status.signedEntries - std::min(m_status.signedEntries, m_status.voidedEntries));
}

bool StoreState::followUp() const
{
    return m_status.openSession && m_status.signedEntries > m_status.signedInSession;
}

int StoreState::expected() const
{
    return toInt(m_status.rosterCount);
}

int StoreState::unpublished() const
{
    return toInt(m_status.size - std::min(m_status.size, m_status.publishedSize));
}

int StoreState::logSize() const
{
    return toInt(m_status.size);
}

int StoreState::cosigned() const
{
    return toInt(m_status.cosignedSize);
}

bool StoreState::isCosigned(std::uint64_t index) const
{
    return m_status.cosignedSize > index;
}

StoreState::ClockTrust StoreState::clockTrust() const
{
    return static_cast<ClockTrust>(m_now.trust);
}

std::optional<std::chrono::year_month_day> StoreState::today() const
{
    if (m_store == nullptr || m_now.trust == base::ClockTrust::Unknown) {
        return std::nullopt;
    }
    return dayAt(m_now.seconds, m_store->ceremony().timeZone);
}

QString StoreState::timeNow() const
{
    return m_store != nullptr
        ? timeAt(m_now.seconds, m_store->ceremony().timeZone, m_preferences.textLanguage())
        : QString();
}

QString StoreState::dateNow() const
{
    return m_store != nullptr
        ? dateAt(m_now.seconds, m_store->ceremony().timeZone, m_preferences.textLanguage())
        : QString();
}

bool StoreState::readable() const
{
    return m_store != nullptr && m_stop != Stop::NotOpened && m_stop != Stop::DeviceFailed;
}

const pledge::Session* StoreState::session() const
{
    if (m_store == nullptr) {
        return nullptr;
    }
    const auto& sessions = m_store->ceremony().sessions;
    if (m_status.closed) {
        return nullptr;
    }
    const auto number = m_status.openSession.value_or(m_status.lastSession + 1);
    return number >= 1 && number <= sessions.size() ? &sessions[number - 1] : nullptr;
}

} // namespace ikrar::kiosk
