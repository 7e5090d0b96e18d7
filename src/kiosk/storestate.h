#pragma once

#include "kiosk/preferences.h"
#include "kiosk/store.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <chrono>
#include <optional>

namespace ikrar::kiosk {

/// State of log, session, disk and clock, as the welcome and stopped screens show it.
class StoreState : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("kiosk.state")
    /// Why signing is stopped; the whole screen says so unless it is None.
    Q_PROPERTY(Stop stop READ stop NOTIFY changed FINAL)
    /// The kiosk looks again by itself every few seconds; false when only people or a restart can
    /// help.
    Q_PROPERTY(bool stopMayPass READ stopMayPass NOTIFY changed FINAL)
    Q_PROPERTY(bool sessionOpen READ sessionOpen NOTIFY changed FINAL)
    Q_PROPERTY(bool closed READ closed NOTIFY changed FINAL)
    /// Of the open session; 0 while none is open. A follow-up session may have a number that the
    /// ceremony does not name.
    Q_PROPERTY(int sessionNumber READ sessionNumber NOTIFY changed FINAL)
    /// Of the open session, else of the next that the ceremony names; all empty when there is none.
    /// The name may be empty; place; `Senin, 18 September 2023`; `08.00 WITA`.
    Q_PROPERTY(QString sessionName READ sessionName NOTIFY changed FINAL)
    Q_PROPERTY(QString sessionPlace READ sessionPlace NOTIFY changed FINAL)
    Q_PROPERTY(QString sessionDate READ sessionDate NOTIFY changed FINAL)
    Q_PROPERTY(QString sessionTime READ sessionTime NOTIFY changed FINAL)
    /// Signed in the open session, and in the whole log less the voided.
    Q_PROPERTY(int signedInSession READ signedInSession NOTIFY changed FINAL)
    Q_PROPERTY(int signedInAll READ signedInAll NOTIFY changed FINAL)
    /// Somebody had signed before the open session began, so that signedInSession is not all.
    Q_PROPERTY(bool followUp READ followUp NOTIFY changed FINAL)
    Q_PROPERTY(int expected READ expected NOTIFY changed FINAL)
    /// Committed entries that the published files do not hold yet.
    Q_PROPERTY(int unpublished READ unpublished NOTIFY changed FINAL)
    Q_PROPERTY(int logSize READ logSize NOTIFY changed FINAL)
    /// Witnesses that are asked, 0 where the policy names none; those whose last answer was a good
    /// one; and the largest size of the log that any of them has cosigned.
    Q_PROPERTY(int witnesses READ witnesses NOTIFY changed FINAL)
    Q_PROPERTY(int witnessesReached READ witnessesReached NOTIFY changed FINAL)
    Q_PROPERTY(int cosigned READ cosigned NOTIFY changed FINAL)
    Q_PROPERTY(Disk disk READ disk NOTIFY changed FINAL)
    Q_PROPERTY(ClockTrust clockTrust READ clockTrust NOTIFY changed FINAL)
    /// The time now in the zone of the ceremony: `08.05 WITA`.
    Q_PROPERTY(QString timeNow READ timeNow NOTIFY changed FINAL)
    /// The day there: `Senin, 18 September 2023`.
    Q_PROPERTY(QString dateNow READ dateNow NOTIFY changed FINAL)

public:
    enum class Stop {
        None,
        NotOpened, ///< no store, not ours, damaged, or its key cannot be opened
        DiskFull,
        ReadOnly,
        DeviceFailed, ///< until the machine has restarted
        Copy,
        RolledBack,
        Contradicted, ///< a witness or an auditor holds what this store does not lead to
        Failed, ///< anything else the store could not do
    };
    Q_ENUM(Stop)
    /// Low: under 256 MiB free.
    enum class Disk { Unknown, Good, Low };
    Q_ENUM(Disk)
    enum class ClockTrust { Unknown, SetByOperator, Synchronised };
    Q_ENUM(ClockTrust)

    StoreState(const Preferences& preferences, const base::Clock& clock, QObject* parent = nullptr);

    /// Borrowed; null while there is none.
    void setStore(Store* store);
    /// Reads everything again; cheap enough for every few seconds and after every declaration.
    void refresh();
    /// Stops from outside the store: it could not be opened, or an answer of it was an error.
    void halt(Stop stop, const QString& detail);
    void halt(const Error& error);
    /// Forgets a stop of kind Failed and asks the store whether it is mended; the answer comes by
    /// `changed`.
    void retry();
    /// While the store signs and a witness is behind.
    void askWitnesses();

    [[nodiscard]] Stop stop() const { return m_stop; }
    /// The technical cause in English, which goes to the system's journal and not on the screen.
    [[nodiscard]] QString stopDetail() const { return m_stopDetail; }
    [[nodiscard]] bool stopMayPass() const;
    [[nodiscard]] bool sessionOpen() const { return m_status.openSession.has_value(); }
    [[nodiscard]] bool closed() const { return m_status.closed; }
    [[nodiscard]] int sessionNumber() const;
    [[nodiscard]] QString sessionName() const;
    [[nodiscard]] QString sessionPlace() const;
    [[nodiscard]] QString sessionDate() const;
    [[nodiscard]] QString sessionTime() const;
    [[nodiscard]] int signedInSession() const;
    [[nodiscard]] int signedInAll() const;
    [[nodiscard]] bool followUp() const;
    [[nodiscard]] int expected() const;
    [[nodiscard]] int unpublished() const;
    [[nodiscard]] int logSize() const;
    [[nodiscard]] int witnesses() const { return static_cast<int>(m_witnessing.witnesses); }
    [[nodiscard]] int witnessesReached() const { return static_cast<int>(m_witnessing.reached); }
    [[nodiscard]] int cosigned() const;
    /// Whether a witness has cosigned a checkpoint that covers entry `index`.
    [[nodiscard]] bool isCosigned(std::uint64_t index) const;
    [[nodiscard]] Disk disk() const { return m_disk; }
    [[nodiscard]] ClockTrust clockTrust() const;
    [[nodiscard]] QString timeNow() const;
    [[nodiscard]] QString dateNow() const;
    /// Entries and checkpoints can be read.
    [[nodiscard]] bool readable() const;
    /// The day at the place of the ceremony; nullopt while the clock is not known to be right.
    [[nodiscard]] std::optional<std::chrono::year_month_day> today() const;

signals:
    void changed();

private:
    [[nodiscard]] const pledge::Session* session() const;
    void readStatus();
    /// Tells the journal too, once each time the cause becomes another one.
    void setStop(Stop stop, const QString& detail);
    void readDisk();

    const Preferences& m_preferences;
    const base::Clock& m_clock;
    Store* m_store = nullptr;
    ledger::Status m_status;
    Witnessing m_witnessing;
    Stop m_stop = Stop::None;
    bool m_halted = false; ///< the stop is not the store's own, and refresh() leaves it
    QString m_stopDetail;
    Disk m_disk = Disk::Unknown;
    base::Time m_now;
};

} // namespace ikrar::kiosk
