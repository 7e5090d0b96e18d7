#include "kiosk/framereader.h"

#include "qr/decode.h"

namespace ikrar::kiosk {

namespace {

/// Where the luminance lies in a mapped frame; none for formats that have no such bytes.
std::optional<qr::Luminance> luminanceOf(const QVideoFrame& frame)
{
    const auto plane = [&frame](int offset, int stride) {
        return qr::Luminance{
            frame.bits(0) + offset, frame.width(), frame.height(), frame.bytesPerLine(0), stride};
    };
    switch (frame.pixelFormat()) {
    case QVideoFrameFormat::Format_NV12:
    case QVideoFrameFormat::Format_NV21:
    case QVideoFrameFormat::Format_YUV420P:
    case QVideoFrameFormat::Format_YUV422P:
    case QVideoFrameFormat::Format_YV12:
    case QVideoFrameFormat::Format_Y8:
        return plane(0, 1);
    case QVideoFrameFormat::Format_YUYV:
        return plane(0, 2);
    case QVideoFrameFormat::Format_UYVY:
        return plane(1, 2);
    default:
        return std::nullopt;
    }
}

/// Every n-th pixel: enough to see where the receipt is held.
QImage pictureOf(const qr::Luminance& plane)
{
    const int step = std::max(1, plane.width / FrameReader::pictureWidth);
    QImage picture(plane.width / step, plane.height / step, QImage::Format_Grayscale8);
    for (int y = 0; y < picture.height(); ++y) {
        const std::uint8_t* from
            = plane.data + static_cast<std::ptrdiff_t>(y) * step * plane.rowStride;
        std::uint8_t* to = picture.scanLine(y);
        for (int x = 0; x < picture.width(); ++x) {
            to[x] = *from;
            from += static_cast<std::ptrdiff_t>(step) * plane.pixelStride;
        }
    }
    return picture;
}

struct Seen {
    QString text;
    QImage picture;
};

Seen look(const qr::Luminance& plane)
{
    const auto text = qr::decode(plane, qr::Effort::Frame);
    return {text ? QString::fromStdString(*text) : QString(), pictureOf(plane)};
}

Seen look(QVideoFrame frame)
{
    if (frame.map(QVideoFrame::ReadOnly)) {
        const auto plane = luminanceOf(frame);
        Seen seen = plane ? look(*plane) : Seen();
        frame.unmap();
        if (plane) {
            return seen;
        }
    }
    // RGB, JPEG and what only a graphics card can read: one copy, by Qt.
    const QImage grey = frame.toImage().convertToFormat(QImage::Format_Grayscale8);
    if (grey.isNull()) {
        return {};
    }
    return look(
        {grey.constBits(), grey.width(), grey.height(), static_cast<int>(grey.bytesPerLine()), 1});
}

} // namespace

FrameReader::FrameReader(QObject* parent) : QObject(parent)
{
    m_worker.moveToThread(&m_thread);
    m_thread.start();
    // Direct: a backend may give its frames in a thread of its own, and none waits for the screen.
    connect(
        &m_sink, &QVideoSink::videoFrameChanged, this, &FrameReader::take, Qt::DirectConnection);
}

FrameReader::~FrameReader()
{
    disconnect(&m_sink, nullptr, this, nullptr);
    m_thread.quit();
    m_thread.wait();
}

void FrameReader::take(const QVideoFrame& frame)
{
    if (!frame.isValid() || m_busy.exchange(true)) {
        return;
    }
    QMetaObject::invokeMethod(&m_worker, [this, frame] {
        const Seen seen = look(frame);
        m_busy = false;
        emit looked(seen.text, seen.picture);
    });
}

} // namespace ikrar::kiosk
