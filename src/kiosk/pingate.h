#pragma once

#include "kiosk/pinkeeper.h"
#include "ledger/official.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace ikrar::kiosk {

/// Somebody says who they are and types their PIN: on the keypad or a keyboard. Opens for one
/// person at a time; `lock` closes it. A PIN is compared in a thread of its own, since that takes
/// its time on purpose.
class PinGate : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("organizer.gate")
    /// `name, post` of each who may open it; empty: nobody has a PIN yet.
    Q_PROPERTY(QStringList holders READ holders NOTIFY changed FINAL)
    /// The file of PINs cannot be read; nobody can come in until it is mended.
    Q_PROPERTY(bool damaged READ damaged NOTIFY changed FINAL)
    /// -1: nobody has said who they are. With one holder it is that one.
    Q_PROPERTY(int chosen READ chosen NOTIFY changed FINAL)
    /// Digits typed; which they are stays here.
    Q_PROPERTY(int digits READ digits NOTIFY changed FINAL)
    Q_PROPERTY(bool checking READ checking NOTIFY changed FINAL)
    /// The last PIN was not that of the person chosen.
    Q_PROPERTY(bool wrong READ wrong NOTIFY changed FINAL)
    /// Until the person chosen may try again; 0: now.
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY changed FINAL)
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    /// Of whom it opened for; empty while it is locked.
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString post READ post NOTIFY changed FINAL)

public:
    /// `keeper` is borrowed and outlives the gate.
    explicit PinGate(PinKeeper& keeper, QObject* parent = nullptr);
    ~PinGate() override;
    PinGate(const PinGate&) = delete;
    PinGate& operator=(const PinGate&) = delete;
    PinGate(PinGate&&) = delete;
    PinGate& operator=(PinGate&&) = delete;

    /// Locked, and reads who has a PIN; all but `without` may open it.
    void reset(const QString& without = {});
    Q_INVOKABLE void choose(int holder);
    /// Ignored unless it is a digit, and while there is nobody to try or a wait.
    Q_INVOKABLE void type(const QString& digit);
    Q_INVOKABLE void erase();
    Q_INVOKABLE void clear();
    Q_INVOKABLE void submit();
    Q_INVOKABLE void lock();
    /// The keeper's time passed.
    void tick();

    [[nodiscard]] QStringList holders() const;
    [[nodiscard]] bool damaged() const { return m_damaged; }
    [[nodiscard]] int chosen() const { return m_chosen; }
    [[nodiscard]] int digits() const { return static_cast<int>(m_pin.size()); }
    [[nodiscard]] bool checking() const { return m_checking; }
    [[nodiscard]] bool wrong() const { return m_wrong; }
    [[nodiscard]] int secondsLeft() const;
    [[nodiscard]] bool isOpen() const { return m_official.has_value(); }
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString post() const;
    /// Whom it opened for.
    [[nodiscard]] const std::optional<ledger::Official>& official() const { return m_official; }

signals:
    void changed();
    void opened();

private:
    void answered(const attendance::Organizer& holder, bool right);
    [[nodiscard]] const attendance::Organizer* holder() const;
    void wipe();

    PinKeeper& m_keeper;
    std::vector<attendance::Organizer> m_holders;
    bool m_damaged = false;
    int m_chosen = -1;
    std::string m_pin;
    bool m_checking = false;
    bool m_wrong = false;
    std::optional<ledger::Official> m_official;
    int m_lastSeconds = 0;
    int m_try = 0; ///< an answer to an earlier one opens nothing
    QThreadPool m_pool; ///< last: its work has ended before anything it calls back into is gone
};

} // namespace ikrar::kiosk
