#include "kiosk/sessiondesk.h"

#include "kiosk/phrases.h"
#include "print/session_report.h"

#include <QDebug>

namespace ikrar::kiosk {

SessionDesk::SessionDesk(
    const Preferences& preferences, const StoreState& state, SlipDesk& slips, QObject* parent)
    : QObject(parent)
    , m_state(state)
    , m_slips(slips)
{
    connect(&preferences, &Preferences::languageChanged, this, &SessionDesk::changed);
    connect(&state, &StoreState::changed, this, &SessionDesk::changed);
}

void SessionDesk::setOfficial(std::optional<ledger::Official> official)
{
    m_official = std::move(official);
    m_report.reset();
    m_ended.reset();
    m_slips.clear();
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
    m_ended.reset();
    m_slips.clear();
    m_failed = false;
    m_endedSigned = -1;
    read([this](const std::optional<Report>& report) {
        m_report = report;
        m_failed = !report;
    });
    emit changed();
}

void SessionDesk::read(const Take& take)
{
    const auto found = std::make_shared<std::optional<Report>>();
    const auto surveyed = m_store->survey(
        [found](ledger::Ledger& ledger) {
            const auto status = ledger.status();
            const auto roster = ledger.roster().tableDigest();
            const auto head = ledger.newest();
            if (status && roster && head && head->checkpoint.size == status->size) {
                *found = Report{*status, *roster, head->note};
            }
        },
        [this, found, take, round = ++m_round] {
            if (round != m_round) {
                return;
            }
            m_date = m_state.dateNow();
            m_time = m_state.timeNow();
            take(*found);
            emit changed();
        });
    m_failed = m_failed || !surveyed;
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
        } else if (m_endedSigned >= 0) {
            read([this](const std::optional<Report>& report) { m_ended = report; });
        }
        emit changed();
        emit done();
    });
    emit changed();
}

void SessionDesk::giveReport()
{
    if (!hasReport() || !m_official) {
        return;
    }
    const auto make = [this](print::Paper paper) { return slip(paper); };
    if (m_slips.prints()) {
        m_slips.print(make);
    } else {
        m_slips.save(make,
            m_ended ? "laporan-akhir-sesi-" + std::to_string(m_ended->status.lastSession) + ".pdf"
                    : "laporan-nol-sesi-" + std::to_string(nextNumber()) + ".pdf");
    }
}

Result<print::Slip> SessionDesk::slip(print::Paper paper) const
{
    const Report& report = m_ended ? *m_ended : *m_report;
    const auto& ceremony = m_store->ceremony();
    print::SessionReport said;
    said.title = ceremony.title.id;
    said.organizer = ceremony.organizer;
    said.session = m_ended ? report.status.lastSession : report.status.lastSession + 1;
    if (said.session <= ceremony.sessions.size()) {
        said.place = ceremony.sessions[said.session - 1].place;
    }
    said.date = m_date.toStdString();
    said.time = m_time.toStdString();
    said.clockUnsure = m_state.clockTrust() == StoreState::ClockTrust::Unknown;
    said.kiosk = report.status.origin;
    said.rehearsal = report.status.rehearsal;
    if (m_ended) {
        said.signedEntries = static_cast<std::uint64_t>(m_endedSigned);
    }
    said.rosterCount = report.status.rosterCount;
    said.rosterDigest = hashText(report.roster).toStdString();
    said.logSize = report.status.size;
    said.logHead = hashText(report.status.root).toStdString();
    said.checkpoint = report.checkpoint;
    said.official
        = m_official->name + (m_official->post.empty() ? std::string() : ", " + m_official->post);
    return print::slipOf(said, paper);
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
