#include "kiosk/camera.h"

#include <QCameraDevice>

#include <algorithm>
#include <utility>

namespace ikrar::kiosk {

namespace {

using namespace std::chrono_literals;

/// The smallest picture of 720 lines or more: a receipt of 85 modules is 5 pixels a module there,
/// and more pixels only take longer to look through. Of equals the one with more frames a second.
QCameraFormat bestOf(const QList<QCameraFormat>& formats)
{
    constexpr int lines = 720;
    const auto worse = [](const QCameraFormat& a, const QCameraFormat& b) {
        const auto rank = [](const QCameraFormat& format) {
            const int height = format.resolution().height();
            return std::tuple(
                height >= lines, height >= lines ? -height : height, format.maxFrameRate());
        };
        return rank(a) < rank(b);
    };
    const auto best = std::max_element(formats.begin(), formats.end(), worse);
    return best == formats.end() ? QCameraFormat() : *best;
}

QCameraDevice find(const QString& wanted)
{
    if (wanted.isEmpty()) {
        return QMediaDevices::defaultVideoInput();
    }
    for (const QCameraDevice& device : QMediaDevices::videoInputs()) {
        if (device.description().contains(wanted, Qt::CaseInsensitive)) {
            return device;
        }
    }
    return {};
}

} // namespace

Camera::Camera(QVideoSink* sink, QString wanted, QObject* parent)
    : QObject(parent)
    , m_wanted(std::move(wanted))
{
    m_session.setVideoSink(sink);
    m_again.setInterval(3s);
    connect(&m_again, &QTimer::timeout, this, &Camera::open);
    connect(&m_devices, &QMediaDevices::videoInputsChanged, this, [this] {
        open();
        emit presentChanged();
    });
}

void Camera::setOn(bool on)
{
    m_on = on;
    if (on) {
        open();
        return;
    }
    m_session.setCamera(nullptr);
    m_camera.reset();
    follow();
}

bool Camera::present() const
{
    return !find(m_wanted).isNull();
}

void Camera::open()
{
    if (!m_on) {
        return;
    }
    if (m_camera && m_camera->isActive() && m_camera->error() == QCamera::NoError
        && QMediaDevices::videoInputs().contains(m_camera->cameraDevice())) {
        return;
    }
    m_session.setCamera(nullptr);
    m_camera.reset();
    const QCameraDevice device = find(m_wanted);
    if (!device.isNull()) {
        m_camera = std::make_unique<QCamera>(device);
        m_camera->setCameraFormat(bestOf(device.videoFormats()));
        connect(m_camera.get(), &QCamera::activeChanged, this, &Camera::follow);
        connect(m_camera.get(), &QCamera::errorOccurred, this, &Camera::follow);
        m_session.setCamera(m_camera.get());
        m_camera->start();
    }
    follow();
}

void Camera::follow()
{
    const bool running = m_camera && m_camera->isActive() && m_camera->error() == QCamera::NoError;
    if (running || !m_on) {
        m_again.stop();
    } else {
        m_again.start();
    }
    if (running != m_running) {
        m_running = running;
        emit runningChanged();
    }
}

} // namespace ikrar::kiosk
