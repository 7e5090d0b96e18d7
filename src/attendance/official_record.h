#pragma once

#include "attendance/delivery.h"
#include "attendance/paper_facts.h"

#include <QDate>

namespace ikrar::attendance {

/// What a *berita acara* says that no record knows. All that is empty is a dotted line, to be
/// filled in by hand.
struct OfficialRecordOptions : PaperOptions {
    std::string number;
    QDate date; ///< null: the one day of the sessions, where they have one
    std::vector<std::string> incidents; ///< none: *Tidak ada*
    std::vector<pledge::Person> closers; ///< the two who close; their role is not printed
    unsigned copies = 0;
};

/// The *berita acara* as a PDF, portrait: legal instruments, leaders, sessions, counts in figures
/// and words, incidents, and for each log its key and head, the signed checkpoint as a QR too; then
/// places for the signatures of those who close, lead and observe. The caller holds the records.
/// Errors: as writePaper, and those of the records.
[[nodiscard]] Result<void> writeOfficialRecord(
    Sink& sink, const Records& records, const OfficialRecordOptions& options);

} // namespace ikrar::attendance
