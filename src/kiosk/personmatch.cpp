#include "kiosk/personmatch.h"

#include "kiosk/phrases.h"
#include "pledge/commitment.h"

#include <array>

namespace ikrar::kiosk {

namespace {

using pledge::IdentityKind;

constexpr std::array kindsAsked{IdentityKind::Nip, IdentityKind::Nik, IdentityKind::Nrp,
    IdentityKind::Nipd, IdentityKind::Nama};

} // namespace

PersonMatch::PersonMatch(const Preferences& preferences, QObject* parent)
    : QObject(parent)
    , m_preferences(preferences)
{
    connect(&preferences, &Preferences::languageChanged, this, &PersonMatch::changed);
}

QStringList PersonMatch::kinds()
{
    QStringList labels;
    for (const IdentityKind kind : kindsAsked) {
        labels << (kind == IdentityKind::Nama ? QStringLiteral("Nama") : kindLabel(kind));
    }
    return labels;
}

void PersonMatch::ask(const pledge::Entry& entry)
{
    const IdentityKind kind = kindsAsked.at(static_cast<std::size_t>(m_kindIndex));
    const std::string typed = m_identity.toStdString();
    forget();
    const auto identity = pledge::parseIdentity(kind, typed);
    const auto salt = pledge::parseMatchingCode(m_code.toStdString());
    if (!identity) {
        m_problem = pledge::check(kind, typed);
        m_answer = Answer::NumberWrong;
    } else if (!salt) {
        m_answer = Answer::CodeWrong;
    } else {
        m_answer = receipt::matches(entry, *identity, *salt) ? Answer::Matches : Answer::Differs;
    }
    emit changed();
}

void PersonMatch::clear()
{
    m_identity.clear();
    m_code.clear();
    forget();
    emit changed();
}

void PersonMatch::forget()
{
    m_answer = Answer::NotAsked;
    m_problem.reset();
}

void PersonMatch::setKindIndex(int index)
{
    if (index < 0 || index >= static_cast<int>(kindsAsked.size()) || index == m_kindIndex) {
        return;
    }
    m_kindIndex = index;
    forget();
    emit changed();
}

void PersonMatch::setIdentity(const QString& typed)
{
    m_identity = oneLine(typed);
    forget();
    emit changed();
}

void PersonMatch::setCode(const QString& typed)
{
    m_code = oneLine(typed);
    forget();
    emit changed();
}

VerdictView::Tone PersonMatch::tone() const
{
    switch (m_answer) {
    case Answer::Matches:
        return VerdictView::Tone::Good;
    case Answer::Differs:
        return VerdictView::Tone::Bad;
    case Answer::NotAsked:
    case Answer::NumberWrong:
    case Answer::CodeWrong:
        break;
    }
    return VerdictView::Tone::Unread;
}

QString PersonMatch::problem() const
{
    const IdentityKind kind = kindsAsked.at(static_cast<std::size_t>(m_kindIndex));
    return m_problem
        ? QString::fromStdString(m_problem->sentence(kind, m_preferences.textLanguage()))
        : QString();
}

} // namespace ikrar::kiosk
