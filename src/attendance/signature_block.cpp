#include "attendance/signature_block.h"

#include <algorithm>

namespace ikrar::attendance {

namespace {

constexpr double points = 9.5;
constexpr double gap = 4 * mm; ///< between two columns
constexpr double forFour = 240 * mm; ///< wide enough for four in a row
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

TextBlock headingOf(const QString& heading, double width)
{
    return {heading, letters(points, Weight::Bold), width};
}

TextBlock dateOf(const QString& line, double width)
{
    return {line, letters(points), width, Qt::AlignHCenter};
}

} // namespace

QString dotted(int dots)
{
    return {dots, u'.'};
}

SignatureBlock::SignatureBlock(const Pages& pages, const std::vector<Group>& groups)
    : m_inRow(pages.width() > forFour ? 4 : 3)
    , m_width(
          (pages.width() - static_cast<double>(m_inRow - 1) * gap) / static_cast<double>(m_inRow))
{
    for (const Group& group : groups)
        addGroup(group);
}

void SignatureBlock::addGroup(const Group& group)
{
    const auto people = group.people.empty() ? std::vector<pledge::Person>(1) : group.people;
    for (std::size_t first = 0; first < people.size(); first += m_inRow) {
        Row row;
        if (first == 0) {
            row.heading = group.heading;
            row.dateLine = group.dateLine;
        }
        for (std::size_t at = first; at < std::min(first + m_inRow, people.size()); ++at)
            row.people.push_back(people[at]);
        measure(row);
        m_rows.push_back(std::move(row));
    }
}

void SignatureBlock::measure(Row& row) const
{
    double names = 0;
    for (const pledge::Person& person : row.people) {
        row.postHeight = std::max(row.postHeight, postOf(person, m_width).height());
        names = std::max(names, nameOf(person, m_width).height());
    }
    if (!row.heading.isEmpty())
        row.height += headingOf(row.heading, m_width).height() + 1 * mm;
    if (!row.dateLine.isEmpty())
        row.height += dateOf(row.dateLine, m_width).height();
    row.height += row.postHeight + signingHeight + names + numberOf(m_width).height() + 4 * mm;
}

double SignatureBlock::together(double page) const
{
    double all = 0;
    for (const Row& row : m_rows)
        all += row.height;
    return all <= page ? all : m_rows.front().height;
}

void SignatureBlock::paint(Pages& pages) const
{
    for (const Row& row : m_rows) {
        pages.need(row.height);
        paintRow(pages, row);
    }
}

double SignatureBlock::leftOf(const Pages& pages, const Row& row) const
{
    const auto places = static_cast<double>(row.people.size());
    const double free = pages.width() - places * (m_width + gap) + gap;
    // Under a date stands the highest, at the right as in letters; witnesses stand in the middle.
    return pages.left() + (row.dateLine.isEmpty() ? free / 2 : free);
}

void SignatureBlock::paintRow(Pages& pages, const Row& row) const
{
    double y = pages.y();
    if (!row.heading.isEmpty()) {
        const TextBlock heading = headingOf(row.heading, pages.width());
        pages.paint(heading, pages.left(), y);
        y += heading.height() + 1 * mm;
    }
    if (!row.dateLine.isEmpty()) {
        const TextBlock date = dateOf(row.dateLine, m_width);
        pages.paint(date, pages.right() - m_width, y);
        y += date.height();
    }
    double x = leftOf(pages, row);
    for (const pledge::Person& person : row.people) {
        pages.paint(postOf(person, m_width), x, y);
        paintPerson(pages, person, x, y + row.postHeight + signingHeight);
        x += m_width + gap;
    }
    pages.advance(row.height);
}

void SignatureBlock::paintPerson(
    Pages& pages, const pledge::Person& person, double x, double y) const
{
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
