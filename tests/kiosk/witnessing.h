#pragma once

#include "kiosk/fixture.h"
#include "witness/sample_witness.h"

namespace ikrar::tests {

/// A kiosk whose policy asks one witness, which the test can take off the network.
struct Witnessed {
    explicit Witnessed(KioskFixture::Choice choice = {}, bool rewritten = false)
        : fixture(prepared(std::move(choice), rewritten))
    {
    }

    /// Lets the time pass after which a witness that failed is asked again.
    void passAMinute()
    {
        seconds += 60;
        fixture.kiosk.advance(std::chrono::seconds(2));
    }
    [[nodiscard]] tlog::Policy policy() const { return must(fixture.ledger()->policy()); }

    SampleWitness witness;
    std::atomic<int> seconds{0}; ///< steady time of the asking thread
    KioskFixture fixture;

private:
    KioskFixture::Choice prepared(KioskFixture::Choice choice, bool rewritten)
    {
        choice.prepare = [this, rewritten](ledger::Ledger& ledger) {
            witness.trust(ledger.logKey());
            const std::string policy = witness.policyFor(ledger.logKey());
            must(base::replaceFile(
                base::systemFiles(), ledger.data() / "log" / "policy", base::asBytes(policy)));
            if (rewritten)
                cosignAnotherHistory(ledger);
        };
        choice.witnesses
            = {witness.connect(), [this] {
                   return std::chrono::steady_clock::time_point(std::chrono::seconds(seconds));
               }};
        return choice;
    }

    /// What the witness would hold if the store had been another one before: a larger checkpoint,
    /// signed by its key.
    void cosignAnotherHistory(const ledger::Ledger& ledger)
    {
        const auto key = must(crypto::openKey("file:" + (ledger.data() / "key.pem").string(),
            []() -> Result<std::string> { return std::string("rahasia"); }));
        const tlog::Checkpoint other{
            ledger.logKey().name, 124, crypto::sha256(base::asBytes("another"))};
        const witness::AddCheckpoint request{0, {}, other, must(tlog::signCheckpoint(other, key))};
        if (witness.service().addCheckpoint(request.text()).status != 200)
            throw std::runtime_error("the witness did not take it");
    }
};

} // namespace ikrar::tests
