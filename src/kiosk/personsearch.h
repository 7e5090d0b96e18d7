#pragma once

#include "kiosk/store.h"
#include "kiosk/unitpicker.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace ikrar::kiosk {

/// Search by name for people who do not have their number at hand. It never lists people: it asks
/// for the unit until one match remains, and where units cannot tell two people apart it asks for
/// the number.
class PersonSearch : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("session.search")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed FINAL)
    Q_PROPERTY(State state READ state NOTIFY changed FINAL)
    /// To narrow by in state Narrow; its path is what was chosen.
    Q_PROPERTY(ikrar::kiosk::UnitPicker* unit READ unit CONSTANT FINAL)
    /// The one match, in state One only: the name with words that were not typed by their initial,
    /// unit, and the number with its middle hidden. The next page shows the person whole.
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString unitName READ unitName NOTIFY changed FINAL)
    Q_PROPERTY(QString maskedNumber READ maskedNumber NOTIFY changed FINAL)

public:
    enum class State {
        TooShort, ///< fewer than three letters typed
        Nobody,
        Narrow, ///< several: choose a unit
        One,
        AskNumber, ///< several in one unit: only the number tells them apart
    };
    Q_ENUM(State)

    explicit PersonSearch(QObject* parent = nullptr);

    /// Borrowed; null while there is none.
    void setStore(const Store* store);
    /// Takes the match, in state One.
    Q_INVOKABLE void take();
    void clear();

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString& text);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] UnitPicker* unit() { return &m_unit; }
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString unitName() const;
    [[nodiscard]] QString maskedNumber() const;

signals:
    void changed();
    void taken(const ikrar::ledger::RosterRow& row);

private:
    void look();
    [[nodiscard]] State stateFor(std::uint64_t count) const;
    [[nodiscard]] bool holdsAll(std::uint64_t count) const;

    const Store* m_store = nullptr;
    QString m_text;
    State m_state = State::TooShort;
    UnitPicker m_unit;
    std::optional<ledger::RosterRow> m_match;
};

} // namespace ikrar::kiosk
