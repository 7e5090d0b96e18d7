#include "attendance/paper_pages.h"

#include "attendance/number_words.h"

#include <QFontMetricsF>

#include <algorithm>

namespace ikrar::attendance {

namespace {

constexpr double topMargin = 11 * mm;
constexpr double bottomMargin = 17 * mm;
constexpr double footerPoints = 7.5;
constexpr double markPoints = 150;
const QColor markColour(236, 236, 236); // content over it stays black on nearly white

QString figures(int number)
{
    return QString::fromStdString(inFigures(static_cast<std::uint64_t>(number)));
}

} // namespace

Pages::Pages(PageFrame frame) : m_frame(std::move(frame)) { }

Pages::Pages(PageFrame frame, PaperFile& file, int total)
    : m_frame(std::move(frame))
    , m_file(&file)
    , m_total(total)
{
}

double Pages::left() const
{
    return m_frame.side;
}

double Pages::right() const
{
    return m_frame.size.width - m_frame.side;
}

double Pages::bottom() const
{
    return m_frame.size.height - bottomMargin;
}

double Pages::tallest() const
{
    return bottom() - topMargin;
}

QString Pages::numberText() const
{
    return QStringLiteral("Halaman %1 dari %2").arg(figures(m_count), figures(m_total));
}

void Pages::startPage()
{
    if (m_file != nullptr && m_count > 0)
        m_file->newPage();
    ++m_count;
    m_y = topMargin;
    paintFrame();
    if (m_repeated)
        m_repeated();
}

void Pages::need(double height)
{
    if (height > room())
        startPage();
}

void Pages::paint(const TextBlock& text, double x, double y)
{
    if (QPainter* on = painter())
        text.paint(*on, x, y);
}

void Pages::line(double x1, double y1, double x2, double y2, double width)
{
    QPainter* on = painter();
    if (on == nullptr)
        return;
    on->setPen(QPen(Qt::black, width, Qt::SolidLine, Qt::FlatCap));
    on->drawLine(QLineF(x1, y1, x2, y2));
}

void Pages::paragraph(
    const QString& text, const QFont& font, Qt::Alignment alignment, double indent)
{
    const TextBlock block(text, font, width() - indent, alignment);
    for (int line = 0; line < block.lines(); ++line) {
        need(block.lineHeight());
        if (QPainter* on = painter())
            block.paintLine(*on, line, left() + indent, m_y);
        m_y += block.lineHeight();
    }
}

void Pages::item(
    const QString& label, const QString& text, const QFont& font, double indent, double labelWidth)
{
    const TextBlock name(label, font, labelWidth);
    need(name.height());
    paint(name, left() + indent - labelWidth, m_y);
    paragraph(text, font, Qt::AlignLeft, indent);
}

void Pages::paintFrame()
{
    if (m_frame.rehearsal)
        paintRehearsal();
    if (m_frame.footer)
        paintFooter();
}

void Pages::paintFooter()
{
    const QFont font = letters(footerPoints);
    const double top = bottom() + 4 * mm;
    line(left(), top, right(), top, 0.15 * mm);
    const QString about = m_frame.printed.isEmpty()
        ? m_frame.title
        : m_frame.title + QStringLiteral(" · ") + m_frame.printed;
    const double numberWidth = 45 * mm;
    const double aboutWidth = width() - numberWidth;
    const TextBlock left(
        QFontMetricsF(font).elidedText(about, Qt::ElideMiddle, aboutWidth), font, aboutWidth);
    const TextBlock right(numberText(), font, numberWidth, Qt::AlignRight);
    paint(left, this->left(), top + 1 * mm);
    paint(right, this->right() - numberWidth, top + 1 * mm);
}

void Pages::paintRehearsal()
{
    if (QPainter* on = painter()) {
        on->save();
        on->setPen(markColour);
        on->setFont(letters(markPoints, Weight::Bold));
        on->translate(m_frame.size.width / 2, m_frame.size.height / 2);
        on->rotate(-30);
        on->drawText(QRectF(-200 * mm, -60 * mm, 400 * mm, 120 * mm), Qt::AlignCenter,
            QStringLiteral("GLADI"));
        on->restore();
    }
    const TextBlock said(QStringLiteral("GLADI: dokumen latihan, tidak berlaku sebagai pernyataan"),
        letters(9, Weight::Bold), width(), Qt::AlignHCenter);
    paint(said, left(), 5 * mm);
}

Result<void> writePaper(Sink& sink, const PageFrame& frame, const Compose& compose)
{
    if (!hasLetters())
        return fail(Error::Kind::Missing,
            "The font Noto Sans is not installed: install the package fonts-noto-core.");
    Pages counted(frame);
    if (auto walked = compose(counted); !walked)
        return walked;
    PaperFile file(sink, frame.size, frame.title);
    Pages painted(frame, file, counted.count());
    if (auto walked = compose(painted); !walked)
        return walked;
    if (painted.count() != counted.count())
        return fail(Error::Kind::Busy,
            "The records changed while the document was being written: write it again.");
    return file.finish();
}

} // namespace ikrar::attendance
