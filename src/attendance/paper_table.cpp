#include "attendance/paper_table.h"

#include <cassert>
#include <numeric>

namespace ikrar::attendance {

namespace {

constexpr double sidePadding = 1.1 * mm;
constexpr double topPadding = 0.8 * mm;
constexpr double ruleWidth = 0.2 * mm;
const QColor shade(236, 236, 236);
const QColor pale(110, 110, 110);

} // namespace

PaperTable::PaperTable(Pages& pages, std::vector<Column> columns, Style style)
    : m_pages(pages)
    , m_columns(std::move(columns))
    , m_style(style)
    , m_shares(std::accumulate(m_columns.begin(), m_columns.end(), 0.0,
          [](double sum, const Column& column) { return sum + column.width; }))
{
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        m_header.cells.emplace_back(m_columns[column].title, letters(m_style.points, Weight::Bold),
            columnWidth(column) - 2 * sidePadding, Qt::AlignHCenter);
        m_header.height
            = std::max(m_header.height, m_header.cells.back().height() + 2 * topPadding);
    }
}

PaperTable::~PaperTable()
{
    m_pages.setRepeated({});
}

double PaperTable::columnWidth(std::size_t column) const
{
    return width() * m_columns[column].width / m_shares;
}

PaperTable::Row PaperTable::row(const std::vector<QString>& texts, Weight weight) const
{
    assert(texts.size() == m_columns.size());
    Row made;
    made.height = m_style.minRowHeight;
    const QFont font = letters(m_style.points, weight);
    made.cells.reserve(texts.size());
    for (std::size_t column = 0; column < texts.size(); ++column) {
        made.cells.emplace_back(texts[column], font, columnWidth(column) - 2 * sidePadding,
            m_columns[column].alignment);
        made.height = std::max(made.height, made.cells.back().height() + 2 * topPadding);
    }
    return made;
}

PaperTable::Row PaperTable::band(const QString& text) const
{
    Row made;
    made.whole = true;
    made.cells.emplace_back(text, letters(m_style.points, Weight::Bold), width() - 2 * sidePadding);
    made.height = made.cells.back().height() + 2 * topPadding;
    return made;
}

double PaperTable::bandHeight() const
{
    return band(QStringLiteral("X")).height;
}

void PaperTable::start(double height)
{
    m_pages.need(m_header.height + height);
    paintHeader();
    m_pages.setRepeated([this] { paintHeader(); });
}

void PaperTable::place(const Row& row, double together)
{
    m_pages.need(row.height + together);
    paintRow(row);
}

void PaperTable::setBand(const QString& text, double together)
{
    m_band.clear();
    if (text.isEmpty())
        return;
    place(band(text), together);
    m_band = text;
}

void PaperTable::paintHeader()
{
    paintRow(m_header);
    if (!m_band.isEmpty())
        paintRow(band(m_band + QStringLiteral(" (lanjutan)")));
}

void PaperTable::paintRow(const Row& row)
{
    if (QPainter* on = m_pages.painter()) {
        on->setPen(QPen(Qt::black, ruleWidth, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        const bool shaded = &row == &m_header || row.whole;
        on->setBrush(shaded ? QBrush(shade) : QBrush(Qt::NoBrush));
        double x = left();
        for (std::size_t cell = 0; cell < row.cells.size(); ++cell) {
            const double cellWidth = row.whole ? width() : columnWidth(cell);
            on->drawRect(QRectF(x, m_pages.y(), cellWidth, row.height));
            x += cellWidth;
        }
        on->setBrush(Qt::NoBrush);
        paintCells(row);
        if (row.struck)
            strike(row);
    }
    m_pages.advance(row.height);
}

void PaperTable::strike(const Row& row)
{
    const double middle = m_pages.y() + row.height / 2;
    const double end = left() + width() - columnWidth(m_columns.size() - 1);
    m_pages.line(left(), middle, end, middle, ruleWidth);
}

void PaperTable::paintCells(const Row& row)
{
    QPainter& on = *m_pages.painter();
    on.setPen(row.struck ? pale : QColor(Qt::black));
    double x = left();
    for (std::size_t cell = 0; cell < row.cells.size(); ++cell) {
        const double cellWidth = row.whole ? width() : columnWidth(cell);
        const double above = (row.height - row.cells[cell].height()) / 2;
        row.cells[cell].paint(on, x + sidePadding, m_pages.y() + above);
        if (row.paintCell && cell == row.paintedCell)
            row.paintCell(on,
                QRectF(x, m_pages.y(), cellWidth, row.height)
                    .adjusted(sidePadding, topPadding, -sidePadding, -topPadding));
        x += cellWidth;
    }
}

} // namespace ikrar::attendance
