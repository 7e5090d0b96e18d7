#include "attendance/paper_marks.h"

#include "attendance/paper_file.h"
#include "pledge/ink.h"
#include "tlog/note.h"

#include <QPainterPath>

#include <algorithm>

namespace ikrar::attendance {

namespace {

constexpr double inkUnit = 0.1 * mm;
const QColor inkColour(16, 28, 96); // blue, as papers are signed; black where it is copied

QRectF boundsOf(const pledge::Ink& ink)
{
    const pledge::InkPoint first = ink.strokes.front().front();
    int left = first.x;
    int right = first.x;
    int top = first.y;
    int bottom = first.y;
    for (const pledge::Stroke& stroke : ink.strokes) {
        for (const pledge::InkPoint& point : stroke) {
            left = std::min(left, point.x);
            right = std::max(right, point.x);
            top = std::min(top, point.y);
            bottom = std::max(bottom, point.y);
        }
    }
    return {QPointF(left, top), QPointF(right, bottom)};
}

QPainterPath pathOf(const pledge::Ink& ink)
{
    QPainterPath path;
    for (const pledge::Stroke& stroke : ink.strokes) {
        path.moveTo(stroke.front().x, stroke.front().y);
        for (const pledge::InkPoint& point : stroke)
            path.lineTo(point.x, point.y);
        if (stroke.size() == 1) // a tap; a line without length may not be seen
            path.lineTo(stroke.front().x + 0.1, stroke.front().y);
    }
    return path;
}

} // namespace

bool paintInk(QPainter& painter, const QRectF& cell, BytesView bytes)
{
    const auto ink = pledge::decodeInk(bytes);
    if (!ink || ink->strokes.empty())
        return false;
    const QRectF bounds = boundsOf(*ink);
    const double scale = std::min({inkUnit, cell.width() / std::max(bounds.width(), 1.0),
        cell.height() / std::max(bounds.height(), 1.0)});
    painter.save();
    painter.translate(cell.center());
    painter.scale(scale, scale);
    painter.translate(-bounds.center());
    painter.setPen(QPen(inkColour, 0.3 * mm / scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(pathOf(*ink));
    painter.restore();
    return true;
}

Result<qr::Matrix> paperQr(std::string_view text)
{
    auto dense = qr::encode(text, qr::Level::M);
    return dense ? dense : qr::encode(text, qr::Level::L);
}

Result<qr::Matrix> checkpointQr(std::string_view text)
{
    auto note = tlog::Note::parse(text);
    if (!note)
        return tl::unexpected(note.error());
    auto matrix = paperQr(note->serialize());
    while (!matrix && note->signatures.size() > 1) { // the log's own stands first
        note->signatures.pop_back();
        matrix = paperQr(note->serialize());
    }
    return matrix;
}

double qrSide(const qr::Matrix& matrix, double module)
{
    return (matrix.size + 2 * qr::quietZone) * module;
}

void paintQr(QPainter& painter, const qr::Matrix& matrix, double x, double y, double module)
{
    const double side = qrSide(matrix, module);
    painter.fillRect(QRectF(x, y, side, side), Qt::white); // over the mark of a rehearsal
    const double margin = qr::quietZone * module;
    QPainterPath path; // all of it at once, so that no viewer shows seams between modules
    path.setFillRule(Qt::WindingFill);
    for (int row = 0; row < matrix.size; ++row) {
        for (int begin = 0, end = 0; begin < matrix.size; begin = end + 1) {
            for (end = begin; end < matrix.size && matrix.at(end, row);)
                ++end;
            if (end > begin)
                path.addRect(x + margin + begin * module, y + margin + row * module,
                    (end - begin) * module, module);
        }
    }
    painter.fillPath(path, Qt::black);
}

} // namespace ikrar::attendance
