#include "kiosk/decisiondesk.h"

#include "kiosk/phrases.h"

#include <QDebug>

#include <algorithm>

namespace ikrar::kiosk {

DecisionDesk::DecisionDesk(
    const Preferences& preferences, const base::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_clock(clock)
{
    connect(&preferences, &Preferences::languageChanged, this, &DecisionDesk::changed);
}

void DecisionDesk::setOfficial(std::optional<ledger::Official> official)
{
    m_official = std::move(official);
    emit changed();
}

void DecisionDesk::show(attendance::SignedTwice person, const pledge::Ceremony& ceremony)
{
    ++m_round;
    m_person = std::move(person);
    m_ceremony = &ceremony;
    m_chosen = -1;
    m_reason.clear();
    m_outcome = Outcome::None;
    emit changed();
}

void DecisionDesk::clear()
{
    ++m_round;
    m_person.reset();
    m_chosen = -1;
    m_reason.clear();
    m_outcome = Outcome::None;
    emit changed();
}

void DecisionDesk::choose(int entry)
{
    if (m_person && !m_busy && entry >= 0 && entry < static_cast<int>(m_person->entries.size())) {
        m_chosen = entry;
        m_outcome = Outcome::None;
        emit changed();
    }
}

void DecisionDesk::setReason(const QString& typed)
{
    if (m_reason != typed) {
        m_reason = typed;
        emit changed();
    }
}

bool DecisionDesk::ready() const
{
    return m_person && m_official && m_chosen >= 0 && !m_busy
        && !oneLine(m_reason.trimmed()).isEmpty();
}

void DecisionDesk::decide()
{
    if (!ready()) {
        return;
    }
    m_busy = true;
    m_outcome = Outcome::None;
    const auto by = m_official->name + ", " + m_official->post;
    m_store->decide(m_person->entries[static_cast<std::size_t>(m_chosen)].handle(),
        {by, oneLine(m_reason.trimmed()).toStdString(), m_clock.now()},
        [this, round = m_round](const Result<attendance::SignedTwice>& person) {
            answered(person, Outcome::Decided, round);
        });
    emit changed();
}

void DecisionDesk::undo()
{
    if (!m_person || !m_official || m_busy || m_person->decidedBy.empty()) {
        return;
    }
    m_busy = true;
    m_outcome = Outcome::None;
    m_store->undecide(m_person->entries.front().handle(),
        [this, round = m_round](const Result<attendance::SignedTwice>& person) {
            answered(person, Outcome::Undone, round);
        });
    emit changed();
}

void DecisionDesk::answered(
    const Result<attendance::SignedTwice>& person, Outcome good, std::uint64_t round)
{
    m_busy = false;
    if (!person)
        qWarning().noquote() << "ikrar-kiosk: decision:" << person.error().what.c_str();
    if (round == m_round) { // else it was locked meanwhile, or another person is shown
        m_outcome = person ? good : Outcome::NotDone;
        if (person) {
            m_person = *person;
            m_chosen = -1;
            m_reason.clear();
        }
    }
    emit changed();
    if (person) {
        emit done();
    }
}

QString DecisionDesk::name() const
{
    return m_person ? QString::fromStdString(m_person->entries.front().name) : QString();
}

QString DecisionDesk::identity() const
{
    return m_person ? QString::fromStdString(pledge::format(m_person->identity)) : QString();
}

QVariantMap DecisionDesk::describe(const attendance::OneOfSeveral& entry) const
{
    const auto* unit = m_ceremony->unit(entry.unit);
    const auto language = m_preferences.textLanguage();
    const auto strokes = base::asText(entry.ink);
    const QByteArray ink(strokes.data(), static_cast<qsizetype>(strokes.size()));
    return {{QStringLiteral("kiosk"), QString::fromStdString(entry.kiosk)},
        {QStringLiteral("number"), static_cast<qlonglong>(entry.index)},
        {QStringLiteral("session"), static_cast<qlonglong>(entry.session)},
        {QStringLiteral("date"), dateAt(entry.time, m_ceremony->timeZone, language)},
        {QStringLiteral("time"), timeAt(entry.time, m_ceremony->timeZone, language)},
        {QStringLiteral("name"), QString::fromStdString(entry.name)},
        {QStringLiteral("unit"), QString::fromStdString(unit != nullptr ? unit->name : entry.unit)},
        {QStringLiteral("method"), static_cast<int>(entry.method)}, {QStringLiteral("ink"), ink},
        {QStringLiteral("counts"), entry.counts}};
}

QVariantList DecisionDesk::entries() const
{
    QVariantList list;
    if (m_person) {
        for (const auto& entry : m_person->entries) {
            list.append(describe(entry));
        }
    }
    return list;
}

QString DecisionDesk::decidedBy() const
{
    return m_person ? QString::fromStdString(m_person->decidedBy) : QString();
}

QString DecisionDesk::decidedWhy() const
{
    return m_person ? QString::fromStdString(m_person->reason) : QString();
}

QString DecisionDesk::decidedAt() const
{
    if (!m_person || m_person->decidedBy.empty()) {
        return {};
    }
    const auto language = m_preferences.textLanguage();
    return dateAt(m_person->decidedAt, m_ceremony->timeZone, language) + QStringLiteral(", ")
        + timeAt(m_person->decidedAt, m_ceremony->timeZone, language);
}

} // namespace ikrar::kiosk
