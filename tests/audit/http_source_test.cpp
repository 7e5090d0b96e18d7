#include "audit/raw_socket.h"
#include "audit/sample_log.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <thread>

using namespace ikrar;
using namespace ikrar::audit;
using test::failures;
using test::SampleLog;

namespace {

HttpAnswer of(int status, Bytes body = {})
{
    return {status, "application/octet-stream", std::move(body), {}};
}

/// A sample log behind a server, below `/log`; `before` may answer in its stead.
class Served
{
public:
    using Before = std::function<std::optional<HttpAnswer>(const std::string& path)>;

    explicit Served(const SampleLog& log, Before before = {})
    {
        HttpServer::Options options;
        options.host = "127.0.0.1";
        m_server = *HttpServer::open(
            options, [&log, before = std::move(before)](const HttpRequest& request) {
                if (before)
                    if (auto answer = before(request.path))
                        return std::move(*answer);
                const auto found = log.files.find(request.path.substr(5));
                return found == log.files.end() ? of(404) : of(200, found->second);
            });
        m_thread = std::jthread([this] { m_server->run(); });
    }
    Served(const Served&) = delete;
    Served& operator=(const Served&) = delete;
    Served(Served&&) = delete;
    Served& operator=(Served&&) = delete;
    ~Served() { m_server->stop(); }

    [[nodiscard]] std::string url() const
    {
        return "http://127.0.0.1:" + std::to_string(m_server->port()) + "/log";
    }

private:
    std::unique_ptr<HttpServer> m_server;
    std::jthread m_thread;
};

} // namespace

TEST_CASE("a log over http is audited like the same log in a folder", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(600));
    const Served served(*log);
    const auto source = openHttp(served.url());
    REQUIRE(source);
    const Report report = audit::audit(**source, log->policy());
    const Report local = audit::audit(*log, log->policy());
    CHECK(report.holds());
    CHECK(report.root == local.root);
    CHECK(report.signedEntries == 600);
    CHECK(report.closed);
    CHECK_FALSE(report.filesListed);
    CHECK(local.filesListed);
}

TEST_CASE("damage, absence and excess in a log over http are findings", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(300));
    const Served served(*log);
    const auto found = [&] {
        const auto source = openHttp(served.url());
        REQUIRE(source);
        const Report report = audit::audit(**source, log->policy());
        CHECK_FALSE(report.interruption);
        return failures(report);
    };
    const Bytes before = log->files["tile/0/000"];
    log->files["tile/0/000"][40] ^= 1U;
    CHECK(found() == std::vector<std::string>{"tile-differs tile/0/000 1"});
    log->files["tile/0/000"].resize(9000);
    CHECK(found() == std::vector<std::string>{"unreadable-tile tile/0/000"});
    log->files.erase("tile/0/000");
    CHECK(found() == std::vector<std::string>{"unreadable-tile tile/0/000"});
    log->files["tile/0/000"] = before;
    CHECK(found().empty());
}

TEST_CASE("a server that fails for a moment is asked again", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(3));
    std::atomic<int> failed = 0;
    const Served served(*log, [&](const std::string& path) -> std::optional<HttpAnswer> {
        if (path == "/log/tile/0/000.p/7" && failed < 1) {
            ++failed;
            return of(503);
        }
        return std::nullopt;
    });
    const auto source = openHttp(served.url());
    REQUIRE(source);
    CHECK(audit::audit(**source, log->policy()).holds());
    CHECK(failed == 1);
}

TEST_CASE("a server that fails for good ends the audit, and says nothing of the log", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(2000));
    const int status = GENERATE(500, 403, 302);
    std::atomic<int> asked = 0;
    const Served served(*log, [&](const std::string& path) -> std::optional<HttpAnswer> {
        if (path.starts_with("/log/tile/entries/") && ++asked > 1)
            return of(status);
        return std::nullopt;
    });
    const auto source = openHttp(served.url());
    REQUIRE(source);
    Options options;
    options.keepState = true;
    const Report report = audit::audit(**source, log->policy(), options);
    REQUIRE(report.interruption);
    CHECK(report.interruption->kind == Error::Kind::Io);
    CHECK(report.interruption->what.find(std::to_string(status)) != std::string::npos);
    CHECK(failures(report) == std::vector<std::string>{});
    CHECK_FALSE(report.holds());
    CHECK_FALSE(report.state);
    CHECK_FALSE(
        viewOf(std::shared_ptr<const Source>(std::move(*openHttp(served.url()))), log->policy()));
}

namespace {

/// Ends for good at one file, though what came after it can still be had.
class Ending final : public Source
{
public:
    Ending(const SampleLog& log, std::string at) : m_log(log), m_at(std::move(at)) { }

    [[nodiscard]] Result<Bytes> read(const std::string& path, std::size_t max) const override
    {
        if (path != m_at)
            return m_log.read(path, max);
        m_ended = true;
        return fail(Error::Kind::Io, "the network is gone");
    }
    [[nodiscard]] Result<std::optional<std::vector<std::string>>> list() const override
    {
        return m_log.list();
    }
    [[nodiscard]] std::optional<Error> interruption() const override
    {
        return m_ended ? std::optional(Error{Error::Kind::Io, "the network is gone"})
                       : std::nullopt;
    }

private:
    const SampleLog& m_log;
    std::string m_at;
    mutable std::atomic<bool> m_ended = false;
};

} // namespace

TEST_CASE("entries after those that a network withheld are not called out of order", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(600));
    for (const char* at : {"tile/entries/000", "tile/entries/001", "tile/0/001"}) {
        INFO(at);
        const Ending source(*log, at);
        const Report report = audit::audit(source, log->policy());
        CHECK(report.interruption);
        CHECK(failures(report) == std::vector<std::string>{});
    }
}

TEST_CASE("what was found before a server failed remains found", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(3));
    log->files["tile/entries/000.p/7"][100] ^= 1U;
    const Served served(*log, [&](const std::string& path) -> std::optional<HttpAnswer> {
        if (path == "/log/ceremony.toml")
            return of(403);
        return std::nullopt;
    });
    const auto source = openHttp(served.url());
    REQUIRE(source);
    const Report report = audit::audit(**source, log->policy());
    CHECK(report.interruption);
    CHECK_FALSE(failures(report).empty());
}

TEST_CASE("an address without a log, or without a server, is told at once", "[audit]")
{
    SampleLog empty;
    const Served served(empty);
    CHECK(openHttp(served.url()).error().kind == Error::Kind::Missing);
    CHECK(openHttp("http://127.0.0.1:99999/log").error().kind == Error::Kind::Malformed);
    std::uint16_t port = 0;
    {
        const test::RawServer gone;
        port = gone.port();
    }
    CHECK(openHttp("http://127.0.0.1:" + std::to_string(port)).error().kind == Error::Kind::Io);
}

TEST_CASE("a receipt's log over http gives roots and voidings", "[audit]")
{
    const auto log = std::make_shared<SampleLog>();
    log->append(pledge::Opened{crypto::sha256(log->files["ceremony.toml"])});
    log->append(pledge::SessionStart{1, {}});
    for (int i = 0; i < 600; ++i)
        log->sign();
    log->append(pledge::Voided{2, pledge::Reason::Withdrawn});
    log->publish();
    const Served served(*log);
    auto source = openHttp(served.url());
    REQUIRE(source);
    const auto view = viewOf(std::shared_ptr<const Source>(std::move(*source)), log->policy());
    const auto local = viewOf(log, log->policy());
    REQUIRE(view);
    CHECK(view->isVoided(2) == true);
    CHECK(view->isVoided(3) == false);
    for (const std::uint64_t size : {1U, 255U, 256U, 400U, 603U})
        CHECK(view->rootAt(size) == local->rootAt(size));
}
