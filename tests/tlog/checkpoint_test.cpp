#include "tlog/checkpoint.h"
#include "tlog/keys.h"
#include "tlog/tree.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::tlog;

namespace {

const Checkpoint sample{"contoh.example/ikrar/uji/kiosk-1-0a1b2c3d", 600, leafHash({})};

} // namespace

TEST_CASE("the checkpoint of the empty tree has the published root", "[tlog]")
{
    const Checkpoint empty{"a", 0, emptyRoot()};
    CHECK(empty.text() == "a\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
    CHECK(*Checkpoint::parse(empty.text()) == empty);
}

TEST_CASE("a checkpoint opens with its log's key", "[tlog]")
{
    const auto key = keyFor(1);
    const auto note = signCheckpoint(sample, key);
    REQUIRE(note);
    const VerifierKey log{sample.origin, KeyType::Ed25519, key.publicKey()};
    const auto opened = openCheckpoint(note->serialize(), log);
    REQUIRE(opened);
    CHECK(opened->checkpoint == sample);
    CHECK(opened->note.signatures == note->signatures);
}

TEST_CASE("a checkpoint does not open with another log's key", "[tlog]")
{
    const auto key = keyFor(1);
    const auto note = signCheckpoint(sample, key)->serialize();
    for (const auto& log : {VerifierKey{sample.origin, KeyType::Ed25519, keyFor(2).publicKey()},
             VerifierKey{"lain.example", KeyType::Ed25519, key.publicKey()},
             VerifierKey{sample.origin, KeyType::CosignatureV1, key.publicKey()}}) {
        const auto opened = openCheckpoint(note, log);
        REQUIRE(!opened);
        CHECK(opened.error().kind == Error::Kind::Mismatch);
    }
}

TEST_CASE("no bit of a signed checkpoint can be flipped", "[tlog]")
{
    const auto key = keyFor(1);
    const auto note = signCheckpoint(sample, key)->serialize();
    const VerifierKey log{sample.origin, KeyType::Ed25519, key.publicKey()};
    for (std::size_t bit = 0; bit < note.size() * 8; ++bit) {
        auto changed = note;
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
        INFO("bit " << bit);
        REQUIRE_FALSE(openCheckpoint(changed, log));
    }
}

TEST_CASE("no character of a signed checkpoint can be dropped or doubled", "[tlog]")
{
    const auto key = keyFor(1);
    const auto note = signCheckpoint(sample, key)->serialize();
    const VerifierKey log{sample.origin, KeyType::Ed25519, key.publicKey()};
    for (std::size_t at = 0; at < note.size(); ++at) {
        INFO("character " << at);
        REQUIRE_FALSE(openCheckpoint(note.substr(0, at) + note.substr(at + 1), log));
        REQUIRE_FALSE(openCheckpoint(note.substr(0, at + 1) + note.substr(at), log));
        REQUIRE_FALSE(openCheckpoint(note.substr(0, at), log));
    }
}

TEST_CASE("an origin that is no key name is not signed", "[tlog]")
{
    const auto note = signCheckpoint({"satu dua", 1, Hash{}}, keyFor(1));
    REQUIRE(!note);
    CHECK(note.error().kind == Error::Kind::Invalid);
}
