#pragma once

#include "qr/matrix.h"

#include <QQuickPaintedItem>

#include <optional>

namespace ikrar::kiosk {

/// A QR symbol at level L with its quiet zone, black on white, a whole number of device pixels a
/// module, centred.
class QrItem : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)
    /// Device pixels a module at this size; 0 where nothing can be shown.
    Q_PROPERTY(int modulePixels READ modulePixels NOTIFY shownChanged FINAL)
    /// Side of the symbol with its quiet zone, in item units.
    Q_PROPERTY(double symbolSide READ symbolSide NOTIFY shownChanged FINAL)

public:
    explicit QrItem(QQuickItem* parent = nullptr);

    void paint(QPainter* painter) override;

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString& text);
    [[nodiscard]] int modulePixels() const;
    [[nodiscard]] double symbolSide() const;

signals:
    void textChanged();
    void shownChanged();

protected:
    void geometryChange(const QRectF& now, const QRectF& before) override;

private:
    [[nodiscard]] double devicePixelRatio() const;

    QString m_text;
    std::optional<qr::Matrix> m_matrix;
};

} // namespace ikrar::kiosk
