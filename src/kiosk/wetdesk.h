#pragma once

#include "attendance/wet_file.h"
#include "kiosk/ledgerstore.h"
#include "kiosk/peoplelist.h"
#include "kiosk/pinkeeper.h"
#include "kiosk/storestate.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace ikrar::kiosk {

/// Wet signatures, entered from printed sheets one row after the other: the row's code, scanned or
/// typed; the person, of those expected who have not signed; *Catat*. The observer is asked for
/// once and stays for the rows that follow. What was entered by mistake is voided as any entry is.
class WetDesk : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("organizer.wet")
    Q_PROPERTY(Step step READ step NOTIFY changed FINAL)
    Q_PROPERTY(Problem problem READ problem NOTIFY changed FINAL)
    /// A session is open: rows can be entered.
    Q_PROPERTY(bool open READ open NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    /// Wet signatures in the log, not voided.
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)

    /// Scanned or typed so far, without a field.
    Q_PROPERTY(QString typed READ typed WRITE setTyped NOTIFY changed FINAL)
    /// `K7M2Q9XA-002-08`; empty: none yet.
    Q_PROPERTY(QString code READ code NOTIFY changed FINAL)
    /// Expected, and not signed.
    Q_PROPERTY(ikrar::kiosk::PeopleList* people READ people CONSTANT FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString identityKind READ identityKind NOTIFY changed FINAL)
    Q_PROPERTY(QString identity READ identity NOTIFY changed FINAL) ///< whole: behind the PIN
    Q_PROPERTY(QString unit READ unit NOTIFY changed FINAL)
    Q_PROPERTY(QString observer READ observer NOTIFY changed FINAL)
    Q_PROPERTY(QString observerPost READ observerPost NOTIFY changed FINAL)
    /// `name, post` of the ceremony's observers and of the organizers.
    Q_PROPERTY(QStringList candidates READ candidates NOTIFY changed FINAL)

    /// The row entered last: who, and the number of the receipt; empty: none yet.
    Q_PROPERTY(QString recordedName READ recordedName NOTIFY changed FINAL)
    Q_PROPERTY(QString recordedNumber READ recordedNumber NOTIFY changed FINAL)
    /// Of problem RowTaken and SignedAlready: whose entry stands, and its number.
    Q_PROPERTY(QString standingName READ standingName NOTIFY changed FINAL)
    Q_PROPERTY(QString standingNumber READ standingNumber NOTIFY changed FINAL)

public:
    enum class Step { AskObserver, AskRow, AskPerson, Confirm };
    Q_ENUM(Step)
    enum class Problem {
        None,
        NotACode, ///< what was scanned or typed is no row's code
        RowTaken, ///< an entry that stands was made from this row
        SignedAlready, ///< the person has an entry that stands
        NoObserver, ///< no name, or one that is too long
        NotDone, ///< refused, or the store could not
    };
    Q_ENUM(Problem)

    WetDesk(const Preferences& preferences, const StoreState& state, const PinKeeper& keeper,
        QObject* parent = nullptr);

    /// Borrowed.
    void setStore(LedgerStore* store);
    /// The lists were read.
    void setPeople(std::vector<PersonLine> absent);
    /// At the row, or at the observer where none was named yet.
    void begin();
    /// Forgets everybody, the observer too.
    void clear();
    /// An entry may have been voided.
    void refresh();

    /// A key that no field takes. False where it means nothing here.
    bool key(int key, const QString& text);
    Q_INVOKABLE void takeRow(const QString& scanned);
    /// Of `people`, on its page.
    Q_INVOKABLE void choose(int row);
    Q_INVOKABLE void record();
    Q_INVOKABLE void askObserver();
    Q_INVOKABLE void chooseObserver(int candidate);
    Q_INVOKABLE void nameObserver(const QString& name, const QString& post);
    /// To the step before. False at the first.
    bool back();

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] Problem problem() const { return m_problem; }
    [[nodiscard]] bool open() const { return m_state.sessionOpen(); }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] QString typed() const { return m_typed; }
    void setTyped(const QString& typed);
    [[nodiscard]] QString code() const;
    [[nodiscard]] PeopleList* people() { return &m_people; }
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString identityKind() const;
    [[nodiscard]] QString identity() const;
    [[nodiscard]] QString unit() const;
    [[nodiscard]] QString observer() const { return QString::fromStdString(m_observer.name); }
    [[nodiscard]] QString observerPost() const { return QString::fromStdString(m_observer.post); }
    [[nodiscard]] QStringList candidates() const;
    [[nodiscard]] QString recordedName() const;
    [[nodiscard]] QString recordedNumber() const;
    [[nodiscard]] QString standingName() const;
    [[nodiscard]] QString standingNumber() const;
    /// The entry to look at: that which stands in the way, else the one entered last.
    [[nodiscard]] std::optional<std::uint64_t> entryToShow() const;

signals:
    void changed();
    /// What lists show is another.
    void done();

private:
    /// An entry and its person.
    struct Recorded {
        std::uint64_t index = 0;
        std::string name;
    };
    void go(Step step);
    void report(Problem problem, std::optional<Recorded> standing = {});
    void fail(const Error& error);
    void recorded(const Result<ledger::Issued>& issued, const std::string& name);
    [[nodiscard]] std::vector<attendance::Observer> observers() const;

    const StoreState& m_state;
    const PinKeeper& m_keeper;
    LedgerStore* m_store = nullptr;
    PeopleList m_people;
    Step m_step = Step::AskRow;
    Problem m_problem = Problem::None;
    bool m_busy = false;
    int m_count = 0;
    QString m_typed;
    std::optional<pledge::SheetRow> m_row;
    std::optional<ledger::RosterRow> m_person;
    attendance::Observer m_observer;
    std::optional<Recorded> m_recorded;
    std::optional<Recorded> m_standing;
};

} // namespace ikrar::kiosk
