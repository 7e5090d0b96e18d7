#pragma once

#include "audit/person_index.h"
#include "kiosk/preferences.h"

#include <QImage>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace ikrar::kiosk {

/// The person behind the receipt on the auditor's screen, by the bundle that is open; or why there
/// is none to name. Everything of it is empty unless `state` is Person.
class SignerView : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("auditor.signer")
    Q_PROPERTY(State state READ state NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    /// `NIP`, `NI PPPK`, `NIK`, ...; empty where there is no number.
    Q_PROPERTY(QString numberKind READ numberKind NOTIFY changed FINAL)
    /// In groups, as on cards.
    Q_PROPERTY(QString number READ number NOTIFY changed FINAL)
    /// By its name, where the ceremony is known, else as the bundle has it.
    Q_PROPERTY(QString unit READ unit NOTIFY changed FINAL)
    Q_PROPERTY(bool voided READ voided NOTIFY changed FINAL)
    /// Name and unit are those that were sealed when the log was closed; the number always is.
    Q_PROPERTY(bool sealed READ sealed NOTIFY changed FINAL)
    /// Null while it is looked up, and where there is none.
    Q_PROPERTY(QImage ink READ ink NOTIFY inkChanged FINAL)
    Q_PROPERTY(bool hasInk READ hasInk NOTIFY inkChanged FINAL)

public:
    enum class State {
        None, ///< no bundle is open, or the receipt is of nobody
        Person,
        NoNames, ///< the bundle is a public one
        NoLog, ///< it does not hold the receipt's log
        NoRow, ///< it has no row for the entry, which it should
        Erased,
        Differs, ///< its row is not the one of the entry
    };
    Q_ENUM(State)

    explicit SignerView(QObject* parent = nullptr) : QObject(parent) { }

    /// `ceremony` may be null, and is used only now.
    void show(audit::PersonIndex::Answer answer, const pledge::Ceremony* ceremony, bool sealed);
    void showInk(BytesView ink);
    /// What it shows is personal: it goes with the receipt.
    void clear();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QString numberKind() const { return m_numberKind; }
    [[nodiscard]] QString number() const { return m_number; }
    [[nodiscard]] QString unit() const { return m_unit; }
    [[nodiscard]] bool voided() const { return m_voided; }
    [[nodiscard]] bool sealed() const { return m_sealed; }
    [[nodiscard]] QImage ink() const { return m_ink; }
    [[nodiscard]] bool hasInk() const { return !m_ink.isNull(); }

signals:
    void changed();
    void inkChanged();

private:
    void take(const audit::AttendanceRow& row, const pledge::Ceremony* ceremony);

    State m_state = State::None;
    QString m_name;
    QString m_numberKind;
    QString m_number;
    QString m_unit;
    bool m_voided = false;
    bool m_sealed = false;
    QImage m_ink;
};

} // namespace ikrar::kiosk
