#include "kiosk/screenmetrics.h"

#include <QRegularExpression>

#include <cmath>

namespace ikrar::kiosk {

void ScreenMetrics::measure(QSizeF pixels, QSizeF millimetres)
{
    constexpr double fallback = 96 / 25.4;
    const double diagonal = std::hypot(millimetres.width(), millimetres.height());
    const double density
        = diagonal > 0 ? std::hypot(pixels.width(), pixels.height()) / diagonal : 0;
    const double believed = density >= 2 && density <= 20 ? density : fallback;
    if (!qFuzzyCompare(believed, m_pixelsPerMm)) {
        m_pixelsPerMm = believed;
        emit changed();
    }
}

std::optional<QSizeF> parseScreenMm(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^([0-9]{2,4})x([0-9]{2,4})$"));
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        return {};
    }
    const QSizeF size(match.captured(1).toInt(), match.captured(2).toInt());
    const auto plausible = [](double side) { return side >= 50 && side <= 3000; };
    if (!plausible(size.width()) || !plausible(size.height())) {
        return {};
    }
    return size;
}

} // namespace ikrar::kiosk
