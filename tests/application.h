#pragma once

#include <QCoreApplication>

#include <memory>

namespace ikrar::tests {

/// The process's one Qt application, for as long as it lives: of whichever kind a test asked for.
/// It is not destroyed at the end, when statics of Qt that it needs for that are gone already.
inline std::unique_ptr<QCoreApplication>& application()
{
    // NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): it is Qt's own singleton
    static auto* const held = new std::unique_ptr<QCoreApplication>;
    return *held;
}

} // namespace ikrar::tests
