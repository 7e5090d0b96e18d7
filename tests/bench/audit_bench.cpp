// Row 5 of design.md's table: the audit of a published log on all cores, beside as many bare
// Ed25519 verifications on the same cores in the same run. `audit_bench DIR COUNT` writes a log of
// COUNT signatures below DIR.
#include "audit/audit.h"
#include "bench/measure.h"
#include "pledge/entry.h"
#include "tlog/tile.h"

#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <thread>

using namespace ikrar;
using namespace ikrar::bench;

namespace {

constexpr const char* origin = "bench.example/ikrar/bench-1/kiosk-1-0a1b2c3d";

[[noreturn]] void end(const std::string& what)
{
    std::fprintf(stderr, "%s\n", what.c_str());
    std::exit(3); // NOLINT(concurrency-mt-unsafe)
}

void write(const base::Path& path, BytesView bytes)
{
    std::filesystem::create_directories(path.parent_path());
    const std::string_view text = base::asText(bytes);
    std::ofstream(path, std::ios::binary)
        .write(text.data(), static_cast<std::streamsize>(text.size()));
}

double resident()
{
    std::ifstream status("/proc/self/statm");
    long all = 0;
    long pages = 0;
    status >> all >> pages;
    return static_cast<double>(pages * ::sysconf(_SC_PAGESIZE)) / 1048576;
}

double peak()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-union-access): glibc's field is in one
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// Publishes as it grows, a tile at a time, so that the log is never held whole.
class Publisher
{
public:
    Publisher(base::Path log, crypto::SigningKey key)
        : m_log(std::move(log))
        , m_key(std::move(key))
        , m_vkey{origin, tlog::KeyType::Ed25519, m_key.publicKey()}
    {
    }

    void append(const pledge::Body& body)
    {
        const Bytes entry = pledge::seal(
            {{1'700'000'000, base::ClockTrust::Synchronised}, body}, m_vkey.id(), m_key)
                                .value();
        tlog::appendToBundle(m_bundle, entry);
        m_edge.append(tlog::leafHash(entry),
            [this](const tlog::Node& node, const crypto::Hash& hash) { completed(node, hash); });
        if (m_edge.size() % tlog::tileWidth == 0)
            writeBundle(tlog::tileWidth);
    }

    void publish()
    {
        if (const std::uint64_t left = m_edge.size() % tlog::tileWidth; left != 0)
            writeBundle(static_cast<unsigned>(left));
        for (std::size_t level = 0; level < m_levels.size(); ++level)
            writeTile(level);
        const auto note = tlog::signCheckpoint({origin, m_edge.size(), m_edge.root()}, m_key);
        write(m_log / "checkpoint", base::asBytes(note.value().serialize()));
    }

    [[nodiscard]] tlog::Policy policy() const { return tlog::Policy::forLog(m_vkey); }

private:
    struct Level {
        std::uint64_t index = 0;
        Bytes hashes;
    };

    void completed(const tlog::Node& node, const crypto::Hash& hash)
    {
        if (node.level % tlog::tileHeight != 0)
            return;
        const std::size_t level = node.level / tlog::tileHeight;
        m_levels.resize(std::max(m_levels.size(), level + 1));
        base::append(m_levels[level].hashes, hash.view());
        if (m_levels[level].hashes.size() == tlog::tileWidth * crypto::Hash::size) {
            writeTile(level);
            ++m_levels[level].index;
            m_levels[level].hashes.clear();
        }
    }

    void writeTile(std::size_t level) const
    {
        const Level& last = m_levels[level];
        const auto width = static_cast<unsigned>(last.hashes.size() / crypto::Hash::size);
        if (width != 0)
            write(
                m_log / tlog::tilePath({static_cast<int>(level), last.index, width}), last.hashes);
    }

    void writeBundle(unsigned width)
    {
        const tlog::Tile tile{
            tlog::Tile::entriesLevel, (m_edge.size() - 1) / tlog::tileWidth, width};
        write(m_log / tlog::tilePath(tile), m_bundle);
        m_bundle.clear();
    }

    base::Path m_log;
    crypto::SigningKey m_key;
    tlog::VerifierKey m_vkey;
    tlog::RightEdge m_edge;
    Bytes m_bundle;
    std::vector<Level> m_levels;
};

tlog::Policy makeLog(const base::Path& log, std::uint64_t count)
{
    const std::string ceremony = "bench\n";
    Publisher publisher(log, crypto::SigningKey::generate());
    write(log / "ceremony.toml", base::asBytes(ceremony));
    publisher.append(pledge::Opened{crypto::sha256(base::asBytes(ceremony))});
    publisher.append(pledge::SessionStart{1, {}});
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::string number = std::to_string(i);
        publisher.append(pledge::Signed{1, crypto::sha256(base::asBytes("c" + number)),
            crypto::sha256(base::asBytes("a" + number)), pledge::Category::Pns,
            pledge::Method::Kiosk});
    }
    publisher.publish();
    return publisher.policy();
}

/// `count` verifications of one signature over as many bytes as an entry signs, on all cores.
double bareVerifications(std::uint64_t count, unsigned threads)
{
    const auto key = crypto::SigningKey::generate();
    const Bytes message(160, 7);
    const auto signature = key.sign(message).value();
    return milliseconds([&] {
        std::vector<std::jthread> workers;
        for (unsigned t = 0; t < threads; ++t)
            workers.emplace_back([&, mine = count / threads + (t < count % threads ? 1 : 0)] {
                const crypto::Verifier verifier(key.publicKey());
                for (std::uint64_t i = 0; i < mine; ++i)
                    if (!verifier.verify(message, signature))
                        end("a good signature was refused");
            });
    });
}

audit::Report auditOf(const base::Path& log, const tlog::Policy& policy)
{
    const auto source = audit::openDirectory(log);
    if (!source)
        end(source.error().what);
    return audit::audit(**source, policy);
}

void measure(const base::Path& directory, std::uint64_t count)
{
    const unsigned threads = std::max(1U, std::thread::hardware_concurrency());
    const tlog::Policy smallPolicy = makeLog(directory / "small", 2000);
    static_cast<void>(auditOf(directory / "small", smallPolicy));
    const double before = std::max(peak(), resident());
    const tlog::Policy policy = makeLog(directory / "large", count);

    // Interleaved, so that whatever else the machine does falls on both.
    std::vector<double> bare;
    std::vector<double> audits;
    audit::Report report;
    for (int round = 0; round < 3; ++round) {
        bare.push_back(bareVerifications(count + 2, threads));
        audits.push_back(milliseconds([&] { report = auditOf(directory / "large", policy); }));
    }
    // The ceremony is none, which the audit says; nothing else may be wrong.
    if (report.size != count + 2 || report.findings.size() != 1
        || report.findings[0].kind != "bad-ceremony")
        end("the audit found something else than it should");
    line(5, "audit of " + std::to_string(count) + " entries, all cores", quantile(audits, 0.5),
        1.15 * quantile(bare, 0.5), "ms");
    const audit::Effort& effort = report.effort;
    std::printf("     signatures %.1f %%, hashing %.1f %%, reading %.1f %%, decoding %.1f %%; bare "
                "verifications %.0f ms\n",
        100 * effort.share(effort.signatures), 100 * effort.share(effort.hashing),
        100 * effort.share(effort.reading), 100 * effort.share(effort.decoding),
        quantile(bare, 0.5));
    // 9 bytes an entry for what stands twice, and as much again while it is sorted.
    line(5, "peak memory over that of 2000 entries", peak() - before,
        8 + 25e-6 * static_cast<double>(count), "MiB");
}

} // namespace

int main(int argc, char** argv)
{
    const std::span words(argv, static_cast<std::size_t>(argc));
    const auto count = argc == 3 ? base::parseDecimal(words[2])
                                 : fail(Error::Kind::Invalid, "audit_bench DIR COUNT");
    if (!count)
        end(count.error().what);
    measure(words[1], *count);
    return 0;
}
