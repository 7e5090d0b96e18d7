#pragma once

#include <QPointF>

#include <map>
#include <optional>
#include <vector>

namespace ikrar::kiosk {

/// Decides which of several touches is the signing finger: the first that moves. A palm rests
/// before or beside it, or is reported as a wide contact, and then draws nothing until it is
/// lifted. Positions and sizes are in millimetres.
class PalmFilter
{
public:
    struct Contact {
        int id = 0;
        QPointF position;
        double diameter = 0; ///< 0 where the screen does not report it
    };
    struct Action {
        enum class Kind { Begin, Extend, End };
        Kind kind{};
        QPointF position;

        friend bool operator==(const Action&, const Action&) = default;
    };
    using Actions = std::vector<Action>;

    /// A contact wider than this is a palm.
    static constexpr double palmDiameter = 20;
    /// A touch has moved when it left its place by this much; a touch that never does is a dot.
    static constexpr double still = 0.4;

    [[nodiscard]] Actions press(const Contact& contact);
    /// Every point of a touch that turns out to be the finger comes back, those before it moved
    /// included.
    [[nodiscard]] Actions move(const Contact& contact);
    [[nodiscard]] Actions release(const Contact& contact);
    /// The system took the touches away: the stroke ends as it stands.
    [[nodiscard]] Actions cancelAll();

private:
    struct Waiting {
        std::vector<QPointF> points;
        bool mayBeDot = true; ///< false once another touch made a dot beside it
    };

    [[nodiscard]] Actions promote(const Waiting& waiting, int id);
    [[nodiscard]] Actions dot(const Waiting& waiting);

    std::optional<int> m_finger;
    QPointF m_last; ///< of the finger
    std::map<int, Waiting> m_waiting;
};

} // namespace ikrar::kiosk
