#include "kiosk/absencedesk.h"

#include <QDebug>

namespace ikrar::kiosk {

void AbsenceDesk::show(const PersonLine& person, const pledge::Ceremony& ceremony)
{
    m_person = person;
    m_failed = false;
    const auto* unit = ceremony.unit(person.unit);
    m_unit = unit != nullptr ? QString::fromStdString(unit->name) : QString();
    emit changed();
}

void AbsenceDesk::clear()
{
    m_person.reset();
    m_unit.clear();
    m_failed = false;
    emit changed();
}

void AbsenceDesk::state(int reason)
{
    constexpr int last = static_cast<int>(ledger::AbsenceReason::Duty);
    if (!m_person || m_busy || reason < 0 || reason > last) {
        return;
    }
    m_busy = true;
    m_failed = false;
    const auto stated
        = reason == 0 ? std::nullopt : std::optional(static_cast<ledger::AbsenceReason>(reason));
    m_store->amend(
        [identity = m_person->identity, stated](ledger::Ledger& ledger) {
            return stated ? ledger.absences().state({{identity, *stated, {}}})
                          : ledger.absences().takeBack(identity);
        },
        [this, stated](const Result<void>& amended) {
            m_busy = false;
            m_failed = !amended;
            if (!amended) {
                qWarning().noquote() << "ikrar-kiosk: absence:" << amended.error().what.c_str();
            } else if (m_person) {
                m_person->stated = stated;
            }
            emit changed();
            if (amended) {
                emit done();
            }
        });
    emit changed();
}

QString AbsenceDesk::name() const
{
    return m_person ? QString::fromStdString(m_person->name) : QString();
}

QString AbsenceDesk::identity() const
{
    return m_person ? QString::fromStdString(pledge::format(m_person->identity)) : QString();
}

int AbsenceDesk::reason() const
{
    return m_person && m_person->stated ? static_cast<int>(*m_person->stated) : 0;
}

} // namespace ikrar::kiosk
