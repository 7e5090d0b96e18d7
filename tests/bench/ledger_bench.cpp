// Rows 1, 4, 6, 8 and 9 of design.md's table: the store on this disk. `ledger_bench DIR CEREMONY
// [ROWS] [LARGE]`.
#include "bench/measure.h"
#include "crypto/random.h"
#include "ledger/ledger.h"
#include "pledge/ink.h"
#include "qr/encode.h"
#include "receipt/receipt.h"

#include <QCoreApplication>

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <set>
#include <thread>

using namespace ikrar;
using namespace ikrar::bench;
using ledger::Ledger;

namespace {

const base::SystemClock systemClock;
const ledger::LocalMachine machine;

ledger::Environment environment()
{
    return {base::systemFiles(), systemClock, machine,
        []() -> Result<std::string> { return std::string(); }};
}

/// An error of the environment ends the measurement: a figure beside it would mean nothing.
template <typename T>
T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", result.error().what.c_str());
        std::exit(3); // NOLINT(concurrency-mt-unsafe)
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

struct Fresh {
    base::Path data;
    std::unique_ptr<Ledger> ledger;
};

Fresh freshStore(const base::Path& directory, const base::Path& ceremony, const std::string& name)
{
    ledger::NewStore store;
    store.ceremonyFile = ceremony;
    store.data = directory / name;
    store.kioskId = "bench";
    store.rehearsal = true;
    std::filesystem::remove_all(store.data);
    Fresh fresh{store.data, must(Ledger::create(store, environment()))};
    must(fresh.ledger->startSession(1));
    return fresh;
}

/// `inkSize` bytes of ink, as near as strokes come to it.
Bytes inkOf(std::size_t inkSize)
{
    if (inkSize == 0)
        return pledge::encodeInk({});
    pledge::Ink ink{1200, 450, {pledge::Stroke{{100, 100}}}};
    for (int i = 1; pledge::encodeInk(ink).size() < inkSize; ++i)
        ink.strokes.front().push_back({100 + i % 900, 100 + i * 7 % 250});
    return pledge::encodeInk(ink);
}

pledge::Declaration declaration(std::uint64_t number, const Bytes& ink)
{
    pledge::Declaration one;
    std::string digits = std::to_string(number);
    digits.insert(0, 8 - std::min<std::size_t>(8, digits.size()), '0');
    one.identity = {pledge::IdentityKind::Nrp, "B" + digits};
    one.name = "Peserta Contoh " + digits;
    one.unit = "opd-contoh-1";
    one.category = pledge::Category::Pns;
    one.ink = ink;
    return one;
}

std::vector<pledge::Declaration> declarations(
    std::uint64_t first, std::size_t count, const Bytes& ink)
{
    std::vector<pledge::Declaration> many;
    for (std::size_t i = 0; i < count; ++i)
        many.push_back(declaration(first + i, ink));
    return many;
}

/// Row 1: one at a time, each beside a bare append and fdatasync on the same file system.
void oneAtATime(const base::Path& directory, const base::Path& ceremony, std::size_t count)
{
    Fresh store = freshStore(directory, ceremony, "row1");
    const Bytes ink = inkOf(1000);
    const Bytes block(4096, 1);
    const int plain
        = ::open((directory / "plain").c_str(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0644);
    std::vector<double> bare;
    std::vector<double> ours;
    for (std::size_t i = 0; i < count; ++i) {
        bare.push_back(milliseconds([&] {
            if (::write(plain, block.data(), block.size()) < 0 || ::fdatasync(plain) != 0)
                std::perror("fdatasync");
        }));
        ours.push_back(milliseconds([&] {
            const auto issued = must(store.ledger->sign(declaration(i, ink)));
            must(qr::encode(
                receipt::toText(issued.receipt, store.ledger->ceremony().verifyUrl), qr::Level::L));
        }));
    }
    ::close(plain);
    line(1, "one durable declaration with receipt and QR, median", quantile(ours, 0.5),
        2 * quantile(bare, 0.5) + 2, "ms");
    line(1, "the same, p99", quantile(ours, 0.99), 4 * quantile(bare, 0.99) + 2, "ms");
}

double signaturesASecond()
{
    const auto key = crypto::SigningKey::generate();
    const Bytes message(200, 1);
    constexpr int count = 20000;
    const double took = milliseconds([&] {
        for (int i = 0; i < count; ++i)
            must(key.sign(message));
    });
    return count / took * 1000;
}

/// Row 4: 256 waiting, 1,000 bytes of ink, publication running.
void manyWaiting(const base::Path& directory, const base::Path& ceremony, std::size_t batches)
{
    constexpr std::size_t waiting = 256;
    Fresh store = freshStore(directory, ceremony, "row4");
    const Bytes ink = inkOf(1000);
    // As the kiosk publishes: once more whenever something was committed since it began.
    constexpr std::size_t ended = std::numeric_limits<std::size_t>::max();
    std::atomic<std::size_t> committed = 0;
    std::size_t publications = 0;
    std::jthread publisher([&] {
        auto second = must(Ledger::open(store.data, Ledger::Mode::Read, environment()));
        for (std::size_t seen = 0; seen != ended; seen = committed) {
            if (const auto published = second->publish();
                !published && published.error().kind != Error::Kind::Busy)
                must(published);
            ++publications;
            committed.wait(seen);
        }
    });
    const double before = signaturesASecond();
    std::vector<std::vector<pledge::Declaration>> waitingOnes;
    for (std::size_t i = 0; i < batches; ++i)
        waitingOnes.push_back(declarations(i * waiting, waiting, ink));
    const double took = milliseconds([&] {
        for (const auto& batch : waitingOnes) {
            must(store.ledger->sign(batch));
            ++committed;
            committed.notify_one();
        }
    });
    committed = ended;
    committed.notify_one();
    const double rate = static_cast<double>(batches * waiting) / took * 1000;
    const double bare = (before + signaturesASecond()) / 2;
    line(4, "durable declarations a second, 256 waiting", rate, 0.4 * bare, "/s", true);
    std::printf("     %.0f Ed25519 signatures a second on one core beside it: ratio %.2f\n", bare,
        rate / bare);
}

double medianAppend(Ledger& ledger, std::uint64_t first, const Bytes& ink)
{
    std::vector<double> took;
    for (std::uint64_t i = 0; i < 300; ++i)
        took.push_back(milliseconds([&] { must(ledger.sign(declaration(first + i, ink))); }));
    return quantile(took, 0.5);
}

/// Row 6: an append to a large log beside one to a small one, alternating, so that both see the
/// same disk.
void growth(const base::Path& directory, const base::Path& ceremony, std::uint64_t large)
{
    const Bytes ink = inkOf(0);
    Fresh small = freshStore(directory, ceremony, "row6-small");
    Fresh big = freshStore(directory, ceremony, "row6-large");
    must(small.ledger->sign(declarations(0, 1000, ink)));
    for (std::uint64_t done = 0; done < large;) {
        const auto step = std::min<std::uint64_t>(4096, large - done);
        must(big.ledger->sign(declarations(done, step, ink)));
        done += step;
        if (done % (4096 * 64) == 0 || done == large)
            must(big.ledger->publish());
    }
    std::vector<double> ratios;
    for (std::uint64_t round = 0; round < 5; ++round) {
        const double a = medianAppend(*small.ledger, 50'000'000 + round * 300, ink);
        const double b = medianAppend(*big.ledger, 50'000'000 + round * 300, ink);
        ratios.push_back(b / a);
    }
    line(6, "append at " + std::to_string(large) + " entries against at 1,000",
        quantile(ratios, 0.5), 1.5, "x ");
}

std::uint64_t bytesOnDisk(const base::Path& directory)
{
    std::uint64_t bytes = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(directory)) {
        if (file.is_regular_file())
            bytes += (file.file_size() + 4095) / 4096 * 4096; // what it takes, in blocks
    }
    return bytes;
}

/// Row 8: what is published beside its entries and hashes.
void disk(
    const base::Path& directory, const base::Path& ceremony, std::uint64_t count, bool oneByOne)
{
    Fresh store = freshStore(directory, ceremony, oneByOne ? "row8-single" : "row8-batch");
    const Bytes ink = inkOf(0);
    std::uint64_t entries = 0;
    for (std::uint64_t done = 0; done < count;) {
        const auto step = oneByOne ? 1 : std::min<std::uint64_t>(256, count - done);
        for (const auto& issued : must(store.ledger->sign(declarations(done, step, ink))))
            entries += issued.receipt.entry.size() + 2;
        done += step;
        must(store.ledger->publish());
    }
    const double megabyte = 1024.0 * 1024.0;
    const double raw = static_cast<double>(entries + count * 32) / megabyte;
    line(8,
        std::string("published log of ") + std::to_string(count)
            + (oneByOne ? ", one by one" : ", in batches"),
        static_cast<double>(bytesOnDisk(store.data / "log")) / megabyte, 1.1 * raw + 8, "MiB");
}

/// Row 9: QR versions of receipts around 1,000 entries, with a URL of 60 characters.
void versions(const base::Path& directory, const base::Path& ceremony)
{
    Fresh store = freshStore(directory, ceremony, "row9");
    const Bytes ink = inkOf(0);
    std::string url = "https://verify.example/";
    url.append(60 - url.size(), 'V');
    std::vector<double> atL;
    std::vector<double> atM;
    for (std::uint64_t i = 0; i < 1000; ++i) {
        const auto text
            = receipt::toText(must(store.ledger->sign(declaration(i, ink))).receipt, url);
        atL.push_back(must(qr::encode(text, qr::Level::L)).version);
        atM.push_back(must(qr::encode(text, qr::Level::M)).version);
    }
    line(9, "QR version at 1,000 entries, p95, level L", quantile(atL, 0.95), 16, "  ");
    line(9, "QR version at 1,000 entries, p95, level M", quantile(atM, 0.95), 18, "  ");
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    if (argc < 3) {
        std::fprintf(stderr,
            "usage: ledger_bench DIR CEREMONY [ROWS, such as 1,4] [ENTRIES of the large log]\n");
        return 2;
    }
    const base::Path directory = argv[1];
    const base::Path ceremony = argv[2];
    const std::string rows = std::string(",") + (argc > 3 ? argv[3] : "1,4,6,8,9") + ",";
    const std::uint64_t large = argc > 4 ? std::strtoull(argv[4], nullptr, 10) : 100'000;
    const auto asked = [&rows](int row) {
        return rows.find("," + std::to_string(row) + ",") != std::string::npos;
    };
    std::filesystem::create_directories(directory);
    if (asked(1))
        oneAtATime(directory, ceremony, 1000);
    if (asked(4))
        manyWaiting(directory, ceremony, 100);
    if (asked(6))
        growth(directory, ceremony, large);
    if (asked(8)) {
        disk(directory, ceremony, 3000, true);
        disk(directory, ceremony, 60'000, false);
    }
    if (asked(9))
        versions(directory, ceremony);
}
