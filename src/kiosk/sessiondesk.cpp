#include "kiosk/sessiondesk.h"

#include "kiosk/phrases.h"

#include <QDebug>

namespace ikrar::kiosk {

SessionDesk::SessionDesk(const Preferences& preferences, const StoreState& state, QObject* parent)
    : QObject(parent)
    , m_state(state)
{
    connect(&preferences, &Preferences::languageChanged, this, &SessionDesk::changed);
    connect(&state, &StoreState::changed, this, &SessionDesk::changed);
}

void SessionDesk::setOfficial(std::optional<ledger::Official> official)
{
    m_official = std::move(official);
    m_report.reset();
    m_asking = false;
    m_failed = false;
    m_endedSigned = -1;
    ++m_round;
    emit changed();
}

void SessionDesk::report()
{
    if (m_store == nullptr || !m_official) {
        return;
    }
    m_report.reset();
    m_failed = false;
    m_endedSigned = -1;
    const auto read = std::make_shared<std::optional<Report>>();
    const auto surveyed = m_store->survey(
        [read](ledger::Ledger& ledger) {
            const auto status = ledger.status();
            const auto roster = ledger.roster().tableDigest();
            if (status && roster) {
                *read = Report{*status, *roster};
            }
        },
        [this, read, round = ++m_round] {
            if (round != m_round) {
                return;
            }
            m_report = *read;
            m_failed = !m_report;
            m_date = m_state.dateNow();
            m_time = m_state.timeNow();
            emit changed();
        });
    m_failed = !surveyed;
    emit changed();
}

void SessionDesk::open()
{
    if (!m_report || m_busy || m_state.sessionOpen() || m_state.closed()) {
        return;
    }
    m_endedSigned = -1;
    append([number = m_report->status.lastSession + 1, by = *m_official](
               ledger::Ledger& ledger) { return ledger.startSession(number, std::span(&by, 1)); });
}

void SessionDesk::end()
{
    if (m_busy || !m_official || !m_state.sessionOpen()) {
        return;
    }
    if (!m_asking) {
        m_asking = true;
        emit changed();
        return;
    }
    m_endedSigned = m_state.signedInSession();
    append([by = *m_official](
               ledger::Ledger& ledger) { return ledger.endSession(std::span(&by, 1)); });
}

void SessionDesk::cancel()
{
    m_asking = false;
    emit changed();
}

void SessionDesk::append(LedgerStore::Append append)
{
    m_busy = true;
    m_asking = false;
    m_failed = false;
    m_store->append(std::move(append), [this](const Result<ledger::Issued>& issued) {
        m_busy = false;
        m_failed = !issued;
        m_report.reset();
        if (!issued) {
            m_endedSigned = -1;
            qWarning().noquote() << "ikrar-kiosk: session:" << issued.error().what.c_str();
        }
        emit changed();
        emit done();
    });
    emit changed();
}

int SessionDesk::nextNumber() const
{
    return m_report ? static_cast<int>(m_report->status.lastSession) + 1 : 0;
}

bool SessionDesk::followUp() const
{
    if (!m_report || m_store == nullptr) {
        return false;
    }
    const auto& status = m_report->status;
    return status.signedEntries > status.voidedEntries
        || status.lastSession >= m_store->ceremony().sessions.size();
}

QString SessionDesk::logHead() const
{
    return m_report ? hashText(m_report->status.root) : QString();
}

QString SessionDesk::logSize() const
{
    return m_report ? QString::number(m_report->status.size) : QString();
}

QString SessionDesk::rosterCount() const
{
    return m_report ? QString::number(m_report->status.rosterCount) : QString();
}

QString SessionDesk::rosterDigest() const
{
    return m_report ? hashText(m_report->roster) : QString();
}

} // namespace ikrar::kiosk
