// Who stands behind an entry, by bundles that somebody changed. By bundles as they are written:
// tests/attendance.
#include "audit/person_index.h"
#include "audit/sample_bundle.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::audit;
using test::SampleBundle;
using Kind = PersonIndex::Answer::Kind;

namespace {

Result<std::unique_ptr<PersonIndex>> read(const SampleBundle& bundle)
{
    const std::shared_ptr<const Bundle> opened = bundle.open();
    return PersonIndex::read(opened, BundleViews::of(*opened, bundle.log.policy()));
}

Kind kindOf(const SampleBundle& bundle, std::uint64_t index)
{
    const auto people = read(bundle);
    REQUIRE(people);
    const auto answer = (*people)->find(bundle.log.vkey().name, index, bundle.entry(index));
    CHECK(answer.row.has_value() == (answer.kind == Kind::Person));
    return answer.kind;
}

} // namespace

TEST_CASE("an entry leads to its row, its status and its ink", "[audit]")
{
    const SampleBundle bundle;
    const std::string origin = bundle.log.vkey().name;
    const auto people = read(bundle);
    REQUIRE(people);
    CHECK((*people)->size() == 5);
    for (const std::uint64_t index : {2U, 3U, 4U, 6U, 7U}) {
        const auto answer = (*people)->find(origin, index, bundle.entry(index));
        REQUIRE(answer.kind == Kind::Person);
        CHECK(answer.row->identity == SampleBundle::identity(index));
        CHECK((*people)->inkOf(origin, index, bundle.entry(index)) == SampleBundle::ink(index));
    }
    CHECK((*people)->find(origin, 3, bundle.entry(3)).row->voided == pledge::Reason::Duplicate);
    CHECK((*people)->find(origin, 4, bundle.entry(4)).row->voided == pledge::Reason::Withdrawn);
    CHECK((*people)->find(origin, 5, bundle.entry(5)).kind == Kind::Erased);
    CHECK((*people)->find(origin, 8, bundle.entry(2)).kind == Kind::NoRow);
    CHECK((*people)->find("another", 2, bundle.entry(2)).kind == Kind::NoLog);
    CHECK((*people)->find(origin, 2, bundle.entry(3)).kind == Kind::OtherPerson);
    const auto ink = [&](std::uint64_t index, std::uint64_t entry) {
        return (*people)->inkOf(origin, index, bundle.entry(entry)).error().kind;
    };
    CHECK(ink(5, 5) == Error::Kind::Missing);
    CHECK(ink(8, 2) == Error::Kind::Missing);
    CHECK(ink(2, 3) == Error::Kind::Mismatch);
    CHECK((*people)->inkOf("another", 2, bundle.entry(2)).error().kind == Error::Kind::Missing);
}

TEST_CASE("a row that was changed names nobody", "[audit]")
{
    SampleBundle bundle;
    SECTION("its number")
    {
        bundle.edit(bundle.attendance(), 2, "011001", "011009");
        CHECK(kindOf(bundle, 2) == Kind::OtherPerson);
    }
    SECTION("its salt")
    {
        bundle.edit(bundle.ties(), 2, "0202", "0203");
        CHECK(kindOf(bundle, 2) == Kind::OtherPerson);
    }
    SECTION("its name")
    {
        bundle.edit(bundle.attendance(), 2, "Contoh", "Lain");
        CHECK(kindOf(bundle, 2) == Kind::TextChanged);
    }
    SECTION("its status, which the digest of the row before allows")
    {
        bundle.edit(bundle.attendance(), 2, R"("signed","")", R"("voided","test")");
        CHECK(kindOf(bundle, 2) == Kind::TextChanged);
    }
    SECTION("its voiding hidden, which the digest of the closing allows")
    {
        bundle.edit(bundle.attendance(), 4, R"("voided","withdrawn")", R"("signed","")");
        CHECK(kindOf(bundle, 4) == Kind::TextChanged);
    }
    SECTION("removed")
    {
        auto lines = bundle.lines(bundle.attendance());
        lines.erase(lines.begin() + 1);
        bundle.setLines(bundle.attendance(), lines);
        CHECK(kindOf(bundle, 2) == Kind::NoRow);
    }
    CHECK(kindOf(bundle, 3) == Kind::Person); // the others stand
}

TEST_CASE("a bundle that cannot be relied on names nobody", "[audit]")
{
    SampleBundle bundle;
    SECTION("a row past the end of its log")
    {
        auto lines = bundle.lines(bundle.attendance());
        std::string stranger = lines.at(1);
        lines.push_back(stranger.replace(1, 1, "99"));
        bundle.setLines(bundle.attendance(), lines);
        CHECK(read(bundle).error().kind == Error::Kind::Mismatch);
    }
    SECTION("a tie past the end of its log")
    {
        auto lines = bundle.lines(bundle.ties());
        std::string stranger = lines.at(1);
        lines.push_back(stranger.replace(1, 1, "99"));
        bundle.setLines(bundle.ties(), lines);
        CHECK(read(bundle).error().kind == Error::Kind::Mismatch);
    }
    SECTION("a table that is not there")
    {
        bundle.members.erase(bundle.ties());
        CHECK(read(bundle).error().kind == Error::Kind::Missing);
    }
    SECTION("a table of another header")
    {
        auto lines = bundle.lines(bundle.attendance());
        lines.front() = "\"index\"\r\n";
        bundle.setLines(bundle.attendance(), lines);
        CHECK(read(bundle).error().kind == Error::Kind::Malformed);
    }
    SECTION("two members of one name")
    {
        bundle.members[bundle.folder() + "/Ties.csv"] = {1};
        CHECK(read(bundle).error().kind == Error::Kind::Mismatch);
    }
    SECTION("a log that does not lead to its root")
    {
        for (auto& [name, bytes] : bundle.members)
            if (name.find("tile/entries") != std::string::npos)
                bytes[bytes.size() / 2] ^= 4;
        CHECK(kindOf(bundle, 2) == Kind::NoLog);
    }
    SECTION("a public one")
    {
        bundle.makePublic({R"("unit","name","signed")"});
        CHECK(kindOf(bundle, 2) == Kind::NoNames);
    }
}
