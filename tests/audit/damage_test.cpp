#include "audit/sample_log.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace ikrar;
using namespace ikrar::audit;
using test::SampleLog;

namespace {

bool namesFile(const Report& report, const std::string& path)
{
    return std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
        return finding.severity == Finding::Severity::Failure && finding.path == path;
    });
}

Options since(std::string checkpoint)
{
    Options options;
    options.since = std::move(checkpoint);
    return options;
}

Options oneThread()
{
    Options options;
    options.threads = 1;
    return options;
}

} // namespace

TEST_CASE(
    "a flipped bit in any published file but the policy is found and the file named", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(300));
    const auto files = log->files;
    for (const auto& [path, bytes] : files) {
        if (path == "policy")
            continue;
        for (std::size_t part = 0; part < 4; ++part) {
            const std::size_t at = (bytes.size() - 1) * part / 3;
            INFO(path << " byte " << at);
            log->files[path][at] ^= static_cast<std::uint8_t>(1U << part);
            const Report report = audit::audit(*log, log->policy(), oneThread());
            CHECK(namesFile(report, path));
            log->files[path] = bytes;
        }
    }
    CHECK(audit::audit(*log, log->policy()).holds());
}

TEST_CASE("a missing or shortened file is found and named", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(300));
    const auto files = log->files;
    for (const auto& [path, bytes] : files) {
        if (path == "policy")
            continue;
        INFO(path);
        log->files.erase(path);
        CHECK(namesFile(audit::audit(*log, log->policy()), path));
        log->files[path] = Bytes(bytes.begin(), bytes.end() - 1);
        CHECK(namesFile(audit::audit(*log, log->policy()), path));
        log->files[path] = bytes;
    }
}

TEST_CASE("a partial tile of an earlier size must be the beginning of the later one", "[audit]")
{
    SampleLog log;
    log.append(pledge::Opened{crypto::sha256(log.files["ceremony.toml"])});
    log.append(pledge::SessionStart{1, {}});
    log.sign();
    log.publish();
    log.sign();
    log.publish();
    REQUIRE(log.files.contains("tile/0/000.p/3"));
    REQUIRE(audit::audit(log, log.policy()).holds());
    for (const char* path : {"tile/0/000.p/3", "tile/entries/000.p/3"}) {
        const Bytes before = log.files[path];
        log.files[path].back() ^= 1U;
        CHECK(test::failures(audit::audit(log, log.policy()))
            == std::vector<std::string>{std::string("tile-differs ") + path});
        log.files[path] = before;
    }
}

TEST_CASE("files of a checkpoint that is not published yet are a note", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(3));
    log->files["tile/0/000.p/200"] = Bytes(std::size_t{200} * 32);
    log->files["checkpoint.tmp"] = Bytes(1);
    const Report report = audit::audit(*log, log->policy());
    CHECK(report.holds());
    CHECK(report.findings.size() == 2);
}

TEST_CASE("an entry replaced by another one of the log's own key is found", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(3));
    const Bytes other = log->seal({{1'700'000'000, {}}, SampleLog::signedBody(1, 99)});
    Bytes& bundle = log->files["tile/entries/000.p/7"];
    const auto entries = *tlog::parseBundle(bundle, 7);
    Bytes changed;
    for (std::size_t i = 0; i < entries.size(); ++i)
        tlog::appendToBundle(changed, i == 3 ? BytesView(other) : entries[i]);
    bundle = changed;
    const auto failures = test::failures(audit::audit(*log, log->policy()));
    CHECK(failures
        == std::vector<std::string>{"tile-differs tile/0/000.p/7 3", "root-differs checkpoint"});
}

TEST_CASE("a log of another key, origin or policy is refused by name", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(3));
    const auto stranger = crypto::SigningKey::generate();
    const auto otherKey
        = tlog::Policy::forLog({log->vkey().name, tlog::KeyType::Ed25519, stranger.publicKey()});
    CHECK(test::failures(audit::audit(*log, otherKey))
        == std::vector<std::string>{"bad-checkpoint checkpoint"});
    const auto otherOrigin
        = tlog::Policy::forLog({"contoh-2023.example/ikrar/contoh-2023/kiosk-2-0a1b2c3d",
            tlog::KeyType::Ed25519, stranger.publicKey()});
    CHECK(test::failures(audit::audit(*log, otherOrigin))
        == std::vector<std::string>{"unknown-log checkpoint"});
}

TEST_CASE("a quorum that is not met fails the audit", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(3));
    const auto witness = crypto::SigningKey::generate();
    const tlog::VerifierKey key{
        "saksi.example/w", tlog::KeyType::CosignatureV1, witness.publicKey()};
    const auto policy = tlog::Policy::parse(
        "log " + log->vkey().text() + "\nwitness saksi " + key.text() + "\nquorum saksi\n");
    REQUIRE(policy);
    CHECK(test::failures(audit::audit(*log, *policy))
        == std::vector<std::string>{"quorum-not-met checkpoint"});
}

TEST_CASE("a rewritten history is told from one that grew", "[audit]")
{
    SampleLog earlier;
    const crypto::Hash ceremony = crypto::sha256(earlier.files["ceremony.toml"]);
    SampleLog rewritten;
    for (SampleLog* log : {&earlier, &rewritten}) {
        log->append(pledge::Opened{ceremony});
        log->append(pledge::SessionStart{1, {}});
    }
    earlier.sign();
    const std::string earlierCheckpoint = earlier.checkpoint();
    earlier.sign();
    earlier.publish();
    CHECK(audit::audit(earlier, earlier.policy(), since(earlierCheckpoint)).holds());

    rewritten.append(pledge::Body(SampleLog::signedBody(1, 5)));
    rewritten.append(pledge::Body(SampleLog::signedBody(1, 6)));
    rewritten.publish();
    CHECK(test::failures(audit::audit(rewritten, rewritten.policy(), since(earlierCheckpoint)))
        == std::vector<std::string>{"rewritten "});
    CHECK(test::failures(audit::audit(earlier, earlier.policy(), since("garbage")))
        == std::vector<std::string>{"bad-since "});
}

TEST_CASE("a log that lost entries since an earlier checkpoint has shrunk", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(3));
    const std::unique_ptr<SampleLog> longer(SampleLog::ceremonyOf(9));
    CHECK(test::failures(audit::audit(*log, log->policy(), since(longer->checkpoint())))
        == std::vector<std::string>{"shrunk checkpoint"});
}

TEST_CASE("progress ends at the size of the log", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(600));
    std::vector<std::uint64_t> seen;
    Options options;
    options.progress = [&](std::uint64_t done, std::uint64_t size) {
        CHECK(size == 604);
        seen.push_back(done);
    };
    (void)audit::audit(*log, log->policy(), options);
    CHECK(seen == std::vector<std::uint64_t>{256, 512, 604});
}
