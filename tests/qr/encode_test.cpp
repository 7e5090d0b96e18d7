#include "qr/decode.h"
#include "qr/encode.h"
#include "qr/image.h"
#include "qr/zbarimg.h"

#include <catch2/catch.hpp>

using namespace ikrar;

namespace {

std::string digits(std::size_t count)
{
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        out += static_cast<char>('0' + (i * 7 + i / 11) % 10);
    }
    return out;
}

const std::string url = "HTTPS://VERIFY.EXAMPLE/TAKALAR-2023/V#";

/// Our reader's text, after zbarimg has read the same.
std::string readBack(const qr::Matrix& matrix, int scale = 4)
{
    const Bytes png = qr::toPng(matrix, scale);
    const auto ours = qr::decodePng(png);
    const auto theirs = qr::zbarimg(png);
    REQUIRE(theirs.has_value());
    REQUIRE(ours.has_value());
    CHECK(*theirs == *ours + "\n");
    return *ours;
}

} // namespace

TEST_CASE("a receipt's text comes back from its symbol through both readers", "[qr]")
{
    const auto count = GENERATE(as<std::size_t>{}, 0, 1, 2, 3, 17, 400, 1161, 1700);
    const auto level = GENERATE(qr::Level::L, qr::Level::M);
    const std::string text = url + digits(count);
    const auto matrix = qr::encode(text, level, 40);
    REQUIRE(matrix.has_value());
    CHECK(matrix->size == 4 * matrix->version + 17);
    CHECK(matrix->dark.size() == static_cast<std::size_t>(matrix->size * matrix->size));
    CHECK(readBack(*matrix) == text);
}

TEST_CASE("text that is no receipt is encoded byte for byte too", "[qr]")
{
    const std::string text = GENERATE(as<std::string>{}, "0", "00000000000000000001",
        "HELLO WORLD 1/2", "https://verify.example/lower#0123", "#", "##", "a#b#c", "123#456",
        "#12", "AB#cd", "tanda terima");
    const auto matrix = qr::encode(text, qr::Level::M);
    REQUIRE(matrix.has_value());
    CHECK(readBack(*matrix, 8) == text);
}

TEST_CASE("bytes that are no text survive our reader", "[qr]")
{
    const std::string text = GENERATE(as<std::string>{}, std::string("a\0b", 3),
        "\xff\xfe\x80 \x81\x40", "\xe3\x81\x82\xe3\x81\x84", "na\xc3\xafve", std::string(5, '\0'));
    const auto matrix = qr::encode(text, qr::Level::L);
    REQUIRE(matrix.has_value());
    CHECK(qr::decodePng(qr::toPng(*matrix, 5)) == text);
}

TEST_CASE("each part of a receipt is in the densest mode that holds it", "[qr]")
{
    // Data bits of ISO/IEC 18004 table 7; version 15 has 16-bit byte counts, 11-bit alphanumeric
    // and 12-bit numeric.
    constexpr std::size_t bitsOfVersion15L = 4184;
    const std::size_t head
        = (4 + 11 + (url.size() - 1) * 11 / 2 + (url.size() - 1) % 2) + (4 + 16 + 8) + (4 + 12);
    const std::size_t most = (bitsOfVersion15L - head) / 10 * 3;
    const auto fits = qr::encode(url + digits(most), qr::Level::L);
    const auto spills = qr::encode(url + digits(most + 3), qr::Level::L);
    REQUIRE(fits.has_value());
    REQUIRE(spills.has_value());
    CHECK(fits->version == 15);
    CHECK(spills->version == 16);
}

TEST_CASE("a symbol over the version limit is refused", "[qr]")
{
    const auto level = GENERATE(qr::Level::L, qr::Level::M);
    std::size_t count = 1;
    while (qr::encode(url + digits(count), level)) {
        count += 50;
    }
    const auto refused = qr::encode(url + digits(count), level);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().kind == Error::Kind::TooLarge);
    const auto larger = qr::encode(url + digits(count), level, 40);
    REQUIRE(larger.has_value());
    CHECK(larger->version == qr::maxVersion + 1);
    CHECK(qr::encode(url + digits(100), level, 3).error().kind == Error::Kind::TooLarge);
}

TEST_CASE("what no QR code can hold is refused", "[qr]")
{
    const std::size_t count = GENERATE(as<std::size_t>{}, 7050, 7089, 7090, 1000000);
    CHECK(qr::encode(url + digits(count), qr::Level::L, 40).error().kind == Error::Kind::TooLarge);
    CHECK(qr::encode(std::string(count, 'x'), qr::Level::L, 40).error().kind
        == Error::Kind::TooLarge);
    CHECK(qr::encode("", qr::Level::L).error().kind == Error::Kind::Invalid);
}
