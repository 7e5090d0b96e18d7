#include "ledger/fixture.h"
#include "tlog/keys.h"
#include "witness/home.h"

namespace ikrar::tests {

using witness::Home;

namespace {

Result<Home> create(const base::Path& directory, const std::string& name = "saksi.example",
    const std::string& passphrase = "rahasia")
{
    return witness::createHome(base::systemFiles(), {directory, name, {}, passphrase},
        []() -> Result<std::string> { return std::string("rahasia"); });
}

tlog::VerifierKey logKey(const std::string& origin, std::uint8_t seed)
{
    return {origin, tlog::KeyType::Ed25519, tlog::keyFor(seed).publicKey()};
}

} // namespace

TEST_CASE("a new witness has a key of its own, which only its passphrase opens", "[witness]")
{
    const TemporaryDirectory directory;
    const Home home = must(create(directory / "w"));
    CHECK(home.key.name == "saksi.example");
    CHECK(home.key.type == tlog::KeyType::CosignatureV1);
    const auto opened = must(crypto::openKey(
        home.keyUri, []() -> Result<std::string> { return std::string("rahasia"); }));
    CHECK(opened.publicKey() == home.key.key);
    CHECK_FALSE(crypto::openKey(
        home.keyUri, []() -> Result<std::string> { return std::string("another"); }));
    CHECK(create(directory / "w").error().kind == Error::Kind::Refused);
    CHECK(must(create(directory / "v")).key.key != home.key.key);
}

TEST_CASE("a witness is not made of a bad name or without a passphrase", "[witness]")
{
    const TemporaryDirectory directory;
    for (const char* name : {"", "two words", "a+b", "none"}) {
        INFO(name);
        CHECK(create(directory / "w", name).error().kind == Error::Kind::Invalid);
    }
    CHECK(create(directory / "w", "a", "").error().kind == Error::Kind::Invalid);
    CHECK(Home::load(directory / "w").error().kind == Error::Kind::Missing);
    must(create(directory / "w")); // nothing is in its way
}

TEST_CASE("an existing key is taken where it is", "[witness]")
{
    const TemporaryDirectory directory;
    const auto key = tlog::keyFor(9);
    must(crypto::createKeyFile(base::systemFiles(), directory / "own.pem", key, ""));
    const std::string uri = "file:" + (directory / "own.pem").string();
    const auto made
        = must(witness::createHome(base::systemFiles(), {directory / "w", "saksi.example", uri, {}},
            []() -> Result<std::string> { return std::string(); }));
    CHECK(made.key.key == key.publicKey());
    CHECK(must(Home::load(directory / "w")).keyUri == uri);
}

TEST_CASE("logs are trusted once, each origin by one key", "[witness]")
{
    const TemporaryDirectory directory;
    must(create(directory / "w"));
    const auto trust = [&](const std::vector<tlog::Policy::Log>& logs) {
        return witness::trustLogs(base::systemFiles(), directory / "w", logs);
    };
    CHECK(must(trust({{logKey("a.example/1", 1), {}}, {logKey("a.example/2", 2), {}}})) == 2);
    CHECK(must(trust({{logKey("a.example/2", 2), {}}, {logKey("a.example/3", 3), {}}})) == 1);
    CHECK(trust({{logKey("a.example/1", 4), {}}}).error().kind == Error::Kind::Malformed);
    const Home home = must(Home::load(directory / "w"));
    CHECK(home.policy.logs().size() == 3);
    CHECK(home.policy.logByOrigin("a.example/1")->key == logKey("a.example/1", 1));
}

} // namespace ikrar::tests
