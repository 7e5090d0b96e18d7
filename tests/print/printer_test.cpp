// Beside a real CUPS: tests/print/with_cups has the queues.

#include "base/file.h"
#include "print/printer.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>

using namespace ikrar;
using State = print::JobStatus::State;

namespace {

print::Document document(const std::string& words)
{
    const auto bytes = base::asBytes(words);
    return {"Tanda terima nomor 7", "application/vnd.cups-raw", {bytes.begin(), bytes.end()}};
}

/// CUPS tells nobody of a raw queue's end: it is asked again.
template <typename Condition>
bool comes(Condition condition)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return true;
}

State stateOf(const std::string& printer, int job)
{
    return print::jobStatus(printer, job).value().state;
}

Error::Kind kindOf(const Error& error)
{
    CHECK(error.what.size() > 20); // a sentence
    return error.kind;
}

} // namespace

TEST_CASE("what is printed arrives to the byte", "[.cups]")
{
    std::string bytes;
    for (int at = 0; at < 100'000; ++at)
        bytes += static_cast<char>(at * 31 % 256);
    const int job = print::submit("slips", document(bytes)).value();
    CHECK(comes([&] { return stateOf("slips", job) == State::Done; }));
    // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing sets it
    const base::Path printed = base::Path(std::getenv("IKRAR_PRINTED")) / "1";
    CHECK(comes([&] { return std::filesystem::exists(printed); }));
    CHECK(base::asText(base::readFile(printed, 1'000'000).value()) == bytes);
    const auto status = print::printerStatus("slips").value();
    CHECK(status.accepting);
    CHECK_FALSE(status.stopped);
}

TEST_CASE("a printer at which nothing answers says so, and its job can be taken back", "[.cups]")
{
    const int job = print::submit("cable", document("x")).value();
    CHECK(comes([&] { return !print::printerStatus("cable").value().message.empty(); }));
    CHECK(stateOf("cable", job) != State::Done);
    CHECK(print::cancel("cable", job).has_value());
    CHECK(comes([&] { return stateOf("cable", job) == State::Canceled; }));
    CHECK(print::cancel("cable", job).has_value()); // over already
}

TEST_CASE("a stopped printer keeps its job waiting and says why", "[.cups]")
{
    const auto status = print::printerStatus("paused").value();
    CHECK(status.stopped);
    CHECK(status.message == "tutupnya terbuka");
    CHECK(
        std::find(status.reasons.begin(), status.reasons.end(), "paused") != status.reasons.end());
    const int job = print::submit("paused", document("x")).value();
    CHECK(stateOf("paused", job) == State::Waiting);
    CHECK(print::cancel("paused", job).has_value());
}

TEST_CASE("no such printer, no such job", "[.cups]")
{
    CHECK(kindOf(print::submit("tiada", document("x")).error()) == Error::Kind::Missing);
    CHECK(kindOf(print::printerStatus("tiada").error()) == Error::Kind::Missing);
    CHECK(kindOf(print::jobStatus("slips", 4711).error()) == Error::Kind::Missing);
    CHECK(kindOf(print::cancel("slips", 4711).error()) == Error::Kind::Missing);
}

TEST_CASE("no printing system at all", "[.no_cups]")
{
    CHECK(kindOf(print::submit("slips", document("x")).error()) == Error::Kind::Io);
    CHECK(kindOf(print::printerStatus("slips").error()) == Error::Kind::Io);
}
