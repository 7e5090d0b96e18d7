#pragma once

#include "kiosk/gatheringstore.h"
#include "kiosk/preferences.h"
#include "ledger/official.h"
#include "pledge/ceremony.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace ikrar::kiosk {

/// One person who signed more than once: their entries side by side, and which of them counts. Whom
/// the gate opened for decides, with a reason, and can take a decision back; the entries themselves
/// stay as they are in their logs.
class DecisionDesk : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("gatherer.decision")
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString identity READ identity NOTIFY changed FINAL) ///< whole: behind the PIN
    /// Two of the entries have ink that is the same to the byte.
    Q_PROPERTY(bool sameInk READ sameInk NOTIFY changed FINAL)
    /// Of each entry, by time: `kiosk`, `number` (index in its log), `session`, `date`, `time`,
    /// `name`, `unit`, `method` (0 kiosk, 1 assisted, 2 wet ink on paper), `ink`, `counts`.
    Q_PROPERTY(QVariantList entries READ entries NOTIFY changed FINAL)
    /// -1: none.
    Q_PROPERTY(int chosen READ chosen NOTIFY changed FINAL)
    Q_PROPERTY(QString reason READ reason WRITE setReason NOTIFY changed FINAL)
    /// Who decided, why and when; empty: nobody has.
    Q_PROPERTY(QString decidedBy READ decidedBy NOTIFY changed FINAL)
    Q_PROPERTY(QString decidedWhy READ decidedWhy NOTIFY changed FINAL)
    Q_PROPERTY(QString decidedAt READ decidedAt NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL) ///< decide() would do something
    Q_PROPERTY(Outcome outcome READ outcome NOTIFY changed FINAL)

public:
    enum class Outcome {
        None,
        Decided,
        Undone,
        NotDone, ///< the store could not, or no longer has it so
    };
    Q_ENUM(Outcome)

    /// Both borrowed.
    DecisionDesk(
        const Preferences& preferences, const base::Clock& clock, QObject* parent = nullptr);

    /// Borrowed.
    void setStore(GatheringStore* store) { m_store = store; }
    void setOfficial(std::optional<ledger::Official> official);
    /// `ceremony` is borrowed.
    void show(attendance::SignedTwice person, const pledge::Ceremony& ceremony);
    void clear();
    Q_INVOKABLE void choose(int entry);
    Q_INVOKABLE void decide();
    Q_INVOKABLE void undo();

    [[nodiscard]] QString name() const;
    [[nodiscard]] QString identity() const;
    [[nodiscard]] bool sameInk() const { return m_person && m_person->sameInk; }
    [[nodiscard]] QVariantList entries() const;
    [[nodiscard]] int chosen() const { return m_chosen; }
    [[nodiscard]] QString reason() const { return m_reason; }
    void setReason(const QString& typed);
    [[nodiscard]] QString decidedBy() const;
    [[nodiscard]] QString decidedWhy() const;
    [[nodiscard]] QString decidedAt() const;
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] bool ready() const;
    [[nodiscard]] Outcome outcome() const { return m_outcome; }

signals:
    void changed();
    /// It is in the store.
    void done();

private:
    [[nodiscard]] QVariantMap describe(const attendance::OneOfSeveral& entry) const;
    /// Of what was begun in `round`.
    void answered(const Result<attendance::SignedTwice>& person, Outcome good, std::uint64_t round);

    const Preferences& m_preferences;
    const base::Clock& m_clock;
    GatheringStore* m_store = nullptr;
    const pledge::Ceremony* m_ceremony = nullptr;
    std::optional<ledger::Official> m_official;
    std::optional<attendance::SignedTwice> m_person;
    int m_chosen = -1;
    QString m_reason;
    bool m_busy = false;
    std::uint64_t m_round = 0; ///< of the person shown
    Outcome m_outcome = Outcome::None;
};

} // namespace ikrar::kiosk
