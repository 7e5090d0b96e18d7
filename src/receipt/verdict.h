#pragma once

#include "pledge/entry.h"
#include "pledge/identity.h"
#include "receipt/receipt.h"

#include <functional>
#include <optional>

namespace ikrar::receipt {

/// What a check answers, worst first: the first that applies is given.
enum class Verdict : std::uint8_t {
    Malformed, ///< no receipt, or not in its one spelling
    UnknownLog, ///< its log is not in the policy, or the log's key was revoked before its size
    BadSignature, ///< entry, root or a known witness: one signature does not match
    Inconsistent, ///< the log at hand has another root at the receipt's size: rewritten
    NotInLog, ///< the log at hand ends before the receipt
    Rehearsal, ///< genuine, of a rehearsal (GLADI)
    Voided, ///< genuine, and voided later
    ValidUnwitnessed, ///< genuine; the policy's quorum is not met, or it asks for none
    Valid, ///< genuine, and witnessed as the policy asks
};

/// `malformed`, `unknown-log`, `bad-signature`, ...
[[nodiscard]] std::string_view name(Verdict verdict);

/// The last size up to which a revoked log key is believed.
struct Revocation {
    tlog::VerifierKey key;
    std::uint64_t lastGoodSize = 0;
};
/// Lines `<vkey> <last good size>`; empty lines and `#` comments. A witness's key is refused, since
/// no size says how long to believe it: leave it out of the policy. Errors: Malformed with the
/// line's number, TooLarge over 1 MiB.
[[nodiscard]] Result<std::vector<Revocation>> parseRevocations(std::string_view text);

/// A copy of the log at hand, already authenticated: what a receipt is held against.
struct LogView {
    std::string origin;
    std::uint64_t size = 0;
    /// The root that the copy had at `size` (at most its own). Errors: the copy's.
    std::function<Result<crypto::Hash>(std::uint64_t size)> rootAt;
    /// Whether the copy holds a voided entry for `index`.
    std::function<Result<bool>(std::uint64_t index)> isVoided;
    /// Names of the policy's witnesses that cosigned the copy's head, and with it every earlier
    /// one.
    std::vector<std::string> witnesses;
};

/// The verdict and all that a screen shows beside it.
struct Finding {
    Verdict verdict = Verdict::Malformed;
    std::string why; ///< English, technical, for the cause within the verdict; may be empty
    bool quorumAsked = false;
    bool revoked = false; ///< UnknownLog because the key was revoked
    bool checkedAgainstLog = false;
    /// Why a log that was given could not be asked: it is another one (Invalid), or the copy's
    /// error.
    std::optional<Error> logError;
    // Set from Rehearsal on, and wherever they are known before.
    std::string origin;
    std::optional<pledge::SealedEntry> entry;
    std::optional<Receipt> receipt;
    crypto::Hash root;
    std::vector<std::string> witnesses; ///< names whose cosignatures are good
    /// Those on the head of the log at hand, where they were needed to be enough.
    std::vector<std::string> laterWitnesses;

    /// Exit code of design.md: 0 for Valid, Rehearsal, and ValidUnwitnessed under `quorum none`;
    /// else 1, also when a log was given and could not be asked.
    [[nodiscard]] int exitCode() const;
    /// The verdict in one to four words, as a screen or a page writes it large.
    [[nodiscard]] std::string headline(pledge::Language language) const;
    /// One sentence that says what it means and what to do; without a log, that later voiding was
    /// not checked.
    [[nodiscard]] std::string sentence(pledge::Language language) const;
};

/// Total: whatever the text is, a finding comes back. Cosignatures by keys that the policy does not
/// know are ignored; one by a known witness that fails is BadSignature (c2sp.org/signed-note). An
/// entry of any kind has a receipt; `sentence` says what it is.
[[nodiscard]] Finding verify(std::string_view text, const tlog::Policy& policy,
    const std::vector<Revocation>& revoked = {}, const LogView* log = nullptr);
[[nodiscard]] Finding verify(const Receipt& receipt, const tlog::Policy& policy,
    const std::vector<Revocation>& revoked = {}, const LogView* log = nullptr);

/// Whether `identity` with this salt is the person of a signed entry.
[[nodiscard]] bool matches(const pledge::Entry& entry, const pledge::Identity& identity,
    const std::array<std::uint8_t, 16>& salt);

} // namespace ikrar::receipt
