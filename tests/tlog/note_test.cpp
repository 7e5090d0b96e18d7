#include "tlog/keys.h"
#include "tlog/note.h"

#include <catch2/catch.hpp>

#include <array>

using namespace ikrar;
using namespace ikrar::tlog;

namespace {

struct Published {
    std::string_view vkey;
    std::string_view note;
};

/// The example of signed-note.md, and that of the documentation of golang.org/x/mod/sumdb/note with
/// its two signers.
constexpr std::array publishedNotes{
    Published{"example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "This is an example message.\n"
        "\n"
        "\u2014 example.com/foo "
        "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72In"
        "eyaQM=\n"},
    Published{"PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "If you think cryptography is the answer to your problem,\n"
        "then you don't know what your problem is.\n"
        "\n"
        "\u2014 PeterNeumann "
        "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJn"
        "AM=\n"
        "\u2014 EnochRoot "
        "rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/"
        "5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ="
        "\n"},
};

constexpr std::string_view text = "Saya berikrar\n\nnetral\n";

} // namespace

TEST_CASE("the published notes verify", "[tlog]")
{
    for (const auto& published : publishedNotes) {
        const auto key = VerifierKey::parse(published.vkey);
        REQUIRE(key);
        CHECK(key->text() == published.vkey);
        const auto note = Note::parse(published.note);
        REQUIRE(note);
        CHECK(note->serialize() == published.note);
        CHECK(verifyNote(note->text, note->signatures.front(), *key));
        CHECK_FALSE(verifyNote(note->text + "\n", note->signatures.front(), *key));
    }
}

TEST_CASE("a second published signer verifies the same note", "[tlog]")
{
    const auto note = Note::parse(publishedNotes[1].note);
    const auto key
        = VerifierKey::parse("EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop");
    REQUIRE(note);
    REQUIRE(key);
    CHECK(key->id() == 0xaf0cfe78);
    CHECK(verifyNote(note->text, note->signatures.at(1), *key));
    CHECK_FALSE(verifyNote(note->text, note->signatures.at(0), *key));
}

TEST_CASE("what is signed verifies, and under that name, key and text only", "[tlog]")
{
    const auto key = keyFor(1);
    const auto signature = signNote(text, "contoh.example/log", key);
    REQUIRE(signature);
    const VerifierKey verifier{"contoh.example/log", KeyType::Ed25519, key.publicKey()};

    CHECK(signature->id == verifier.id());
    CHECK(verifyNote(text, *signature, verifier));
    CHECK_FALSE(verifyNote("Saya berikrar\n", *signature, verifier));
    CHECK_FALSE(
        verifyNote(text, *signature, {"lain.example/log", KeyType::Ed25519, key.publicKey()}));
    CHECK_FALSE(verifyNote(
        text, *signature, {"contoh.example/log", KeyType::CosignatureV1, key.publicKey()}));
    CHECK_FALSE(verifyNote(
        text, *signature, {"contoh.example/log", KeyType::Ed25519, keyFor(2).publicKey()}));
}

TEST_CASE("a good signature under a type that does not sign notes is refused", "[tlog]")
{
    const auto key = keyFor(1);
    const VerifierKey witness{"saksi.example", KeyType::CosignatureV1, key.publicKey()};
    auto signature = *signNote(text, witness.name, key);
    signature.id = witness.id();
    CHECK_FALSE(verifyNote(text, signature, witness));
}

TEST_CASE("good bytes under another name or key ID are not the key's signature", "[tlog]")
{
    const auto key = keyFor(1);
    const VerifierKey verifier{"contoh.example/log", KeyType::Ed25519, key.publicKey()};
    const auto good = *signNote(text, verifier.name, key);
    REQUIRE(verifyNote(text, good, verifier));
    auto changed = good;
    changed.name += "x";
    CHECK_FALSE(verifyNote(text, changed, verifier));
    changed = good;
    ++changed.id;
    CHECK_FALSE(verifyNote(text, changed, verifier));
}

TEST_CASE("a note of many signatures is read back as it was written", "[tlog]")
{
    Note note{std::string(text), {}};
    for (std::uint8_t i = 0; i < 64; ++i)
        note.signatures.push_back(*signNote(text, "k" + std::to_string(i), keyFor(i)));
    const auto parsed = Note::parse(note.serialize());
    REQUIRE(parsed);
    CHECK(parsed->text == text);
    CHECK(parsed->signatures == note.signatures);
}

TEST_CASE("a note of just 64 KiB is taken and one byte more is too large", "[tlog]")
{
    const auto signature = *signNote(text, "k", keyFor(1));
    const Note small{"x\n", {signature}};
    const auto room = maxNoteSize - small.serialize().size();
    const Note largest{std::string(room, 'x') + "x\n", {signature}};
    CHECK(Note::parse(largest.serialize()));
    const auto refused = Note::parse("x" + largest.serialize());
    REQUIRE(!refused);
    CHECK(refused.error().kind == Error::Kind::TooLarge);
}

TEST_CASE("key names have neither space, plus nor control characters", "[tlog]")
{
    CHECK(isKeyName("x"));
    CHECK(isKeyName("bkpsdm.example/ikrar/uji/kiosk-1-0a1b2c3d"));
    CHECK(isKeyName("\u00e9\u4e2d\U0001f600"));
    for (const std::string_view name : {"", " ", "a b", "a+b", "a\tb", "a\nb", "a\u00a0b", "\u3000",
             "a\u2028", "\xff", "\xc0\xaf", "\xed\xa0\x80"}) {
        INFO(base::toHex(base::asBytes(name)));
        CHECK_FALSE(isKeyName(name));
    }
}
