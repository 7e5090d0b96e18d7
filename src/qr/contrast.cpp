#include "qr/contrast.h"

#include <algorithm>
#include <numeric>

namespace ikrar::qr {

namespace {

std::size_t area(int width, int height)
{
    return static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
}

const std::uint8_t* row(const Luminance& plane, int y)
{
    return plane.data + static_cast<std::ptrdiff_t>(y) * plane.rowStride;
}

/// Adds row `y`, once or minus once, to the sums of the columns.
void addRow(std::vector<int>& columns, const Luminance& plane, int y, int times)
{
    const std::uint8_t* pixel = row(plane, y);
    for (int& column : columns) {
        column += times * *pixel;
        pixel += plane.pixelStride;
    }
}

/// Row `pixel` to `to`, each pixel as far from its square's mean as `gain` says. `columns` holds
/// the sums of the columns over the `rows` rows within the square's height.
void contrastRow(const std::vector<int>& columns, int rows, const std::uint8_t* pixel,
    int pixelStride, std::uint8_t* to, int radius, int gain)
{
    const auto width = static_cast<std::ptrdiff_t>(columns.size());
    const std::ptrdiff_t reach = radius;
    int sum = std::accumulate(columns.begin(), columns.begin() + std::min(reach, width), 0);
    for (std::ptrdiff_t x = 0; x < width; ++x) {
        if (x + reach < width)
            sum += columns[static_cast<std::size_t>(x + reach)];
        if (x - reach - 1 >= 0)
            sum -= columns[static_cast<std::size_t>(x - reach - 1)];
        const auto across
            = std::min(x + reach, width - 1) - std::max(x - reach, std::ptrdiff_t{0}) + 1;
        const int mean = sum / (rows * static_cast<int>(across));
        *to++ = static_cast<std::uint8_t>(std::clamp(mean + gain * (*pixel - mean), 0, 255));
        pixel += pixelStride;
    }
}

} // namespace

Picture halved(const Luminance& plane)
{
    Picture out{plane.width / 2, plane.height / 2, {}};
    out.pixels.resize(area(out.width, out.height));
    std::uint8_t* to = out.pixels.data();
    const int step = plane.pixelStride;
    for (int y = 0; y < out.height; ++y) {
        const std::uint8_t* upper = row(plane, 2 * y);
        const std::uint8_t* lower = row(plane, 2 * y + 1);
        for (int x = 0; x < out.width; ++x) {
            *to++ = static_cast<std::uint8_t>(
                (upper[0] + upper[step] + lower[0] + lower[step] + 2) / 4);
            upper += 2 * static_cast<std::ptrdiff_t>(step);
            lower += 2 * static_cast<std::ptrdiff_t>(step);
        }
    }
    return out;
}

Picture doubled(const Luminance& plane)
{
    Picture out{plane.width * 2, plane.height * 2, {}};
    out.pixels.resize(area(out.width, out.height));
    for (int y = 0; y < plane.height; ++y) {
        const std::uint8_t* here = row(plane, y);
        const std::uint8_t* below = row(plane, std::min(y + 1, plane.height - 1));
        std::uint8_t* upper = out.pixels.data() + area(out.width, 2 * y);
        std::uint8_t* lower = upper + out.width;
        for (int x = 0; x < plane.width; ++x) {
            const auto at = static_cast<std::ptrdiff_t>(x) * plane.pixelStride;
            const auto next
                = static_cast<std::ptrdiff_t>(std::min(x + 1, plane.width - 1)) * plane.pixelStride;
            *upper++ = here[at];
            *upper++ = static_cast<std::uint8_t>((here[at] + here[next]) / 2);
            *lower++ = static_cast<std::uint8_t>((here[at] + below[at]) / 2);
            *lower++
                = static_cast<std::uint8_t>((here[at] + here[next] + below[at] + below[next]) / 4);
        }
    }
    return out;
}

Picture withLocalContrast(const Luminance& plane, int radius, int gain)
{
    Picture out{plane.width, plane.height, {}};
    out.pixels.resize(area(plane.width, plane.height));
    // The sums of the columns within the square's height move down with it, the square's own sum
    // moves across them. At the frame's edges the square is cut.
    std::vector<int> columns(static_cast<std::size_t>(plane.width), 0);
    for (int y = 0; y < std::min(radius, plane.height); ++y)
        addRow(columns, plane, y, 1);
    std::uint8_t* to = out.pixels.data();
    for (int y = 0; y < plane.height; ++y) {
        if (y + radius < plane.height)
            addRow(columns, plane, y + radius, 1);
        if (y - radius - 1 >= 0)
            addRow(columns, plane, y - radius - 1, -1);
        const int rows = std::min(y + radius, plane.height - 1) - std::max(y - radius, 0) + 1;
        contrastRow(columns, rows, row(plane, y), plane.pixelStride, to, radius, gain);
        to += plane.width;
    }
    return out;
}

} // namespace ikrar::qr
