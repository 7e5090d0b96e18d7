#pragma once

#include <QObject>
#include <QSizeF>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace ikrar::kiosk {

/// Density of the screen: all sizes that a hand or an eye depends on are given in millimetres.
class ScreenMetrics : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("kiosk.metrics")
    Q_PROPERTY(double pixelsPerMm READ pixelsPerMm NOTIFY changed FINAL)

public:
    using QObject::QObject;

    [[nodiscard]] double pixelsPerMm() const { return m_pixelsPerMm; }
    /// `millimetres` as the screen reports them or as `screen_mm` overrides them; both diagonals
    /// are compared, so that a turned screen keeps its density. What no kiosk's screen has (under 2
    /// or over 20 pixels a mm) falls back to 96 dpi.
    void measure(QSizeF pixels, QSizeF millimetres);

signals:
    void changed();

private:
    double m_pixelsPerMm = 96 / 25.4;
};

/// `268x476`, millimetres. Nothing for another form or a side outside 50..3000.
[[nodiscard]] std::optional<QSizeF> parseScreenMm(const QString& text);

} // namespace ikrar::kiosk
