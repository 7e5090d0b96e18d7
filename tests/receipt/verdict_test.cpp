#include "pledge/commitment.h"
#include "receipt/sample_log.h"
#include "receipt/verdict.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using pledge::Language;
using receipt::Finding;
using receipt::Receipt;
using receipt::SampleLog;
using receipt::Verdict;

namespace {

const std::string origin = "takalar.example/ikrar/takalar-2023/kiosk-01-0a1b2c3d";
const std::string gladi = "takalar.example/gladi/takalar-2023/kiosk-01-0a1b2c3d";

SampleLog sampleLog(const std::string& name = origin)
{
    SampleLog log(name, 0x11);
    log.growTo(6);
    return log;
}

receipt::LogView viewOf(const SampleLog& log, const Result<bool>& voided = false)
{
    return {log.origin(), log.size(),
        [&log](std::uint64_t size) -> Result<crypto::Hash> { return log.root(size); },
        [voided](std::uint64_t) { return voided; }, {}};
}

Finding findingOf(Verdict verdict, bool quorumAsked = false)
{
    Finding finding;
    finding.verdict = verdict;
    finding.quorumAsked = quorumAsked;
    return finding;
}

constexpr std::array every{Verdict::Malformed, Verdict::UnknownLog, Verdict::BadSignature,
    Verdict::Inconsistent, Verdict::NotInLog, Verdict::Rehearsal, Verdict::Voided,
    Verdict::ValidUnwitnessed, Verdict::Valid};

} // namespace

TEST_CASE("no flipped bit of a receipt leaves it valid", "[receipt]")
{
    const SampleLog log = sampleLog();
    const auto policy = tlog::Policy::forLog(log.verifierKey());
    const Bytes good = receipt::encode(log.receipt(4, 6));
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        Bytes bytes = good;
        bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] ^ 1U << bit % 8);
        const auto decoded = receipt::decode(bytes);
        INFO("byte " << bit / 8 << ", bit " << bit % 8);
        if (decoded)
            REQUIRE(receipt::verify(*decoded, policy).verdict == Verdict::BadSignature);
    }
    CHECK(receipt::verify(receipt::decode(good).value(), policy).verdict
        == Verdict::ValidUnwitnessed);
}

TEST_CASE("a receipt built by hand is checked like one that was read", "[receipt]")
{
    const SampleLog log = sampleLog();
    const auto policy = tlog::Policy::forLog(log.verifierKey());
    CHECK(receipt::verify(Receipt{}, policy).verdict == Verdict::Malformed);
    Receipt receipt = log.receipt(4, 6);
    receipt.signatures.clear();
    CHECK(receipt::verify(receipt, policy).verdict == Verdict::Malformed);
    receipt = log.receipt(4, 6);
    receipt.proof.clear();
    CHECK(receipt::verify(receipt, policy).verdict == Verdict::Malformed);
}

TEST_CASE("a log that cannot be asked leaves the receipt unchecked against it and the exit at 1",
    "[receipt]")
{
    const SampleLog log = sampleLog();
    const auto policy = tlog::Policy::forLog(log.verifierKey());
    const Receipt receipt = log.receipt(4, 6);
    const auto check = [&](const receipt::LogView& view) {
        const Finding finding = receipt::verify(receipt, policy, {}, &view);
        CHECK(finding.verdict == Verdict::ValidUnwitnessed);
        CHECK_FALSE(finding.checkedAgainstLog);
        CHECK(finding.exitCode() == 1);
        CHECK(finding.sentence(Language::English).find("voiding was not checked")
            != std::string::npos);
        REQUIRE(finding.logError.has_value());
        return finding.logError->kind;
    };
    receipt::LogView torn = viewOf(log);
    torn.rootAt = [](std::uint64_t) { return fail(Error::Kind::Io, "torn"); };
    CHECK(check(torn) == Error::Kind::Io);
    CHECK(check(viewOf(log, fail(Error::Kind::Missing, "gone"))) == Error::Kind::Missing);
    const SampleLog other = sampleLog("takalar.example/ikrar/takalar-2023/kiosk-02-00000000");
    CHECK(check(viewOf(other)) == Error::Kind::Invalid);
}

TEST_CASE("a log at hand is asked at the receipt's size and index", "[receipt]")
{
    const SampleLog log = sampleLog();
    const auto policy = tlog::Policy::forLog(log.verifierKey());
    std::uint64_t size = 0;
    std::uint64_t index = 0;
    receipt::LogView view = viewOf(log);
    view.rootAt
        = [&](std::uint64_t asked) -> Result<crypto::Hash> { return log.root(size = asked); };
    view.isVoided = [&](std::uint64_t asked) -> Result<bool> { return (index = asked) == 2; };
    const Finding finding = receipt::verify(log.receipt(2, 5), policy, {}, &view);
    CHECK(size == 5);
    CHECK(index == 2);
    CHECK(finding.verdict == Verdict::Voided);
    CHECK(finding.checkedAgainstLog);
}

TEST_CASE(
    "the exit is 0 for valid, rehearsal, and unwitnessed where no witness was asked", "[receipt]")
{
    for (const Verdict verdict : every) {
        INFO(receipt::name(verdict));
        const bool holds = verdict == Verdict::Valid || verdict == Verdict::Rehearsal;
        CHECK(findingOf(verdict, true).exitCode() == (holds ? 0 : 1));
        CHECK(findingOf(verdict).exitCode()
            == (holds || verdict == Verdict::ValidUnwitnessed ? 0 : 1));
    }
}

TEST_CASE("each verdict has a name, and a headline and one sentence of its own in each language",
    "[receipt]")
{
    std::set<std::string> seen;
    std::set<std::string> headlines;
    for (const Verdict verdict : every) {
        CHECK(seen.insert(std::string(receipt::name(verdict))).second);
        for (const Language language : {Language::Indonesian, Language::English}) {
            const std::string headline = findingOf(verdict).headline(language);
            CHECK(headlines.insert(headline).second);
            CHECK(headline.size() < 30); // on one line of the page of a 360-pixel phone
            const std::string sentence = findingOf(verdict).sentence(language);
            INFO(sentence);
            CHECK(seen.insert(sentence).second);
            CHECK(sentence.back() == '.');
            CHECK(std::count(sentence.begin(), sentence.end(), '.') == 1);
            CHECK(sentence.find(';') != std::string::npos); // what it means, then what to do
            CHECK(sentence.size() < 260);
            CHECK(sentence.find("TTE") == std::string::npos);
            CHECK(sentence.find("tanda tangan elektronik") == std::string::npos);
        }
    }
}

TEST_CASE("without a log the sentence says that later voiding was not checked", "[receipt]")
{
    const SampleLog log = sampleLog();
    const auto policy = tlog::Policy::forLog(log.verifierKey());
    const auto view = viewOf(log);
    const Finding alone = receipt::verify(log.receipt(4, 6), policy);
    const Finding checked = receipt::verify(log.receipt(4, 6), policy, {}, &view);
    CHECK(alone.sentence(Language::Indonesian).find("pembatalan sesudahnya belum diperiksa")
        != std::string::npos);
    CHECK(alone.sentence(Language::English).find("later voiding was not checked")
        != std::string::npos);
    CHECK(checked.sentence(Language::Indonesian).find("pembatalan") == std::string::npos);
    CHECK(checked.sentence(Language::English).find("voiding") == std::string::npos);
    CHECK(checked.sentence(Language::Indonesian).find("segel perangkat") != std::string::npos);
}

TEST_CASE("the sentence says what an entry is that is no declaration", "[receipt]")
{
    SampleLog log(origin, 0x11);
    log.append({{}, pledge::Opened{receipt::sampleHash(1)}});
    const auto policy = tlog::Policy::forLog(log.verifierKey());
    const Finding finding = receipt::verify(log.receipt(0, 1), policy);
    CHECK(finding.verdict == Verdict::ValidUnwitnessed);
    CHECK(finding.sentence(Language::Indonesian).starts_with("Catatan pembukaan log ini "));
    CHECK(finding.sentence(Language::English).starts_with("This record of the log's opening "));
    CHECK(finding.sentence(Language::English).find("voiding") == std::string::npos);
}

TEST_CASE("a rehearsal says GLADI, and a revoked key is told from an unknown log", "[receipt]")
{
    const SampleLog log = sampleLog(gladi);
    const auto policy = tlog::Policy::forLog(log.verifierKey());
    const Finding rehearsal = receipt::verify(log.receipt(4, 6), policy);
    CHECK(rehearsal.verdict == Verdict::Rehearsal);
    for (const Language language : {Language::Indonesian, Language::English})
        CHECK(rehearsal.sentence(language).starts_with("GLADI"));

    const Finding revoked = receipt::verify(log.receipt(4, 6), policy, {{log.verifierKey(), 5}});
    CHECK(revoked.verdict == Verdict::UnknownLog);
    CHECK(revoked.revoked);
    CHECK(revoked.origin == gladi);
    CHECK(revoked.sentence(Language::Indonesian)
        != findingOf(Verdict::UnknownLog).sentence(Language::Indonesian));
}

TEST_CASE("revocations are read line by line and refused with the line's number", "[receipt]")
{
    const auto key = sampleLog().verifierKey();
    const std::string line = key.text() + " 100";
    const auto good = receipt::parseRevocations("# stolen\n\n" + line + "\n" + line);
    REQUIRE(good.has_value());
    REQUIRE(good->size() == 2);
    CHECK(good->front().key == key);
    CHECK(good->front().lastGoodSize == 100);
    CHECK(receipt::parseRevocations("")->empty());

    tlog::VerifierKey witness = key;
    witness.type = tlog::KeyType::CosignatureV1;
    for (const std::string& bad : std::vector<std::string>{key.text(), key.text() + " ",
             key.text() + " -1", key.text() + " 01", key.text() + "  1", " " + line, line + " ",
             line + "\r", "kiosk 100", witness.text() + " 1"}) {
        INFO(bad);
        const auto refused = receipt::parseRevocations("#\n" + bad + "\n");
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().kind == Error::Kind::Malformed);
        CHECK(refused.error().what.find("line 2") != std::string::npos);
    }
    CHECK(receipt::parseRevocations(std::string((1U << 20U) + 1, '\n')).error().kind
        == Error::Kind::TooLarge);
}

TEST_CASE("an identity matches its own entry with its own salt alone", "[receipt]")
{
    const pledge::Identity person{pledge::IdentityKind::Nip, "198609262015051001"};
    const pledge::Salt salt{1, 2, 3};
    pledge::Entry entry = receipt::sampleEntry(3);
    std::get<pledge::Signed>(entry.body).commitment = pledge::commitment(salt, person);
    CHECK(receipt::matches(entry, person, salt));
    CHECK_FALSE(receipt::matches(entry, person, pledge::Salt{1, 2, 4}));
    CHECK_FALSE(receipt::matches(entry, {pledge::IdentityKind::Nip, "198609262015051002"}, salt));
    CHECK_FALSE(receipt::matches(entry, {pledge::IdentityKind::Nrp, person.value}, salt));
    CHECK_FALSE(receipt::matches({{}, pledge::Opened{}}, person, salt));
}
