#pragma once

#include <QFont>
#include <QTextLayout>

#include <memory>
#include <string_view>

class QPainter;

namespace ikrar::attendance {

[[nodiscard]] QString fromUtf8(std::string_view text);

enum class Weight : std::uint8_t { Normal, Bold };

/// The letters of all papers, `points` high.
[[nodiscard]] QFont letters(double points, Weight weight = Weight::Normal);

/// Whether the fonts of papers are installed: a PDF in what happens to be there would look like
/// none of ours.
[[nodiscard]] bool hasLetters();

/// A text broken into lines of one width, in dots. A line feed in it begins a line.
class TextBlock
{
public:
    TextBlock(const QString& text, const QFont& font, double width,
        Qt::Alignment alignment = Qt::AlignLeft);

    [[nodiscard]] double height() const { return m_height; }
    [[nodiscard]] int lines() const { return m_layout->lineCount(); }
    /// Of the widest line.
    [[nodiscard]] double naturalWidth() const;
    void paint(QPainter& painter, double x, double y) const;
    /// One line of it, its top at `y`.
    void paintLine(QPainter& painter, int line, double x, double y) const;
    [[nodiscard]] double lineHeight() const;

private:
    std::unique_ptr<QTextLayout> m_layout;
    double m_height = 0;
};

} // namespace ikrar::attendance
