#include "audit/sample_log.h"
#include "tlog/cosignature.h"

#include <catch2/catch.hpp>

using namespace ikrar;
using namespace ikrar::audit;
using test::failures;
using test::SampleLog;

namespace {

struct Witness {
    std::string name;
    crypto::SigningKey key = crypto::SigningKey::generate();
    tlog::VerifierKey vkey{name, tlog::KeyType::CosignatureV1, key.publicKey()};
};

/// Adds the witness's cosignature to the published checkpoint.
void cosign(SampleLog& log, const Witness& witness)
{
    auto opened = *tlog::openCheckpoint(base::asText(log.files["checkpoint"]), log.vkey());
    opened.note.signatures.push_back(
        *tlog::cosign(opened.checkpoint, 1'700'000'000, witness.name, witness.key));
    log.files["checkpoint"] = base::copy(base::asBytes(opened.note.serialize()));
}

tlog::Policy policyOf(const SampleLog& log, const std::string& rest)
{
    return *tlog::Policy::parse("log " + log.vkey().text() + '\n' + rest);
}

std::vector<std::string> notes(const Report& report)
{
    std::vector<std::string> kinds;
    for (const Finding& finding : report.findings)
        if (finding.severity == Finding::Severity::Note)
            kinds.push_back(finding.kind);
    return kinds;
}

} // namespace

TEST_CASE("a policy older than a witness says whose cosignature it cannot check", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(3));
    const Witness known{"saksi.example/bawaslu"};
    const Witness fresh{"saksi.example/inspektorat"};
    cosign(*log, known);
    cosign(*log, fresh);
    const auto policy
        = policyOf(*log, "witness bawaslu " + known.vkey.text() + "\nquorum bawaslu\n");
    const Report report = audit::audit(*log, policy);
    CHECK(report.holds());
    CHECK(report.witnesses == std::vector<std::string>{"bawaslu"});
    CHECK(report.strangers == std::vector<std::string>{fresh.name});
    CHECK(notes(report) == std::vector<std::string>{"unknown-cosigner"});
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings[0].what.find(fresh.name) != std::string::npos);
}

TEST_CASE("a policy that names none of the cosigners is said to be behind", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(3));
    const Witness gone{"saksi.example/lama"};
    const Witness fresh{"saksi.example/baru"};
    cosign(*log, fresh);
    const Report unasked = audit::audit(*log, log->policy());
    CHECK(unasked.holds());
    CHECK(notes(unasked) == std::vector<std::string>{"unknown-cosigner", "policy-behind"});
    const Report report = audit::audit(
        *log, policyOf(*log, "witness lama " + gone.vkey.text() + "\nquorum lama\n"));
    CHECK(failures(report) == std::vector<std::string>{"quorum-not-met checkpoint"});
    CHECK(report.silent == std::vector<std::string>{"lama"});
    CHECK(notes(report) == std::vector<std::string>{"unknown-cosigner", "policy-behind"});
}

TEST_CASE("a witness's name with another key is a stranger, not a bad cosignature", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(3));
    const Witness before{"saksi.example/bawaslu"};
    const Witness after{"saksi.example/bawaslu"};
    cosign(*log, after);
    const Report report = audit::audit(
        *log, policyOf(*log, "witness bawaslu " + before.vkey.text() + "\nquorum none\n"));
    CHECK(report.holds());
    CHECK(report.strangers == std::vector<std::string>{after.name});
}

TEST_CASE("a log whose key was revoked is believed up to its last good size", "[audit]")
{
    const std::unique_ptr<SampleLog> log(SampleLog::ceremonyOf(3));
    Options options;
    options.revoked = {{log->vkey(), 7}};
    CHECK(audit::audit(*log, log->policy(), options).holds());
    options.revoked = {{log->vkey(), 6}};
    CHECK(failures(audit::audit(*log, log->policy(), options))
        == std::vector<std::string>{"revoked-key checkpoint"});
}
