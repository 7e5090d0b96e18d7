#include "kiosk/assistanceform.h"

#include "kiosk/phrases.h"

#include <algorithm>

namespace ikrar::kiosk {

namespace {

constexpr auto nipDigits = 18;
constexpr auto nikDigits = 16;

/// The kind of number that has as many digits; nullopt for other lengths.
std::optional<pledge::IdentityKind> kindByLength(const QString& number)
{
    const auto digits
        = std::count_if(number.begin(), number.end(), [](QChar c) { return c.isDigit(); });
    if (digits == nipDigits) {
        return pledge::IdentityKind::Nip;
    }
    return digits == nikDigits ? std::optional(pledge::IdentityKind::Nik) : std::nullopt;
}

const char* textOf(AssistanceForm::Difficulty reason)
{
    switch (reason) {
    case AssistanceForm::Difficulty::Sight:
        return "Sulit melihat";
    case AssistanceForm::Difficulty::Hands:
        return "Sulit menggerakkan tangan";
    case AssistanceForm::Difficulty::Reading:
        return "Sulit membaca";
    case AssistanceForm::Difficulty::None:
        break;
    }
    return "";
}

} // namespace

AssistanceForm::AssistanceForm(const Preferences& preferences, QObject* parent)
    : QObject(parent)
    , m_preferences(preferences)
{
    connect(&preferences, &Preferences::languageChanged, this, &AssistanceForm::changed);
}

void AssistanceForm::submit()
{
    m_tried = true;
    emit changed();
    if (missing() == Field::None) {
        emit submitted();
    }
}

void AssistanceForm::clear()
{
    m_helperName.clear();
    m_helperNumber.clear();
    m_reason = Difficulty::None;
    m_thumbMark = false;
    m_tried = false;
    emit changed();
}

void AssistanceForm::setHelperName(const QString& name)
{
    if (const auto line = oneLine(name); m_helperName != line) {
        m_helperName = line;
        emit changed();
    }
}

void AssistanceForm::setHelperNumber(const QString& number)
{
    if (const auto line = oneLine(number); m_helperNumber != line) {
        m_helperNumber = line;
        emit changed();
    }
}

QString AssistanceForm::numberProblem() const
{
    const auto kind = kindByLength(m_helperNumber);
    const auto problem = kind ? pledge::check(*kind, m_helperNumber.toStdString()) : std::nullopt;
    return problem ? QString::fromStdString(problem->sentence(*kind, m_preferences.textLanguage()))
                   : QString();
}

void AssistanceForm::setReason(Difficulty reason)
{
    if (m_reason != reason) {
        m_reason = reason;
        emit changed();
    }
}

void AssistanceForm::setThumbMark(bool thumbMark)
{
    if (m_thumbMark != thumbMark) {
        m_thumbMark = thumbMark;
        emit changed();
    }
}

AssistanceForm::Field AssistanceForm::missing() const
{
    if (m_helperName.simplified().isEmpty()) {
        return Field::HelperName;
    }
    if (!helper()) {
        return Field::HelperNumber;
    }
    return m_reason == Difficulty::None ? Field::Reason : Field::None;
}

pledge::Declaration::Assistance AssistanceForm::assistance() const
{
    const auto number = helper();
    return {m_helperName.simplified().toStdString(), number ? number->value : std::string(),
        textOf(m_reason), m_thumbMark};
}

std::optional<pledge::Identity> AssistanceForm::helper() const
{
    const auto kind = kindByLength(m_helperNumber);
    if (!kind) {
        return std::nullopt;
    }
    const auto parsed = pledge::parseIdentity(*kind, m_helperNumber.toStdString());
    return parsed ? std::optional(*parsed) : std::nullopt;
}

} // namespace ikrar::kiosk
