#pragma once

#include "attendance/paper_file.h"
#include "attendance/paper_text.h"

#include <functional>
#include <string>

namespace ikrar::attendance {

/// What every page of a document has in common.
struct PageFrame {
    SheetSize size;
    QString title; ///< of the document, in its footer and in the file's properties
    QString printed; ///< when, in its footer
    bool rehearsal = false; ///< GLADI over every page
    double side = 12 * mm; ///< margin at the left and the right
    bool footer = true; ///< *Halaman x dari y*
};

/// One walk over a document: it counts the pages, or it paints them. Places are in dots from the
/// sheet's upper left corner; content stands between left() and right(), and above bottom().
class Pages
{
public:
    /// Counts.
    explicit Pages(PageFrame frame);
    /// Paints, of `total` pages.
    Pages(PageFrame frame, PaperFile& file, int total);

    [[nodiscard]] double left() const;
    [[nodiscard]] double right() const;
    [[nodiscard]] double width() const { return right() - left(); }
    [[nodiscard]] double bottom() const;
    [[nodiscard]] double y() const { return m_y; }
    /// What is left of this page.
    [[nodiscard]] double room() const { return bottom() - m_y; }
    /// The room of an empty page.
    [[nodiscard]] double tallest() const;
    [[nodiscard]] const PageFrame& frame() const { return m_frame; }
    [[nodiscard]] int count() const { return m_count; }
    /// `Halaman 1 dari 10`.
    [[nodiscard]] QString numberText() const;

    void startPage();
    /// A new page unless `height` fits on this one.
    void need(double height);
    void advance(double height) { m_y += height; }
    /// What stands at the top of every page that starts from now on; it may paint and advance.
    void setRepeated(std::function<void()> repeated) { m_repeated = std::move(repeated); }

    /// Null while pages are counted.
    [[nodiscard]] QPainter* painter() { return m_file == nullptr ? nullptr : &m_file->painter(); }
    void paint(const TextBlock& text, double x, double y);
    void line(double x1, double y1, double x2, double y2, double width);

    /// A paragraph over the whole width or from `indent` on, its lines broken over pages.
    void paragraph(const QString& text, const QFont& font, Qt::Alignment alignment = Qt::AlignLeft,
        double indent = 0);
    /// The same behind a label, such as `a.`, that stands `labelWidth` before it.
    void item(const QString& label, const QString& text, const QFont& font, double indent,
        double labelWidth);

private:
    void paintFrame();
    void paintFooter();
    void paintRehearsal();

    PageFrame m_frame;
    PaperFile* m_file = nullptr;
    int m_total = 0;
    int m_count = 0;
    double m_y = 0;
    std::function<void()> m_repeated;
};

/// Writes a document: `compose` is called twice, to count the pages and to paint them. Errors:
/// those of `compose` and of the sink; Missing where the fonts are not installed; Busy when the two
/// walks differed: hold the records. Requires a QGuiApplication.
using Compose = std::function<Result<void>(Pages&)>;
[[nodiscard]] Result<void> writePaper(Sink& sink, const PageFrame& frame, const Compose& compose);

} // namespace ikrar::attendance
