#include "kiosk/assistanceform.h"

#include "kiosk/phrases.h"

namespace ikrar::kiosk {

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
    m_reason.clear();
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

void AssistanceForm::setReason(const QString& reason)
{
    if (const auto line = oneLine(reason); m_reason != line) {
        m_reason = line;
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
    if (m_helperNumber.simplified().isEmpty()) {
        return Field::HelperNumber;
    }
    return m_reason.simplified().isEmpty() ? Field::Reason : Field::None;
}

pledge::Declaration::Assistance AssistanceForm::assistance() const
{
    return {m_helperName.simplified().toStdString(), m_helperNumber.simplified().toStdString(),
        m_reason.simplified().toStdString(), m_thumbMark};
}

} // namespace ikrar::kiosk
