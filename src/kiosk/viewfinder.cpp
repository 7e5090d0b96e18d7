#include "kiosk/viewfinder.h"

#include <QPainter>

namespace ikrar::kiosk {

void Viewfinder::paint(QPainter* painter)
{
    if (m_picture.isNull()) {
        return;
    }
    const QSizeF whole = QSizeF(m_picture.size()).scaled(size(), Qt::KeepAspectRatioByExpanding);
    QRectF place({}, whole);
    place.moveCenter(boundingRect().center());
    painter->setClipRect(boundingRect());
    painter->drawImage(place, m_picture);
}

void Viewfinder::setPicture(const QImage& picture)
{
    m_picture = picture;
    update();
    emit pictureChanged();
}

} // namespace ikrar::kiosk
