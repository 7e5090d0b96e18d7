#include "print/slip.h"

#include "qr/encode.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ikrar::print {

namespace {

constexpr double smallestModule = 0.5;
constexpr double capitalsOfFacts = 1.9;
constexpr double capitalHeight = 0.714; // of Noto Sans, in its size

double marginOf(Paper paper)
{
    return paper == Paper::A6 || paper == Paper::A5 ? 8 : 0; // a roll's printer keeps its own
}

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

class Column
{
public:
    Column(QPainter& painter, Paper paper, double dots)
        : m_painter(painter)
        , m_dots(dots)
        , m_left(marginOf(paper) * dots)
        , m_width((printedWidth(paper) - 2 * marginOf(paper)) * dots)
        , m_paperWidth(printedWidth(paper) * dots)
        , m_y(std::max(marginOf(paper), 2.0) * dots)
    {
    }

    void operator()(const Slip::Line& line)
    {
        if (line.words.empty())
            return;
        m_y += write(line.words, font(line.capitals, line.bold), {m_left, m_y, m_width, room},
            Qt::AlignHCenter);
    }

    void operator()(const Slip::Fact& fact)
    {
        if (fact.value.empty())
            return;
        constexpr double labels = 0.38; // of the width
        const double gap = 2 * m_dots;
        const double label = m_width * labels;
        const double left = write(
            fact.label, font(capitalsOfFacts, false), {m_left, m_y, label, room}, Qt::AlignLeft);
        const double right = write(fact.value, font(capitalsOfFacts, true),
            {m_left + label + gap, m_y, m_width - label - gap, room}, Qt::AlignLeft);
        m_y += std::max(left, right) + m_dots;
    }

    void operator()(const Slip::Gap& gap) { m_y += gap.height * m_dots; }

    /// In whole dots, as large as there is room: a module that ends between two dots is grey.
    void operator()(const Slip::Code& item)
    {
        const qr::Matrix& code = item.matrix;
        const int modules = code.size + 2 * qr::quietZone;
        const double width = std::max(item.width, modules * smallestModule) * m_dots;
        const double module = std::floor(std::min(width, m_paperWidth) / modules);
        const double left
            = std::round(m_left + (m_width - module * code.size) / 2); // centred as the lines are
        const double top = std::ceil(m_y + module * qr::quietZone);
        for (int y = 0; y < code.size; ++y) {
            for (int x = 0; x < code.size; ++x) {
                if (code.at(x, y))
                    m_painter.fillRect(
                        QRectF(left + x * module, top + y * module, module, module), Qt::black);
            }
        }
        m_y = top + module * (code.size + qr::quietZone);
    }

    [[nodiscard]] int end() const { return static_cast<int>(std::ceil(m_y)); }

private:
    static constexpr double room = 1e6; // dots: what is too tall is seen by its end

    [[nodiscard]] QFont font(double capitals, bool bold) const
    {
        QFont font(QStringLiteral("Noto Sans"));
        font.setBold(bold);
        font.setPixelSize(static_cast<int>(std::lround(capitals / capitalHeight * m_dots)));
        return font;
    }

    /// Broken between words; a word wider than its column makes all of it smaller.
    double write(const std::string& words, QFont font, const QRectF& where, Qt::Alignment alignment)
    {
        const auto flags = static_cast<int>(alignment) | static_cast<int>(Qt::TextWordWrap);
        const auto widest = [&] {
            const QFontMetricsF metrics(font, m_painter.device());
            return metrics.boundingRect(where, flags, text(words)).width();
        };
        constexpr int legible = 8; // pixels
        while (widest() > where.width() && font.pixelSize() > legible)
            font.setPixelSize(font.pixelSize() * 9 / 10);
        m_painter.setFont(font);
        QRectF taken;
        m_painter.drawText(where, flags, text(words), &taken);
        return taken.height();
    }

    QPainter& m_painter;
    double m_dots;
    double m_left;
    double m_width;
    double m_paperWidth;
    double m_y;
};

} // namespace

double printedWidth(Paper paper)
{
    switch (paper) {
    case Paper::A6:
        return 105;
    case Paper::A5:
        return 148;
    case Paper::Roll80:
        return 72;
    case Paper::Roll58:
        break;
    }
    return 48;
}

int largestVersion(Paper paper)
{
    constexpr int sizeOfNone = 17; // a code of version v has 4 v + 17 modules a side
    constexpr int growth = 4;
    const double codeWidth = std::min(printedWidth(paper), Slip::Code{}.width);
    const int modules = static_cast<int>(codeWidth / smallestModule) - 2 * qr::quietZone;
    return std::min((modules - sizeOfNone) / growth, qr::maxVersion);
}

int draw(QPainter& painter, const Slip& slip, double dotsPerMillimetre)
{
    painter.setPen(Qt::black);
    Column column(painter, slip.paper, dotsPerMillimetre);
    for (const Slip::Item& item : slip.items)
        std::visit(column, item);
    return column.end();
}

} // namespace ikrar::print
