#pragma once

#include "kiosk/ledgerstore.h"
#include "kiosk/slipdesk.h"
#include "kiosk/storestate.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <span>

namespace ikrar::kiosk {

/// Opening and ending a session. Before it opens, the zero report: nobody has signed in it, and
/// this is the log, the clock and the roster that it begins with.
class SessionDesk : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("organizer.session")
    /// Of the session that `open` would open.
    Q_PROPERTY(int nextNumber READ nextNumber NOTIFY changed FINAL)
    /// It is for the absentees: somebody has signed already, or the ceremony file does not name it.
    Q_PROPERTY(bool followUp READ followUp NOTIFY changed FINAL)
    /// The report below is read.
    Q_PROPERTY(bool reported READ reported NOTIFY changed FINAL)
    Q_PROPERTY(QString logHead READ logHead NOTIFY changed FINAL) ///< root, in groups of four
    Q_PROPERTY(QString logSize READ logSize NOTIFY changed FINAL) ///< entries
    Q_PROPERTY(QString rosterCount READ rosterCount NOTIFY changed FINAL)
    Q_PROPERTY(QString rosterDigest READ rosterDigest NOTIFY changed FINAL) ///< in groups of four
    /// `Senin, 18 September 2023` and `08.05 WITA`, when it was read.
    Q_PROPERTY(QString date READ date NOTIFY changed FINAL)
    Q_PROPERTY(QString time READ time NOTIFY changed FINAL)
    /// The end was asked for once; `end` again ends it.
    Q_PROPERTY(bool asking READ asking NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(bool failed READ failed NOTIFY changed FINAL)
    /// Of the session that was ended from here last; -1: none was.
    Q_PROPERTY(int endedSigned READ endedSigned NOTIFY changed FINAL)
    /// There is one to give out.
    Q_PROPERTY(bool hasReport READ hasReport NOTIFY changed FINAL)

public:
    /// `slips` gives the reports out.
    SessionDesk(const Preferences& preferences, const StoreState& state, SlipDesk& slips,
        QObject* parent = nullptr);

    /// Borrowed.
    void setStore(LedgerStore* store) { m_store = store; }
    /// Who stands behind what is done here.
    void setOfficial(std::optional<ledger::Official> official);

    /// Reads the zero report.
    Q_INVOKABLE void report();
    Q_INVOKABLE void open();
    Q_INVOKABLE void end();
    /// Not, after all.
    Q_INVOKABLE void cancel();
    /// The zero report, or that of the session which ended here: to the printer where there is one
    /// that prints, else as PDF.
    Q_INVOKABLE void giveReport();

    [[nodiscard]] int nextNumber() const;
    [[nodiscard]] bool followUp() const;
    [[nodiscard]] bool reported() const { return m_report.has_value(); }
    [[nodiscard]] QString logHead() const;
    [[nodiscard]] QString logSize() const;
    [[nodiscard]] QString rosterCount() const;
    [[nodiscard]] QString rosterDigest() const;
    [[nodiscard]] QString date() const { return m_date; }
    [[nodiscard]] QString time() const { return m_time; }
    [[nodiscard]] bool asking() const { return m_asking; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] int endedSigned() const { return m_endedSigned; }
    [[nodiscard]] bool hasReport() const { return m_report || m_ended; }

signals:
    void changed();
    /// An entry was appended.
    void done();

private:
    struct Report {
        ledger::Status status;
        crypto::Hash roster;
        tlog::Note checkpoint; ///< of status.size
    };
    using Take = std::function<void(const std::optional<Report>&)>;
    /// Reads it; `take` gets nothing where it cannot be read.
    void read(const Take& take);
    [[nodiscard]] Result<print::Slip> slip(print::Paper paper) const;
    void append(LedgerStore::Append append);

    const StoreState& m_state;
    SlipDesk& m_slips;
    LedgerStore* m_store = nullptr;
    std::optional<ledger::Official> m_official;
    std::optional<Report> m_report;
    std::optional<Report> m_ended; ///< where the log stood after the session that ended here
    QString m_date;
    QString m_time;
    bool m_asking = false;
    bool m_busy = false;
    bool m_failed = false;
    int m_endedSigned = -1;
    int m_round = 0; ///< an answer to an earlier question is not shown
};

} // namespace ikrar::kiosk
