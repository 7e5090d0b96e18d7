#pragma once

#include "qr/image.h"

namespace ikrar::qr {

/// Symbol, quiet zone and caption as one plane of modules, `at` within width x height.
class Sheet
{
public:
    Sheet(const Matrix& matrix, Caption caption) : m_matrix(matrix), m_caption(caption) { }

    [[nodiscard]] int width() const { return m_matrix.size + 2 * quietZone; }
    [[nodiscard]] int height() const
    {
        const int below = m_caption.empty() ? 0 : static_cast<int>(m_caption.size()) + quietZone;
        return width() + below;
    }
    [[nodiscard]] bool at(int x, int y) const
    {
        const int column = x - quietZone;
        if (y >= width())
            return inCaption(column, y - width());
        const int row = y - quietZone;
        return column >= 0 && row >= 0 && column < m_matrix.size && row < m_matrix.size
            && m_matrix.at(column, row);
    }

private:
    [[nodiscard]] bool inCaption(int column, int row) const
    {
        if (row >= static_cast<int>(m_caption.size()))
            return false;
        const std::string_view line = m_caption[static_cast<std::size_t>(row)];
        const int left = (m_matrix.size - static_cast<int>(line.size())) / 2;
        const int at = column - left;
        return at >= 0 && at < static_cast<int>(line.size())
            && line[static_cast<std::size_t>(at)] == '#';
    }

    const Matrix& m_matrix;
    Caption m_caption;
};

} // namespace ikrar::qr
