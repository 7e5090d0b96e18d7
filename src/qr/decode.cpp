#include "qr/decode.h"

#include "qr/contrast.h"

#include <ZXing/ReadBarcode.h>

#include <exception>
#include <limits>

namespace ikrar::qr {

namespace {

constexpr std::uint8_t symbolsLookedAt = 8;
/// Pixels of the largest photograph that is also looked at in double size.
constexpr int maxDoubled = 1 << 22;

Result<void> checkShape(const Luminance& plane)
{
    if (plane.data == nullptr || plane.width <= 0 || plane.height <= 0 || plane.pixelStride <= 0) {
        return fail(Error::Kind::Invalid, "the picture is empty");
    }
    const auto width = static_cast<std::uint64_t>(plane.width);
    const auto height = static_cast<std::uint64_t>(plane.height);
    if (width * height > maxPixels) {
        return fail(Error::Kind::TooLarge, "the picture has too many pixels");
    }
    const auto rowBytes = (width - 1) * static_cast<std::uint64_t>(plane.pixelStride) + 1;
    if (plane.rowStride <= 0 || static_cast<std::uint64_t>(plane.rowStride) < rowBytes) {
        return fail(Error::Kind::Invalid, "the picture's rows overlap");
    }
    // ZXing computes offsets as int.
    constexpr auto largestOffset = static_cast<std::uint64_t>(std::numeric_limits<int>::max());
    if (height * static_cast<std::uint64_t>(plane.rowStride) > largestOffset) {
        return fail(Error::Kind::TooLarge, "the picture has too many bytes");
    }
    return {};
}

/// ZXing reports some conditions as exceptions; none of them passes here.
ZXing::Results read(const Luminance& plane, bool harder)
{
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode);
    hints.setMaxNumberOfSymbols(symbolsLookedAt);
    hints.setTryRotate(false); // a QR code is found by its three corners, however it is turned
    hints.setTryHarder(harder);
    const ZXing::ImageView view(plane.data, plane.width, plane.height, ZXing::ImageFormat::Lum,
        plane.rowStride, plane.pixelStride);
    try {
        return ZXing::ReadBarcodes(view, hints);
    } catch (const std::exception&) {
        return {};
    }
}

/// One look at a plane: the text of the one symbol there.
Result<std::string> look(const Luminance& plane, bool harder)
{
    std::string found;
    for (const ZXing::Result& symbol : read(plane, harder)) {
        const ZXing::ByteArray& bytes = symbol.bytes();
        if (!symbol.isValid() || bytes.empty()) {
            continue;
        }
        std::string text(bytes.begin(), bytes.end());
        if (!found.empty() && text != found) {
            return fail(
                Error::Kind::Invalid, "several QR codes are in the picture: show one alone");
        }
        found = std::move(text);
    }
    if (found.empty()) {
        return fail(Error::Kind::Missing, "no QR code is seen in the picture");
    }
    return found;
}

bool decided(const Result<std::string>& seen)
{
    return seen || seen.error().kind != Error::Kind::Missing;
}

} // namespace

Result<std::string> decode(const Luminance& plane, Effort effort)
{
    if (const auto shape = checkShape(plane); !shape) {
        return tl::unexpected(shape.error());
    }
    // Cheapest first, chosen on degraded frames (tests/bench/scan_bench): as it is; at half size
    // with the contrast of its neighbourhood, for dusk, noise and faded paper; the same at full
    // size, for small modules.
    auto seen = look(plane, effort == Effort::Photograph);
    if (!decided(seen) && plane.width > 1 && plane.height > 1) {
        seen = look(withLocalContrast(halved(plane).view(), 6, 6).view(), false);
    }
    if (!decided(seen)) {
        seen = look(withLocalContrast(plane, 12, 4).view(), true);
    }
    if (!decided(seen) && effort == Effort::Photograph
        && plane.width * plane.height <= maxDoubled) {
        seen = look(doubled(plane).view(), true);
    }
    return seen;
}

} // namespace ikrar::qr
