#pragma once

#include "kiosk/ledgerstore.h"
#include "kiosk/pingate.h"
#include "kiosk/storestate.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace ikrar::kiosk {

/// Closing the log for good: two different people, each with their PIN, typed here and now. Both
/// are kept with the closing entry, for the berita acara.
class ClosingDesk : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("organizer.closing")
    Q_PROPERTY(Step step READ step NOTIFY changed FINAL)
    /// Of the step: the first's or the second's.
    Q_PROPERTY(ikrar::kiosk::PinGate* gate READ gate NOTIFY changed FINAL)
    /// `name, post`; empty while they have not typed their PIN.
    Q_PROPERTY(QString firstName READ firstName NOTIFY changed FINAL)
    Q_PROPERTY(QString secondName READ secondName NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(bool failed READ failed NOTIFY changed FINAL)

public:
    enum class Step {
        SessionOpen, ///< it has to be ended first
        TooFew, ///< fewer than two people have a PIN
        First,
        Second,
        Ready, ///< both have agreed: `close` closes
        Closed,
    };
    Q_ENUM(Step)

    /// Both borrowed.
    ClosingDesk(PinKeeper& keeper, const StoreState& state, QObject* parent = nullptr);

    /// Borrowed.
    void setStore(LedgerStore* store) { m_store = store; }
    /// Begins anew: nobody has agreed.
    void begin();
    Q_INVOKABLE void close();
    /// The keeper's time passed.
    void tick();

    [[nodiscard]] Step step() const;
    [[nodiscard]] PinGate* gate() { return m_first.isOpen() ? &m_second : &m_first; }
    [[nodiscard]] QString firstName() const;
    [[nodiscard]] QString secondName() const;
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] bool failed() const { return m_failed; }

signals:
    void changed();
    void done();

private:
    const PinKeeper& m_keeper;
    const StoreState& m_state;
    LedgerStore* m_store = nullptr;
    PinGate m_first;
    PinGate m_second;
    bool m_busy = false;
    bool m_failed = false;
};

} // namespace ikrar::kiosk
