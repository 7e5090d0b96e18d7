#include "qr/decode.h"

#include <ZXing/ReadBarcode.h>

#include <exception>
#include <limits>

namespace ikrar::qr {

namespace {

constexpr std::uint8_t symbolsLookedAt = 8;

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

ZXing::DecodeHints hintsFor(Effort effort)
{
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode);
    hints.setMaxNumberOfSymbols(symbolsLookedAt);
    hints.setTryRotate(false); // a QR code is found by its three corners, however it is turned
    hints.setTryHarder(effort == Effort::Photograph);
    return hints;
}

/// ZXing reports some conditions as exceptions; none of them passes here.
ZXing::Results read(const Luminance& plane, Effort effort)
{
    const ZXing::ImageView view(plane.data, plane.width, plane.height, ZXing::ImageFormat::Lum,
        plane.rowStride, plane.pixelStride);
    try {
        return ZXing::ReadBarcodes(view, hintsFor(effort));
    } catch (const std::exception&) {
        return {};
    }
}

} // namespace

Result<std::string> decode(const Luminance& plane, Effort effort)
{
    if (const auto shape = checkShape(plane); !shape) {
        return tl::unexpected(shape.error());
    }
    std::string found;
    for (const ZXing::Result& symbol : read(plane, effort)) {
        const ZXing::ByteArray& bytes = symbol.bytes();
        if (!symbol.isValid() || bytes.empty()) {
            continue;
        }
        std::string text(bytes.begin(), bytes.end());
        if (!found.empty() && text != found) {
            return fail(
                Error::Kind::Missing, "several QR codes are in the picture: show one alone");
        }
        found = std::move(text);
    }
    if (found.empty()) {
        return fail(Error::Kind::Missing, "no QR code is seen in the picture");
    }
    return found;
}

} // namespace ikrar::qr
