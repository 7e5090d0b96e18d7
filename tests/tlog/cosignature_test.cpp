#include "tlog/cosignature.h"
#include "tlog/keys.h"
#include "tlog/tree.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::tlog;

namespace {

const Checkpoint sample{"contoh.example/ikrar/uji/kiosk-1-0a1b2c3d", 600, leafHash({})};

} // namespace

TEST_CASE("a cosignature states its time", "[tlog]")
{
    const auto key = keyFor(7);
    const VerifierKey witness{"saksi.example", KeyType::CosignatureV1, key.publicKey()};
    for (const std::uint64_t seconds :
        {std::uint64_t{0}, std::uint64_t{1679315147}, (std::uint64_t{1} << 63U) - 1}) {
        const auto cosignature = cosign(sample, seconds, witness.name, key);
        REQUIRE(cosignature);
        CHECK(cosignature->name == witness.name);
        CHECK(cosignature->id == witness.id());
        CHECK(cosignature->bytes.size() == cosignatureSize);
        const auto stated = verifyCosignature(sample, cosignature->bytes, witness);
        REQUIRE(stated);
        CHECK(*stated == seconds);
    }
}

TEST_CASE("what a cosignature signs is what the specification shows", "[tlog]")
{
    const auto key = keyFor(7);
    const auto cosignature = cosign(sample, 1679315147, "saksi.example", key);
    const auto expected
        = key.sign(base::asBytes("cosignature/v1\ntime 1679315147\n" + sample.text()));
    CHECK(base::toHex(BytesView(cosignature->bytes).first(8)) == "00000000641850cb");
    CHECK(base::equal(BytesView(cosignature->bytes).subspan(8), expected->view()));
}

TEST_CASE("no bit of a cosignature can be flipped", "[tlog]")
{
    const auto key = keyFor(7);
    const VerifierKey witness{"saksi.example", KeyType::CosignatureV1, key.publicKey()};
    const auto good = cosign(sample, 1679315147, witness.name, key)->bytes;
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        auto changed = good;
        changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ (1U << (bit % 8)));
        INFO("bit " << bit);
        REQUIRE_FALSE(verifyCosignature(sample, changed, witness));
    }
}

TEST_CASE("a cosignature holds for its checkpoint only", "[tlog]")
{
    const auto key = keyFor(7);
    const VerifierKey witness{"saksi.example", KeyType::CosignatureV1, key.publicKey()};
    const auto good = cosign(sample, 5, witness.name, key)->bytes;
    auto other = sample;
    ++other.size;
    CHECK_FALSE(verifyCosignature(other, good, witness));
    other = sample;
    other.root = emptyRoot();
    CHECK_FALSE(verifyCosignature(other, good, witness));
    other = sample;
    other.origin += "0";
    CHECK_FALSE(verifyCosignature(other, good, witness));
}

TEST_CASE("the published cosigned checkpoint is read, and states the published time", "[tlog]")
{
    const auto note = Note::parse(
        "example.com/behind-the-sofa\n"
        "20852163\n"
        "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
        "\n"
        "\u2014 example.com/behind-the-sofa "
        "Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/"
        "Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
        "\u2014 witness.example.com/w1 "
        "jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf"
        "5nNo0xUe+mbIUBkBIfZ+qnA==\n");
    REQUIRE(note);
    CHECK(Checkpoint::parse(note->text)->size == 20852163);
    const auto& cosignature = note->signatures.at(1);
    CHECK(cosignature.id == 0x8d66cf3f);
    REQUIRE(cosignature.bytes.size() == cosignatureSize);
    // 1679315147, as the text of the specification says.
    CHECK(base::toHex(BytesView(cosignature.bytes).first(8)) == "00000000641850cb");
}
