#pragma once

#include "attendance/paper_pages.h"

#include <vector>

namespace ikrar::attendance {

/// A table with ruled cells. Its header stands again on every page, and no row is split.
class PaperTable
{
public:
    struct Column {
        QString title;
        double width = 0; ///< its share of the table's width
        Qt::Alignment alignment = Qt::AlignLeft;
    };
    struct Style {
        double points = 8;
        double minRowHeight = 0; ///< dots
        double indent = 0; ///< dots, from the page's left
    };

    PaperTable(Pages& pages, std::vector<Column> columns, Style style);
    /// The page's next repeated header is no longer this table's.
    ~PaperTable();
    PaperTable(const PaperTable&) = delete;
    PaperTable& operator=(const PaperTable&) = delete;
    PaperTable(PaperTable&&) = delete;
    PaperTable& operator=(PaperTable&&) = delete;

    /// Paints more into a cell than its text, into the rectangle within its padding.
    using PaintCell = std::function<void(QPainter&, const QRectF&)>;

    /// A row that was laid out and waits for its place.
    struct Row {
        std::vector<TextBlock> cells;
        double height = 0;
        bool whole = false; ///< one shaded cell over the whole width
        bool struck = false; ///< its text in grey, a line through all but the last column
        std::size_t paintedCell = 0;
        PaintCell paintCell;
    };
    /// As many texts as columns.
    [[nodiscard]] Row row(const std::vector<QString>& texts, Weight weight = Weight::Normal) const;
    /// One cell over the whole width, shaded: a heading among the rows.
    [[nodiscard]] Row band(const QString& text) const;

    /// The header, at the current place and on every page from here on. On the same page as
    /// `height` of what follows.
    void start(double height);
    /// The row, and on the same page as it `together` more.
    void place(const Row& row, double together = 0);
    /// A band stands on the same page as `together` of what follows it, and again on the following
    /// pages, with *(lanjutan)*, until the next or an empty one.
    void setBand(const QString& text, double together);

    [[nodiscard]] double bandHeight() const;

private:
    void paintHeader();
    void paintRow(const Row& row);
    void paintCells(const Row& row);
    void strike(const Row& row);
    [[nodiscard]] double columnWidth(std::size_t column) const;
    [[nodiscard]] double left() const { return m_pages.left() + m_style.indent; }
    [[nodiscard]] double width() const { return m_pages.width() - m_style.indent; }

    Pages& m_pages;
    std::vector<Column> m_columns;
    Style m_style;
    double m_shares = 0;
    Row m_header;
    QString m_band;
};

} // namespace ikrar::attendance
