#pragma once

#include "attendance/paper_pages.h"

#include <QImage>

#include <string>
#include <vector>

namespace ikrar::attendance {

/// The head of an official paper (*kop*): arms at the left, the government's and the agency's name
/// above a double rule.
struct Letterhead {
    /// The government, the agency, then address lines. Empty: the ceremony's organizer.
    std::vector<std::string> lines;
    QImage arms; ///< null: their space stays free
};

/// Arms from a picture file. Errors: Missing, Malformed.
[[nodiscard]] Result<QImage> readArms(const base::Path& file);

/// At the current place, over the whole width.
void paintLetterhead(Pages& pages, const Letterhead& letterhead, const std::string& organizer);

} // namespace ikrar::attendance
