#pragma once

#include <QCoreApplication>

#include <memory>

namespace ikrar::tests {

/// The process's one Qt application, for as long as it lives: of whichever kind a test asked for.
inline std::unique_ptr<QCoreApplication>& application()
{
    static std::unique_ptr<QCoreApplication> held;
    return held;
}

} // namespace ikrar::tests
