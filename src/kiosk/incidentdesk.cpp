#include "kiosk/incidentdesk.h"

#include "kiosk/phrases.h"

#include <QDebug>

#include <algorithm>

namespace ikrar::kiosk {

using attendance::Incident;

IncidentDesk::IncidentDesk(const Preferences& preferences, base::FileSystem& files,
    const base::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_files(files)
    , m_clock(clock)
{
    connect(&preferences, &Preferences::languageChanged, this, &IncidentDesk::changed);
}

void IncidentDesk::read()
{
    const auto read = std::make_shared<Result<std::vector<Incident>>>();
    const auto began = m_store->survey(
        [read](ledger::Ledger& ledger) { *read = attendance::readIncidents(ledger.data()); },
        [this, read] {
            if (*read) {
                m_incidents = std::move(**read);
                m_page = std::clamp(m_page, 0, pages() - 1);
            } else {
                m_outcome = Outcome::NotDone;
                qWarning().noquote() << "ikrar-kiosk: incidents:" << read->error().what.c_str();
            }
            emit changed();
        });
    if (!began) {
        m_outcome = Outcome::NotDone;
        emit changed();
    }
}

void IncidentDesk::clear()
{
    m_text.clear();
    m_time.clear();
    m_removing.reset();
    m_outcome = Outcome::None;
    m_incidents.clear();
    emit changed();
}

void IncidentDesk::change(std::function<Result<void>(const base::Path& data)> what, Outcome good)
{
    m_busy = true;
    m_outcome = Outcome::None;
    m_store->amend([what = std::move(what)](ledger::Ledger& ledger) { return what(ledger.data()); },
        [this, good](const Result<void>& changed) {
            m_busy = false;
            m_outcome = changed ? good : Outcome::NotDone;
            if (!changed) {
                qWarning().noquote() << "ikrar-kiosk: incident:" << changed.error().what.c_str();
            } else if (good == Outcome::Noted) {
                m_text.clear();
                m_time.clear();
            }
            emit this->changed();
            read();
        });
    emit changed();
}

bool IncidentDesk::ready() const
{
    return m_store != nullptr && !m_busy && !oneLine(m_text.trimmed()).isEmpty();
}

void IncidentDesk::add()
{
    if (!ready()) {
        return;
    }
    const std::int64_t now = m_clock.now().seconds;
    const auto time = m_time.trimmed().isEmpty()
        ? Result<std::int64_t>(now)
        : attendance::incidentTime(
            m_time.trimmed().toStdString(), m_store->ceremony().timeZone, now);
    if (!time) {
        m_outcome = Outcome::WrongTime;
        emit changed();
        return;
    }
    m_removing.reset();
    change([this, incident = Incident{*time, oneLine(m_text.trimmed()).toStdString()}](
               const base::Path& data) { return attendance::addIncident(m_files, data, incident); },
        Outcome::Noted);
}

void IncidentDesk::remove(int row)
{
    const std::size_t at = first() + static_cast<std::size_t>(std::max(0, row));
    if (m_busy || row < 0 || row >= m_room || at >= m_incidents.size()) {
        return;
    }
    if (m_removing != at) {
        m_removing = at;
        m_outcome = Outcome::None;
        emit changed();
        return;
    }
    m_removing.reset();
    change(
        [this, incident = m_incidents[at]](
            const base::Path& data) { return attendance::removeIncident(m_files, data, incident); },
        Outcome::Removed);
}

void IncidentDesk::keep()
{
    m_removing.reset();
    emit changed();
}

void IncidentDesk::turn(int pages)
{
    m_page = std::clamp(m_page + pages, 0, this->pages() - 1);
    m_removing.reset();
    emit changed();
}

void IncidentDesk::setRoom(int room)
{
    if (std::max(1, room) != m_room) {
        m_room = std::max(1, room);
        m_page = std::clamp(m_page, 0, pages() - 1);
        emit changed();
    }
}

int IncidentDesk::removing() const
{
    return m_removing && *m_removing >= first() ? static_cast<int>(*m_removing - first()) : -1;
}

int IncidentDesk::pages() const
{
    return std::max(1, (total() + m_room - 1) / m_room);
}

std::size_t IncidentDesk::first() const
{
    return static_cast<std::size_t>(m_page) * static_cast<std::size_t>(m_room);
}

QVariantList IncidentDesk::rows() const
{
    QVariantList rows;
    const std::size_t end
        = std::min(m_incidents.size(), first() + static_cast<std::size_t>(m_room));
    for (std::size_t i = first(); i < end; ++i) {
        const Incident& incident = m_incidents[i];
        const std::string& zone = m_store->ceremony().timeZone;
        const auto language = m_preferences.textLanguage();
        rows.append(QVariantMap{{QStringLiteral("time"), timeAt(incident.time, zone, language)},
            {QStringLiteral("date"), dateAt(incident.time, zone, language)},
            {QStringLiteral("text"), QString::fromStdString(incident.text)}});
    }
    return rows;
}

void IncidentDesk::setText(const QString& typed)
{
    if (m_text != typed) {
        m_text = typed;
        m_outcome = Outcome::None;
        emit changed();
    }
}

void IncidentDesk::setTime(const QString& typed)
{
    if (m_time != typed) {
        m_time = typed;
        m_outcome = Outcome::None;
        emit changed();
    }
}

} // namespace ikrar::kiosk
