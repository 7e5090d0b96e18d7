#include "kiosk/ceremonyfacts.h"

#include "kiosk/phrases.h"

namespace ikrar::kiosk {

CeremonyFacts::CeremonyFacts(const Preferences& preferences, QObject* parent)
    : QObject(parent)
    , m_preferences(preferences)
{
    connect(&preferences, &Preferences::languageChanged, this, &CeremonyFacts::changed);
}

void CeremonyFacts::show(const pledge::Ceremony& ceremony, const std::string& origin)
{
    m_ceremony = &ceremony;
    if (const auto parts = pledge::parseOrigin(origin)) {
        m_rehearsal = parts->rehearsal;
        m_kioskId = QString::fromStdString(parts->kiosk);
    }
    emit changed();
}

QString CeremonyFacts::title() const
{
    return text(m_ceremony->title);
}

QString CeremonyFacts::organizer() const
{
    return QString::fromStdString(m_ceremony->organizer);
}

bool CeremonyFacts::activity() const
{
    return m_ceremony->activity;
}

bool CeremonyFacts::example() const
{
    return m_ceremony->example;
}

QString CeremonyFacts::source() const
{
    const auto& source = m_ceremony->source;
    QStringList parts;
    if (!source.publisher.empty()) {
        parts += QString::fromStdString(source.publisher);
    }
    if (!source.title.empty()) {
        parts += QStringLiteral("“%1”").arg(QString::fromStdString(source.title));
    }
    if (!source.date.empty()) {
        parts += dateText(source.date, false, m_preferences.textLanguage());
    }
    return parts.join(QStringLiteral(", "));
}

QString CeremonyFacts::opening() const
{
    return text(m_ceremony->opening);
}

QStringList CeremonyFacts::clauses() const
{
    QStringList lines;
    for (const auto& clause : m_ceremony->clauses) {
        lines << text(clause.shortForm);
    }
    return lines;
}

QStringList CeremonyFacts::fullClauses() const
{
    QStringList lines;
    for (const auto& clause : m_ceremony->clauses) {
        lines << text(clause.full);
    }
    return lines;
}

QStringList CeremonyFacts::instruments() const
{
    QStringList lines;
    for (const auto& instrument : m_ceremony->instruments) {
        lines << instrumentText(instrument, m_preferences.textLanguage());
    }
    return lines;
}

QStringList CeremonyFacts::leaders() const
{
    QStringList lines;
    for (const auto& person : m_ceremony->leaders) {
        lines << personText(person);
    }
    return lines;
}

QStringList CeremonyFacts::observers() const
{
    QStringList lines;
    for (const auto& person : m_ceremony->observers) {
        lines << personText(person);
    }
    return lines;
}

QString CeremonyFacts::contact() const
{
    const auto& contact = m_ceremony->contact;
    QStringList parts;
    for (const auto& part : {contact.name, contact.phone}) {
        if (!part.empty()) {
            parts << QString::fromStdString(part);
        }
    }
    return parts.join(QStringLiteral(", "));
}

QString CeremonyFacts::hash() const
{
    return m_ceremony->toml.empty() ? QString() : digestText(m_ceremony->hash);
}

QString CeremonyFacts::text(const pledge::Text& text) const
{
    return QString::fromStdString(text.in(m_preferences.textLanguage()));
}

} // namespace ikrar::kiosk
