#include "qr/encode.h"
#include "qr/image.h"

#include <catch2/catch.hpp>

#include <regex>

using namespace ikrar;

namespace {

qr::Matrix sample()
{
    return qr::encode(
        "HTTPS://VERIFY.EXAMPLE/V#0123456789012345678901234567890123456789", qr::Level::M)
        .value();
}

/// Paints the rectangles of the path of an SVG by toSvg, in units of a module, quiet zone included.
std::vector<bool> paintPath(const std::string& svg, int side)
{
    std::vector<bool> dark(static_cast<std::size_t>(side * side));
    const std::regex run(R"(M(\d+) (\d+)h(\d+)v1h-(\d+)z)");
    for (std::sregex_iterator it(svg.begin(), svg.end(), run), end; it != end; ++it) {
        REQUIRE((*it)[3] == (*it)[4]);
        const int row = std::stoi((*it)[2]) * side;
        for (int x = std::stoi((*it)[1]), left = std::stoi((*it)[3]); left > 0; --left, ++x) {
            REQUIRE(x < side);
            REQUIRE_FALSE(dark.at(static_cast<std::size_t>(row + x)));
            dark.at(static_cast<std::size_t>(row + x)) = true;
        }
    }
    return dark;
}

} // namespace

TEST_CASE("the SVG path paints the dark modules and no other", "[qr]")
{
    const qr::Matrix matrix = sample();
    const std::string svg = qr::toSvg(matrix);
    const int side = matrix.size + 2 * qr::quietZone;
    CHECK(svg.find("viewBox=\"0 0 " + std::to_string(side) + ' ' + std::to_string(side) + "\"")
        != std::string::npos);
    CHECK(std::regex_match(svg,
        std::regex("<svg [^>]*><rect [^>]*/><path d=\"(M\\d+ \\d+h\\d+v1h-\\d+z)+\"/></svg>\n")));

    const std::vector<bool> painted = paintPath(svg, side);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const int column = x - qr::quietZone;
            const int row = y - qr::quietZone;
            const bool inside
                = column >= 0 && row >= 0 && column < matrix.size && row < matrix.size;
            REQUIRE(painted.at(static_cast<std::size_t>(y * side + x))
                == (inside && matrix.at(column, row)));
        }
    }
}

TEST_CASE("a PNG has the scaled side in its header", "[qr]")
{
    const qr::Matrix matrix = sample();
    const int scale = GENERATE(1, 3, 64);
    const Bytes png = qr::toPng(matrix, scale);
    REQUIRE(png.size() > 33);
    CHECK(base::toHex(BytesView(png).first(8)) == "89504e470d0a1a0a");
    const int side = (matrix.size + 2 * qr::quietZone) * scale;
    CHECK((png[18] << 8) + png[19] == side);
    CHECK((png[22] << 8) + png[23] == side);
    CHECK(png[24] == 8);
    CHECK(png[25] == 0); // grey
}
