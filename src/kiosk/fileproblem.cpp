#include "kiosk/fileproblem.h"

#include "attendance/media.h"

#include <algorithm>

namespace ikrar::kiosk::fileproblem {

namespace {

/// A stick that was pulled out may leave its folder behind for a moment, or for good.
bool isGone(const base::Path& folder)
{
    std::error_code missing;
    if (!std::filesystem::is_directory(folder, missing)) {
        return true;
    }
    const auto media = attendance::mediaNow(folder);
    return std::none_of(media.begin(), media.end(), [&](const attendance::Medium& medium) {
        return medium.path == folder && medium.free > 0;
    });
}

} // namespace

Kind of(const Error& error, const base::Path& folder)
{
    switch (error.kind) {
    case Error::Kind::NoSpace:
        return Kind::Full;
    case Error::Kind::Missing:
        return Kind::Gone;
    case Error::Kind::ReadOnly:
    case Error::Kind::Permission:
        return isGone(folder) ? Kind::Gone : Kind::ReadOnly;
    case Error::Kind::Io:
        return isGone(folder) ? Kind::Gone : Kind::Damaged;
    case Error::Kind::Busy:
        return Kind::Busy;
    case Error::Kind::Mismatch:
        return Kind::Contradiction;
    default:
        return Kind::Other;
    }
}

} // namespace ikrar::kiosk::fileproblem
