// What stands in for libFuzzer where the compiler has none: plays every file of the folders named,
// each small one also cut at every byte and with every byte changed, so that the corpus is worth
// more than its files.

#include "base/file.h"
#include "fuzz/fuzz.h"

#include <algorithm>
#include <iostream>
#include <vector>

namespace {

using ikrar::Bytes;
using ikrar::BytesView;

constexpr std::size_t largestSeed = 1U << 20U;
constexpr std::size_t largestVaried = 2048;

void play(BytesView bytes)
{
    // A copy of its own size, so that a sanitizer sees a read past the end.
    const Bytes exact = ikrar::base::copy(bytes);
    LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

void playVariations(Bytes bytes)
{
    for (std::size_t size = 0; size < bytes.size(); ++size)
        play(BytesView(bytes).first(size));
    for (std::uint8_t& byte : bytes) {
        const std::uint8_t before = byte;
        for (const unsigned mask : {0x01U, 0x20U, 0x80U}) {
            byte = static_cast<std::uint8_t>(before ^ mask);
            play(bytes);
        }
        byte = before;
    }
}

std::size_t playFolder(const ikrar::base::Path& folder)
{
    std::vector<ikrar::base::Path> seeds;
    for (const auto& file : std::filesystem::directory_iterator(folder))
        seeds.push_back(file.path());
    std::ranges::sort(seeds);
    for (const auto& seed : seeds) {
        const auto bytes = ikrar::base::readFile(seed, largestSeed);
        ikrar::fuzz::ensure(bytes.has_value(), "a readable corpus");
        play(*bytes);
        if (bytes->size() <= largestVaried)
            playVariations(*bytes);
    }
    return seeds.size();
}

} // namespace

int main(int argc, char** argv)
{
    std::size_t seeds = 0;
    for (int i = 1; i < argc; ++i)
        seeds += playFolder(argv[i]);
    ikrar::fuzz::ensure(seeds != 0, "a corpus that is not empty");
    std::cout << seeds << " seeds and their variations\n";
    return 0;
}
