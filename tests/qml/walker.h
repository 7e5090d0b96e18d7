#pragma once

#include <QQuickWindow>
#include <QStringList>

namespace ikrar::tests {

/// Looks at every item on the screen and says, one line each, what a person could not read or hit:
///
///     text that is cut, larger than its place, over other text, or of a glyph the font lacks
///     text, buttons, pads and codes outside their parent or the window (what scrolls may lie
///     below, where a button leads there)
///     touch targets under 12.7 mm, over each other, or nearer than 2.54 mm
[[nodiscard]] QStringList walk(QQuickWindow& window, double pixelsPerMm);

} // namespace ikrar::tests
