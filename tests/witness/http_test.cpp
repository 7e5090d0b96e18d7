#include "witness/crowd.h"
#include "witness/fixture.h"

namespace ikrar::tests {

using witness::Answer;

namespace {

/// A certificate for localhost, made by the openssl command.
audit::HttpServer::Options secured(const TemporaryDirectory& directory)
{
    audit::HttpServer::Options options;
    options.certificate = (directory / "server.pem").string();
    options.key = (directory / "server.key").string();
    const std::string command = "openssl req -x509 -newkey ed25519 -nodes -keyout '" + options.key
        + "' -out '" + options.certificate
        + "' -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost 2>/dev/null";
    REQUIRE(std::system(command.c_str()) == 0); // NOLINT(cert-env33-c,concurrency-mt-unsafe)
    return options;
}

} // namespace

TEST_CASE("a log is cosigned over HTTP, and monitors read it there", "[witness]")
{
    WitnessFixture fixture;
    SampleLog log(firstOrigin);
    fixture.trust(log.key());
    const auto service = fixture.open();
    const Served served(*service, {});
    auto connection = must(witness::connectTo(served.url() + "/", witness::patience()));
    log.growTo(3);
    CHECK(must(connection->checkpoint(log.origin())).status == 404);
    CHECK(timeOf(must(connection->add(log.body(0))), log, service->key()) != 0);
    const Answer conflict = must(connection->add(log.body(0)));
    CHECK(conflict.status == 409);
    CHECK(conflict.contentType == witness::sizeType);
    CHECK(conflict.body == "3\n");
    const Answer shown = must(connection->checkpoint(log.origin()));
    CHECK(must(witness::Cosigned::parse(shown.body, log.key(), service->key())).checkpoint
        == log.checkpoint());
    const auto large = connection->add(std::string(witness::maxAddCheckpoint + 1, 'a'));
    CHECK((!large || large->status == 413));
}

TEST_CASE("a log is cosigned over TLS by whom the certificate names", "[witness]")
{
    WitnessFixture fixture;
    SampleLog log(firstOrigin);
    fixture.trust(log.key());
    const auto service = fixture.open();
    const auto options = secured(fixture.directory);
    const Served served(*service, options);
    log.growTo(3);
    auto believing = witness::patience();
    believing.authorities = options.certificate;
    auto connection = must(witness::connectTo(served.url("localhost"), believing));
    CHECK(timeOf(must(connection->add(log.body(0))), log, service->key()) != 0);
    auto doubting = must(witness::connectTo(served.url("localhost"), witness::patience()));
    CHECK_FALSE(doubting->add(log.body(3)));
}

TEST_CASE("twenty kiosks are cosigned at once, none of them refused", "[witness]")
{
    WitnessFixture fixture;
    Crowd crowd(20);
    must(witness::trustLogs(base::systemFiles(), fixture.data(), crowd.logs()));
    const auto service = fixture.open();
    const Served served(*service, {});
    constexpr std::size_t rounds = 5;
    const auto result = crowd.sign(served.url(), service->key(), rounds);
    CHECK(result.refused == 0);
    CHECK(result.milliseconds.size() == 20 * rounds);
    for (const auto& log : crowd.logs()) {
        const auto hex = witness::monitoringPath(log.key.name).substr(0, 64);
        const auto shown = service->checkpoint(hex);
        CHECK(must(witness::Cosigned::parse(shown.body, log.key, service->key())).checkpoint.size
            == rounds);
    }
}

} // namespace ikrar::tests
