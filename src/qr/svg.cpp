#include "qr/image.h"

namespace ikrar::qr {

namespace {

/// One closed rectangle for each run of dark modules in a row.
std::string path(const Matrix& matrix)
{
    std::string out;
    for (int y = 0; y < matrix.size; ++y) {
        for (int x = 0; x < matrix.size; ++x) {
            if (!matrix.at(x, y)) {
                continue;
            }
            const int first = x;
            while (x + 1 < matrix.size && matrix.at(x + 1, y)) {
                ++x;
            }
            const std::string width = std::to_string(x + 1 - first);
            out.append("M").append(std::to_string(first + quietZone)).append(" ");
            out.append(std::to_string(y + quietZone)).append("h").append(width);
            out.append("v1h-").append(width).append("z");
        }
    }
    return out;
}

} // namespace

std::string toSvg(const Matrix& matrix)
{
    const std::string side = std::to_string(matrix.size + 2 * quietZone);
    return R"(<svg xmlns="http://www.w3.org/2000/svg" version="1.1" viewBox="0 0 )" + side + ' '
        + side + R"(" shape-rendering="crispEdges"><rect width=")" + side + R"(" height=")" + side
        + R"(" fill="#fff"/><path d=")" + path(matrix) + "\"/></svg>\n";
}

} // namespace ikrar::qr
