#pragma once

#include "witness/client.h"
#include "witness/routes.h"
#include "witness/sample_log.h"

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

namespace ikrar::tests {

/// A witness's service behind HTTP, on a thread of its own, on a port that was free.
class Served
{
public:
    Served(witness::Service& service, audit::HttpServer::Options options)
        : m_secure(!options.certificate.empty())
    {
        options.host = "127.0.0.1";
        auto opened = audit::HttpServer::open(
            std::move(options), [&service](const audit::HttpRequest& request) {
                return witness::route(service, request);
            });
        if (!opened)
            throw std::runtime_error(opened.error().what);
        m_server = std::move(*opened);
        m_thread = std::thread([this] { m_server->run(); });
    }
    Served(const Served&) = delete;
    Served& operator=(const Served&) = delete;
    Served(Served&&) = delete;
    Served& operator=(Served&&) = delete;
    ~Served()
    {
        m_server->stop();
        m_thread.join();
    }

    [[nodiscard]] std::string url(const std::string& host = "127.0.0.1") const
    {
        return (m_secure ? "https://" : "http://") + host + ":" + std::to_string(m_server->port());
    }

private:
    bool m_secure;
    std::unique_ptr<audit::HttpServer> m_server;
    std::thread m_thread;
};

/// Many kiosks that sign at once, each on a thread, a log and a connection of its own.
class Crowd
{
public:
    struct Result {
        std::vector<double> milliseconds; ///< of each request, in no order
        double seconds = 0; ///< of all together
        std::size_t refused = 0; ///< requests that brought no cosignature
    };

    explicit Crowd(std::size_t kiosks)
    {
        for (std::size_t i = 0; i < kiosks; ++i)
            m_logs.push_back(std::make_unique<SampleLog>(
                "example.id/ikrar/upacara/kiosk-" + std::to_string(i) + "-00000000",
                static_cast<std::uint8_t>(i)));
    }

    [[nodiscard]] std::vector<tlog::Policy::Log> logs() const
    {
        std::vector<tlog::Policy::Log> logs;
        for (const auto& log : m_logs)
            logs.push_back({log->key(), {}});
        return logs;
    }

    /// Each kiosk grows by one entry, `rounds` times, and has its checkpoint cosigned by `witness`.
    [[nodiscard]] Result sign(
        const std::string& url, const tlog::VerifierKey& witness, std::size_t rounds)
    {
        std::vector<std::vector<double>> times(m_logs.size());
        std::atomic<std::size_t> refused{0};
        const auto begin = std::chrono::steady_clock::now();
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < m_logs.size(); ++i) {
                threads.emplace_back([&, i] {
                    times[i] = signOne(*m_logs[i], url, witness, rounds);
                    refused += rounds - times[i].size();
                });
            }
        }
        Result result;
        result.seconds = secondsSince(begin);
        for (const auto& each : times)
            result.milliseconds.insert(result.milliseconds.end(), each.begin(), each.end());
        result.refused = refused;
        return result;
    }

private:
    static double secondsSince(std::chrono::steady_clock::time_point begin)
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    }

    static bool isCosigned(const ikrar::Result<witness::Answer>& answer, const SampleLog& log,
        const tlog::VerifierKey& witness)
    {
        if (!answer || answer->status != 200)
            return false;
        const auto note = tlog::Note::parse(log.checkpoint().text() + "\n" + answer->body);
        return note
            && tlog::verifyCosignature(log.checkpoint(), note->signatures[0].bytes, witness);
    }

    static std::vector<double> signOne(SampleLog& log, const std::string& url,
        const tlog::VerifierKey& witness, std::size_t rounds)
    {
        audit::HttpClient::Options patience;
        patience.connect = patience.whole = std::chrono::minutes(1);
        auto connection = witness::connectTo(url, patience);
        std::vector<double> times;
        for (std::size_t round = 0; connection && round < rounds; ++round) {
            const std::uint64_t old = log.size();
            log.growTo(old + 1);
            const std::string body = log.body(old);
            const auto begin = std::chrono::steady_clock::now();
            const auto answer = (*connection)->add(body);
            const double took = secondsSince(begin) * 1000;
            if (!isCosigned(answer, log, witness))
                break;
            times.push_back(took);
        }
        return times;
    }

    std::vector<std::unique_ptr<SampleLog>> m_logs;
};

} // namespace ikrar::tests
