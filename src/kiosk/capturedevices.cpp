#include "kiosk/capturedevices.h"

#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

namespace ikrar::kiosk {

namespace {

// Codecs and metadata have such nodes as well, and cannot see anything.
bool captures(const std::filesystem::path& node)
{
    const int device = open(node.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC); // NOLINT(*-vararg)
    if (device < 0) {
        return false;
    }
    v4l2_capability capability{};
    const bool answered = ioctl(device, VIDIOC_QUERYCAP, &capability) == 0; // NOLINT(*-vararg)
    close(device);
    constexpr auto capture = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_VIDEO_CAPTURE_MPLANE;
    return answered && (capability.device_caps & unsigned{capture}) != 0;
}

} // namespace

bool hasCaptureDevice()
{
    std::error_code failure;
    const std::filesystem::directory_iterator nodes("/dev", failure);
    return std::any_of(begin(nodes), end(nodes), [](const auto& node) {
        return node.path().filename().string().starts_with("video") && captures(node.path());
    });
}

} // namespace ikrar::kiosk
