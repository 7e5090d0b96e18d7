#pragma once

#include <QEvent>

namespace ikrar::kiosk {

/// Whether an event shows that somebody is at the screen: a touch, a mouse, a wheel, a key.
[[nodiscard]] bool isInput(QEvent::Type type);

} // namespace ikrar::kiosk
