#include "kiosk/inkpad.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QQuickWindow>
#include <QTouchEvent>

#include <algorithm>
#include <cmath>

namespace ikrar::kiosk {

namespace {

constexpr int mouse = -1; // no touch point has this id

} // namespace

InkPad::InkPad(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAcceptTouchEvents(true);
    setAcceptedMouseButtons(Qt::LeftButton);
    setKeepTouchGrab(true);
    setKeepMouseGrab(true);
}

void InkPad::paint(QPainter* painter)
{
    painter->drawImage(QPointF(0, 0), m_image);
}

void InkPad::setStrokes(InkStrokes* strokes)
{
    auto* const before = m_strokes.data();
    if (before == strokes) {
        return;
    }
    if (before != nullptr) {
        before->disconnect(this);
    }
    m_strokes = strokes;
    if (strokes != nullptr) {
        connect(strokes, &InkStrokes::extended, this, &InkPad::drawNewest);
        connect(strokes, &InkStrokes::drawingChanged, this, &InkPad::drawNewest);
        connect(strokes, &InkStrokes::replaced, this, &InkPad::redraw);
    }
    redraw();
    emit strokesChanged();
}

void InkPad::setPixelsPerMm(double pixelsPerMm)
{
    if (pixelsPerMm > 0 && !qFuzzyCompare(m_pixelsPerMm, pixelsPerMm)) {
        m_pixelsPerMm = pixelsPerMm;
        redraw();
        emit pixelsPerMmChanged();
    }
}

void InkPad::setReadOnly(bool readOnly)
{
    if (m_readOnly != readOnly) {
        m_readOnly = readOnly;
        setAcceptTouchEvents(!readOnly);
        setAcceptedMouseButtons(readOnly ? Qt::NoButton : Qt::LeftButton);
        redraw();
        emit readOnlyChanged();
    }
}

void InkPad::setColor(const QColor& color)
{
    if (m_color != color) {
        m_color = color;
        redraw();
        emit colorChanged();
    }
}

void InkPad::setLineWidth(double millimetres)
{
    if (millimetres > 0 && !qFuzzyCompare(m_lineWidth, millimetres)) {
        m_lineWidth = millimetres;
        redraw();
        emit lineWidthChanged();
    }
}

void InkPad::touchEvent(QTouchEvent* event)
{
    event->accept();
    if (event->type() == QEvent::TouchCancel) {
        obey(m_filter.cancelAll());
        return;
    }
    for (const auto& point : event->points()) {
        const auto size = point.ellipseDiameters();
        const PalmFilter::Contact contact{point.id(), toMm(point.position()),
            std::max(size.width(), size.height()) / m_pixelsPerMm};
        switch (point.state()) {
        case QEventPoint::Pressed:
            obey(m_filter.press(contact));
            break;
        case QEventPoint::Updated:
            obey(m_filter.move(contact));
            break;
        case QEventPoint::Released:
            obey(m_filter.release(contact));
            break;
        case QEventPoint::Stationary:
        case QEventPoint::Unknown:
            break;
        }
    }
}

void InkPad::touchUngrabEvent()
{
    obey(m_filter.cancelAll());
}

void InkPad::mousePressEvent(QMouseEvent* event)
{
    obey(m_filter.press({mouse, toMm(event->position())}));
}

void InkPad::mouseMoveEvent(QMouseEvent* event)
{
    obey(m_filter.move({mouse, toMm(event->position())}));
}

void InkPad::mouseReleaseEvent(QMouseEvent* event)
{
    obey(m_filter.release({mouse, toMm(event->position())}));
}

void InkPad::mouseUngrabEvent()
{
    obey(m_filter.cancelAll());
}

void InkPad::geometryChange(const QRectF& now, const QRectF& before)
{
    QQuickPaintedItem::geometryChange(now, before);
    if (now.size() != before.size()) {
        redraw();
    }
}

void InkPad::itemChange(ItemChange change, const ItemChangeData& data)
{
    QQuickPaintedItem::itemChange(change, data);
    if (change == ItemDevicePixelRatioHasChanged || change == ItemSceneChange) {
        redraw();
    }
}

void InkPad::obey(const PalmFilter::Actions& actions)
{
    auto* const ink = m_strokes.data();
    if (ink == nullptr || m_readOnly) {
        return;
    }
    for (const auto& action : actions) {
        switch (action.kind) {
        case PalmFilter::Action::Kind::Begin:
            ink->begin(action.position);
            break;
        case PalmFilter::Action::Kind::Extend:
            ink->extend(action.position);
            break;
        case PalmFilter::Action::Kind::End:
            ink->end();
            break;
        }
    }
}

// The frame of the ink is laid into the pad at the screen's scale, smaller only where it does not
// fit.
void InkPad::fit()
{
    const QSizeF inMm = size() / m_pixelsPerMm;
    m_scale = m_pixelsPerMm;
    m_origin = {};
    auto* const ink = m_strokes.data();
    if (ink == nullptr) {
        return;
    }
    if (!m_readOnly && !inMm.isEmpty()) {
        ink->setFrame(inMm);
    }
    const auto shown = m_readOnly ? ink->bounds() : QRectF(QPointF(0, 0), ink->frame());
    if (shown.isEmpty() || shown.size() == inMm) {
        return;
    }
    m_scale = std::min({m_pixelsPerMm, width() / shown.width(), height() / shown.height()});
    m_origin = QPointF(width() - shown.width() * m_scale, height() - shown.height() * m_scale) / 2
        - shown.topLeft() * m_scale;
}

void InkPad::redraw()
{
    fit();
    const double ratio = window() != nullptr ? window()->effectiveDevicePixelRatio() : 1;
    const QSize pixels = (size() * ratio).toSize();
    if (pixels.isEmpty()) {
        m_image = {};
        return;
    }
    m_image = QImage(pixels, QImage::Format_ARGB32_Premultiplied);
    m_image.setDevicePixelRatio(ratio);
    m_image.fill(Qt::transparent);
    if (const auto* const ink = m_strokes.data(); ink != nullptr && !ink->empty()) {
        QPainter painter(&m_image);
        prepare(painter);
        for (const auto& stroke : ink->strokes()) {
            for (std::size_t i = 1; i < stroke.size(); ++i) {
                drawSegment(painter, stroke, i);
            }
            if (!ink->drawing() || &stroke != &ink->strokes().back()) {
                drawTail(painter, stroke);
            }
        }
    }
    update();
}

void InkPad::drawNewest()
{
    const auto* const ink = m_strokes.data();
    if (m_image.isNull() || ink == nullptr || ink->empty()) {
        return;
    }
    const auto& stroke = ink->strokes().back();
    if (ink->drawing() && stroke.size() < 2) {
        return;
    }
    QPainter painter(&m_image);
    prepare(painter);
    const auto drawn = ink->drawing() ? drawSegment(painter, stroke, stroke.size() - 1)
                                      : drawTail(painter, stroke);
    update(drawn.toAlignedRect());
}

void InkPad::prepare(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(m_color, m_lineWidth * m_scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

// Each point bends the line between the middles of its two neighbours: a curve without corners that
// passes close to every point, and of which each piece is drawn once.
QRectF InkPad::drawSegment(
    QPainter& painter, const InkStrokes::Stroke& stroke, std::size_t at) const
{
    const auto to = toPixel(stroke[at]);
    const auto bend = toPixel(stroke[at - 1]);
    QPainterPath path(at > 1 ? (toPixel(stroke[at - 2]) + bend) / 2 : bend);
    path.quadTo(bend, (bend + to) / 2);
    painter.drawPath(path);
    return inked(path.controlPointRect());
}

QRectF InkPad::drawTail(QPainter& painter, const InkStrokes::Stroke& stroke) const
{
    const auto last = toPixel(stroke.back());
    const auto from = stroke.size() > 1 ? (toPixel(stroke[stroke.size() - 2]) + last) / 2 : last;
    if (from == last) {
        painter.drawPoint(last);
    } else {
        painter.drawLine(from, last);
    }
    return inked(QRectF(from, last).normalized());
}

QRectF InkPad::inked(const QRectF& path) const
{
    const double margin = m_lineWidth * m_scale + 1;
    return path.adjusted(-margin, -margin, margin, margin);
}

QPointF InkPad::toMm(QPointF pixel) const
{
    return (pixel - m_origin) / m_scale;
}

QPointF InkPad::toPixel(const pledge::RawPoint& point) const
{
    return QPointF(point.x, point.y) * m_scale + m_origin;
}

} // namespace ikrar::kiosk
