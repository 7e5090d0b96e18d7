#pragma once

#include <QCamera>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QObject>
#include <QTimer>
#include <QVideoSink>

#include <memory>

namespace ikrar::kiosk {

/// The camera of the machine, or the one whose description holds `wanted`: started, given to a
/// sink, and looked for again while there is none or it was unplugged.
class Camera : public QObject
{
    Q_OBJECT

public:
    /// `sink` is borrowed and outlives the camera.
    Camera(QVideoSink* sink, QString wanted, QObject* parent = nullptr);

    [[nodiscard]] bool running() const { return m_running; }

signals:
    void runningChanged();

private:
    void open();
    void follow();

    QString m_wanted;
    QMediaDevices m_devices;
    QMediaCaptureSession m_session;
    std::unique_ptr<QCamera> m_camera;
    QTimer m_again;
    bool m_running = false;
};

} // namespace ikrar::kiosk
