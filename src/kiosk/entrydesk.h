#pragma once

#include "kiosk/ledgerstore.h"
#include "kiosk/preferences.h"
#include "kiosk/slipdesk.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace ikrar::kiosk {

/// One signed entry and its person, and what an organizer may do with it: void it with a reason
/// (asked twice; the entry stays and a voiding follows it), state that a walk-in was identified,
/// and give out its receipt again, marked SALINAN.
class EntryDesk : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("organizer.entry")
    Q_PROPERTY(bool shown READ shown NOTIFY changed FINAL)
    Q_PROPERTY(QString number READ number NOTIFY changed FINAL) ///< of the receipt
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString identityKind READ identityKind NOTIFY changed FINAL) ///< `NIP / NI PPPK`
    Q_PROPERTY(QString identity READ identity NOTIFY changed FINAL) ///< whole: behind the PIN
    Q_PROPERTY(QString unit READ unit NOTIFY changed FINAL)
    Q_PROPERTY(QString post READ post NOTIFY changed FINAL)
    Q_PROPERTY(QString category READ category NOTIFY changed FINAL)
    Q_PROPERTY(QString session READ session NOTIFY changed FINAL)
    Q_PROPERTY(QString date READ date NOTIFY changed FINAL)
    Q_PROPERTY(QString time READ time NOTIFY changed FINAL)
    Q_PROPERTY(bool assisted READ assisted NOTIFY changed FINAL)
    /// Of a wet signature: the row of its sheet, and who saw it made (`name, post`); else empty.
    Q_PROPERTY(QString sheetRow READ sheetRow NOTIFY changed FINAL)
    Q_PROPERTY(QString observer READ observer NOTIFY changed FINAL)
    Q_PROPERTY(bool walkIn READ walkIn NOTIFY changed FINAL)
    /// Of a walk-in, by whom; empty: not yet.
    Q_PROPERTY(QString identifiedBy READ identifiedBy NOTIFY changed FINAL)
    /// A walk-in that stands and whom nobody has identified: that comes first.
    Q_PROPERTY(bool unidentified READ unidentified NOTIFY changed FINAL)
    /// 1 wrong person, 2 duplicate, 3 withdrawn, 4 test, 5 other; 0: it stands.
    Q_PROPERTY(int voided READ voided NOTIFY changed FINAL)
    /// For a voiding, chosen but not done; 0: none.
    Q_PROPERTY(int reason READ reason NOTIFY changed FINAL)
    /// It was asked for once; `voidEntry` again does it.
    Q_PROPERTY(bool asking READ asking NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(Outcome outcome READ outcome NOTIFY changed FINAL)

public:
    enum class Outcome {
        None,
        Voided,
        Identified,
        NotDone, ///< refused, or the store could not
    };
    Q_ENUM(Outcome)

    /// `slips` gives receipts out again.
    EntryDesk(const Preferences& preferences, SlipDesk& slips, QObject* parent = nullptr);

    /// Borrowed.
    void setStore(LedgerStore* store) { m_store = store; }
    void setOfficial(std::optional<ledger::Official> official);

    /// `identifiedBy` of a walk-in, if somebody has.
    void show(std::uint64_t index, const std::string& identifiedBy);
    void clear();
    Q_INVOKABLE void chooseReason(int reason);
    Q_INVOKABLE void voidEntry();
    /// Not, after all.
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void identify();
    Q_INVOKABLE void saveReceipt();
    Q_INVOKABLE void printReceipt();

    [[nodiscard]] bool shown() const { return m_row.has_value(); }
    [[nodiscard]] QString number() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString identityKind() const;
    [[nodiscard]] QString identity() const;
    [[nodiscard]] QString unit() const;
    [[nodiscard]] QString post() const;
    [[nodiscard]] QString category() const;
    [[nodiscard]] QString session() const;
    [[nodiscard]] QString date() const;
    [[nodiscard]] QString time() const;
    [[nodiscard]] bool assisted() const;
    [[nodiscard]] QString sheetRow() const;
    [[nodiscard]] QString observer() const;
    [[nodiscard]] bool walkIn() const { return m_row && m_row->declaration.walkIn; }
    [[nodiscard]] QString identifiedBy() const { return m_identifiedBy; }
    [[nodiscard]] bool unidentified() const;
    [[nodiscard]] int voided() const;
    [[nodiscard]] int reason() const { return m_reason; }
    [[nodiscard]] bool asking() const { return m_asking; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] Outcome outcome() const { return m_outcome; }

signals:
    void changed();
    /// What lists show is another.
    void done();

private:
    void conclude(Outcome outcome, const Error* error = nullptr);
    [[nodiscard]] Result<print::Slip> slip(print::Paper paper) const;

    const Preferences& m_preferences;
    SlipDesk& m_slips;
    LedgerStore* m_store = nullptr;
    std::optional<ledger::Official> m_official;
    std::optional<ledger::RegisterRow> m_row;
    QString m_identifiedBy;
    int m_reason = 0;
    bool m_asking = false;
    bool m_busy = false;
    Outcome m_outcome = Outcome::None;
};

} // namespace ikrar::kiosk
