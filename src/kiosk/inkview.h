#pragma once

#include <QByteArray>
#include <QQuickPaintedItem>

namespace ikrar::kiosk {

/// A signer's strokes as lines of the width `pen`, centred: as large as there is room, up to about
/// 1.7 times as they were written where `pen` is half a millimetre. Nothing for no ink.
class InkView : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    /// As src/pledge/FORMAT.md has it.
    Q_PROPERTY(QByteArray ink READ ink WRITE setInk NOTIFY inkChanged FINAL)
    Q_PROPERTY(double pen READ pen WRITE setPen NOTIFY penChanged FINAL) ///< in item units

public:
    explicit InkView(QQuickItem* parent = nullptr);

    void paint(QPainter* painter) override;

    [[nodiscard]] QByteArray ink() const { return m_ink; }
    void setInk(const QByteArray& ink);
    [[nodiscard]] double pen() const { return m_pen; }
    void setPen(double pen);

signals:
    void inkChanged();
    void penChanged();

private:
    QByteArray m_ink;
    double m_pen = 2;
};

} // namespace ikrar::kiosk
