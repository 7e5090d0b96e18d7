#include "attendance/signature_block.h"

#include <algorithm>

namespace ikrar::attendance {

namespace {

constexpr double points = 9.5;
constexpr std::size_t inRow = 3;
constexpr double gap = 4 * mm; ///< between two columns
constexpr double signingHeight = 19 * mm;

QString orDotted(const std::string& text)
{
    return text.empty() ? dotted() : QString::fromStdString(text);
}

TextBlock postOf(const pledge::Person& person, double width)
{
    return {orDotted(person.post), letters(points), width, Qt::AlignHCenter};
}

TextBlock nameOf(const pledge::Person& person, double width)
{
    return {orDotted(person.name), letters(points, Weight::Bold), width, Qt::AlignHCenter};
}

TextBlock numberOf(double width)
{
    return {QStringLiteral("NIP ") + dotted(), letters(points - 1), width, Qt::AlignHCenter};
}

TextBlock lineOf(const QString& text, double width, Weight weight)
{
    return {text, letters(points, weight), width};
}

} // namespace

QString dotted(int dots)
{
    return QString(dots, u'.');
}

SignatureBlock::SignatureBlock(const Pages& pages, QString dateLine, std::vector<Group> groups)
    : m_dateLine(std::move(dateLine))
    , m_width((pages.width() - (inRow - 1) * gap) / inRow)
{
    for (const Group& group : groups)
        addGroup(group);
}

void SignatureBlock::addGroup(const Group& group)
{
    const auto people = group.people.empty() ? std::vector<pledge::Person>(1) : group.people;
    for (std::size_t first = 0; first < people.size(); first += inRow) {
        Row row;
        if (first == 0)
            row.heading = group.heading;
        for (std::size_t at = first; at < std::min(first + inRow, people.size()); ++at)
            row.people.push_back(people[at]);
        row.height = heightOf(row);
        m_rows.push_back(std::move(row));
    }
}

double SignatureBlock::postHeight(const Row& row) const
{
    double height = 0;
    for (const pledge::Person& person : row.people)
        height = std::max(height, postOf(person, m_width).height());
    return height;
}

double SignatureBlock::heightOf(const Row& row) const
{
    double names = 0;
    for (const pledge::Person& person : row.people)
        names = std::max(names, nameOf(person, m_width).height());
    const double heading
        = row.heading.isEmpty() ? 0 : lineOf(row.heading, m_width, Weight::Bold).height() + 1 * mm;
    return heading + postHeight(row) + signingHeight + names + numberOf(m_width).height() + 5 * mm;
}

double SignatureBlock::firstHeight() const
{
    const double date
        = m_dateLine.isEmpty() ? 0 : lineOf(m_dateLine, m_width, Weight::Normal).height();
    return date + m_rows.front().height;
}

double SignatureBlock::height() const
{
    double all = firstHeight() - m_rows.front().height;
    for (const Row& row : m_rows)
        all += row.height;
    return all;
}

void SignatureBlock::paint(Pages& pages) const
{
    pages.need(firstHeight());
    if (!m_dateLine.isEmpty()) {
        const TextBlock date(m_dateLine, letters(points), pages.width(), Qt::AlignRight);
        pages.paint(date, pages.left(), pages.y());
        pages.advance(date.height());
    }
    for (const Row& row : m_rows) {
        pages.need(row.height);
        paintRow(pages, row);
    }
}

void SignatureBlock::paintRow(Pages& pages, const Row& row) const
{
    double y = pages.y();
    if (!row.heading.isEmpty()) {
        const TextBlock heading = lineOf(row.heading, pages.width(), Weight::Bold);
        pages.paint(heading, pages.left(), y);
        y += heading.height() + 1 * mm;
    }
    // A row that is not full stands at the right, where the highest signs.
    double x = pages.right() - static_cast<double>(row.people.size()) * (m_width + gap) + gap;
    for (const pledge::Person& person : row.people) {
        paintPerson(pages, person, x, y, postHeight(row));
        x += m_width + gap;
    }
    pages.advance(row.height);
}

void SignatureBlock::paintPerson(
    Pages& pages, const pledge::Person& person, double x, double y, double postHeight) const
{
    pages.paint(postOf(person, m_width), x, y);
    y += postHeight + signingHeight;
    const TextBlock name = nameOf(person, m_width);
    pages.paint(name, x, y);
    y += name.height();
    if (!person.name.empty()) {
        const double half = std::min(m_width, name.naturalWidth()) / 2;
        pages.line(x + m_width / 2 - half, y, x + m_width / 2 + half, y, 0.25 * mm);
    }
    pages.paint(numberOf(m_width), x, y + 0.5 * mm);
}

} // namespace ikrar::attendance
