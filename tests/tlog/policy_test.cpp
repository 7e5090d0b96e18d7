#include "tlog/keys.h"
#include "tlog/policy.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::tlog;

namespace {

VerifierKey keyOf(const std::string& name, KeyType type, std::uint8_t seed)
{
    return {name, type, keyFor(seed).publicKey()};
}

const auto logKey = keyOf("contoh.example/log", KeyType::Ed25519, 1);

std::string witnessLine(const std::string& name, std::uint8_t seed)
{
    const auto key = keyOf(name + ".example", KeyType::CosignatureV1, seed);
    return "witness " + name + " " + key.text() + "\n";
}

} // namespace

TEST_CASE("the policy of one log asks for no witness", "[tlog]")
{
    const auto policy = Policy::forLog(logKey);
    CHECK(policy.text() == "log " + logKey.text() + "\nquorum none\n");
    CHECK_FALSE(policy.quorum());
    CHECK(policy.satisfiedBy({}));
    CHECK(Policy::parse(policy.text())->text() == policy.text());
}

TEST_CASE("logs and witnesses are found by key ID and origin", "[tlog]")
{
    const auto policy = Policy::parse("log " + logKey.text() + " https://log.example/\n"
        + witnessLine("A", 2) + witnessLine("B", 3) + "quorum A\n");
    REQUIRE(policy);
    REQUIRE(policy->logByOrigin("contoh.example/log") != nullptr);
    CHECK(policy->logByOrigin("contoh.example/log")->url == "https://log.example/");
    CHECK(policy->logByOrigin("contoh.example") == nullptr);
    REQUIRE(policy->logsById(logKey.id()).size() == 1);
    CHECK(policy->logsById(logKey.id()).front()->key == logKey);
    CHECK(policy->logsById(logKey.id() + 1).empty());

    const auto& b = policy->witnesses().at(1);
    CHECK(policy->witnessesById(b.key.id()) == std::vector<const Policy::Witness*>{&b});
    CHECK(policy->witnessesById(logKey.id()).empty());
}

TEST_CASE("an error names the line it stands on", "[tlog]")
{
    const auto policy
        = Policy::parse("# satu\n\nlog " + logKey.text() + "\nsaksi A\nquorum none\n");
    REQUIRE(!policy);
    CHECK(policy.error().kind == Error::Kind::Malformed);
    CHECK(policy.error().what.find("line 4:") != std::string::npos);
}

TEST_CASE("the example policy of the specification holds for the sets it says", "[tlog]")
{
    std::string text = "log " + logKey.text() + "\n";
    for (std::uint8_t i = 1; i <= 3; ++i)
        text += witnessLine("X" + std::to_string(i), static_cast<std::uint8_t>(10 + i));
    text += "group X-witnesses 2 X1 X2 X3\n";
    for (std::uint8_t i = 1; i <= 3; ++i)
        text += witnessLine("Y" + std::to_string(i), static_cast<std::uint8_t>(20 + i));
    text += "group Y-witnesses any Y1 Y2 Y3\ngroup X-and-Y all X-witnesses Y-witnesses\nquorum "
            "X-and-Y\n";
    const auto policy = Policy::parse(text);
    REQUIRE(policy);

    // All 64 subsets of the six.
    for (unsigned subset = 0; subset < 64; ++subset) {
        std::set<std::string> cosigned;
        unsigned x = 0;
        unsigned y = 0;
        for (unsigned i = 0; i < 3; ++i) {
            if ((subset >> i & 1U) != 0 && ++x > 0)
                cosigned.insert("X" + std::to_string(i + 1));
            if ((subset >> (i + 3) & 1U) != 0 && ++y > 0)
                cosigned.insert("Y" + std::to_string(i + 1));
        }
        INFO(subset);
        CHECK(policy->satisfiedBy(cosigned) == (x >= 2 && y >= 1));
    }
}

TEST_CASE("32 logs, witnesses and groups are taken", "[tlog]")
{
    std::string text;
    std::string members;
    for (std::uint8_t i = 1; i <= 40; ++i) {
        const auto number = std::to_string(i);
        text += "log " + keyOf("log" + number, KeyType::Ed25519, i).text() + "\n";
        text += witnessLine("w" + number, static_cast<std::uint8_t>(100 + i));
        text += "group g" + number + " any w" + number + "\n";
        members += " g" + number;
    }
    const auto policy = Policy::parse(text + "group semua all" + members + "\nquorum semua\n");
    REQUIRE(policy);
    CHECK(policy->logs().size() == 40);
    CHECK(policy->groups().size() == 41);
    std::set<std::string> cosigned;
    for (const auto& witness : policy->witnesses())
        cosigned.insert(witness.name);
    CHECK(policy->satisfiedBy(cosigned));
    cosigned.erase("w17");
    CHECK_FALSE(policy->satisfiedBy(cosigned));
}

TEST_CASE("a policy over 1 MiB is too large", "[tlog]")
{
    const std::string end = "\nquorum none\n";
    const auto room = (std::size_t{1} << 20U) - end.size();
    CHECK(Policy::parse("#" + std::string(room - 1, 'x') + end));
    const auto refused = Policy::parse("#" + std::string(room, 'x') + end);
    REQUIRE(!refused);
    CHECK(refused.error().kind == Error::Kind::TooLarge);
}
