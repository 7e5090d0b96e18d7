#include "attendance/paper_text.h"

#include "attendance/paper_file.h"

#include <QFontDatabase>
#include <QPainter>

namespace ikrar::attendance {

namespace {

constexpr const char* family = "Noto Sans";
/// Too little to be seen. Letters that stand apart are not joined to ligatures, in which nobody
/// who searches the document for a name would find it.
constexpr double apart = 1.0 / 64;

} // namespace

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QFont letters(double points, Weight weight)
{
    QFont font(QString::fromLatin1(family));
    font.setPixelSize(qRound(points * pt));
    font.setBold(weight == Weight::Bold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, apart);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

bool hasLetters()
{
    return QFontDatabase::hasFamily(QString::fromLatin1(family));
}

TextBlock::TextBlock(const QString& text, const QFont& font, double width, Qt::Alignment alignment)
    : m_layout(std::make_unique<QTextLayout>(
        QString(text).replace(u'\n', QChar(QChar::LineSeparator)), font))
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout->setTextOption(option);
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, m_height));
        m_height += line.height();
    }
    m_layout->endLayout();
}

double TextBlock::naturalWidth() const
{
    double widest = 0;
    for (int line = 0; line < lines(); ++line)
        widest = std::max(widest, m_layout->lineAt(line).naturalTextWidth());
    return widest;
}

void TextBlock::paint(QPainter& painter, double x, double y) const
{
    m_layout->draw(&painter, QPointF(x, y));
}

void TextBlock::paintLine(QPainter& painter, int line, double x, double y) const
{
    const QTextLine one = m_layout->lineAt(line);
    one.draw(&painter, QPointF(x, y - one.y()));
}

double TextBlock::lineHeight() const
{
    return lines() == 0 ? 0 : m_height / lines();
}

} // namespace ikrar::attendance
