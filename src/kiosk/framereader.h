#pragma once

#include <QImage>
#include <QObject>
#include <QThread>
#include <QVideoFrame>
#include <QVideoSink>

#include <atomic>

namespace ikrar::kiosk {

/// Reads QR codes out of a camera's frames, in a thread of its own. A frame is shared, never
/// copied: it is mapped there and its luminance read where it lies; what comes while another is
/// looked at is dropped. For what screens show there is a small grey picture of each frame looked
/// at.
class FrameReader : public QObject
{
    Q_OBJECT

public:
    explicit FrameReader(QObject* parent = nullptr);
    ~FrameReader() override;
    FrameReader(const FrameReader&) = delete;
    FrameReader& operator=(const FrameReader&) = delete;
    FrameReader(FrameReader&&) = delete;
    FrameReader& operator=(FrameReader&&) = delete;

    /// Where a camera (or a test) puts its frames.
    [[nodiscard]] QVideoSink* sink() { return &m_sink; }
    /// Lets go of the last frame. One that is being looked at may still be told of.
    void forget() { m_sink.setVideoFrame({}); }

    /// Width of the pictures given to `looked`.
    static constexpr int pictureWidth = 480;

signals:
    /// A frame was looked at: `text` as the QR code holds it, empty where none was read.
    void looked(const QString& text, const QImage& picture);

private:
    void take(const QVideoFrame& frame);

    QVideoSink m_sink;
    QThread m_thread;
    QObject m_worker; ///< lives in m_thread
    std::atomic_bool m_busy = false;
};

} // namespace ikrar::kiosk
