// scan_bench SEED COUNT [DIRECTORY]: receipts under a camera, COUNT frames of each kind of damage:
// how many are read, and how much CPU time a frame takes, beside libzbar on the same frames.
// Pictures go to DIRECTORY where one is given.
#include "qr/decode.h"
#include "qr/degraded_frames.h"
#include "qr/zbar_reader.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>

using namespace ikrar;

namespace {

struct Tally {
    int read = 0;
    int wrong = 0;
    double milliseconds = 0;
};

double cpuMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

void judge(Tally& tally, const qr::Frame& frame, const std::function<std::string()>& reader)
{
    const double begin = cpuMilliseconds();
    const std::string text = reader();
    tally.milliseconds += cpuMilliseconds() - begin;
    if (text.empty())
        return;
    if (text == frame.text)
        ++tally.read;
    else
        ++tally.wrong;
}

} // namespace

int main(int count, char** words)
{
    const auto seed = std::strtoull(count > 1 ? words[1] : "2", nullptr, 10);
    const int frames = static_cast<int>(std::strtol(count > 2 ? words[2] : "20", nullptr, 10));
    const std::string directory = count > 3 ? words[3] : "";
    Tally ours;
    Tally theirs;
    std::printf(
        "seed %llu, %d frames of 1280x720 a kind: read, CPU ms a frame\n%-16s %8s %8s %8s %8s\n",
        seed, frames, "", "ikrar", "ms", "zbar", "ms");
    for (const qr::Damage damage : qr::allDamages) {
        Tally us;
        Tally zbar;
        for (int number = 0; number < frames; ++number) {
            const qr::Frame frame = qr::degradedFrame(damage, seed, number);
            judge(us, frame,
                [&] { return qr::decode(frame.view(), qr::Effort::Frame).value_or(""); });
            judge(zbar, frame, [&] { return qr::readByZbar(frame.view()); });
            if (!directory.empty() && number < 3) {
                std::ofstream file(directory + "/" + std::to_string(static_cast<int>(damage)) + "-"
                        + std::to_string(number) + ".pgm",
                    std::ios::binary);
                file << "P5 " << frame.width << ' ' << frame.height << " 255\n";
                // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): streams write char
                file.write(reinterpret_cast<const char*>(frame.pixels.data()),
                    static_cast<std::streamsize>(frame.pixels.size()));
            }
        }
        std::printf("%-16s %8d %8.1f %8d %8.1f%s\n", qr::name(damage), us.read,
            us.milliseconds / frames, zbar.read, zbar.milliseconds / frames,
            us.wrong + zbar.wrong != 0 ? "  WRONG TEXT" : "");
        ours.read += us.read;
        ours.milliseconds += us.milliseconds;
        ours.wrong += us.wrong;
        theirs.read += zbar.read;
        theirs.milliseconds += zbar.milliseconds;
        theirs.wrong += zbar.wrong;
    }
    const double all = frames * static_cast<double>(qr::allDamages.size());
    std::printf("%-16s %8d %8.1f %8d %8.1f   wrong texts: %d, %d\n", "all", ours.read,
        ours.milliseconds / all, theirs.read, theirs.milliseconds / all, ours.wrong, theirs.wrong);
}
