// 200 kiosks in one process, each with a log of its own, against one witness over HTTP: how many
// checkpoints a second it cosigns, and how long one kiosk waits. Beside it what bounds it: a file
// that is replaced durably.
#include "bench/measure.h"
#include "tlog/keys.h"
#include "witness/crowd.h"

#include <cstdlib>

using namespace ikrar;
using namespace ikrar::tests;

namespace {

template <typename T>
T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "witness_bench: %s\n", result.error().what.c_str());
        std::exit(3); // NOLINT(concurrency-mt-unsafe): the threads are not begun yet
    }
    return std::move(*result);
}

/// What one checkpoint costs the disk at the least, one after the other.
double replacementsASecond(const base::Path& directory)
{
    constexpr int count = 200;
    const Bytes note(400, 'n');
    const double took = bench::milliseconds([&] {
        for (int i = 0; i < count; ++i)
            static_cast<void>(base::replaceFile(base::systemFiles(), directory / "probe", note));
    });
    return count / took * 1000;
}

std::unique_ptr<witness::Service> serviceFor(
    const base::Path& directory, const Crowd& crowd, const base::Clock& clock)
{
    constexpr std::uint8_t seed = 200;
    const tlog::VerifierKey key{
        "saksi.example", tlog::KeyType::CosignatureV1, tlog::keyFor(seed).publicKey()};
    std::filesystem::create_directories(directory / "logs");
    const std::string policy = "witness saksi.example " + key.text() + "\nquorum none\n";
    if (auto made
        = base::replaceFile(base::systemFiles(), directory / "policy", base::asBytes(policy));
        !made)
        std::exit(3); // NOLINT(concurrency-mt-unsafe)
    static_cast<void>(must(witness::trustLogs(base::systemFiles(), directory, crowd.logs())));
    return must(
        witness::Service::open(directory, tlog::keyFor(seed), {base::systemFiles(), clock, {}}));
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::fprintf(stderr, "usage: witness_bench DIR [KIOSKS] [CHECKPOINTS of each]\n");
        return 2;
    }
    const base::Path directory = base::Path(argv[1]) / "witness";
    const std::size_t kiosks = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 200;
    const std::size_t rounds = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 25;
    const base::SystemClock clock;
    Crowd crowd(kiosks);
    const auto service = serviceFor(directory, crowd, clock);
    audit::HttpServer::Options options;
    options.maxConnections = 4 * kiosks; // so that connections are kept
    const Served served(*service, options);

    const double before = replacementsASecond(directory);
    const auto result = crowd.sign(served.url(), service->key(), rounds);
    const double after = replacementsASecond(directory);
    const auto count = static_cast<double>(result.milliseconds.size());
    std::printf(
        "witness: %zu kiosks, %.0f checkpoints, %zu refused\n", kiosks, count, result.refused);
    std::printf("  throughput %8.0f a second; a file replaced durably, alone: %.0f a second\n",
        count / result.seconds, (before + after) / 2);
    std::printf("  latency    p50 %.1f ms, p99 %.1f ms, with all %zu waiting at once\n",
        bench::quantile(result.milliseconds, 0.5), bench::quantile(result.milliseconds, 0.99),
        kiosks);
    return result.refused == 0 ? 0 : 1;
}
