#include "qr/contrast.h"
#include "qr/degraded_frames.h"
#include "qr/zbar_reader.h"

#include <catch2/catch.hpp>

using namespace ikrar;

namespace {

/// Neither the seed that the reader was tuned on (1) nor the one its figures are reported on (2).
constexpr std::uint64_t seed = 3;
constexpr int framesOfAKind = 3;

struct Read {
    int ours = 0;
    int zbar = 0;
};

Read readAll(qr::Damage damage)
{
    Read read;
    for (int number = 0; number < framesOfAKind; ++number) {
        const qr::Frame frame = qr::degradedFrame(damage, seed, number, 640, 480);
        const auto ours = qr::decode(frame.view(), qr::Effort::Frame);
        const std::string zbar = qr::readByZbar(frame.view());
        INFO(qr::name(damage) << ", frame " << number);
        if (ours) {
            CHECK(*ours == frame.text); // a frame may be refused, never misread
        }
        read.ours += ours ? 1 : 0;
        read.zbar += zbar.empty() ? 0 : 1;
    }
    return read;
}

} // namespace

TEST_CASE(
    "receipts under a camera are read at least as often as by zbar, and never misread", "[qr]")
{
    Read all;
    for (const qr::Damage damage : qr::allDamages) {
        const Read read = readAll(damage);
        INFO(qr::name(damage));
        if (damage == qr::Damage::None) {
            CHECK(read.ours == framesOfAKind);
        }
        if (damage == qr::Damage::Empty) {
            CHECK(read.ours == 0);
        }
        all.ours += read.ours;
        all.zbar += read.zbar;
    }
    CHECK(all.ours > all.zbar);
}

TEST_CASE("a receipt that one frame lost is read in one of the next", "[qr]")
{
    const auto damage = GENERATE(qr::Damage::Dimmed, qr::Damage::Screen, qr::Damage::Thermal);
    bool seen = false;
    for (int later = 0; later < 5 && !seen; ++later) {
        const qr::Frame frame = qr::laterFrame(damage, seed, 1, later, 640, 480);
        const auto text = qr::decode(frame.view(), qr::Effort::Frame);
        seen = text == frame.text;
    }
    CHECK(seen);
}

TEST_CASE("the frames are the same wherever they are made", "[qr]")
{
    const qr::Frame frame = qr::degradedFrame(qr::Damage::Tilted, 1, 0, 160, 120);
    CHECK(frame.pixels == qr::degradedFrame(qr::Damage::Tilted, 1, 0, 160, 120).pixels);
    CHECK(frame.pixels != qr::degradedFrame(qr::Damage::Tilted, 2, 0, 160, 120).pixels);
}

TEST_CASE("halving means four pixels, also with padding and strides", "[qr]")
{
    const std::vector<std::uint8_t> pixels{
        0, 9, 10, 9, 77, 20, 9, 30, 9, 77}; // two of two, stride 2, one byte of padding
    const qr::Picture half = qr::halved({pixels.data(), 2, 2, 5, 2});
    REQUIRE(half.width == 1);
    REQUIRE(half.height == 1);
    CHECK(half.pixels == std::vector<std::uint8_t>{15});
}

TEST_CASE("local contrast leaves a plain surface and parts what differs", "[qr]")
{
    std::vector<std::uint8_t> pixels(64 * 48, 100);
    const qr::Luminance plane{pixels.data(), 64, 48, 64, 1};
    CHECK(qr::withLocalContrast(plane, 5, 4).pixels == pixels);
    pixels.at(20 * 64 + 30) = 110;
    const qr::Picture parted = qr::withLocalContrast(plane, 5, 4);
    CHECK(parted.pixels.at(20 * 64 + 30) == 140);
    CHECK(parted.pixels.at(20 * 64 + 31) == 100);
    CHECK(parted.pixels.at(0) == 100); // the square is cut at the edge
}
