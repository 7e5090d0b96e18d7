// Row 10 of design.md's table: the attendance list of LARGE, whose people are on its roster, beside
// writing as many bytes plainly.
// `export_bench DIR SMALL LARGE MERGED`: two kiosks' stores, and one that LARGE was merged into.
#include "attendance/delivery.h"
#include "attendance/gathered_records.h"
#include "attendance/people_csv.h"
#include "attendance/records_xlsx.h"
#include "bench/measure.h"
#include "ledger/ledger.h"

#include <QCoreApplication>

#include <cstdlib>
#include <ctime>
#include <fstream>

using namespace ikrar;
using namespace ikrar::bench;
using attendance::Delivery;
using attendance::Records;

namespace {

const base::SystemClock systemClock;
const ledger::LocalMachine machine;

/// An error of the environment ends the measurement: a figure beside it would mean nothing.
template <typename T>
T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", result.error().what.c_str());
        std::exit(3); // NOLINT(concurrency-mt-unsafe)
    }
    return std::move(*result);
}

void untold(std::uint64_t /*rows*/) { }

std::unique_ptr<Delivery> to(const base::Path& path)
{
    return must(Delivery::begin(base::systemFiles(), path, Delivery::Existing::Replace));
}

/// The most memory that this process ever held, in MiB.
double peakMemory()
{
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        double kilobytes = 0;
        if (word == "VmHWM:" && status >> kilobytes)
            return kilobytes / 1024;
    }
    return 0;
}

/// Seconds of processor that this process has used: on a busy machine the wall says little.
double processorSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// `bytes` of nothing, written, synced and read back as an export is.
double plainly(const base::Path& path, std::uint64_t bytes)
{
    const std::string block(64UL * 1024, 'x');
    return milliseconds([&] {
        auto delivery = to(path);
        for (std::uint64_t at = 0; at < bytes; at += block.size()) {
            if (auto written = delivery->write(block); !written)
                std::exit(3); // NOLINT(concurrency-mt-unsafe)
        }
        must(delivery->finish());
    });
}

/// Seconds for the CSV of 100,000 rows; what it writes lies at `to`.
double csvSeconds(const base::Path& file, const Records& records)
{
    std::uint64_t rows = 0;
    const double took = milliseconds([&] {
        auto delivery = to(file);
        rows = must(
            attendance::writePeopleCsv(records, Records::Order::Unit, ';', *delivery, untold));
        must(delivery->finish());
    });
    return took * 100'000.0 / static_cast<double>(rows) / 1000;
}

/// The same list out of a store that the kiosk was merged into, against the kiosk's own.
void measureMerged(const base::Path& directory, const Records& own, const char* store)
{
    const auto gathering
        = must(attendance::Gathering::open({store, {}}, attendance::Gathering::Access::Read));
    const auto merged
        = must(attendance::recordsOf(*gathering, must(gathering->ceremonies()).front().number));
    const double kiosk = csvSeconds(directory / "bench.kiosk.csv", own);
    const double all = csvSeconds(directory / "bench.merged.csv", *merged);
    std::printf(
        "     CSV out of a merged store: %.2f s, out of the kiosk's own: %.2f s\n", all, kiosk);
    line(10, "CSV out of a merged store against the kiosk's own", all / kiosk, 4, "x");
}

void measure(const base::Path& directory, const Records& records)
{
    std::uint64_t rows = 0;
    std::uint64_t bytes = 0;
    double begin = processorSeconds();
    const double csv = milliseconds([&] {
        auto delivery = to(directory / "bench.csv");
        rows = must(
            attendance::writePeopleCsv(records, Records::Order::Unit, ';', *delivery, untold));
        bytes = must(delivery->finish()).bytes;
    });
    const double scale = 100'000.0 / static_cast<double>(rows);
    line(10, "CSV by unit and name, of 100,000 rows", csv * scale / 1000, 1, "s");
    std::printf("     %.2f s of processor; the same bytes plainly, written and read back: %.2f s\n",
        (processorSeconds() - begin) * scale,
        plainly(directory / "bench.plain", bytes) * scale / 1000);
    begin = processorSeconds();
    const double xlsx = milliseconds([&] {
        auto delivery = to(directory / "bench.xlsx");
        must(attendance::writeXlsx(records, Records::Order::Unit, attendance::SheetPaper::A4,
            delivery->temporary(), untold));
        must(delivery->finish());
    });
    line(10, "XLSX, of 100,000 rows", xlsx * scale / 1000, 5, "s");
    std::printf("     %.2f s of processor\n", (processorSeconds() - begin) * scale);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const std::span<char*> arguments(argv, static_cast<std::size_t>(argc));
    if (arguments.size() != 5) {
        std::fprintf(stderr, "export_bench DIR SMALL LARGE MERGED\n");
        return 2;
    }
    const base::Path directory = arguments[1];
    const ledger::Environment environment{base::systemFiles(), systemClock, machine,
        []() -> Result<std::string> { return std::string(); }};
    const auto open = [&](const char* data) {
        return must(ledger::Ledger::open(data, ledger::Ledger::Mode::Read, environment));
    };
    // The first run, of the smaller store, takes what memory any export takes.
    const auto small = open(arguments[2]);
    must(attendance::writeXlsx(*attendance::recordsOf(*small), Records::Order::Unit,
        attendance::SheetPaper::A4, to(directory / "bench.xlsx")->temporary(), untold));
    const double before = peakMemory();
    const auto large = open(arguments[3]);
    measure(directory, *attendance::recordsOf(*large));
    // Keys of the order, and the pages that SQLite may keep of a store.
    line(10, "memory beyond that of a small export", peakMemory() - before, 24, "MiB");
    measureMerged(directory, *attendance::recordsOf(*large), arguments[4]);
    return 0;
}
