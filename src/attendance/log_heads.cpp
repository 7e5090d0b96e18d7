#include "attendance/log_heads.h"

#include "attendance/paper_facts.h"
#include "attendance/paper_marks.h"
#include "base/base64.h"

#include <QStringList>

#include <algorithm>

namespace ikrar::attendance {

namespace {

constexpr double leastModule = 0.5 * mm; // what every phone reads from paper
constexpr double mostModule = 0.62 * mm;
constexpr double wishedSide = 50 * mm;
constexpr double labelWidth = 25 * mm;
constexpr double gap = 3 * mm;

struct Fact {
    QString label;
    QString text;
};

QString keyIdText(tlog::KeyId id)
{
    return QStringLiteral("%1").arg(id, 8, 16, QLatin1Char('0'));
}

QString witnessesOf(const LogRecord& log)
{
    const auto note = tlog::Note::parse(log.checkpoint);
    QStringList names;
    for (const auto& signature : note ? note->signatures : std::vector<tlog::NoteSignature>{}) {
        const QString name = fromUtf8(signature.name);
        if (signature.name != log.key.name && !names.contains(name))
            names << name;
    }
    return names.isEmpty() ? QStringLiteral("tidak ada") : names.join(QStringLiteral(", "));
}

std::vector<Fact> factsOf(const LogRecord& log)
{
    return {{QStringLiteral("Kios"), fromUtf8(log.kiosk)},
        {QStringLiteral("Asal log"), fromUtf8(log.key.name)},
        {QStringLiteral("ID kunci"), keyIdText(log.key.id())},
        {QStringLiteral("Kunci (vkey)"), fromUtf8(log.key.text())},
        {QStringLiteral("Ukuran log"), figures(log.size) + QStringLiteral(" entri")},
        {QStringLiteral("Akar log"), grouped(fromUtf8(base::toBase64(log.root.view())), 4)},
        {QStringLiteral("Saksi log"), witnessesOf(log)}};
}

double moduleOf(const qr::Matrix& matrix)
{
    return std::clamp(wishedSide / qrSide(matrix, 1), leastModule, mostModule);
}

} // namespace

QString grouped(const QString& text, int size)
{
    QStringList groups;
    for (qsizetype at = 0; at < text.size(); at += size)
        groups << text.mid(at, size);
    return groups.join(u' ');
}

void paintLogHead(Pages& pages, const LogRecord& log, double indent)
{
    const auto matrix = checkpointQr(log.checkpoint);
    const double module = matrix ? moduleOf(*matrix) : 0;
    const double side = matrix ? qrSide(*matrix, module) : 0;
    const double textWidth = pages.width() - indent - side - gap - labelWidth;
    const QFont font = letters(9);

    const auto facts = factsOf(log);
    std::vector<TextBlock> blocks;
    double height = 0;
    for (const Fact& fact : facts) {
        blocks.emplace_back(fact.text, font, textWidth);
        height += blocks.back().height() + 0.6 * mm;
    }
    pages.need(std::max(height, side) + gap);
    double y = pages.y();
    const double x = pages.left() + indent;
    for (std::size_t at = 0; at < facts.size(); ++at) {
        pages.paint(TextBlock(facts[at].label, letters(9, Weight::Bold), labelWidth), x, y);
        pages.paint(blocks[at], x + labelWidth, y);
        y += blocks[at].height() + 0.6 * mm;
    }
    if (QPainter* on = pages.painter(); on != nullptr && matrix)
        paintQr(*on, *matrix, pages.right() - side, pages.y(), module);
    pages.advance(std::max(height, side) + gap);
}

} // namespace ikrar::attendance
