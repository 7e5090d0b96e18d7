#include "print/document.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace ikrar::print {

namespace {

constexpr int pdfDotsPerInch = 600;
constexpr double millimetresPerInch = 25.4;
constexpr double pdfDots = pdfDotsPerInch / millimetresPerInch;
constexpr int rollDots = 8; // a millimetre
constexpr int longestRoll = 400 * rollDots;

Error tooLong()
{
    return {Error::Kind::TooLarge, "The slip is longer than its paper."};
}

Result<Bytes> pdfOf(const Slip& slip)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(pdfDotsPerInch);
        const QPageSize page(slip.paper == Paper::A5 ? QPageSize::A5 : QPageSize::A6);
        writer.setPageSize(page);
        writer.setPageMargins({});
        writer.setTitle(QString::fromStdString(slip.title));
        QPainter painter(&writer);
        if (!painter.isActive())
            return fail(Error::Kind::Io, "The page of the slip cannot be drawn.");
        if (draw(painter, slip, pdfDots) > page.sizePixels(pdfDotsPerInch).height())
            return tl::unexpected(tooLong());
    }
    return Bytes(bytes.begin(), bytes.end());
}

/// The slip as dots of a roll's printer.
Result<QImage> rasterOf(const Slip& slip)
{
    QImage image(static_cast<int>(printedWidth(slip.paper)) * rollDots, longestRoll,
        QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    const int height = draw(painter, slip, rollDots);
    painter.end();
    if (height > longestRoll)
        return tl::unexpected(tooLong());
    return image.copy(0, 0, image.width(), height);
}

/// A row of dots, the leftmost in the highest bit of the first byte; 1 is black.
void appendDots(Bytes& out, const QImage& image, int y)
{
    constexpr int bitsAByte = 8;
    constexpr int black = 128; // grey below it, of letters smoothed at their edges
    const uchar* line = image.constScanLine(y);
    for (int x = 0; x < image.width(); x += bitsAByte) {
        unsigned dots = 0;
        for (int bit = 0; bit < bitsAByte; ++bit)
            dots = dots << 1U | (line[x + bit] < black ? 1U : 0U);
        out.push_back(static_cast<std::uint8_t>(dots));
    }
}

/// Printers of this kind have little memory: they get the picture in bands.
Bytes escPos(const QImage& image)
{
    constexpr int band = 128; // rows
    constexpr std::uint8_t esc = 0x1b;
    constexpr std::uint8_t gs = 0x1d;
    constexpr int lowByte = 256;
    const auto append = [](Bytes& out, std::initializer_list<int> bytes) {
        for (const int byte : bytes)
            out.push_back(static_cast<std::uint8_t>(byte));
    };
    Bytes out;
    append(out, {esc, '@'}); // reset
    const int bytesARow = image.width() / 8;
    for (int top = 0; top < image.height(); top += band) {
        const int rows = std::min(band, image.height() - top);
        append(out,
            {gs, 'v', '0', 0, bytesARow % lowByte, bytesARow / lowByte, rows % lowByte,
                rows / lowByte});
        for (int row = 0; row < rows; ++row)
            appendDots(out, image, top + row);
    }
    constexpr int feed = 24; // dots between the picture and the knife
    append(out, {gs, 'V', 'B', feed}); // feed and cut
    return out;
}

} // namespace

Result<Document> documentOf(const Slip& slip)
{
    if (slip.paper == Paper::A6 || slip.paper == Paper::A5)
        return pdfOf(slip).map([&](Bytes&& pdf) {
            return Document{slip.title, "application/pdf", std::move(pdf)};
        });
    return rasterOf(slip).map([&](const QImage& image) {
        return Document{slip.title, "application/vnd.cups-raw", escPos(image)};
    });
}

Result<void> savePdf(const Slip& slip, const base::Path& path)
{
    return pdfOf(slip).and_then(
        [&](const Bytes& pdf) { return base::replaceFile(base::systemFiles(), path, pdf); });
}

} // namespace ikrar::print
