#pragma once

#include "kiosk/inkstrokes.h"
#include "kiosk/palmfilter.h"

#include <QColor>
#include <QImage>
#include <QPointer>
#include <QQuickPaintedItem>

namespace ikrar::kiosk {

/// The pad that a finger or a mouse signs on. One finger draws, the palm is ignored, and each point
/// that the screen reports is kept (QML_NO_TOUCH_COMPRESSION=1 must be set before the application
/// is made). Ink is drawn once into a retained image, so that a point costs the same however much
/// ink there is.
class InkPad : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    /// `session.ink`.
    Q_PROPERTY(
        ikrar::kiosk::InkStrokes* strokes READ strokes WRITE setStrokes NOTIFY strokesChanged FINAL)
    /// `kiosk.metrics.pixelsPerMm`. Ink that does not fit at this scale is shown smaller, whole.
    Q_PROPERTY(
        double pixelsPerMm READ pixelsPerMm WRITE setPixelsPerMm NOTIFY pixelsPerMmChanged FINAL)
    /// Shows the ink without taking any: the confirm page.
    Q_PROPERTY(bool readOnly READ readOnly WRITE setReadOnly NOTIFY readOnlyChanged FINAL)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged FINAL)
    /// Width of the line in mm.
    Q_PROPERTY(double lineWidth READ lineWidth WRITE setLineWidth NOTIFY lineWidthChanged FINAL)

public:
    explicit InkPad(QQuickItem* parent = nullptr);

    void paint(QPainter* painter) override;

    [[nodiscard]] InkStrokes* strokes() const { return m_strokes; }
    void setStrokes(InkStrokes* strokes);
    [[nodiscard]] double pixelsPerMm() const { return m_pixelsPerMm; }
    void setPixelsPerMm(double pixelsPerMm);
    [[nodiscard]] bool readOnly() const { return m_readOnly; }
    void setReadOnly(bool readOnly);
    [[nodiscard]] QColor color() const { return m_color; }
    void setColor(const QColor& color);
    [[nodiscard]] double lineWidth() const { return m_lineWidth; }
    void setLineWidth(double millimetres);

signals:
    void strokesChanged();
    void pixelsPerMmChanged();
    void readOnlyChanged();
    void colorChanged();
    void lineWidthChanged();

protected:
    void touchEvent(QTouchEvent* event) override;
    void touchUngrabEvent() override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseUngrabEvent() override;
    void geometryChange(const QRectF& now, const QRectF& before) override;
    void itemChange(ItemChange change, const ItemChangeData& data) override;

private:
    void obey(const PalmFilter::Actions& actions);
    void fit();
    void redraw();
    void drawNewest();
    void prepare(QPainter& painter) const;
    QRectF drawSegment(QPainter& painter, const InkStrokes::Stroke& stroke, std::size_t at) const;
    QRectF drawTail(QPainter& painter, const InkStrokes::Stroke& stroke) const;
    [[nodiscard]] QRectF inked(const QRectF& path) const;
    [[nodiscard]] QPointF toMm(QPointF pixel) const;
    [[nodiscard]] QPointF toPixel(const pledge::RawPoint& point) const;

    QPointer<InkStrokes> m_strokes;
    PalmFilter m_filter;
    QImage m_image;
    QColor m_color = Qt::black;
    double m_pixelsPerMm = 96 / 25.4;
    double m_lineWidth = 0.7;
    double m_scale = 96 / 25.4; ///< pixels a mm as shown
    QPointF m_origin; ///< of the frame, in pixels
    bool m_readOnly = false;
};

} // namespace ikrar::kiosk
