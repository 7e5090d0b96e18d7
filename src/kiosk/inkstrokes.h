#pragma once

#include "pledge/ink.h"

#include <QObject>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace ikrar::kiosk {

/// The ink of one signer, in millimetres on the pad it was begun on: a pad that turns or changes
/// size shows the same ink, and the same points stay.
class InkStrokes : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("session.ink")
    Q_PROPERTY(bool empty READ empty NOTIFY changed FINAL)
    Q_PROPERTY(int strokeCount READ strokeCount NOTIFY changed FINAL)
    /// A finger is on the pad.
    Q_PROPERTY(bool drawing READ drawing NOTIFY drawingChanged FINAL)

public:
    using Stroke = std::vector<pledge::RawPoint>;

    using QObject::QObject;

    /// Takes back the last stroke.
    Q_INVOKABLE void undo();
    Q_INVOKABLE void clear();

    /// Size of the pad in mm; ignored once there is ink.
    void setFrame(QSizeF millimetres);
    [[nodiscard]] QSizeF frame() const { return m_frame; }
    /// Points may lie outside the frame: a hand does not stop at an edge.
    void begin(QPointF point);
    void extend(QPointF point);
    void end();

    [[nodiscard]] bool empty() const { return m_strokes.empty(); }
    [[nodiscard]] int strokeCount() const { return static_cast<int>(m_strokes.size()); }
    [[nodiscard]] bool drawing() const { return m_drawing; }
    [[nodiscard]] const std::vector<Stroke>& strokes() const { return m_strokes; }
    /// The frame, made large enough to hold every point.
    [[nodiscard]] QRectF bounds() const;
    /// Resampled, moved and enlarged so that it holds every point.
    [[nodiscard]] pledge::Ink ink() const;

signals:
    /// Strokes were added or taken away.
    void changed();
    void drawingChanged();
    /// The last stroke has one more point.
    void extended();
    /// Strokes are no longer those shown: draw all again.
    void replaced();

private:
    void setDrawing(bool drawing);

    QSizeF m_frame;
    std::vector<Stroke> m_strokes;
    bool m_drawing = false;
};

} // namespace ikrar::kiosk
