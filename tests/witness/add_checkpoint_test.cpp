#include "witness/add_checkpoint.h"
#include "witness/sample_log.h"

#include <catch2/catch.hpp>

namespace ikrar::tests {

using witness::AddCheckpoint;

namespace {

/// The example of the specification, shortened to one signature.
constexpr const char* published = "old 20852014\n"
                                  "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n"
                                  "jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=\n"
                                  "5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=\n"
                                  "/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=\n"
                                  "\n"
                                  "example.com/behind-the-sofa\n"
                                  "20852163\n"
                                  "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
                                  "\n"
                                  "— example.com/behind-the-sofa "
                                  "Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/"
                                  "Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";

Error::Kind refused(const std::string& body)
{
    const auto parsed = AddCheckpoint::parse(body);
    REQUIRE_FALSE(parsed);
    return parsed.error().kind;
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("the specification's example is read and written alike", "[witness]")
{
    const auto parsed = AddCheckpoint::parse(published);
    REQUIRE(parsed);
    CHECK(parsed->oldSize == 20852014);
    CHECK(parsed->proof.size() == 4);
    CHECK(parsed->checkpoint.size == 20852163);
    CHECK(parsed->text() == published);
}

TEST_CASE("a request has one spelling", "[witness]")
{
    const std::string good = published;
    using enum Error::Kind;
    CHECK(refused("") == Malformed);
    CHECK(refused(replaced(good, "old 2", "old  2")) == Malformed);
    CHECK(refused(replaced(good, "old 2", "old 02")) == Malformed);
    CHECK(refused(replaced(good, "old 2", "old +2")) == Malformed);
    CHECK(refused(replaced(good, "old ", "Old ")) == Malformed);
    CHECK(refused(replaced(good, "old 20852014\n", "")) == Malformed);
    CHECK(refused(replaced(good, "old 20852014\n", "old 20852014\r\n")) == Malformed);
    CHECK(refused(replaced(good, "j/0=\n\n", "j/0=\n")) == Malformed);
    CHECK(refused(replaced(good, "kaw=", "kax=")) == NotCanonical);
    CHECK(refused(replaced(good, "kaw=\n", "kaw=kaw=\n")) == Malformed);
    CHECK(refused(good + "\n") == Malformed);
    CHECK(refused(good.substr(0, good.size() - 1)) == Malformed);
    CHECK(refused(replaced(good, "20852163\n", "20852163\n\n")) == Malformed);
    CHECK(refused(replaced(good, "20852014", "9223372036854775808")) == Malformed);
    CHECK(refused("old 0\n\n" + std::string(witness::maxAddCheckpoint, 'a')) == TooLarge);
}

TEST_CASE("a proof has at most 63 lines", "[witness]")
{
    const std::string line = "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n";
    std::string body = published;
    for (int lines = 4; lines < 63; ++lines)
        body.insert(body.find(line), line);
    CHECK(AddCheckpoint::parse(body));
    body.insert(body.find(line), line);
    CHECK(refused(body) == Error::Kind::TooLarge);
}

} // namespace ikrar::tests
