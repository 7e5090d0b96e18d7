#include "qr/decode.h"
#include "qr/image.h"
#include "qr/sheet.h"

#include <png.h>

#include <algorithm>
#include <cassert>

namespace ikrar::qr {

namespace {

constexpr std::uint8_t white = 0xff;
constexpr std::uint8_t black = 0x00;

/// libpng's simplified interface, which reports errors by return value, and its memory.
class PngImage
{
public:
    PngImage() { m_image.version = PNG_IMAGE_VERSION; }
    PngImage(const PngImage&) = delete;
    PngImage& operator=(const PngImage&) = delete;
    PngImage(PngImage&&) = delete;
    PngImage& operator=(PngImage&&) = delete;
    ~PngImage() { png_image_free(&m_image); }

    png_image* operator->() { return &m_image; }
    png_image* get() { return &m_image; }

private:
    png_image m_image{};
};

/// One byte a pixel, row by row.
Bytes paint(const Sheet& sheet, std::size_t scale)
{
    const std::size_t side = static_cast<std::size_t>(sheet.width()) * scale;
    Bytes pixels(side * static_cast<std::size_t>(sheet.height()) * scale, white);
    for (int y = 0; y < sheet.height(); ++y) {
        const std::size_t top = static_cast<std::size_t>(y) * scale;
        const auto row = pixels.begin() + static_cast<std::ptrdiff_t>(top * side);
        for (int x = 0; x < sheet.width(); ++x) {
            if (sheet.at(x, y)) {
                const std::size_t left = static_cast<std::size_t>(x) * scale;
                std::fill_n(row + static_cast<std::ptrdiff_t>(left), scale, black);
            }
        }
        for (std::size_t copy = 1; copy < scale; ++copy) {
            std::copy_n(row, side, row + static_cast<std::ptrdiff_t>(copy * side));
        }
    }
    return pixels;
}

png_alloc_size_t mostBytes(const png_image& image)
{
    return PNG_IMAGE_PNG_SIZE_MAX(image);
}

Bytes compress(const Bytes& pixels, int width, int height)
{
    PngImage image;
    image->width = static_cast<png_uint_32>(width);
    image->height = static_cast<png_uint_32>(height);
    image->format = PNG_FORMAT_GRAY;
    png_alloc_size_t size = mostBytes(*image.get());
    Bytes png(size);
    [[maybe_unused]] const int written
        = png_image_write_to_memory(image.get(), png.data(), &size, 0, pixels.data(), 0, nullptr);
    assert(written != 0);
    png.resize(size);
    return png;
}

} // namespace

Bytes toPng(const Matrix& matrix, int scale, Caption caption)
{
    assert(scale >= 1 && scale <= 64);
    const Sheet sheet(matrix, caption);
    return compress(paint(sheet, static_cast<std::size_t>(scale)), sheet.width() * scale,
        sheet.height() * scale);
}

Result<std::string> decodePng(BytesView png)
{
    PngImage image;
    if (png_image_begin_read_from_memory(image.get(), png.data(), png.size()) == 0) {
        return fail(Error::Kind::Malformed, "this is not a PNG picture");
    }
    if (std::uint64_t{image->width} * image->height > maxPixels) {
        return fail(Error::Kind::TooLarge, "the picture has too many pixels");
    }
    image->format = PNG_FORMAT_GRAY;
    Bytes pixels(PNG_IMAGE_SIZE(*image.get()));
    const png_color paper{white, white, white};
    if (png_image_finish_read(image.get(), &paper, pixels.data(), 0, nullptr) == 0) {
        return fail(Error::Kind::Malformed, "the PNG picture is damaged");
    }
    const auto width = static_cast<int>(image->width);
    return decode({pixels.data(), width, static_cast<int>(image->height), width, 1});
}

} // namespace ikrar::qr
