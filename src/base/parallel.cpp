#include "base/parallel.h"

#include <algorithm>
#include <system_error>
#include <thread>
#include <vector>

namespace ikrar::base {

namespace {

/// An item takes some 30 microseconds, a thread about as long to start.
constexpr std::size_t worthAThread = 16;

} // namespace

std::future<Result<void>> beside(std::function<Result<void>()> work)
{
    try {
        return std::async(std::launch::async, work);
    } catch (const std::system_error&) {
        return std::async(std::launch::deferred, std::move(work));
    }
}

Result<void> inParts(
    std::size_t count, const std::function<Result<void>(std::size_t, std::size_t)>& part)
{
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t each = std::max(worthAThread, (count + cores - 1) / cores);
    std::vector<std::future<Result<void>>> others;
    for (std::size_t from = each; from < count; from += each)
        others.push_back(
            beside([&part, from, end = std::min(from + each, count)] { return part(from, end); }));
    auto done = part(0, std::min(each, count));
    for (auto& other : others) {
        auto result = other.get();
        if (done)
            done = std::move(result);
    }
    return done;
}

} // namespace ikrar::base
