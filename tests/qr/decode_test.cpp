#include "qr/decode.h"
#include "qr/encode.h"
#include "qr/image.h"
#include "qr/zbarimg.h"

#include <catch2/catch.hpp>

#include <limits>

using namespace ikrar;

namespace {

const std::string first = "HTTPS://VERIFY.EXAMPLE/V#0123456789012345678901234567890123456789";
const std::string second = "HTTPS://VERIFY.EXAMPLE/V#9876543210987654321098765432109876543210";

/// A white plane on which symbols are painted, as a camera would give it.
struct Plane {
    int width = 0;
    int height = 0;
    int pixelStride = 1;
    Bytes bytes;

    Plane(int w, int h, int stride = 1)
        : width(w)
        , height(h)
        , pixelStride(stride)
        , bytes(static_cast<std::size_t>(w * h * stride), 0xff)
    {
    }

    void paint(const std::string& text, int left, int top, int scale)
    {
        const qr::Matrix matrix = qr::encode(text, qr::Level::M).value();
        for (int y = 0; y < matrix.size * scale; ++y) {
            for (int x = 0; x < matrix.size * scale; ++x) {
                if (matrix.at(x / scale, y / scale)) {
                    bytes.at(static_cast<std::size_t>(((top + y) * width + left + x) * pixelStride))
                        = 0;
                }
            }
        }
    }

    [[nodiscard]] qr::Luminance view() const
    {
        return {bytes.data(), width, height, width * pixelStride, pixelStride};
    }
};

Error::Kind kindOf(const Result<std::string>& result)
{
    REQUIRE_FALSE(result.has_value());
    return result.error().kind;
}

} // namespace

TEST_CASE("a symbol anywhere in a frame is read, also out of interleaved pixels", "[qr]")
{
    const int pixelStride = GENERATE(1, 2, 4);
    const auto effort = GENERATE(qr::Effort::Frame, qr::Effort::Photograph);
    Plane plane(640, 480, pixelStride);
    plane.paint(first, 300, 200, 4);
    CHECK(qr::decode(plane.view(), effort) == first);
}

TEST_CASE("a picture without a symbol is Missing", "[qr]")
{
    CHECK(kindOf(qr::decode(Plane(640, 480).view())) == Error::Kind::Missing);
    CHECK(kindOf(qr::decode(Plane(1, 1).view())) == Error::Kind::Missing);
    CHECK(kindOf(qr::decode(Plane(3000, 1).view())) == Error::Kind::Missing);
    Plane noise(320, 240);
    std::uint32_t state = 1;
    for (std::uint8_t& byte : noise.bytes) {
        state = state * 1664525U + 1013904223U;
        byte = static_cast<std::uint8_t>(state >> 24U);
    }
    CHECK(kindOf(qr::decode(noise.view())) == Error::Kind::Missing);
}

TEST_CASE("two different symbols are Invalid, two of the same are one", "[qr]")
{
    const auto effort = GENERATE(qr::Effort::Frame, qr::Effort::Photograph);
    Plane differing(800, 400);
    differing.paint(first, 40, 40, 5);
    differing.paint(second, 440, 60, 5);
    const auto refused = qr::decode(differing.view(), effort);
    CHECK(kindOf(refused) == Error::Kind::Invalid);
    CHECK(refused.error().what.find("several") != std::string::npos);

    Plane same(800, 400);
    same.paint(first, 40, 40, 5);
    same.paint(first, 440, 60, 5);
    CHECK(qr::decode(same.view(), effort) == first);
}

TEST_CASE("shapes that do not fit together are refused before a pixel is read", "[qr]")
{
    constexpr int most = std::numeric_limits<int>::max();
    const std::uint8_t pixel = 0;
    const auto kind = [&pixel](int width, int height, int rowStride, int pixelStride) {
        return kindOf(qr::decode({&pixel, width, height, rowStride, pixelStride}));
    };
    CHECK(kindOf(qr::decode({nullptr, 10, 10, 10, 1})) == Error::Kind::Invalid);
    CHECK(kind(0, 10, 10, 1) == Error::Kind::Invalid);
    CHECK(kind(10, 0, 10, 1) == Error::Kind::Invalid);
    CHECK(kind(-1, -1, 10, 1) == Error::Kind::Invalid);
    CHECK(kind(10, 10, 9, 1) == Error::Kind::Invalid);
    CHECK(kind(10, 10, 18, 2) == Error::Kind::Invalid);
    CHECK(kind(10, 10, -10, 1) == Error::Kind::Invalid);
    CHECK(kind(10, 10, 10, 0) == Error::Kind::Invalid);
    CHECK(kind(10, 10, 10, -1) == Error::Kind::Invalid);
    CHECK(kind(most, most, most, 1) == Error::Kind::TooLarge);
    CHECK(kind(8193, 8192, 8193, 1) == Error::Kind::TooLarge);
    CHECK(kind(1, most, most, 1) == Error::Kind::TooLarge);
    CHECK(kind(100, 100, most, 1) == Error::Kind::TooLarge);
    CHECK(kind(4, 4, 10, most) == Error::Kind::Invalid);
}

TEST_CASE("what is no PNG, or a damaged one, is Malformed", "[qr]")
{
    const Bytes png = qr::toPng(qr::encode(first, qr::Level::M).value(), 4);
    CHECK(kindOf(qr::decodePng({})) == Error::Kind::Malformed);
    CHECK(kindOf(qr::decodePng(base::asBytes("GIF89a"))) == Error::Kind::Malformed);
    for (std::size_t length = 0; length < png.size() - 12;
         length += 7) { // an end chunk of 12 bytes may miss
        CHECK(kindOf(qr::decodePng(BytesView(png).first(length))) == Error::Kind::Malformed);
    }
}

TEST_CASE("a PNG that claims more pixels than the bound is refused by its header", "[qr]")
{
    // 65,535 x 65,535, 1 bit, grey, and no pixel at all: a header with its checksum, then an empty
    // IDAT.
    const Bytes bomb = base::fromHex("89504e470d0a1a0a0000000d494844520000ffff0000ffff0100000000"
                                     "9e7ee4fd"
                                     "0000000049444154"
                                     "35af061e")
                           .value();
    CHECK(kindOf(qr::decodePng(bomb)) == Error::Kind::TooLarge);
}
