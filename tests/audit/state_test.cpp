#include "audit/sample_log.h"
#include "audit/state.h"
#include "tlog/tile.h"

#include <catch2/catch.hpp>

#include <set>

using namespace ikrar;
using namespace ikrar::audit;
using test::failures;
using test::SampleLog;

namespace {

const std::vector<std::string> none;

/// Remembers what was read of a log.
class Watched final : public Source
{
public:
    explicit Watched(const SampleLog& log) : m_log(log) { }

    [[nodiscard]] Result<Bytes> read(const std::string& path, std::size_t max) const override
    {
        const std::scoped_lock lock(m_mutex);
        paths.insert(path);
        return m_log.read(path, max);
    }
    [[nodiscard]] Result<std::optional<std::vector<std::string>>> list() const override
    {
        return m_log.list();
    }

    mutable std::set<std::string> paths;

private:
    const SampleLog& m_log;
    mutable std::mutex m_mutex;
};

Options keeping(std::shared_ptr<const AuditState> state = nullptr)
{
    Options options;
    options.state = std::move(state);
    options.keepState = true;
    return options;
}

/// Through its file, as the next audit gets it.
std::shared_ptr<const AuditState> stateOf(const Report& report)
{
    REQUIRE(report.state);
    const Bytes file = encodeState(*report.state);
    auto read = decodeState(file);
    REQUIRE(read);
    CHECK(encodeState(*read) == file);
    return std::make_shared<const AuditState>(std::move(*read));
}

/// Opened, with session 1 begun.
void begin(SampleLog& log)
{
    log.append(pledge::Opened{crypto::sha256(log.files["ceremony.toml"])});
    log.append(pledge::SessionStart{1, {}});
}

/// Grows to `size` entries, all new ones signatures, and is published.
void grow(SampleLog& log, std::uint64_t size)
{
    while (log.sign() + 1 < size) { }
    log.publish();
}

bool failed(const Report& report, const std::string& what)
{
    const auto all = failures(report);
    return std::find(all.begin(), all.end(), what) != all.end();
}

bool noted(const Report& report, const std::string& kind)
{
    return std::any_of(report.findings.begin(), report.findings.end(),
        [&](const Finding& finding) { return finding.kind == kind; });
}

} // namespace

TEST_CASE("an audit that goes on says what a whole one says, having read what is new", "[audit]")
{
    const auto [before, after] = GENERATE(table<std::uint64_t, std::uint64_t>({{3, 4}, {200, 256},
        {255, 257}, {256, 300}, {256, 256}, {257, 512}, {300, 1000}, {511, 513}, {600, 770}}));
    SampleLog log;
    begin(log);
    grow(log, before);
    const auto kept = stateOf(audit::audit(log, log.policy(), keeping()));
    if (after > before)
        grow(log, after);

    const Watched watched(log);
    std::vector<std::uint64_t> progress;
    Options options = keeping(kept);
    options.progress = [&, added = after - before](std::uint64_t done, std::uint64_t size) {
        CHECK(size == added);
        progress.push_back(done);
    };
    const Report resumed = audit::audit(watched, log.policy(), options);
    const Report whole = audit::audit(log, log.policy(), keeping());
    CHECK(failures(resumed) == none);
    CHECK(resumed.resumedFrom == before);
    CHECK(resumed.size == after);
    CHECK(resumed.signedEntries == whole.signedEntries);
    CHECK(resumed.sessions == 1);
    CHECK(encodeState(*resumed.state) == encodeState(*whole.state));
    CHECK(progress.empty() == (after == before));
    for (std::uint64_t bundle = 0; bundle < before / tlog::tileWidth; ++bundle)
        CHECK_FALSE(watched.paths.contains(
            tlog::tilePath({tlog::Tile::entriesLevel, bundle, tlog::tileWidth})));
}

TEST_CASE("sessions, voidings and the closing are followed across an earlier audit", "[audit]")
{
    SampleLog log;
    begin(log);
    grow(log, 300);
    auto kept = stateOf(audit::audit(log, log.policy(), keeping()));
    log.append(pledge::Voided{5, pledge::Reason::Withdrawn});
    log.append(pledge::SessionEnd{1, {298, 1}});
    log.append(pledge::SessionStart{2, {}});
    log.publish();
    kept = stateOf(audit::audit(log, log.policy(), keeping(kept)));
    log.sign(2);
    log.append(pledge::SessionEnd{2, {1, 0}});
    log.append(pledge::Voided{6, pledge::Reason::Other});
    log.append(pledge::Closed{{299, 2}, {}});
    log.publish();
    const Report held = audit::audit(log, log.policy(), keeping(kept));
    CHECK(failures(held) == none);
    CHECK(held.closed);
    CHECK(held.voidedEntries == 2);
    kept = stateOf(held);
    log.append(pledge::Voided{5, pledge::Reason::Other});
    log.sign(2);
    log.publish();
    CHECK(failures(audit::audit(log, log.policy(), keeping(kept)))
        == std::vector<std::string>{
            "voided-again  307", "after-closed  308", "outside-session  308"});
}

TEST_CASE("a commitment that stood before an earlier audit is known again", "[audit]")
{
    SampleLog log;
    begin(log);
    log.append(pledge::Body(SampleLog::signedBody(1, 7)));
    grow(log, 300);
    const auto kept = stateOf(audit::audit(log, log.policy(), keeping()));
    log.append(pledge::Body(SampleLog::signedBody(1, 7)));
    log.publish();
    CHECK(failures(audit::audit(log, log.policy(), keeping(kept)))
        == std::vector<std::string>{"same-commitment  300"});
}

TEST_CASE("a history rewritten since the earlier audit is found, and no state is left", "[audit]")
{
    const auto size = GENERATE(10ULL, 300ULL, 513ULL);
    SampleLog log;
    begin(log);
    grow(log, 10);
    const auto kept = stateOf(audit::audit(log, log.policy(), keeping()));
    SampleLog other;
    begin(other);
    other.append(pledge::Body(SampleLog::signedBody(1, 9)));
    grow(other, size);
    const Report report = audit::audit(other, log.policy(), keeping(kept));
    CHECK(failed(report, "rewritten "));
    CHECK_FALSE(failed(report, "root-differs checkpoint"));
    CHECK_FALSE(report.state);
}

TEST_CASE("entries changed since the earlier audit are told from a rewritten history", "[audit]")
{
    SampleLog log;
    begin(log);
    grow(log, 300);
    const auto kept = stateOf(audit::audit(log, log.policy(), keeping()));
    grow(log, 600);
    const Bytes other = log.seal({{1'700'000'000, {}}, SampleLog::signedBody(1, 99)});
    Bytes& bundle = log.files["tile/entries/001"];
    const auto entries = *tlog::parseBundle(bundle, 256);
    Bytes changed;
    for (std::size_t i = 0; i < entries.size(); ++i)
        tlog::appendToBundle(changed, i == 100 ? BytesView(other) : entries[i]);
    bundle = changed;
    const Report report = audit::audit(log, log.policy(), keeping(kept));
    CHECK(failed(report, "tile-differs tile/0/001 356"));
    CHECK(failed(report, "root-differs checkpoint"));
    CHECK_FALSE(failed(report, "rewritten "));
    CHECK_FALSE(report.state);
}

TEST_CASE("a log that lost entries or files since the earlier audit is found", "[audit]")
{
    SampleLog log;
    begin(log);
    grow(log, 600);
    const auto kept = stateOf(audit::audit(log, log.policy(), keeping()));
    SampleLog shorter;
    begin(shorter);
    grow(shorter, 599);
    CHECK(failures(audit::audit(shorter, log.policy(), keeping(kept)))
        == std::vector<std::string>{"shrunk checkpoint"});
    log.files.erase("tile/entries/000");
    CHECK(failures(audit::audit(log, log.policy(), keeping(kept)))
        == std::vector<std::string>{"missing-file tile/entries/000"});
}

TEST_CASE("under another policy everything is checked anew, and held against the state", "[audit]")
{
    SampleLog log;
    begin(log);
    grow(log, 300);
    const auto kept = stateOf(audit::audit(log, log.policy(), keeping()));
    const auto witness = crypto::SigningKey::generate();
    const auto policy = tlog::Policy::parse("log " + log.vkey().text() + "\nwitness w "
        + tlog::VerifierKey{"w.example/w", tlog::KeyType::CosignatureV1, witness.publicKey()}.text()
        + "\nquorum none\n");
    REQUIRE(policy);
    const Report report = audit::audit(log, *policy, keeping(kept));
    CHECK(failures(report) == none);
    CHECK(noted(report, "other-policy"));
    CHECK(report.resumedFrom == 0);
    CHECK(report.since == report.size);

    SampleLog other;
    begin(other);
    other.append(pledge::Body(SampleLog::signedBody(1, 9)));
    grow(other, 400);
    CHECK(failures(audit::audit(other, *policy, keeping(kept)))
        == std::vector<std::string>{"rewritten "});
}

TEST_CASE("an earlier checkpoint is held against the log beside a state too", "[audit]")
{
    SampleLog log;
    begin(log);
    grow(log, 100);
    const std::string early = log.checkpoint();
    grow(log, 300);
    const auto kept = stateOf(audit::audit(log, log.policy(), keeping()));
    grow(log, 400);
    const std::string late = log.checkpoint();
    grow(log, 700);
    SampleLog other;
    begin(other);
    other.append(pledge::Body(SampleLog::signedBody(1, 9)));
    grow(other, 100);
    for (const std::string& since : {early, late}) {
        Options options = keeping(kept);
        options.since = since;
        CHECK(failures(audit::audit(log, log.policy(), options)) == none);
    }
    Options options = keeping(kept);
    options.since = other.checkpoint();
    CHECK(failures(audit::audit(log, log.policy(), options))
        == std::vector<std::string>{"rewritten "});
}

TEST_CASE("a state is left when only witnesses are missing, not when an entry is bad", "[audit]")
{
    SampleLog log;
    begin(log);
    grow(log, 30);
    const auto witness = crypto::SigningKey::generate();
    const auto policy = tlog::Policy::parse("log " + log.vkey().text() + "\nwitness w "
        + tlog::VerifierKey{"w.example/w", tlog::KeyType::CosignatureV1, witness.publicKey()}.text()
        + "\nquorum w\n");
    REQUIRE(policy);
    const Report unwitnessed = audit::audit(log, *policy, keeping());
    CHECK(failures(unwitnessed) == std::vector<std::string>{"quorum-not-met checkpoint"});
    CHECK(unwitnessed.state);
    log.files["tile/entries/000.p/30"].back() ^= 1U;
    CHECK_FALSE(audit::audit(log, *policy, keeping()).state);
}

TEST_CASE("a state with one bit changed, cut or longer is refused", "[audit]")
{
    SampleLog log;
    begin(log);
    grow(log, 270);
    const Bytes file = encodeState(*audit::audit(log, log.policy(), keeping()).state);
    REQUIRE(decodeState(file));
    for (std::size_t at = 0; at < file.size(); ++at) {
        Bytes changed = file;
        changed[at] ^= static_cast<std::uint8_t>(1U << at % 8);
        REQUIRE_FALSE(decodeState(changed));
        REQUIRE_FALSE(decodeState(BytesView(file).first(at)));
    }
    Bytes longer = file;
    longer.push_back(0);
    CHECK(decodeState(longer).error().kind == Error::Kind::TrailingBytes);
}

TEST_CASE("a state whose parts contradict each other is refused, its digest being right", "[audit]")
{
    SampleLog log;
    begin(log);
    grow(log, 270);
    log.append(pledge::SessionEnd{1, {268, 0}});
    log.publish();
    const AuditState good = *audit::audit(log, log.policy(), keeping()).state;
    REQUIRE(decodeState(encodeState(good)));
    const auto refused = [&](const std::function<void(AuditState&)>& change) {
        AuditState bad = good;
        change(bad);
        const auto read = decodeState(encodeState(bad));
        return !read;
    };
    CHECK(refused([](AuditState& s) { s.edge.append({}); }));
    CHECK(refused([](AuditState& s) { s.edge = tlog::RightEdge(); }));
    CHECK(refused([](AuditState& s) { s.upper.clear(); }));
    CHECK(refused([](AuditState& s) { s.upper[0].pop_back(); }));
    CHECK(refused([](AuditState& s) { s.upper.emplace_back(); }));
    CHECK(refused([](AuditState& s) { s.checkpoint = "garbage"; }));
    CHECK(refused([](AuditState& s) { s.order.isSigned[5] = false; }));
    CHECK(refused([](AuditState& s) { s.order.isSigned.resize(300); }));
    CHECK(refused([](AuditState& s) { s.order.isVoided[0] = true; }));
    CHECK(refused([](AuditState& s) { s.order.isVoided[5] = true; })); // the session counts none
    CHECK(refused([](AuditState& s) { s.order.commitments.pop_back(); }));
    CHECK(refused([](AuditState& s) { s.order.sessions[0].firstIndex = 0; }));
    CHECK(refused([](AuditState& s) { s.order.sessions[0].lastIndex = 271; }));
    CHECK(refused([](AuditState& s) { s.order.sessions[0].counts.signedEntries = 1; }));
    CHECK(refused([](AuditState& s) { s.order.sessions.push_back(s.order.sessions[0]); }));
}
