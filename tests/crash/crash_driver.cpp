// crash_driver WRITER CEREMONY COUNT: starts the writer, kills it at a random instant, checks what
// it left, again and again until COUNT declarations are in the log.
// Checked after every kill, of all that was ever shown or published: each receipt verifies and is
// in the log, no declaration is half there, no two checkpoints of one size differ, and the files,
// once published, equal a build from scratch.

#include "crash/environment.h"
#include "ledger/rebuild.h"
#include "receipt/verdict.h"
#include "temporary_directory.h"

#include <QCoreApplication>

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <iostream>
#include <random>
#include <thread>

using namespace ikrar;
using namespace ikrar::crash;
using ledger::Ledger;
using tests::RawDatabase;

namespace {

[[noreturn]] void wrong(const std::string& what)
{
    std::cerr << "crash_driver: " << what << '\n';
    std::exit(1); // NOLINT(concurrency-mt-unsafe)
}

void require(bool holds, const std::string& what)
{
    if (!holds)
        wrong(what);
}

/// How long a writer lives, from its start or from the first receipt that it shows.
struct Life {
    std::chrono::microseconds time{};
    bool fromFirstLine = false;
};

/// Runs the writer for a while and kills it: the whole lines that it had printed.
std::vector<std::string> runAndKill(
    const std::string& writer, const std::string& data, unsigned seed, Life life)
{
    std::array<int, 2> ends{};
    require(::pipe(ends.data()) == 0, "pipe");
    const pid_t child = ::fork();
    require(child != -1, "fork");
    if (child == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[0]);
        ::close(ends[1]);
        const std::string number = std::to_string(seed);
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg)
        ::execl(writer.c_str(), writer.c_str(), data.c_str(), number.c_str(), nullptr);
        ::_exit(127);
    }
    ::close(ends[1]);
    const auto killLater = [&] {
        std::this_thread::sleep_for(life.time);
        ::kill(child, SIGKILL);
    };
    std::jthread killer;
    if (!life.fromFirstLine)
        killer = std::jthread(killLater);
    std::string printed;
    std::array<char, 65536> buffer{};
    for (ssize_t got = 0; (got = ::read(ends[0], buffer.data(), buffer.size())) > 0;) {
        printed.append(buffer.data(), static_cast<std::size_t>(got));
        if (!killer.joinable())
            killer = std::jthread(killLater);
    }
    ::close(ends[0]);
    int status = 0;
    require(::waitpid(child, &status, 0) == child, "waitpid");
    require(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL, "the writer ended by itself");

    std::vector<std::string> lines;
    for (std::size_t end = 0; (end = printed.find('\n')) != std::string::npos;) {
        lines.push_back(printed.substr(0, end));
        printed.erase(0, end + 1);
    }
    return lines;
}

/// All that was ever let out, held against the store as it is now.
class Witnessed
{
public:
    void receiptShown(const std::string& hex)
    {
        m_receipts.push_back(must(receipt::decode(must(base::fromHex(hex)))));
    }

    void check(const Ledger& ledger)
    {
        const tlog::Policy policy = tlog::Policy::forLog(ledger.logKey());
        for (; m_verified < m_receipts.size(); ++m_verified) {
            const receipt::Receipt& receipt = m_receipts[m_verified];
            require(receipt::verify(receipt, policy).verdict == receipt::Verdict::Rehearsal,
                "a receipt shown does not verify");
            see(must(receipt::checkpointOf(receipt, ledger.logKey().name)));
        }
        for (const receipt::Receipt& receipt : m_receipts)
            require(must(ledger.receipt(receipt.index)) == receipt,
                "a receipt shown is not in the log");
    }

    void see(const tlog::Checkpoint& checkpoint)
    {
        const auto [known, isNew] = m_roots.emplace(checkpoint.size, checkpoint.root);
        require(isNew || known->second == checkpoint.root,
            "two checkpoints of " + std::to_string(checkpoint.size) + " entries differ");
    }

    [[nodiscard]] std::size_t receipts() const { return m_receipts.size(); }

private:
    std::vector<receipt::Receipt> m_receipts;
    std::size_t m_verified = 0;
    std::map<std::uint64_t, crypto::Hash> m_roots;
};

void checkWhole(const RawDatabase& raw, const Ledger& ledger)
{
    const auto entries = raw.entries();
    std::set<std::uint64_t> signedEntries;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (std::holds_alternative<pledge::Signed>(
                must(pledge::decodeEntry(entries[i])).entry.body))
            signedEntries.insert(i);
    }
    std::set<std::uint64_t> rows;
    for (const auto& index : raw.column("SELECT CAST(entry_index AS TEXT) FROM register"))
        rows.insert(std::stoull(index));
    require(rows == signedEntries, "a declaration is half there");
    const auto status = must(ledger.status());
    require(
        status.size == entries.size() && status.signedEntries == rows.size(), "the head miscounts");
    require(raw.letOut().contains(status.size), "the head has no checkpoint");
}

/// What a web server had to give at the instant of the kill: all that the published checkpoint
/// rests on.
void checkServed(const base::Path& log, const RawDatabase& raw, std::uint64_t size)
{
    auto entries = raw.entries();
    require(size <= entries.size(), "the published checkpoint is ahead of the database");
    entries.resize(size);
    const auto there = tests::publishedFiles(log);
    for (const auto& [path, bytes] : tests::Rebuild(entries, {size}).files()) {
        const auto partial = there.find(path);
        const auto full = there.find(path.substr(0, path.find(".p/")));
        const bool served = partial != there.end()
            ? partial->second == bytes
            : full != there.end() && full->second.starts_with(bytes);
        require(served, path + " of the published checkpoint is missing or differs");
    }
}

void checkFiles(const Ledger& ledger, const RawDatabase& raw, Witnessed& witnessed)
{
    const tests::Rebuild rebuild(raw.entries(), raw.letOut());
    const auto note = must(base::readFile(ledger.data() / "log" / "checkpoint", tlog::maxNoteSize));
    const auto checkpoint
        = must(tlog::openCheckpoint(base::asText(note), ledger.logKey())).checkpoint;
    witnessed.see(checkpoint);
    require(base::asText(checkpoint.root.view()) == rebuild.root(checkpoint.size),
        "the published root is not the entries'");
    require(checkpoint.size == must(ledger.status()).size, "publication lags");
    require(tests::publishedFiles(ledger.data() / "log") == rebuild.files(),
        "the published files differ from a build from scratch");
}

} // namespace

// What is thrown here ends the driver, which is what the test then sees.
// NOLINTNEXTLINE(bugprone-exception-escape)
int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    if (argc != 4)
        return 2;
    const tests::TemporaryDirectory directory;
    ::setenv("RUNTIME_DIRECTORY", (directory / "run").c_str(), 1); // NOLINT(concurrency-mt-unsafe)
    const std::uint64_t wanted = std::stoull(argv[3]);
    std::random_device device;
    const unsigned seed = device();
    std::cout << "seed " << seed << std::endl;
    std::minstd_rand random(seed);

    ledger::NewStore store;
    store.ceremonyFile = argv[2];
    store.data = directory / "data";
    store.kioskId = "crash";
    store.rehearsal = true;
    must(Ledger::create(store, environment()));

    Witnessed witnessed;
    std::uint64_t declarations = 0;
    unsigned kills = 0;
    constexpr unsigned fewestKills = 20;
    while (declarations < wanted || kills < fewestKills) {
        // One in four while it opens the store, the others among its commits.
        const Life life{std::chrono::microseconds(random() % 150'000), random() % 4 != 0};
        for (const std::string& line :
            runAndKill(argv[1], store.data.string(), static_cast<unsigned>(random()), life))
            witnessed.receiptShown(line);
        ++kills;
        const auto left = base::readFile(store.data / "log" / "checkpoint", tlog::maxNoteSize);
        const auto ledger = must(Ledger::open(store.data, Ledger::Mode::Sign, environment()));
        require(
            must(ledger->status()).stop == ledger::Stop::None, "the store refuses after a kill");
        const auto published
            = must(tlog::openCheckpoint(base::asText(must(left)), ledger->logKey())).checkpoint;
        witnessed.see(published);
        const RawDatabase raw(store.data / "ikrar.sqlite");
        checkServed(store.data / "log", raw, published.size);
        witnessed.check(*ledger);
        checkWhole(raw, *ledger);
        must(ledger->publish());
        checkFiles(*ledger, raw, witnessed);
        declarations = must(ledger->status()).signedEntries;
    }
    std::cout << declarations << " declarations, " << witnessed.receipts() << " receipts shown, "
              << kills << " kills\n";
    return 0;
}
