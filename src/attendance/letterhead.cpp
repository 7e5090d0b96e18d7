#include "attendance/letterhead.h"

#include <QImageReader>

#include <algorithm>

namespace ikrar::attendance {

namespace {

constexpr double armsWidth = 20 * mm;
constexpr double armsHeight = 22 * mm;
constexpr int maxArmsSide = 4096;
constexpr std::size_t nameLines = 2;

void paintArms(Pages& pages, const QImage& arms)
{
    QPainter* on = pages.painter();
    if (on == nullptr || arms.isNull())
        return;
    const QSizeF size = QSizeF(arms.size()).scaled(armsWidth, armsHeight, Qt::KeepAspectRatio);
    on->drawImage(
        QRectF(QPointF(pages.left() + (armsWidth - size.width()) / 2, pages.y()), size), arms);
}

TextBlock nameLine(const std::string& line, std::size_t position, double width)
{
    QString text = QString::fromStdString(line);
    if (position < nameLines)
        text = text.toUpper();
    const double points = position == 0 ? 14 : position == 1 ? 15 : 9;
    return {text, letters(points, position < nameLines ? Weight::Bold : Weight::Normal), width,
        Qt::AlignHCenter};
}

} // namespace

Result<QImage> readArms(const base::Path& file)
{
    if (std::error_code ignored; !std::filesystem::exists(file, ignored))
        return fail(Error::Kind::Missing, file.string() + ": there is no such file");
    QImageReader reader(QString::fromStdString(file.string()));
    if (const QSize size = reader.size(); size.width() > maxArmsSide || size.height() > maxArmsSide)
        reader.setScaledSize(size.scaled(maxArmsSide, maxArmsSide, Qt::KeepAspectRatio));
    const QImage read = reader.read();
    if (read.isNull())
        return fail(Error::Kind::Malformed,
            file.string() + ": no picture that can be read; give the arms as PNG or JPEG");
    // PDF/A-1 knows no transparency.
    QImage arms(read.size(), QImage::Format_RGB32);
    arms.fill(Qt::white);
    QPainter(&arms).drawImage(0, 0, read);
    return arms;
}

void paintLetterhead(Pages& pages, const Letterhead& letterhead, const std::string& organizer)
{
    const auto& lines = letterhead.lines.empty() ? std::vector{organizer} : letterhead.lines;
    const double textWidth = pages.width() - 2 * armsWidth; // centred on the sheet
    std::vector<TextBlock> blocks;
    double height = 0;
    for (std::size_t position = 0; position < lines.size(); ++position) {
        blocks.push_back(nameLine(lines[position], position, textWidth));
        height += blocks.back().height();
    }
    paintArms(pages, letterhead.arms);
    const double tall = std::max(height, armsHeight);
    double y = pages.y() + (tall - height) / 2;
    for (const TextBlock& block : blocks) {
        pages.paint(block, pages.left() + armsWidth, y);
        y += block.height();
    }
    pages.advance(tall + 2 * mm);
    pages.line(pages.left(), pages.y(), pages.right(), pages.y(), 0.9 * mm);
    pages.line(pages.left(), pages.y() + 0.9 * mm, pages.right(), pages.y() + 0.9 * mm, 0.25 * mm);
    pages.advance(5 * mm);
}

} // namespace ikrar::attendance
