#include "kiosk/inkview.h"

#include "attendance/paper_file.h"
#include "attendance/paper_marks.h"

#include <QPainter>

namespace ikrar::kiosk {

namespace {

constexpr double paperPenMm = 0.3; ///< of attendance::paintInk

} // namespace

InkView::InkView(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

void InkView::setInk(const QByteArray& ink)
{
    if (m_ink != ink) {
        m_ink = ink;
        update();
        emit inkChanged();
    }
}

void InkView::setPen(double pen)
{
    if (m_pen != pen && pen > 0) {
        m_pen = pen;
        update();
        emit penChanged();
    }
}

void InkView::paint(QPainter* painter)
{
    // In dots of the paper, so that its pen has the width that is wanted here.
    const double scale = m_pen / (paperPenMm * attendance::mm);
    painter->scale(scale, scale);
    const std::string_view strokes(m_ink.constData(), static_cast<std::size_t>(m_ink.size()));
    attendance::paintInk(
        *painter, QRectF(0, 0, width() / scale, height() / scale), base::asBytes(strokes));
}

} // namespace ikrar::kiosk
