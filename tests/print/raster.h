#pragma once

#include "base/bytes.h"

#include <QImage>

#include <catch2/catch.hpp>

namespace ikrar::tests {

/// The picture that a thermal printer makes of these bytes, which are what the slips use of ESC/POS
/// and nothing else: reset, raster bands of one width, feed and cut.
inline QImage rasterOf(BytesView bytes)
{
    constexpr std::size_t head = 8;
    constexpr std::size_t cut = 4;
    REQUIRE(bytes.size() > 2 + head + cut);
    REQUIRE((bytes[0] == 0x1b && bytes[1] == '@'));
    bytes = bytes.subspan(2);
    QImage image;
    while (bytes.size() > cut) {
        REQUIRE((bytes[0] == 0x1d && bytes[1] == 'v' && bytes[2] == '0' && bytes[3] == 0));
        const int width = bytes[4] + 256 * bytes[5];
        const int rows = bytes[6] + 256 * bytes[7];
        const auto size = static_cast<std::size_t>(width) * static_cast<std::size_t>(rows);
        REQUIRE(bytes.size() >= head + size + cut);
        const int above = image.height();
        image = image.isNull() ? QImage(width * 8, rows, QImage::Format_Mono)
                               : image.copy(0, 0, width * 8, above + rows);
        image.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
        for (int row = 0; row < rows; ++row)
            std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(head) + row * width, width,
                image.scanLine(above + row));
        bytes = bytes.subspan(head + size);
    }
    REQUIRE((bytes[0] == 0x1d && bytes[1] == 'V' && bytes[2] == 'B'));
    return image;
}

} // namespace ikrar::tests
