#pragma once

#include "base/file.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ikrar::attendance {

/// What happened at the ceremony and the berita acara tells of (*kejadian khusus*):
/// `DATA/incidents.json`, mode 0600, a JSON array of
///
///     {"time": 1695000000, "text": "Listrik padam lima menit; kiosk menyala kembali."}
///
/// by time, those of one time in the order they were added. Beside the store, not in the log: a
/// note can be mended or taken back until the paper is signed. Goes into the backup. Erasing a
/// person does not change it, so it should name nobody; it goes with a past ceremony.
struct Incident {
    std::int64_t time = 0; ///< Unix seconds, of the incident; up to 30 December 9999
    std::string text; ///< one line of at most 512 bytes

    friend bool operator==(const Incident&, const Incident&) = default;
};

/// None where there is no file. Errors: Malformed, Permission, Io.
[[nodiscard]] Result<std::vector<Incident>> readIncidents(const base::Path& data);
/// On disk when it returns. Errors: Invalid for a text that is empty, too long, of more than one
/// line or no UTF-8, for a time before 1970 or after 30 December 9999, for the 1,001st, and where
/// the file would be longer than 1 MiB; Busy while another process changes the list; those of
/// readIncidents and of the file layer.
[[nodiscard]] Result<void> addIncident(
    base::FileSystem& files, const base::Path& data, const Incident& incident);
/// Removes one that is in the list; the first of several that are equal. Errors: Missing, and as
/// above.
[[nodiscard]] Result<void> removeIncident(
    base::FileSystem& files, const base::Path& data, const Incident& incident);

/// Removes the list with its file, of a ceremony that is past: whether there was one. Errors: Busy;
/// those of the file layer.
[[nodiscard]] Result<bool> removeIncidents(base::FileSystem& files, const base::Path& data);
/// Whether a list is there that may name people; also one that cannot be read.
[[nodiscard]] bool hasIncidents(const base::Path& data);

/// As the berita acara lists them: `18 September 2023, 08.05 WITA: ...`.
[[nodiscard]] std::string incidentLine(const Incident& incident, const std::string& timeZone);
/// Of all that are noted. Errors: those of readIncidents.
[[nodiscard]] Result<std::vector<std::string>> incidentLines(
    const base::Path& data, const std::string& timeZone);
/// Unix seconds of `2023-09-18T08:05`, or of `08.05` or `08:05` on the day of `now`, at the place
/// of the ceremony. Errors: Invalid.
[[nodiscard]] Result<std::int64_t> incidentTime(
    const std::string& text, const std::string& timeZone, std::int64_t now);

} // namespace ikrar::attendance
