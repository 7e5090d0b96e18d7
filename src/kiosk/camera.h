#pragma once

#include <QCamera>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QObject>
#include <QTimer>
#include <QVideoSink>

#include <memory>

namespace ikrar::kiosk {

/// The camera of the machine, or the one whose description holds `wanted`: while it is on, given to
/// a sink, and looked for again while there is none or it was unplugged.
class Camera : public QObject
{
    Q_OBJECT

public:
    /// `sink` is borrowed and outlives the camera, which is off at first.
    Camera(QVideoSink* sink, QString wanted, QObject* parent = nullptr);

    void setOn(bool on);
    [[nodiscard]] bool running() const { return m_running; }
    /// Whether there is one, on or off.
    [[nodiscard]] bool present() const;

signals:
    void runningChanged();
    void presentChanged();

private:
    void open();
    void follow();

    QString m_wanted;
    QMediaDevices m_devices;
    QMediaCaptureSession m_session;
    std::unique_ptr<QCamera> m_camera;
    QTimer m_again;
    bool m_on = false;
    bool m_running = false;
};

} // namespace ikrar::kiosk
