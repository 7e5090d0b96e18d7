#pragma once

#include "base/file.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace ikrar::kiosk::fileproblem {

Q_NAMESPACE
QML_NAMED_ELEMENT(FileProblem)

/// Why a file could not be read or written, as far as whoever stands before the screen can do
/// something about it.
enum class Kind {
    None,
    Stopped, ///< by a touch; nothing is left
    Full,
    Gone, ///< pulled out, or never there
    ReadOnly,
    Damaged, ///< the medium gives an error, or other bytes than it was given
    Busy, ///< another process is at it
    Contradiction, ///< what the store holds does not agree with itself
    Other,
};
Q_ENUM_NS(Kind)

/// `folder` is where it happened: an error of a medium that is not there any more is its absence.
[[nodiscard]] Kind of(const Error& error, const base::Path& folder);

} // namespace ikrar::kiosk::fileproblem
