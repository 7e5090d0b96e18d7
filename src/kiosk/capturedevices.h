#pragma once

namespace ikrar::kiosk {

/// Whether Linux knows of a device that captures pictures, asked of the drivers themselves
/// (V4L2): nothing of Qt Multimedia is loaded for it. One that another program holds counts too.
[[nodiscard]] bool hasCaptureDevice();

} // namespace ikrar::kiosk
