#include "base/base10.h"
#include "qr/decode.h"
#include "qr/image.h"
#include "qr/zbarimg.h"
#include "receipt/fitting.h"
#include "receipt/sample_log.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using receipt::Receipt;
using receipt::SampleLog;
using receipt::SampleWitness;

namespace {

const std::string origin = "takalar.example/ikrar/takalar-2023/kiosk-01-0a1b2c3d";
const std::string longestUrl = "https://periksa.bkpsdm.takalarkab.example/IKRAR/TAKALAR-2023";

SampleLog sampleLog(std::uint64_t size)
{
    SampleLog log(origin, 0x11);
    log.growTo(size);
    return log;
}

Receipt cosignedReceipt(const SampleLog& log, int cosignatures)
{
    Receipt receipt = log.receipt(log.size() - 1, log.size());
    for (int i = 0; i < cosignatures; ++i)
        addCosignature(receipt,
            SampleWitness("w" + std::to_string(i) + ".example", static_cast<std::uint8_t>(0x20 + i))
                .cosign(receipt, origin));
    return receipt;
}

Error::Kind kindOf(const Result<Receipt>& result)
{
    REQUIRE_FALSE(result.has_value());
    return result.error().kind;
}

std::string readByBoth(const std::string& text, qr::Level level)
{
    const Bytes png = qr::toPng(qr::encode(text, level).value(), 4);
    const auto theirs = qr::zbarimg(png);
    REQUIRE(theirs.has_value());
    CHECK(*theirs == text + "\n");
    return qr::decodePng(png).value();
}

/// The version that 95 in 100 of these texts do not pass; it depends on a text's length alone.
int version95(const std::vector<std::string>& texts, qr::Level level)
{
    std::map<std::size_t, int> versionOf;
    std::vector<int> versions;
    for (const std::string& text : texts) {
        int& version = versionOf[text.size()];
        if (version == 0)
            version = qr::encode(text, level, 40).value().version;
        versions.push_back(version);
    }
    std::sort(versions.begin(), versions.end());
    return versions.at(versions.size() * 95 / 100);
}

} // namespace

TEST_CASE("a receipt survives its bytes, its text and both readers of its QR code", "[receipt]")
{
    const SampleLog log = sampleLog(GENERATE(as<std::uint64_t>{}, 1, 2, 3, 64, 100));
    const Receipt receipt = cosignedReceipt(log, GENERATE(0, 1, 3));
    CHECK(receipt::decode(receipt::encode(receipt)) == receipt);
    const std::string text = receipt::toText(receipt, longestUrl);
    CHECK(receipt::fromText(text) == receipt);
    CHECK(receipt::fromText(readByBoth(text, qr::Level::L)) == receipt);
}

TEST_CASE("the encoding is the one of FORMAT.md", "[receipt]")
{
    const Receipt receipt = sampleLog(2).receipt(1, 2);
    const std::string hex = base::toHex(receipt::encode(receipt));
    const std::string signature = base::toHex(receipt.signatures.front().bytes);
    CHECK(hex.starts_with("860158"));
    CHECK(hex.find(base::toHex(receipt.entry) + "01025820"
              + base::toHex(receipt.proof.front().view()) + "81821a")
        != std::string::npos);
    CHECK(hex.ends_with("5840" + signature));
}

TEST_CASE("every receipt cut short is refused as truncated", "[receipt]")
{
    const Bytes bytes = receipt::encode(cosignedReceipt(sampleLog(7), 2));
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        INFO(length);
        REQUIRE(kindOf(receipt::decode(BytesView(bytes).first(length))) == Error::Kind::Truncated);
    }
}

TEST_CASE("only scheme and host are put in capitals", "[receipt]")
{
    const Receipt receipt = sampleLog(1).receipt(0, 1);
    const auto address = [&receipt](std::string_view url) {
        const std::string text = receipt::toText(receipt, url);
        return text.substr(0, text.find('#'));
    };
    CHECK(address("https://verify.example/V1/a.b") == "HTTPS://VERIFY.EXAMPLE/V1/a.b");
    CHECK(address("https://verify.example") == "HTTPS://VERIFY.EXAMPLE");
    CHECK(address("https://verify.example/") == "HTTPS://VERIFY.EXAMPLE/");
    CHECK(address("HTTPS://VERIFY.EXAMPLE/V") == "HTTPS://VERIFY.EXAMPLE/V");
    CHECK(address("").empty());
}

TEST_CASE("at 1,000 entries 95 of 100 receipts fit version 16 at L and 18 at M", "[receipt]")
{
    REQUIRE(longestUrl.size() == 60);
    const SampleLog log = sampleLog(1000);
    std::vector<std::string> texts;
    for (std::uint64_t index = 0; index < log.size(); ++index)
        texts.push_back(receipt::toText(log.receipt(index, index + 1), longestUrl));
    const int atL = version95(texts, qr::Level::L);
    const int atM = version95(texts, qr::Level::M);
    INFO("L " << atL << ", M " << atM);
    CHECK(atL <= 16);
    CHECK(atM <= 18);
    CHECK(readByBoth(texts.back(), qr::Level::M) == texts.back());
}

TEST_CASE("cosignatures are left out, from the last on, until the symbol fits", "[receipt]")
{
    const Receipt receipt = cosignedReceipt(sampleLog(1000), 10);
    const auto fitted = receipt::fitting(receipt, longestUrl, qr::Level::M);
    REQUIRE(fitted.has_value());
    const std::size_t kept = fitted->signatures.size();
    REQUIRE(kept > 1);
    REQUIRE(kept < receipt.signatures.size());
    CHECK(std::equal(
        fitted->signatures.begin(), fitted->signatures.end(), receipt.signatures.begin()));
    CHECK(receipt::decode(receipt::encode(*fitted)) == *fitted);

    Receipt oneMore = *fitted;
    oneMore.signatures.push_back(receipt.signatures.at(kept));
    CHECK(qr::encode(receipt::toText(*fitted, longestUrl), qr::Level::M).has_value());
    CHECK_FALSE(qr::encode(receipt::toText(oneMore, longestUrl), qr::Level::M).has_value());
    CHECK(receipt::fitting(receipt, longestUrl, qr::Level::L)->signatures.size() > kept);
}

TEST_CASE("a receipt that fits stays whole, and one that cannot fit is refused", "[receipt]")
{
    const Receipt receipt = cosignedReceipt(sampleLog(100), 1);
    CHECK(receipt::fitting(receipt, longestUrl, qr::Level::L) == receipt);
    CHECK(kindOf(receipt::fitting(receipt, longestUrl, qr::Level::L, 9)) == Error::Kind::TooLarge);
}

TEST_CASE("a tlog-proof names log and witnesses as the policy does", "[receipt]")
{
    const SampleLog log = sampleLog(5);
    const SampleWitness witness("bawaslu.example/saksi", 0x21);
    Receipt receipt = log.receipt(2, 5);
    addCosignature(receipt, witness.cosign(receipt, origin));
    const auto policy = tlog::Policy::parse("log " + log.verifierKey().text() + "\nwitness b "
        + witness.verifierKey().text() + "\nquorum b\n")
                            .value();

    const auto proof = receipt::toTlogProof(receipt, policy);
    REQUIRE(proof.has_value());
    CHECK(base::asText(*proof->extra).starts_with("ikrar.entry/v1\n\xd2\x84"));
    CHECK(proof->index == 2);
    CHECK(proof->checkpoint.text == tlog::Checkpoint{origin, 5, log.root(5)}.text());
    REQUIRE(proof->checkpoint.signatures.size() == 2);
    CHECK(proof->checkpoint.signatures[0].name == origin);
    CHECK(proof->checkpoint.signatures[1].name == "bawaslu.example/saksi");
    CHECK(tlog::openCheckpoint(proof->checkpoint.serialize(), log.verifierKey()).has_value());
    CHECK(receipt::toTlogProof(receipt, tlog::Policy::forLog(log.verifierKey())).error().kind
        == Error::Kind::Missing);
}

TEST_CASE("a tlog-proof file that is not of the policy's log is refused", "[receipt]")
{
    const SampleLog log = sampleLog(5);
    const auto policy = tlog::Policy::forLog(log.verifierKey());
    const tlog::TlogProof good = receipt::toTlogProof(log.receipt(2, 5), policy).value();
    const auto with = [&](const auto& change) {
        tlog::TlogProof proof = good;
        change(proof);
        return receipt::fromTlogProof(proof, policy);
    };
    using Proof = tlog::TlogProof;
    CHECK(with([](Proof&) {}).has_value());
    CHECK(kindOf(with([](Proof& proof) { proof.extra.reset(); })) == Error::Kind::Malformed);
    CHECK(kindOf(with([](Proof& proof) { proof.extra->at(13) = '2'; })) == Error::Kind::Malformed);
    CHECK(kindOf(with([](Proof& proof) { proof.extra->resize(15); })) == Error::Kind::Truncated);
    CHECK(
        kindOf(with([](Proof& proof) { proof.proof[0].bytes[0] ^= 1; })) == Error::Kind::Mismatch);
    CHECK(kindOf(with([](Proof& proof) { proof.index = 3; })) == Error::Kind::Mismatch);
    CHECK(kindOf(with([](Proof& proof) { proof.proof.pop_back(); })) == Error::Kind::Malformed);
    CHECK(kindOf(with([](Proof& proof) { proof.checkpoint.signatures[0].id ^= 1; }))
        == Error::Kind::Missing);
    CHECK(kindOf(with([](Proof& proof) { proof.checkpoint.signatures[0].bytes.pop_back(); }))
        == Error::Kind::Malformed);
    CHECK(kindOf(with([](Proof& proof) {
        proof.checkpoint.signatures.push_back(proof.checkpoint.signatures[0]);
    })) == Error::Kind::Malformed);
    CHECK(kindOf(receipt::fromTlogProof(good,
              tlog::Policy::forLog(
                  SampleLog("other.example/ikrar/x/k-00000000", 0x12).verifierKey())))
        == Error::Kind::Missing);
}

TEST_CASE("signature lines by unknown keys are left out of a receipt", "[receipt]")
{
    const SampleLog log = sampleLog(5);
    const auto policy = tlog::Policy::forLog(log.verifierKey());
    const Receipt receipt = log.receipt(2, 5);
    tlog::TlogProof proof = receipt::toTlogProof(receipt, policy).value();
    const SampleWitness stranger("stranger.example", 0x33);
    const auto line = stranger.cosign(receipt, origin);
    proof.checkpoint.signatures.push_back({"stranger.example", line.id, line.bytes});
    CHECK(receipt::fromTlogProof(proof, policy) == receipt);
}
