#pragma once

#include "base/result.h"

#include <cstddef>
#include <functional>
#include <future>

namespace ikrar::base {

/// Begins `work` on a thread of its own; where none can be had it runs when it is waited for. What
/// `work` refers to must outlive the future.
[[nodiscard]] std::future<Result<void>> beside(std::function<Result<void>()> work);

/// Runs `part(begin, end)` over [0, count) in equal parts, one a core, the first of them on the
/// calling thread; few items stay on it altogether, and so does a part for which no thread can be
/// had. The error is that of the earliest part that has one. `part` must not throw.
[[nodiscard]] Result<void> inParts(
    std::size_t count, const std::function<Result<void>(std::size_t, std::size_t)>& part);

} // namespace ikrar::base
