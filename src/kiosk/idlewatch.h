#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <chrono>

namespace ikrar::kiosk {

/// Nobody touches the kiosk: first a countdown that everybody sees, then `expired`. Time comes in
/// by `advance`, so that it is the machine's steady time in a kiosk and any time in a test.
class IdleWatch : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("session.idle")
    /// The countdown shows; any touch ends it.
    Q_PROPERTY(bool warning READ warning NOTIFY changed FINAL)
    /// Until everything unsent is wiped, rounded up; counts on the receipt page too, where there is
    /// no warning.
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY changed FINAL)
    /// Whole length of the countdown, for a ring that empties.
    Q_PROPERTY(int countdown READ countdown NOTIFY changed FINAL)

public:
    using Milliseconds = std::chrono::milliseconds;

    using QObject::QObject;

    /// Starts anew: `quiet` without a warning, then `countdown` with one. Both zero: never.
    void watch(Milliseconds quiet, Milliseconds countdown);
    /// Somebody is there.
    Q_INVOKABLE void touch();
    /// While held, no time passes: a finger is on the pad, or a commit is under way.
    void hold(bool held);
    void advance(Milliseconds elapsed);

    [[nodiscard]] bool warning() const;
    [[nodiscard]] int secondsLeft() const;
    [[nodiscard]] int countdown() const;

signals:
    void changed();
    void expired();

private:
    [[nodiscard]] Milliseconds limit() const { return m_quiet + m_countdown; }

    Milliseconds m_quiet{0};
    Milliseconds m_countdown{0};
    Milliseconds m_passed{0};
    bool m_held = false;
};

} // namespace ikrar::kiosk
