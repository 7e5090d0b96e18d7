#pragma once

#include "kiosk/ledgerstore.h"
#include "kiosk/peoplesurvey.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace ikrar::kiosk {

/// Why one expected person has not come, as an organizer states it; it can be taken back.
class AbsenceDesk : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("organizer.absence")
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString identity READ identity NOTIFY changed FINAL) ///< whole: behind the PIN
    Q_PROPERTY(QString unit READ unit NOTIFY changed FINAL)
    /// 1 izin, 2 sakit, 3 cuti, 4 dinas luar; 0: none is stated, tanpa keterangan.
    Q_PROPERTY(int reason READ reason NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(bool failed READ failed NOTIFY changed FINAL)

public:
    using QObject::QObject;

    /// Borrowed.
    void setStore(LedgerStore* store) { m_store = store; }
    void show(const PersonLine& person, const pledge::Ceremony& ceremony);
    void clear();
    /// 0 takes back what was stated.
    Q_INVOKABLE void state(int reason);

    [[nodiscard]] QString name() const;
    [[nodiscard]] QString identity() const;
    [[nodiscard]] QString unit() const { return m_unit; }
    [[nodiscard]] int reason() const;
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] bool failed() const { return m_failed; }

signals:
    void changed();
    /// It is kept.
    void done();

private:
    LedgerStore* m_store = nullptr;
    std::optional<PersonLine> m_person;
    QString m_unit;
    bool m_busy = false;
    bool m_failed = false;
};

} // namespace ikrar::kiosk
