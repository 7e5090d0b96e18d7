#pragma once

#include "qr/encode.h"

#include <QString>
#include <QVideoFrame>

#include <algorithm>
#include <stdexcept>

namespace ikrar::tests {

/// A code before a camera, as one of its pixel formats.
inline QVideoFrame frameOf(const QString& text, QVideoFrameFormat::PixelFormat format)
{
    constexpr int scale = 4;
    const QSize size(1280, 720);
    QVideoFrame frame(QVideoFrameFormat(size, format));
    if (!frame.map(QVideoFrame::WriteOnly)) {
        throw std::runtime_error("no such frame");
    }
    const bool pairs
        = format == QVideoFrameFormat::Format_YUYV || format == QVideoFrameFormat::Format_UYVY;
    const bool rgb = format == QVideoFrameFormat::Format_BGRX8888;
    const int stride = rgb ? 4 : pairs ? 2 : 1;
    for (int plane = 0; plane < frame.planeCount(); ++plane) {
        std::fill_n(frame.bits(plane), frame.mappedBytes(plane), std::uint8_t{200});
    }
    const auto matrix = qr::encode(text.toStdString(), qr::Level::L).value();
    for (int y = 0; y < matrix.size * scale; ++y) {
        for (int x = 0; x < matrix.size * scale; ++x) {
            if (!matrix.at(x / scale, y / scale)) {
                continue;
            }
            std::uint8_t* pixel
                = frame.bits(0) + (y + 60) * frame.bytesPerLine(0) + (x + 300) * stride;
            const int bytes = rgb ? 3 : 1;
            std::fill_n(pixel + (format == QVideoFrameFormat::Format_UYVY ? 1 : 0), bytes,
                std::uint8_t{20});
        }
    }
    frame.unmap();
    return frame;
}

} // namespace ikrar::tests
