#include "base/parallel.h"

#include <algorithm>
#include <future>
#include <system_error>
#include <thread>
#include <vector>

namespace ikrar::base {

namespace {

/// An item takes some 30 microseconds, a thread about as long to start.
constexpr std::size_t worthAThread = 16;

using Part = std::function<Result<void>(std::size_t, std::size_t)>;

std::future<Result<void>> begin(const Part& part, std::size_t from, std::size_t end)
{
    try {
        return std::async(std::launch::async, std::cref(part), from, end);
    } catch (const std::system_error&) { // no thread to be had: it runs where it is waited for
        return std::async(std::launch::deferred, std::cref(part), from, end);
    }
}

} // namespace

Result<void> inParts(
    std::size_t count, const std::function<Result<void>(std::size_t, std::size_t)>& part)
{
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t each = std::max(worthAThread, (count + cores - 1) / cores);
    std::vector<std::future<Result<void>>> others;
    for (std::size_t from = each; from < count; from += each)
        others.push_back(begin(part, from, std::min(from + each, count)));
    auto done = part(0, std::min(each, count));
    for (auto& other : others) {
        auto result = other.get();
        if (done)
            done = std::move(result);
    }
    return done;
}

} // namespace ikrar::base
