#include "audit/sample_log.h"
#include "crypto/sha256.h"
#include "pledge/ceremony.h"

#include <catch2/catch.hpp>

namespace ikrar::audit::test {

namespace {

constexpr const char* ceremony = R"(id = "contoh-2023"
occasion = "upacara"
domain = "contoh-2023.example"
time_zone = "Asia/Makassar"
verify_url = "https://contoh-2023.example/V"
organizer = "BKPSDM contoh"
categories = ["pns"]

[title]
id = "Ikrar contoh"

[pledge]
opening = { id = "Kami berikrar:" }

[[pledge.clauses]]
short = { id = "Netral" }
full = { id = "Kami netral." }

[[sessions]]
place = "Lapangan"

[[units]]
id = "opd-contoh-1"
name = "OPD contoh 1"
)";

constexpr const char* origin = "contoh-2023.example/ikrar/contoh-2023/kiosk-1-0a1b2c3d";

crypto::SigningKey fixedKey()
{
    const Bytes seed(32, 7);
    return *crypto::SigningKey::fromSeed(seed);
}

crypto::Hash hashOf(std::string_view text)
{
    return crypto::sha256(base::asBytes(text));
}

} // namespace

SampleLog::SampleLog()
    : m_key(fixedKey())
    , m_vkey{origin, tlog::KeyType::Ed25519, m_key.publicKey()}
{
    files["ceremony.toml"] = base::copy(base::asBytes(ceremony));
}

Bytes SampleLog::seal(const pledge::Entry& entry) const
{
    return *pledge::seal(entry, m_vkey.id(), m_key);
}

std::uint64_t SampleLog::append(const pledge::Body& body, std::int64_t time)
{
    return append(seal({{time, base::ClockTrust::Synchronised}, body}));
}

std::uint64_t SampleLog::append(const Bytes& sealed)
{
    m_entries.push_back(sealed);
    m_edge.append(tlog::leafHash(sealed),
        [this](const tlog::Node& node, const crypto::Hash& hash) { m_nodes[node] = hash; });
    return m_entries.size() - 1;
}

pledge::Signed SampleLog::signedBody(std::uint64_t session, std::uint8_t seed)
{
    return {session, hashOf("commitment " + std::to_string(seed)),
        hashOf("act " + std::to_string(seed)), pledge::Category::Pns, pledge::Method::Kiosk};
}

std::uint64_t SampleLog::sign(std::uint64_t session)
{
    pledge::Signed body = signedBody(session, 0);
    body.commitment = hashOf("commitment of entry " + std::to_string(m_entries.size()));
    return append(pledge::Body(body));
}

std::unique_ptr<SampleLog> SampleLog::ceremonyOf(std::uint64_t count)
{
    auto log = std::make_unique<SampleLog>();
    log->append(pledge::Opened{hashOf(ceremony)});
    log->append(pledge::SessionStart{1, hashOf("roster")});
    for (std::uint64_t i = 0; i < count; ++i)
        log->sign();
    log->append(pledge::SessionEnd{1, {count, 0}});
    log->append(pledge::Closed{{count, 0}, hashOf("attendance")});
    log->publish();
    return log;
}

void SampleLog::publish()
{
    const std::uint64_t size = m_entries.size();
    for (const tlog::Tile& tile : tlog::tilesOf(size)) {
        Bytes& file = files[tlog::tilePath(tile)];
        file.clear();
        const std::uint64_t first = tile.index * tlog::tileWidth;
        for (std::uint64_t i = first; i < first + tile.width; ++i) {
            if (tile.level == tlog::Tile::entriesLevel)
                tlog::appendToBundle(file, m_entries[i]);
            else
                base::append(file,
                    m_nodes.at({static_cast<unsigned>(tile.level) * tlog::tileHeight, i}).view());
        }
    }
    files["checkpoint"] = base::copy(base::asBytes(checkpoint()));
    files["policy"] = base::copy(base::asBytes(policy().text()));
}

std::string SampleLog::checkpoint() const
{
    return tlog::signCheckpoint({origin, m_entries.size(), m_edge.root()}, m_key)->serialize();
}

Result<Bytes> SampleLog::read(const std::string& path, std::size_t max) const
{
    const auto found = files.find(path);
    if (found == files.end())
        return fail(Error::Kind::Missing, path + ": no such file");
    if (found->second.size() > max)
        return fail(Error::Kind::TooLarge, path + ": too large");
    return found->second;
}

Result<std::optional<std::vector<std::string>>> SampleLog::list() const
{
    std::vector<std::string> paths;
    for (const auto& [path, bytes] : files)
        paths.push_back(path);
    return paths;
}

tlog::Policy SampleLog::policy() const
{
    return tlog::Policy::forLog(m_vkey);
}

std::vector<std::string> failures(const Report& report)
{
    std::vector<std::string> out;
    for (const Finding& finding : report.findings) {
        if (finding.severity == Finding::Severity::Failure)
            out.push_back(finding.kind + ' ' + finding.path
                + (finding.index ? ' ' + std::to_string(*finding.index) : ""));
    }
    return out;
}

TEST_CASE("a log that nobody touched holds", "[audit]")
{
    const std::unique_ptr<SampleLog> log(
        SampleLog::ceremonyOf(GENERATE(0ULL, 1ULL, 251ULL, 252ULL, 253ULL, 600ULL)));
    const Report report = audit(*log, log->policy());
    CHECK(failures(report) == std::vector<std::string>{});
    CHECK(report.holds());
    CHECK(report.closed);
    CHECK(report.sessions == 1);
    CHECK(report.signedEntries + 4 == report.size);
}

} // namespace ikrar::audit::test
