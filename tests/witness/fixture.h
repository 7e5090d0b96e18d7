#pragma once

#include "ledger/fixture.h"
#include "tlog/cosignature.h"
#include "witness/sample_log.h"
#include "witness/service.h"

namespace ikrar::tests {

constexpr const char* firstOrigin = "example.id/ikrar/takalar-2023/kiosk-1-00000001";
constexpr const char* secondOrigin = "example.id/ikrar/takalar-2023/kiosk-2-00000002";

/// A witness in a directory of its own, its key always the same.
class WitnessFixture
{
public:
    explicit WitnessFixture(const std::string& name = "saksi.example", std::uint8_t seed = 200)
        : m_seed(seed)
    {
        const tlog::VerifierKey key{
            name, tlog::KeyType::CosignatureV1, tlog::keyFor(seed).publicKey()};
        must(base::makeDirectories(base::systemFiles(), data() / "logs"));
        must(base::createFile(base::systemFiles(), data() / "policy",
            base::asBytes("witness " + name + " " + key.text() + "\nquorum none\n")));
    }

    [[nodiscard]] base::Path data() const { return directory / "witness"; }
    [[nodiscard]] crypto::SigningKey key() const { return tlog::keyFor(m_seed); }
    void trust(const tlog::VerifierKey& log) const
    {
        must(witness::trustLogs(base::systemFiles(), data(), {{log, {}}}));
    }
    [[nodiscard]] Result<std::unique_ptr<witness::Service>> tryOpen(
        base::FileSystem& files = base::systemFiles())
    {
        return witness::Service::open(data(), key(),
            {files, clock, [this](const Error& error) { reported.push_back(error); }});
    }
    [[nodiscard]] std::unique_ptr<witness::Service> open(
        base::FileSystem& files = base::systemFiles())
    {
        return must(tryOpen(files));
    }

    TemporaryDirectory directory;
    SetClock clock;
    std::vector<Error> reported;

private:
    std::uint8_t m_seed;
};

/// The time that a 200's one line states; fails the test unless it is the witness's over the log as
/// it stands.
inline std::uint64_t timeOf(
    const witness::Answer& answer, const SampleLog& log, const tlog::VerifierKey& witness)
{
    REQUIRE(answer.status == 200);
    const auto note = must(tlog::Note::parse(log.checkpoint().text() + "\n" + answer.body));
    REQUIRE(note.signatures.size() == 1);
    CHECK(note.signatures[0].name == witness.name);
    CHECK(note.signatures[0].id == witness.id());
    return must(tlog::verifyCosignature(log.checkpoint(), note.signatures[0].bytes, witness));
}

} // namespace ikrar::tests
