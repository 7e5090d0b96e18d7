#pragma once

#include <QImage>
#include <QQuickPaintedItem>

namespace ikrar::kiosk {

/// What the camera sees, filling the item. Painted rather than streamed, so that it is the same
/// without a graphics card.
class Viewfinder : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QImage picture READ picture WRITE setPicture NOTIFY pictureChanged FINAL)

public:
    using QQuickPaintedItem::QQuickPaintedItem;

    void paint(QPainter* painter) override;

    [[nodiscard]] QImage picture() const { return m_picture; }
    void setPicture(const QImage& picture);

signals:
    void pictureChanged();

private:
    QImage m_picture;
};

} // namespace ikrar::kiosk
