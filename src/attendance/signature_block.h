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
    /// A heading, such as *Dilakukan di hadapan*, over people three or (landscape) four in a row.
    /// Without people: one place that is filled in by hand.
    struct Group {
        QString heading; ///< may be empty
        QString dateLine; ///< place and date, over a place at the right; may be empty
        std::vector<pledge::Person> people;
    };

    SignatureBlock(const Pages& pages, const std::vector<Group>& groups);

    /// All of it, where one page holds that; else its first row of places.
    [[nodiscard]] double together(double page) const;
    /// From the current place on; no place for a signature is split over pages.
    void paint(Pages& pages) const;

private:
    struct Row {
        QString heading; ///< of the group's first row
        QString dateLine;
        std::vector<pledge::Person> people;
        double postHeight = 0;
        double height = 0;
    };
    void addGroup(const Group& group);
    void measure(Row& row) const;
    void paintRow(Pages& pages, const Row& row) const;
    /// Where the first of a row's places begins.
    [[nodiscard]] double leftOf(const Pages& pages, const Row& row) const;
    void paintPerson(Pages& pages, const pledge::Person& person, double x, double y) const;

    std::size_t m_inRow = 3;
    double m_width = 0; ///< of one place
    std::vector<Row> m_rows;
};

/// `.....................`: to fill in by hand.
[[nodiscard]] QString dotted(int dots = 30);

} // namespace ikrar::attendance
