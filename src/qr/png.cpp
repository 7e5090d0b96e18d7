#include "qr/decode.h"
#include "qr/image.h"

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

/// One byte a pixel, row by row, quiet zone included.
Bytes paint(const Matrix& matrix, std::size_t scale, std::size_t side)
{
    Bytes pixels(side * side, white);
    const std::size_t margin = quietZone * scale;
    for (int y = 0; y < matrix.size; ++y) {
        const std::size_t top = margin + static_cast<std::size_t>(y) * scale;
        const auto row = pixels.begin() + static_cast<std::ptrdiff_t>(top * side);
        for (int x = 0; x < matrix.size; ++x) {
            if (matrix.at(x, y)) {
                const std::size_t left = margin + static_cast<std::size_t>(x) * scale;
                std::fill_n(row + static_cast<std::ptrdiff_t>(left), scale, black);
            }
        }
        for (std::size_t copy = 1; copy < scale; ++copy) {
            std::copy_n(row, side, row + static_cast<std::ptrdiff_t>(copy * side));
        }
    }
    return pixels;
}

} // namespace

Bytes toPng(const Matrix& matrix, int scale)
{
    assert(scale >= 1 && scale <= 64);
    const std::size_t side
        = static_cast<std::size_t>(matrix.size + 2 * quietZone) * static_cast<std::size_t>(scale);
    const Bytes pixels = paint(matrix, static_cast<std::size_t>(scale), side);

    PngImage image;
    image->width = static_cast<png_uint_32>(side);
    image->height = static_cast<png_uint_32>(side);
    image->format = PNG_FORMAT_GRAY;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(*image.get());
    Bytes png(size);
    [[maybe_unused]] const int written
        = png_image_write_to_memory(image.get(), png.data(), &size, 0, pixels.data(), 0, nullptr);
    assert(written != 0);
    png.resize(size);
    return png;
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
