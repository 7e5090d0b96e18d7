#include "kiosk/inkstrokes.h"

#include <algorithm>

namespace ikrar::kiosk {

void InkStrokes::undo()
{
    if (m_strokes.empty()) {
        return;
    }
    setDrawing(false);
    m_strokes.pop_back();
    emit replaced();
    emit changed();
}

void InkStrokes::clear()
{
    setDrawing(false);
    if (!m_strokes.empty()) {
        m_strokes.clear();
        emit replaced();
        emit changed();
    }
}

void InkStrokes::setFrame(QSizeF millimetres)
{
    if (m_strokes.empty()) {
        m_frame = millimetres;
    }
}

void InkStrokes::begin(QPointF point)
{
    m_strokes.push_back({{point.x(), point.y()}});
    setDrawing(true);
    emit changed();
}

void InkStrokes::extend(QPointF point)
{
    if (m_drawing) {
        m_strokes.back().push_back({point.x(), point.y()});
        emit extended();
    }
}

void InkStrokes::end()
{
    setDrawing(false);
}

QRectF InkStrokes::bounds() const
{
    QRectF bounds(QPointF(0, 0), m_frame);
    for (const auto& stroke : m_strokes) {
        for (const auto& point : stroke) {
            bounds.setLeft(std::min(bounds.left(), point.x));
            bounds.setTop(std::min(bounds.top(), point.y));
            bounds.setRight(std::max(bounds.right(), point.x));
            bounds.setBottom(std::max(bounds.bottom(), point.y));
        }
    }
    return bounds;
}

pledge::Ink InkStrokes::ink() const
{
    const auto held = bounds();
    auto moved = m_strokes;
    for (auto& stroke : moved) {
        for (auto& point : stroke) {
            point.x -= held.left();
            point.y -= held.top();
        }
    }
    return pledge::resample(held.width(), held.height(), moved);
}

void InkStrokes::setDrawing(bool drawing)
{
    if (m_drawing != drawing) {
        m_drawing = drawing;
        emit drawingChanged();
    }
}

} // namespace ikrar::kiosk
