#include "audit/order.h"
#include "audit/sample_log.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::audit;
using pledge::Body;
using test::SampleLog;

namespace {

/// The kinds found when these bodies follow each other, `note:` before notes.
std::vector<std::string> judge(
    const std::vector<Body>& bodies, std::vector<std::int64_t> times = {})
{
    std::vector<std::string> kinds;
    Order order([&kinds](const Finding& finding) {
        kinds.push_back(
            (finding.severity == Finding::Severity::Note ? "note:" : "") + finding.kind);
    });
    times.resize(bodies.size(), 1'700'000'000);
    for (std::size_t i = 0; i < bodies.size(); ++i)
        order.follow(i, {{times[i], {}}, bodies[i]});
    for (std::size_t i = order.suspectedTwins().size(); i > 0; --i)
        kinds.emplace_back("twin");
    return kinds;
}

const Body opened = pledge::Opened{};
const Body closedEmpty = pledge::Closed{};
Body start(std::uint64_t session)
{
    return pledge::SessionStart{session, {}};
}
Body end(std::uint64_t session, std::uint64_t count, std::uint64_t voided = 0)
{
    return pledge::SessionEnd{session, {count, voided}};
}
Body closed(std::uint64_t count, std::uint64_t voided = 0)
{
    return pledge::Closed{{count, voided}, {}};
}
Body sign(std::uint64_t session, std::uint8_t who)
{
    return SampleLog::signedBody(session, who);
}
Body voids(std::uint64_t index)
{
    return pledge::Voided{index, pledge::Reason::Test};
}

using Kinds = std::vector<std::string>;

} // namespace

TEST_CASE("a ceremony in the order of design holds", "[audit]")
{
    CHECK(judge({opened}).empty());
    CHECK(judge({opened, closedEmpty}).empty());
    CHECK(judge({opened, start(1), sign(1, 1), voids(2), sign(1, 2), end(1, 2, 1), start(2),
                    sign(2, 3), end(2, 1), voids(7), closed(3, 2), voids(4)})
              .empty());
}

TEST_CASE("only index 0, and it always, is opened", "[audit]")
{
    CHECK(judge({start(1)}) == Kinds{"not-opened"});
    CHECK(judge({opened, opened}) == Kinds{"opened-again"});
}

TEST_CASE("signatures stand between the start and the end of their session", "[audit]")
{
    CHECK(judge({opened, sign(1, 1)}) == Kinds{"outside-session"});
    CHECK(judge({opened, start(1), sign(2, 1)}) == Kinds{"outside-session"});
    CHECK(judge({opened, start(1), end(1, 0), sign(1, 1)}) == Kinds{"outside-session"});
}

TEST_CASE("sessions neither overlap nor repeat, and end once", "[audit]")
{
    CHECK(judge({opened, start(1), start(2)}) == Kinds{"session-in-session"});
    CHECK(judge({opened, start(1), end(1, 0), start(1)}) == Kinds{"session-again"});
    CHECK(judge({opened, end(1, 0)}) == Kinds{"ends-nothing"});
    CHECK(judge({opened, start(1), end(2, 0)}) == Kinds{"ends-nothing"});
    CHECK(judge({opened, start(1), closedEmpty}) == Kinds{"closed-in-session"});
}

TEST_CASE("a voiding names an earlier signature, once", "[audit]")
{
    CHECK(judge({opened, start(1), voids(1)}) == Kinds{"voids-nothing"});
    CHECK(judge({opened, start(1), voids(2)}) == Kinds{"voids-nothing"});
    CHECK(judge({opened, start(1), voids(9)}) == Kinds{"voids-nothing"});
    CHECK(judge({opened, start(1), sign(1, 1), voids(2), voids(2)}) == Kinds{"voided-again"});
    CHECK(judge({opened, start(1), sign(1, 1), voids(2), voids(3)}) == Kinds{"voids-nothing"});
}

TEST_CASE("counts that are stated are the counts of the log", "[audit]")
{
    CHECK(judge({opened, start(1), sign(1, 1), end(1, 2)}) == Kinds{"counts-differ"});
    CHECK(judge({opened, start(1), sign(1, 1), voids(2), end(1, 1)}) == Kinds{"counts-differ"});
    CHECK(judge({opened, start(1), sign(1, 1), end(1, 1), closed(2)}) == Kinds{"counts-differ"});
}

TEST_CASE("after closed only voidings follow", "[audit]")
{
    CHECK(judge({opened, closedEmpty, start(1)}) == Kinds{"after-closed"});
    CHECK(judge({opened, closedEmpty, closedEmpty}) == Kinds{"after-closed"});
}

TEST_CASE("equal commitments are suspected, time running backwards is a note", "[audit]")
{
    CHECK(judge({opened, start(1), sign(1, 1), sign(1, 2), sign(1, 1)}) == Kinds{"twin"});
    CHECK(judge({opened, start(1)}, {200, 100}) == Kinds{"note:time-backwards"});
}

TEST_CASE("the same signature twice is a finding of the audit", "[audit]")
{
    SampleLog log;
    log.append(pledge::Opened{crypto::sha256(log.files["ceremony.toml"])});
    log.append(pledge::SessionStart{1, {}});
    log.append(sign(1, 1));
    log.append(sign(1, 1));
    log.publish();
    CHECK(test::failures(audit::audit(log, log.policy())) == Kinds{"same-commitment  3"});
}

TEST_CASE(
    "what follows entries that cannot be read is not accused of what they may have held", "[audit]")
{
    Kinds kinds;
    Order order([&kinds](const Finding& finding) { kinds.push_back(finding.kind); });
    std::uint64_t index = 0;
    const auto follow = [&](const Body& body) { order.follow(index++, {{1, {}}, body}); };
    order.skip(index++); // the opening, and the start of session 1
    for (const Body& body : {sign(1, 1), end(1, 1), start(2), sign(2, 2)})
        follow(body);
    order.skip(index++); // the end of session 2, and the start of session 3
    for (const Body& body : {sign(3, 3), end(3, 1), start(4), end(4, 0), closed(3)})
        follow(body);
    CHECK(kinds.empty());
    follow(sign(4, 4));
    CHECK(kinds == Kinds{"after-closed", "outside-session"});
}
