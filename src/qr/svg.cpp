#include "qr/image.h"
#include "qr/sheet.h"

namespace ikrar::qr {

namespace {

/// One closed rectangle for each run of dark modules in a row.
std::string path(const Sheet& sheet)
{
    std::string out;
    for (int y = 0; y < sheet.height(); ++y) {
        for (int x = 0; x < sheet.width(); ++x) {
            if (!sheet.at(x, y)) {
                continue;
            }
            const int first = x;
            while (x + 1 < sheet.width() && sheet.at(x + 1, y)) {
                ++x;
            }
            const std::string width = std::to_string(x + 1 - first);
            out.append("M").append(std::to_string(first)).append(" ");
            out.append(std::to_string(y)).append("h").append(width);
            out.append("v1h-").append(width).append("z");
        }
    }
    return out;
}

} // namespace

std::string toSvg(const Matrix& matrix, Caption caption)
{
    const Sheet sheet(matrix, caption);
    const std::string width = std::to_string(sheet.width());
    const std::string height = std::to_string(sheet.height());
    return R"(<svg xmlns="http://www.w3.org/2000/svg" version="1.1" viewBox="0 0 )" + width + ' '
        + height + R"(" shape-rendering="crispEdges"><rect width=")" + width + R"(" height=")"
        + height + R"(" fill="#fff"/><path d=")" + path(sheet) + "\"/></svg>\n";
}

} // namespace ikrar::qr
