#include "kiosk/qritem.h"

#include "qr/encode.h"

#include <QPainter>
#include <QQuickWindow>

#include <cmath>

namespace ikrar::kiosk {

QrItem::QrItem(QQuickItem* parent) : QQuickPaintedItem(parent) { }

void QrItem::setText(const QString& text)
{
    if (m_text == text) {
        return;
    }
    m_text = text;
    m_matrix.reset();
    if (!text.isEmpty()) {
        if (auto matrix = qr::encode(text.toStdString(), qr::Level::L)) {
            m_matrix = std::move(*matrix);
        }
    }
    update();
    emit textChanged();
    emit shownChanged();
}

int QrItem::modulePixels() const
{
    if (!m_matrix) {
        return 0;
    }
    const double side = std::min(width(), height()) * devicePixelRatio();
    return static_cast<int>(side) / (m_matrix->size + 2 * qr::quietZone);
}

double QrItem::symbolSide() const
{
    return m_matrix ? modulePixels() * (m_matrix->size + 2 * qr::quietZone) / devicePixelRatio()
                    : 0;
}

void QrItem::paint(QPainter* painter)
{
    const int module = modulePixels();
    if (module == 0) {
        return;
    }
    const double ratio = devicePixelRatio();
    const int side = module * (m_matrix->size + 2 * qr::quietZone);
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->scale(1 / ratio, 1 / ratio);
    const QPoint corner(static_cast<int>(width() * ratio - side) / 2,
        static_cast<int>(height() * ratio - side) / 2); // whole pixels
    painter->translate(corner);
    painter->fillRect(0, 0, side, side, Qt::white);
    const int border = module * qr::quietZone;
    for (int y = 0; y < m_matrix->size; ++y) {
        for (int x = 0; x < m_matrix->size; ++x) {
            if (m_matrix->at(x, y)) {
                painter->fillRect(
                    border + x * module, border + y * module, module, module, Qt::black);
            }
        }
    }
}

void QrItem::geometryChange(const QRectF& now, const QRectF& before)
{
    QQuickPaintedItem::geometryChange(now, before);
    if (now.size() != before.size()) {
        emit shownChanged();
    }
}

double QrItem::devicePixelRatio() const
{
    return window() != nullptr ? window()->effectiveDevicePixelRatio() : 1;
}

} // namespace ikrar::kiosk
