#include "case_files.h"
#include "pledge/commitment.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::pledge;
using ikrar::tests::cases;
using ikrar::tests::hexField;

namespace {

Salt saltOf(const nlohmann::json& json)
{
    const Bytes bytes = hexField(json, "salt");
    Salt salt{};
    REQUIRE(bytes.size() == salt.size());
    std::copy(bytes.begin(), bytes.end(), salt.begin());
    return salt;
}

} // namespace

TEST_CASE("commitments of typed identities are the published ones", "[pledge]")
{
    for (const auto& [name, json] : cases("commitment")) {
        INFO(name);
        const auto kind = identityKindFromCode(json.at("kind").get<std::string>());
        REQUIRE(kind);
        const auto identity = parseIdentity(*kind, json.at("typed").get<std::string>());
        REQUIRE(identity);
        CHECK(identity->value == json.at("value"));
        CHECK(base::toHex(commitment(saltOf(json), *identity).view()) == json.at("commitment"));
    }
}

TEST_CASE("a number of one kind does not match the same characters of another", "[pledge]")
{
    const Salt salt{};
    CHECK(commitment(salt, {IdentityKind::Nrp, "12345"})
        != commitment(salt, {IdentityKind::Nipd, "12345"}));
}

TEST_CASE("an act binds the ceremony and the ink", "[pledge]")
{
    for (const auto& [name, json] : cases("act")) {
        INFO(name);
        const auto ceremony = crypto::Hash::fromBytes(hexField(json, "ceremony_hash")).value();
        CHECK(base::toHex(act(ceremony, hexField(json, "ink")).view()) == json.at("act"));
    }
}

TEST_CASE("matching codes are written and read as published", "[pledge]")
{
    for (const auto& [name, json] : cases("matching-code", "ok-")) {
        INFO(name);
        const Salt salt = saltOf(json);
        CHECK(matchingCode(salt) == json.at("written"));
        const auto read = parseMatchingCode(json.at("typed").get<std::string>());
        REQUIRE(read);
        CHECK(*read == salt);
    }
}

TEST_CASE("what is no matching code is refused", "[pledge]")
{
    for (const auto& [name, json] : cases("matching-code", "bad-")) {
        INFO(name);
        const auto read = parseMatchingCode(json.at("typed").get<std::string>());
        REQUIRE_FALSE(read);
        CHECK(base::name(read.error().kind) == json.at("expect").get<std::string>());
    }
}
