#include "witness/fixture.h"
#include "witness/routes.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <thread>

namespace ikrar::tests {

using witness::Answer;
using witness::Service;

namespace {

int statusOf(Service& service, const std::string& body)
{
    return service.addCheckpoint(body).status;
}

/// What monitors read of `log`; its size.
std::uint64_t monitoredSize(Service& service, const SampleLog& log)
{
    const audit::HttpAnswer answer
        = witness::route(service, {"GET", "/" + witness::monitoringPath(log.origin()), {}});
    if (answer.status == 404)
        return 0;
    const auto opened = must(tlog::openCheckpoint(base::asText(answer.body), log.key()));
    CHECK(opened.note.signatures.size() == 2);
    CHECK(must(witness::Cosigned::parse(base::asText(answer.body), log.key(), service.key()))
              .checkpoint
        == opened.checkpoint);
    return opened.checkpoint.size;
}

} // namespace

TEST_CASE("a log's checkpoints are cosigned one after the other", "[witness]")
{
    WitnessFixture fixture;
    SampleLog log(firstOrigin);
    fixture.trust(log.key());
    const auto service = fixture.open();
    CHECK(monitoredSize(*service, log) == 0);
    std::uint64_t old = 0;
    for (const std::uint64_t size : {0U, 1U, 2U, 7U, 7U, 8U, 300U}) {
        log.growTo(size);
        CHECK(timeOf(service->addCheckpoint(log.body(old)), log, service->key())
            == static_cast<std::uint64_t>(fixture.clock.time.seconds));
        CHECK(monitoredSize(*service, log) == size);
        old = size;
    }
}

TEST_CASE("what is malformed, or older than what it continues, is 400", "[witness]")
{
    WitnessFixture fixture;
    SampleLog log(firstOrigin);
    fixture.trust(log.key());
    const auto service = fixture.open();
    log.growTo(5);
    CHECK(statusOf(*service, "") == 400);
    CHECK(statusOf(*service, log.body(0) + "x") == 400);
    auto request = log.request(0);
    request.oldSize = 6;
    CHECK(statusOf(*service, request.text()) == 400);
    CHECK(monitoredSize(*service, log) == 0);
}

TEST_CASE("an origin that is not trusted is 404, a key that is not is 403", "[witness]")
{
    WitnessFixture fixture;
    SampleLog log(firstOrigin);
    fixture.trust(log.key());
    const auto service = fixture.open();
    log.growTo(3);
    SampleLog other(secondOrigin);
    other.growTo(3);
    CHECK(statusOf(*service, other.body(0)) == 404);
    SampleLog forged(firstOrigin, 2);
    forged.growTo(3);
    CHECK(statusOf(*service, forged.body(0)) == 403);
    auto request = log.request(0);
    request.note.signatures.front().bytes.back() ^= 1U;
    CHECK(statusOf(*service, request.text()) == 403);
    CHECK(statusOf(*service, log.body(0)) == 200);
}

TEST_CASE("signatures of others beside the log's are not looked at, nor kept", "[witness]")
{
    WitnessFixture fixture;
    SampleLog log(firstOrigin);
    fixture.trust(log.key());
    const auto service = fixture.open();
    log.growTo(3);
    auto request = log.request(0);
    std::vector<tlog::NoteSignature> signatures{{"stranger.example", 7, Bytes(72, 1)}};
    signatures.push_back(request.note.signatures.front());
    request.note.signatures = std::move(signatures);
    CHECK(statusOf(*service, request.text()) == 200);
    CHECK(monitoredSize(*service, log) == 3);
}

TEST_CASE("another old size than the last is 409 and told the right one", "[witness]")
{
    WitnessFixture fixture;
    SampleLog log(firstOrigin);
    fixture.trust(log.key());
    const auto service = fixture.open();
    log.growTo(3);
    const auto told = [&](std::uint64_t old) {
        const Answer answer = service->addCheckpoint(log.body(old));
        CHECK(answer.status == 409);
        CHECK(answer.contentType == "text/x.tlog.size");
        return answer.body;
    };
    CHECK(told(2) == "0\n");
    REQUIRE(statusOf(*service, log.body(0)) == 200);
    log.growTo(9);
    CHECK(told(0) == "3\n");
    CHECK(told(5) == "3\n");
    CHECK(told(9) == "3\n");
    SampleLog shorter(firstOrigin); // one that went back, and says so
    shorter.growTo(2);
    CHECK(service->addCheckpoint(shorter.body(2)).body == "3\n");
}

TEST_CASE("what does not continue the last is 422", "[witness]")
{
    WitnessFixture fixture;
    SampleLog log(firstOrigin);
    fixture.trust(log.key());
    const auto service = fixture.open();
    log.growTo(6);
    REQUIRE(statusOf(*service, log.body(0)) == 200);

    SampleLog rewritten(firstOrigin, 1, "another");
    rewritten.growTo(6);
    CHECK(statusOf(*service, rewritten.body(6)) == 422); // the same size with another root
    rewritten.growTo(9);
    CHECK(statusOf(*service, rewritten.body(6)) == 422);

    log.growTo(9);
    auto request = log.request(6);
    request.proof.pop_back();
    CHECK(statusOf(*service, request.text()) == 422);
    request = log.request(6);
    request.proof.front().bytes[0] ^= 1U;
    CHECK(statusOf(*service, request.text()) == 422);
    request = log.request(6);
    request.proof.push_back(request.proof.back());
    CHECK(statusOf(*service, request.text()) == 422);
    CHECK(monitoredSize(*service, log) == 6);
    CHECK(statusOf(*service, log.body(6)) == 200);
}

TEST_CASE("from nothing there is no proof, and an empty tree has one root", "[witness]")
{
    WitnessFixture fixture;
    SampleLog log(firstOrigin);
    fixture.trust(log.key());
    const auto service = fixture.open();
    auto request = log.request(0);
    request.checkpoint.root.bytes[0] ^= 1U;
    request.note = must(tlog::signCheckpoint(request.checkpoint, tlog::keyFor(1)));
    CHECK(statusOf(*service, request.text()) == 422);
    log.growTo(3);
    request = log.request(0);
    request.proof.push_back(log.checkpoint().root);
    CHECK(statusOf(*service, request.text()) == 422);
}

TEST_CASE("paths and methods are those of the specification", "[witness]")
{
    WitnessFixture fixture;
    SampleLog log(firstOrigin);
    fixture.trust(log.key());
    const auto service = fixture.open();
    log.growTo(1);
    const auto ask
        = [&](const char* method, const std::string& path, const std::string& body = {}) {
              return witness::route(*service, {method, path, base::copy(base::asBytes(body))});
          };
    CHECK(ask("GET", "/add-checkpoint").status == 405);
    CHECK(ask("POST", "/add-checkpoint", log.body(0)).status == 200);
    const std::string monitored = "/" + witness::monitoringPath(log.origin());
    CHECK(ask("GET", monitored).status == 200);
    CHECK(ask("GET", monitored).contentType == "text/plain; charset=utf-8");
    CHECK(ask("POST", monitored).status == 405);
    CHECK(ask("GET", "/").status == 404);
    CHECK(ask("GET", "/checkpoint").status == 404);
    CHECK(ask("GET", "/" + std::string(64, '0') + "/checkpoint").status == 404);
    CHECK(ask("GET", "/" + std::string(64, '/') + "/checkpoint").status == 404);
}

TEST_CASE("a restart forgets nothing, and each log has a state of its own", "[witness]")
{
    WitnessFixture fixture;
    SampleLog first(firstOrigin);
    SampleLog second(secondOrigin, 2);
    fixture.trust(first.key());
    fixture.trust(second.key());
    first.growTo(4);
    second.growTo(9);
    {
        const auto service = fixture.open();
        CHECK(fixture.tryOpen().error().kind == Error::Kind::Busy); // nobody else serves it
        CHECK(statusOf(*service, first.body(0)) == 200);
        CHECK(statusOf(*service, second.body(0)) == 200);
    }
    const auto service = fixture.open();
    CHECK(monitoredSize(*service, first) == 4);
    CHECK(monitoredSize(*service, second) == 9);
    SampleLog rewritten(firstOrigin, 1, "another");
    rewritten.growTo(4);
    CHECK(service->addCheckpoint(rewritten.body(0)).body == "4\n");
    CHECK(statusOf(*service, rewritten.body(4)) == 422);
    first.growTo(5);
    CHECK(statusOf(*service, first.body(4)) == 200);
}

TEST_CASE("a log that is trusted while the witness runs is taken up", "[witness]")
{
    WitnessFixture fixture;
    SampleLog log(firstOrigin);
    log.growTo(2);
    const auto service = fixture.open();
    CHECK(statusOf(*service, log.body(0)) == 404);
    fixture.trust(log.key());
    CHECK(statusOf(*service, log.body(0)) == 404); // a stranger makes it look once a second
    ++fixture.clock.time.seconds;
    CHECK(statusOf(*service, log.body(0)) == 200);
    CHECK(service->logs() == 1);
}

TEST_CASE("a damaged state is no state to go on from", "[witness]")
{
    WitnessFixture fixture;
    SampleLog log(firstOrigin);
    fixture.trust(log.key());
    log.growTo(4);
    CHECK(statusOf(*fixture.open(), log.body(0)) == 200);
    const auto hex = witness::monitoringPath(log.origin()).substr(0, 64);
    const base::Path file = fixture.data() / "logs" / hex;
    const std::string note = contents(file);
    for (const std::string& damaged :
        {std::string(), note.substr(0, note.size() / 2), note.substr(0, note.rfind("—"))}) {
        must(base::replaceFile(base::systemFiles(), file, base::asBytes(damaged)));
        CHECK(fixture.tryOpen().error().kind == Error::Kind::Malformed);
    }
}

TEST_CASE("a larger checkpoint is never stated to be older", "[witness]")
{
    WitnessFixture fixture;
    SampleLog log(firstOrigin);
    fixture.trust(log.key());
    const auto later = static_cast<std::uint64_t>(fixture.clock.time.seconds);
    log.growTo(1);
    {
        const auto service = fixture.open();
        CHECK(timeOf(service->addCheckpoint(log.body(0)), log, service->key()) == later);
    }
    fixture.clock.time.seconds = 5; // a flat battery
    const auto service = fixture.open();
    log.growTo(2);
    CHECK(timeOf(service->addCheckpoint(log.body(1)), log, service->key()) == later);
    fixture.clock.time.seconds = static_cast<std::int64_t>(later) + 7;
    log.growTo(3);
    CHECK(timeOf(service->addCheckpoint(log.body(2)), log, service->key()) == later + 7);
}

TEST_CASE("of several that continue the same size at once, exactly one is cosigned", "[witness]")
{
    WitnessFixture fixture;
    SampleLog log(firstOrigin);
    fixture.trust(log.key());
    const auto service = fixture.open();
    constexpr std::size_t racers = 4;
    for (int round = 0; round < 25; ++round) {
        const std::uint64_t old = monitoredSize(*service, log);
        std::array<std::string, racers> bodies;
        for (std::size_t i = 0; i < racers; ++i) {
            SampleLog copy(firstOrigin);
            copy.growTo(old + 1 + i);
            bodies.at(i) = copy.body(old);
        }
        std::array<int, racers> statuses{};
        std::atomic<std::size_t> ready{0};
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < racers; ++i) {
            threads.emplace_back([&, i] {
                ++ready;
                while (ready < racers)
                    std::this_thread::yield();
                statuses.at(i) = statusOf(*service, bodies.at(i));
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        CHECK(std::count(statuses.begin(), statuses.end(), 200) == 1);
        CHECK(std::count(statuses.begin(), statuses.end(), 409) == racers - 1);
        const auto winner = std::find(statuses.begin(), statuses.end(), 200) - statuses.begin();
        CHECK(monitoredSize(*service, log) == old + 1 + static_cast<std::uint64_t>(winner));
    }
}

TEST_CASE("whatever call of the disk fails, nothing is let out that is not kept", "[witness]")
{
    const std::size_t calls = [] {
        WitnessFixture fixture;
        SampleLog log(firstOrigin);
        fixture.trust(log.key());
        FaultyFiles files;
        const auto service = fixture.open(files);
        const std::size_t before = files.calls().size();
        log.growTo(2);
        REQUIRE(statusOf(*service, log.body(0)) == 200);
        return files.calls().size() - before;
    }();
    REQUIRE(calls >= 5); // directory, file, write, two syncs, rename
    for (const int code : {EIO, ENOSPC}) {
        for (std::size_t nth = 0; nth < calls; ++nth) {
            INFO(code << " at call " << nth);
            WitnessFixture fixture;
            SampleLog log(firstOrigin);
            fixture.trust(log.key());
            FaultyFiles files;
            {
                const auto service = fixture.open(files);
                log.growTo(2);
                REQUIRE(statusOf(*service, log.body(0)) == 200);
                log.growTo(3);
                files.fail({.nth = nth, .code = code});
                const Answer answer = service->addCheckpoint(log.body(2));
                REQUIRE(files.failures() == 1);
                CHECK(answer.status == 500);
                CHECK(answer.body.find(fixture.data().string()) == std::string::npos);
                CHECK(fixture.reported.size() == 1);
                files.mend();
                CHECK(monitoredSize(*service, log) == 2);
                // A full disk may be mended; what a failed device shows is not to be believed.
                CHECK(statusOf(*service, log.body(2)) == (code == EIO ? 500 : 200));
            }
            const auto service = fixture.open();
            const std::uint64_t size = monitoredSize(*service, log);
            CHECK((size == 2 || size == 3));
            CHECK(statusOf(*service, log.body(size)) == 200);
        }
    }
}

namespace {

/// The real file system of a process that dies at its nth call.
class Dying final : public base::FileSystem
{
public:
    explicit Dying(int nth) : m_left(nth) { }
    Result<int> open(const base::Path& path, int flags, mode_t mode) override
    {
        return step(), base::systemFiles().open(path, flags, mode);
    }
    Result<void> write(int fd, BytesView bytes) override
    {
        return step(), base::systemFiles().write(fd, bytes);
    }
    Result<void> sync(int fd) override { return step(), base::systemFiles().sync(fd); }
    Result<void> rename(const base::Path& from, const base::Path& to) override
    {
        return step(), base::systemFiles().rename(from, to);
    }
    Result<void> remove(const base::Path& path) override
    {
        return step(), base::systemFiles().remove(path);
    }
    Result<void> makeDirectory(const base::Path& path) override
    {
        return step(), base::systemFiles().makeDirectory(path);
    }
    void close(int fd) override { base::systemFiles().close(fd); }

private:
    void step()
    {
        if (m_left-- == 0)
            ::_exit(1);
    }
    int m_left;
};

/// Serves one request in a process that dies at a call of the disk; whether it answered before.
bool answersInAnotherProcess(WitnessFixture& fixture, int nth, const std::string& body)
{
    const pid_t child = ::fork();
    REQUIRE(child != -1);
    if (child == 0) {
        Dying files(nth);
        auto service = fixture.tryOpen(files);
        ::_exit(service && statusOf(**service, body) == 200 ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace

TEST_CASE("a witness that is killed before it answers has cosigned all or nothing", "[witness]")
{
    WitnessFixture fixture;
    SampleLog log(firstOrigin);
    fixture.trust(log.key());
    std::uint64_t size = 0;
    bool answered = false;
    for (int nth = 0; !answered; ++nth) {
        INFO("killed at call " << nth);
        REQUIRE(nth < 50);
        log.growTo(log.size() + 1);
        answered = answersInAnotherProcess(fixture, nth, log.body(size));
        const auto service = fixture.open();
        const std::uint64_t kept = monitoredSize(*service, log);
        CHECK((kept == size || kept == log.size()));
        CHECK((!answered || kept == log.size()));
        size = kept;
    }
}

} // namespace ikrar::tests
