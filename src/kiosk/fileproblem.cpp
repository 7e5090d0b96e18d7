#include "kiosk/fileproblem.h"

#include "attendance/medium.h"

namespace ikrar::kiosk::fileproblem {

Kind of(const Error& error, const base::Path& folder)
{
    switch (error.kind) {
    case Error::Kind::NoSpace:
        return Kind::Full;
    case Error::Kind::Missing:
        return Kind::Gone;
    case Error::Kind::ReadOnly:
    case Error::Kind::Permission:
        return attendance::isPluggedIn(folder) ? Kind::ReadOnly : Kind::Gone;
    case Error::Kind::Io:
        return attendance::isPluggedIn(folder) ? Kind::Damaged : Kind::Gone;
    case Error::Kind::Busy:
        return Kind::Busy;
    case Error::Kind::Mismatch:
        return Kind::Contradiction;
    default:
        return Kind::Other;
    }
}

} // namespace ikrar::kiosk::fileproblem
