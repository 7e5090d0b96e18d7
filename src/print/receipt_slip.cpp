#include "print/receipt_slip.h"

#include "qr/encode.h"
#include "receipt/fitting.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace ikrar::print {

namespace {

constexpr int dotsPerInch = 600;
constexpr double millimetresPerInch = 25.4;
constexpr double margin = 8; // mm, as all measures below
constexpr double pageWidth = 105;
constexpr double pageHeight = 148;
constexpr double largestCode = 74;

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

/// A column of centred lines, from the top down.
class Column
{
public:
    explicit Column(QPainter& painter) : m_painter(painter)
    {
        painter.scale(dotsPerInch / millimetresPerInch, dotsPerInch / millimetresPerInch);
    }

    void line(const QString& words, double capitals, bool bold = false)
    {
        if (words.isEmpty())
            return;
        // Fonts have whole sizes: they are laid out in hundredths of a millimetre.
        constexpr double fine = 100;
        QFont font(QStringLiteral("Noto Sans"));
        font.setBold(bold);
        font.setPixelSize(static_cast<int>(capitals / 0.714 * fine));
        m_painter.save();
        m_painter.scale(1 / fine, 1 / fine);
        m_painter.setFont(font);
        const QRectF room(
            margin * fine, m_y * fine, (pageWidth - 2 * margin) * fine, (pageHeight - m_y) * fine);
        QRectF taken;
        m_painter.drawText(
            room, static_cast<int>(Qt::AlignHCenter) | Qt::TextWordWrap, words, &taken);
        m_painter.restore();
        m_y += taken.height() / fine;
    }

    void gap(double millimetres) { m_y += millimetres; }

    void code(const qr::Matrix& matrix)
    {
        const double module = largestCode / (matrix.size + 2 * qr::quietZone);
        const double left = (pageWidth - module * matrix.size) / 2;
        m_y += module * qr::quietZone;
        for (int y = 0; y < matrix.size; ++y) {
            for (int x = 0; x < matrix.size; ++x) {
                if (matrix.at(x, y))
                    m_painter.fillRect(
                        QRectF(left + x * module, m_y + y * module, module, module), Qt::black);
            }
        }
        m_y += module * (matrix.size + qr::quietZone);
    }

private:
    QPainter& m_painter;
    double m_y = margin;
};

Result<qr::Matrix> codeOf(const ReceiptSlip& slip)
{
    const auto at = [&](qr::Level level) {
        return receipt::fitting(slip.receipt, slip.verifyUrl, level)
            .and_then([&](const receipt::Receipt& fitting) {
                return qr::encode(receipt::toText(fitting, slip.verifyUrl), level);
            });
    };
    auto medium = at(qr::Level::M);
    return medium ? medium : at(qr::Level::L);
}

QString stamp(const ReceiptSlip& slip)
{
    QStringList words;
    if (slip.rehearsal)
        words << QStringLiteral("GLADI");
    if (slip.copy)
        words << QStringLiteral("SALINAN");
    if (slip.voided)
        words << QStringLiteral("DIBATALKAN");
    return words.join(QStringLiteral(" · "));
}

void paint(QPainter& painter, const ReceiptSlip& slip, const qr::Matrix& code)
{
    Column column(painter);
    column.line(stamp(slip), 4.2, true);
    if (slip.rehearsal)
        column.line(QStringLiteral("Hanya latihan, bukan ikrar yang sah."), 2, true);
    column.gap(1);
    column.line(text(slip.title), 2.6, true);
    column.line(text(slip.organizer), 2);
    column.code(code);
    column.line(QStringLiteral("Tanda terima nomor %1").arg(slip.index), 3.4, true);
    column.line(QStringLiteral("%1, pukul %2").arg(text(slip.date), text(slip.time)), 2.2);
    column.gap(1);
    column.line(QStringLiteral("Pindai kode ini dengan kamera ponsel untuk memeriksanya."), 2);
    if (slip.voided)
        column.line(QStringLiteral("Catatan ini sudah dibatalkan oleh penyelenggara."), 2, true);
    column.line(text(slip.kiosk), 1.5);
    column.line(
        QStringLiteral("Segel perangkat, bukan tanda tangan elektronik tersertifikasi."), 1.5);
}

} // namespace

Result<Bytes> pdfOf(const ReceiptSlip& slip)
{
    const auto code = codeOf(slip);
    if (!code)
        return tl::unexpected(code.error());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(dotsPerInch);
        writer.setPageSize(QPageSize(QPageSize::A6));
        writer.setPageMargins({});
        writer.setTitle(QStringLiteral("Tanda terima nomor %1").arg(slip.index));
        QPainter painter(&writer);
        if (!painter.isActive())
            return fail(Error::Kind::Io, "The page of the receipt cannot be drawn.");
        paint(painter, slip, *code);
    }
    return Bytes(bytes.begin(), bytes.end());
}

Result<void> savePdf(const ReceiptSlip& slip, const base::Path& path)
{
    return pdfOf(slip).and_then(
        [&](const Bytes& pdf) { return base::replaceFile(base::systemFiles(), path, pdf); });
}

} // namespace ikrar::print
