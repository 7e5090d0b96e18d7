#pragma once

#include "attendance/paper_pages.h"
#include "pledge/ceremony.h"

#include <vector>

namespace ikrar::attendance {

/// Places for signatures over the names of those who sign a paper. What is not known, also whom,
/// is a dotted line to fill in by hand.
class SignatureBlock
{
public:
    /// One heading, such as *Dilakukan di hadapan*, over people three in a row. Without people: one
    /// place that is filled in by hand.
    struct Group {
        QString heading;
        std::vector<pledge::Person> people;
    };

    /// `dateLine` stands above, at the right: place and date.
    SignatureBlock(const Pages& pages, QString dateLine, std::vector<Group> groups);

    /// Of the date line, the first heading and its first row: what must not stand alone on a page.
    [[nodiscard]] double firstHeight() const;
    /// All of it.
    [[nodiscard]] double height() const;
    /// From the current place on; no place for a signature is split over pages.
    void paint(Pages& pages) const;

private:
    struct Row {
        QString heading; ///< of the group's first row
        std::vector<pledge::Person> people;
        double height = 0;
    };
    void addGroup(const Group& group);
    [[nodiscard]] double heightOf(const Row& row) const;
    void paintRow(Pages& pages, const Row& row) const;
    void paintPerson(Pages& pages, const pledge::Person& person, double x, double y, double postHeight) const;
    [[nodiscard]] double postHeight(const Row& row) const;

    QString m_dateLine;
    double m_width = 0;
    std::vector<Row> m_rows;
};

/// `.....................`: to fill in by hand.
[[nodiscard]] QString dotted(int dots = 30);

} // namespace ikrar::attendance
