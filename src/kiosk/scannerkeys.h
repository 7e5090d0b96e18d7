#pragma once

#include <QString>

#include <chrono>
#include <functional>

class QKeyEvent;

namespace ikrar::kiosk {

/// What a scanner types that the machine takes for a keyboard: printable keys, hundreds a second,
/// ended by Enter or by a pause. Keys are given by whoever filters a window's events.
class ScannerKeys
{
public:
    using Typed = std::function<void(const QString& text)>;

    /// What is longer than `longest` characters is cut there, and the rest of it swallowed. `typed`
    /// is called with each text when it ends.
    ScannerKeys(qsizetype longest, Typed typed);

    /// True where the key is the scanner's, and nobody else is to have it: a printable one but a
    /// space, and Enter after such.
    [[nodiscard]] bool take(const QKeyEvent& key);
    /// Steady time that passed; a few times a second.
    void advance(std::chrono::milliseconds elapsed);

    /// What has been typed so far.
    [[nodiscard]] const QString& pending() const { return m_pending; }
    /// The same, which is then no scanner's any more.
    [[nodiscard]] QString release();

private:
    void end();

    qsizetype m_longest;
    Typed m_typed;
    QString m_pending;
    std::chrono::milliseconds m_sinceKey{0};
};

} // namespace ikrar::kiosk
