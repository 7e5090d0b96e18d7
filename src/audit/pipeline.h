#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace ikrar::audit {

/// Runs `work(i)` for i in [0, count) on `threads` threads and hands the results to `take` in
/// order, on the calling thread. At most `window` results wait at a time, so memory does not grow
/// with `count`. `makeWorker` is called once a thread, there, for whatever must not be shared.
template <typename R>
class Pipeline
{
public:
    using Worker = std::function<R(std::uint64_t)>;

    Pipeline(std::uint64_t count, unsigned threads)
        : m_count(count)
        , m_window(std::uint64_t{threads} * 8)
        , m_threadCount(threads)
    {
    }

    void run(const std::function<Worker()>& makeWorker,
        const std::function<void(std::uint64_t, R)>& take)
    {
        std::vector<std::jthread> threads;
        threads.reserve(m_threadCount);
        for (unsigned i = 0; i < m_threadCount; ++i)
            threads.emplace_back([this, &makeWorker] { produce(makeWorker()); });
        for (std::uint64_t i = 0; i < m_count; ++i)
            take(i, next(i));
    }

private:
    void produce(const Worker& worker)
    {
        for (;;) {
            std::uint64_t mine = 0;
            {
                std::unique_lock lock(m_mutex);
                if (m_next == m_count)
                    return;
                mine = m_next++;
                m_changed.wait(lock, [&] { return mine < m_taken + m_window; });
            }
            R result = worker(mine);
            {
                const std::scoped_lock lock(m_mutex);
                m_done.emplace(mine, std::move(result));
            }
            m_changed.notify_all();
        }
    }

    R next(std::uint64_t i)
    {
        std::unique_lock lock(m_mutex);
        auto done = m_done.end();
        m_changed.wait(lock, [&] { return (done = m_done.find(i)) != m_done.end(); });
        R result = std::move(done->second);
        m_done.erase(done);
        m_taken = i + 1;
        lock.unlock();
        m_changed.notify_all();
        return result;
    }

    std::uint64_t m_count;
    std::uint64_t m_window;
    unsigned m_threadCount;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::uint64_t m_next = 0;
    std::uint64_t m_taken = 0;
    std::map<std::uint64_t, R> m_done;
};

} // namespace ikrar::audit
