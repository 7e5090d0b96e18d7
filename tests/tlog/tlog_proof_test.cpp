#include "tlog/checkpoint.h"
#include "tlog/keys.h"
#include "tlog/reference.h"
#include "tlog/tlog_proof.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::tlog;

TEST_CASE("a tlog-proof is read back as it was written, and proves its leaf", "[tlog]")
{
    const auto tree = reference::numberedTree(70);
    const auto key = keyFor(1);
    const VerifierKey log{"contoh.example/log", KeyType::Ed25519, key.publicKey()};
    for (const std::uint64_t size : {1U, 2U, 3U, 64U, 70U}) {
        const auto index = size - 1;
        const auto checkpoint = signCheckpoint({log.name, size, tree.mth(0, size)}, key);
        const auto proof = proveInclusion(index, size, reference::Reader(tree));
        const TlogProof written{Bytes{1, 2, 3}, index, *proof, *checkpoint};

        const auto read = TlogProof::parse(written.text());
        INFO(size);
        REQUIRE(read);
        CHECK(read->text() == written.text());
        CHECK(read->extra == written.extra);
        CHECK(read->index == index);
        CHECK(read->proof == *proof);
        const auto opened = openCheckpoint(read->checkpoint.serialize(), log);
        REQUIRE(opened);
        CHECK(verifyInclusion(read->proof, read->index, opened->checkpoint.size, tree.leaf(index),
            opened->checkpoint.root));
    }
}

TEST_CASE("no line is written for extra data that is empty or absent", "[tlog]")
{
    const auto checkpoint = signCheckpoint({"contoh.example", 1, Hash{}}, keyFor(1));
    TlogProof proof{std::nullopt, 0, {}, *checkpoint};
    const auto without = proof.text();
    CHECK(without.starts_with("c2sp.org/tlog-proof@v1\nindex 0\n\ncontoh.example\n1\n"));
    CHECK_FALSE(TlogProof::parse(without)->extra);
    proof.extra = Bytes{};
    CHECK(proof.text() == without);
}

TEST_CASE("a tlog-proof cut anywhere is refused", "[tlog]")
{
    const auto tree = reference::numberedTree(6);
    const auto checkpoint = signCheckpoint({"contoh.example", 6, tree.mth(0, 6)}, keyFor(1));
    const TlogProof proof{Bytes{1}, 2, tree.path(2, 0, 6), *checkpoint};
    const auto text = proof.text();
    for (std::size_t bytes = 0; bytes < text.size(); ++bytes) {
        INFO(bytes);
        REQUIRE_FALSE(TlogProof::parse(text.substr(0, bytes)));
    }
}
