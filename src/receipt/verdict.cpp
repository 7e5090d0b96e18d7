#include "receipt/verdict.h"

#include "pledge/ceremony.h"
#include "pledge/commitment.h"
#include "tlog/cosignature.h"

#include <algorithm>
#include <set>

namespace ikrar::receipt {

namespace {

using Logs = std::vector<const tlog::Policy::Log*>;

/// One receipt on its way down the list of verdicts. Each step gives the verdict that it stands
/// for, or nothing, and leaves what it learned in the finding.
class Examination
{
public:
    Examination(const tlog::Policy& policy, const std::vector<Revocation>& revoked,
        const LogView* log, Finding& finding)
        : m_policy(policy)
        , m_revoked(revoked)
        , m_log(log)
        , m_finding(finding)
    {
    }

    Verdict run();

private:
    using Outcome = std::optional<Verdict>;

    Outcome findLog();
    Outcome checkRoot();
    Outcome checkEntry();
    Outcome checkWitnesses();
    Outcome compareWithLog();
    Outcome judgeRehearsal();
    Outcome askVoided();
    Outcome askQuorum();

    [[nodiscard]] bool isRevoked(const tlog::VerifierKey& key) const;
    Outcome because(Verdict verdict, std::string why);

    const tlog::Policy& m_policy;
    const std::vector<Revocation>& m_revoked;
    const LogView* m_log;
    Finding& m_finding;

    Logs m_candidates; ///< logs of the receipt's key ID that may still be its own
    const tlog::VerifierKey* m_key = nullptr; ///< of the log, once its signature was good
    tlog::Checkpoint m_checkpoint;
};

Verdict Examination::run()
{
    constexpr std::array steps{&Examination::findLog, &Examination::checkRoot,
        &Examination::checkEntry, &Examination::checkWitnesses, &Examination::compareWithLog,
        &Examination::judgeRehearsal, &Examination::askVoided, &Examination::askQuorum};
    for (const auto step : steps)
        if (const Outcome outcome = (this->*step)())
            return *outcome;
    return Verdict::Valid;
}

Examination::Outcome Examination::because(Verdict verdict, std::string why)
{
    m_finding.why = std::move(why);
    return verdict;
}

bool Examination::isRevoked(const tlog::VerifierKey& key) const
{
    return std::any_of(m_revoked.begin(), m_revoked.end(), [&](const Revocation& revocation) {
        return revocation.key == key && m_finding.receipt->size > revocation.lastGoodSize;
    });
}

Examination::Outcome Examination::findLog()
{
    m_candidates = m_policy.logsById(m_finding.receipt->signatures.front().id);
    if (m_candidates.empty())
        return because(Verdict::UnknownLog, "the policy has no log with the receipt's key ID");
    // Only the origin tells a rehearsal, so a log whose origin is not of our form tells nothing.
    std::erase_if(m_candidates,
        [](const auto* log) { return !pledge::parseOrigin(log->key.name).has_value(); });
    if (m_candidates.empty())
        return because(Verdict::UnknownLog, "the policy's log has an origin of another form");
    if (m_candidates.size() == 1)
        m_finding.origin = m_candidates.front()->key.name;
    std::erase_if(m_candidates, [this](const auto* log) { return isRevoked(log->key); });
    if (m_candidates.empty()) {
        m_finding.revoked = true;
        return because(Verdict::UnknownLog,
            "the log's key is revoked, and the receipt lies past its last good size");
    }
    return {};
}

Examination::Outcome Examination::checkRoot()
{
    const Receipt& receipt = *m_finding.receipt;
    const Receipt::Signature& signature = receipt.signatures.front();
    for (const tlog::Policy::Log* log : m_candidates) {
        m_checkpoint = checkpointOf(receipt, log->key.name).value();
        m_finding.root = m_checkpoint.root;
        const tlog::NoteSignature line{log->key.name, signature.id, signature.bytes};
        if (tlog::verifyNote(m_checkpoint.text(), line, log->key)) {
            m_key = &log->key;
            m_finding.origin = log->key.name;
            return {};
        }
    }
    return because(Verdict::BadSignature,
        "the log's signature is not over the root that entry and proof lead to");
}

Examination::Outcome Examination::checkEntry()
{
    if (pledge::verifyEntry(m_finding.receipt->entry, crypto::Verifier(m_key->key)))
        return {};
    return because(Verdict::BadSignature, "the entry's own signature is not by the log's key");
}

Examination::Outcome Examination::checkWitnesses()
{
    const auto& signatures = m_finding.receipt->signatures;
    for (auto signature = signatures.begin() + 1; signature != signatures.end(); ++signature) {
        const auto known = m_policy.witnessesById(signature->id);
        const auto signer = std::find_if(known.begin(), known.end(), [&](const auto* witness) {
            return tlog::verifyCosignature(m_checkpoint, signature->bytes, witness->key)
                .has_value();
        });
        if (signer != known.end())
            m_finding.witnesses.push_back((*signer)->name);
        else if (!known.empty())
            return because(Verdict::BadSignature,
                "the cosignature of " + known.front()->name + " is not good");
    }
    return {};
}

Examination::Outcome Examination::compareWithLog()
{
    if (m_log == nullptr)
        return {};
    if (m_log->origin != m_checkpoint.origin) {
        m_finding.logError = Error{Error::Kind::Invalid, "the log at hand is " + m_log->origin};
        return {};
    }
    if (m_log->size < m_checkpoint.size) {
        m_finding.checkedAgainstLog = true;
        return because(
            Verdict::NotInLog, "the log at hand ends at size " + std::to_string(m_log->size));
    }
    const auto root = m_log->rootAt(m_checkpoint.size);
    if (!root) {
        m_finding.logError = root.error();
        return {};
    }
    m_finding.checkedAgainstLog = true;
    if (*root != m_checkpoint.root)
        return because(
            Verdict::Inconsistent, "the log at hand has another root at the receipt's size");
    return {};
}

Examination::Outcome Examination::judgeRehearsal()
{
    if (pledge::parseOrigin(m_checkpoint.origin).value().rehearsal)
        return because(Verdict::Rehearsal, "the origin is a rehearsal's");
    return {};
}

Examination::Outcome Examination::askVoided()
{
    if (!m_finding.checkedAgainstLog)
        return {};
    const auto voided = m_log->isVoided(m_finding.receipt->index);
    if (!voided) {
        m_finding.checkedAgainstLog = false;
        m_finding.logError = voided.error();
        return {};
    }
    if (*voided)
        return Verdict::Voided;
    return {};
}

Examination::Outcome Examination::askQuorum()
{
    if (!m_finding.quorumAsked)
        return because(Verdict::ValidUnwitnessed, "the policy asks for no witness");
    const auto isEnough = [this](const std::vector<std::string>& names) {
        return m_policy.satisfiedBy(std::set<std::string>(names.begin(), names.end()));
    };
    if (isEnough(m_finding.witnesses))
        return {};
    // The copy's head continues the receipt's: whoever cosigned it vouches for both.
    if (!m_finding.checkedAgainstLog || !isEnough(m_log->witnesses))
        return because(Verdict::ValidUnwitnessed, "the policy's quorum of witnesses is not met");
    m_finding.laterWitnesses = m_log->witnesses;
    return {};
}

Finding malformed(const Error& error)
{
    Finding finding;
    finding.why = error.what;
    return finding;
}

} // namespace

std::string_view name(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Malformed:
        return "malformed";
    case Verdict::UnknownLog:
        return "unknown-log";
    case Verdict::BadSignature:
        return "bad-signature";
    case Verdict::Inconsistent:
        return "inconsistent";
    case Verdict::NotInLog:
        return "not-in-log";
    case Verdict::Rehearsal:
        return "rehearsal";
    case Verdict::Voided:
        return "voided";
    case Verdict::ValidUnwitnessed:
        return "valid-unwitnessed";
    case Verdict::Valid:
        return "valid";
    }
    return "malformed";
}

int Finding::exitCode() const
{
    if (logError)
        return 1;
    const bool holds = verdict == Verdict::Valid || verdict == Verdict::Rehearsal
        || (verdict == Verdict::ValidUnwitnessed && !quorumAsked);
    return holds ? 0 : 1;
}

Finding verify(std::string_view text, const tlog::Policy& policy,
    const std::vector<Revocation>& revoked, const LogView* log)
{
    const auto receipt = fromText(text);
    return receipt ? verify(*receipt, policy, revoked, log) : malformed(receipt.error());
}

Finding verify(const Receipt& receipt, const tlog::Policy& policy,
    const std::vector<Revocation>& revoked, const LogView* log)
{
    // A receipt built by hand gets the same checks as one that was read.
    auto checked = decode(encode(receipt));
    if (!checked)
        return malformed(checked.error());
    Finding finding;
    finding.quorumAsked = policy.quorum().has_value();
    finding.entry = pledge::decodeEntry(checked->entry).value();
    finding.receipt = std::move(*checked);
    finding.verdict = Examination(policy, revoked, log, finding).run();
    return finding;
}

bool matches(const pledge::Entry& entry, const pledge::Identity& identity,
    const std::array<std::uint8_t, 16>& salt)
{
    const auto* declaration = std::get_if<pledge::Signed>(&entry.body);
    return declaration != nullptr && declaration->commitment == pledge::commitment(salt, identity);
}

} // namespace ikrar::receipt
