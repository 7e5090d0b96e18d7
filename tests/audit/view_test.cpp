#include "audit/sample_log.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::audit;
using test::SampleLog;

TEST_CASE("a copy gives the root of every earlier size", "[audit]")
{
    const std::shared_ptr<SampleLog> log(SampleLog::ceremonyOf(300));
    const auto view = viewOf(log, log->policy());
    REQUIRE(view);
    CHECK(view->size == 304);
    tlog::RightEdge edge;
    for (const auto& [path, width] :
        {std::pair{"tile/entries/000", 256U}, std::pair{"tile/entries/001.p/48", 48U}}) {
        const auto entries = tlog::parseBundle(log->files[path], width);
        REQUIRE(entries);
        for (const BytesView entry : *entries) {
            edge.append(tlog::leafHash(entry));
            const auto root = view->rootAt(edge.size());
            REQUIRE(root);
            CHECK(*root == edge.root());
        }
    }
}

TEST_CASE("a copy knows what was voided", "[audit]")
{
    const auto log = std::make_shared<SampleLog>();
    log->append(pledge::Opened{crypto::sha256(log->files["ceremony.toml"])});
    log->append(pledge::SessionStart{1, {}});
    log->sign();
    log->sign();
    log->append(pledge::Voided{2, pledge::Reason::Withdrawn});
    log->publish();
    const auto view = viewOf(log, log->policy());
    REQUIRE(view);
    CHECK(view->isVoided(2) == true);
    CHECK(view->isVoided(3) == false);
}

TEST_CASE("a copy whose entries or tiles were changed is no view", "[audit]")
{
    const std::shared_ptr<SampleLog> log(SampleLog::ceremonyOf(300));
    log->files["tile/entries/000"][40] ^= 1U;
    CHECK_FALSE(viewOf(log, log->policy()));
    log->files["tile/entries/000"][40] ^= 1U;
    log->files["tile/0/000"][40] ^= 1U;
    const auto view = viewOf(log, log->policy());
    REQUIRE(view);
    const auto root = view->rootAt(3);
    REQUIRE_FALSE(root);
    CHECK(root.error().kind == Error::Kind::Mismatch);
}

TEST_CASE("a copy of a log that the policy does not know is no view", "[audit]")
{
    const std::shared_ptr<SampleLog> log(SampleLog::ceremonyOf(3));
    const auto stranger = crypto::SigningKey::generate();
    CHECK_FALSE(viewOf(log,
        tlog::Policy::forLog({log->vkey().name, tlog::KeyType::Ed25519, stranger.publicKey()})));
}
