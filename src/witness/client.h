#pragma once

#include "audit/http.h"
#include "ledger/ledger.h"
#include "witness/protocol.h"

#include <chrono>
#include <functional>
#include <memory>

namespace ikrar::witness {

/// The way to one witness; a test puts something else in its place. Both wait for the answer, in
/// bounded time. Errors: as audit::HttpClient, when there is none.
class Connection
{
public:
    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    Connection(Connection&&) = delete;
    Connection& operator=(Connection&&) = delete;
    virtual ~Connection() = default;

    [[nodiscard]] virtual Result<Answer> add(const std::string& body) = 0;
    [[nodiscard]] virtual Result<Answer> checkpoint(const std::string& origin) = 0;
};

/// Over HTTP, below `url`. Errors: Malformed for what is no address.
[[nodiscard]] Result<std::unique_ptr<Connection>> connectTo(
    const std::string& url, const audit::HttpClient::Options& options);
/// What a kiosk gives a witness: 2 s to be reached, 5 s to answer.
[[nodiscard]] audit::HttpClient::Options patience();

/// How one witness stands with this log.
struct Standing {
    std::string name;
    std::uint64_t size = 0; ///< the largest of ours that it is known to have cosigned
    bool reached = false; ///< its last answer was a good one; false before the first
    std::string warning; ///< English, for the journal: why not
};

/// A checkpoint of this log that a witness holds and the store does not lead to.
struct Contradiction {
    std::string note;
    std::string witness;
};

/// What came of asking.
struct Round {
    std::vector<Standing> standings; ///< of each witness with an address, in the policy's order
    std::uint64_t size = 0; ///< what they were asked to cosign
    bool cosigned = false; ///< a new cosignature was kept
    std::optional<Contradiction> contradiction; ///< the store was rolled back or rewritten
    bool behind = false; ///< somebody has not cosigned the newest checkpoint: ask again later
};

/// Asks the witnesses of a policy to cosign a log's newest committed checkpoint, and keeps what
/// they give. All are asked for the same size, so that one checkpoint gathers the quorum; those
/// that answered last time come first. Whoever fails is left alone for 1 s, then 2 s, up to 60 s.
///
/// What a witness says without proof is a warning, a 409 with any size and a 422 too. When it then
/// shows a checkpoint that this log's key has signed and that the store does not lead to, the store
/// stops (Ledger::confront).
///
/// Used from the thread of its ledger.
class Client
{
public:
    using Connect = std::function<Result<std::unique_ptr<Connection>>(const std::string& url)>;
    using Now = std::function<std::chrono::steady_clock::time_point()>;

    /// `ledger` is borrowed; Mode::Read is enough.
    Client(ledger::Ledger& ledger, const tlog::Policy& policy, Connect connect, Now now);
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;
    Client(Client&&) = delete;
    Client& operator=(Client&&) = delete;

    /// Asks whoever has not cosigned the newest checkpoint and is not left alone just now; each
    /// that has nothing to cosign is looked at once. Nothing is asked while the store may keep
    /// nothing. Errors: the store's.
    [[nodiscard]] Result<Round> round();

private:
    struct Asked;
    using Tip = tlog::OpenedCheckpoint; ///< what all are asked for in one round
    using Complaint = std::optional<std::string>; ///< why an answer is no good one

    [[nodiscard]] Result<void> ask(Asked& witness, const Tip& tip);
    [[nodiscard]] Result<Complaint> exchange(Asked& witness, const Tip& tip, bool behind);
    [[nodiscard]] Result<Complaint> submit(Asked& witness, const Tip& tip, bool again);
    [[nodiscard]] Result<Complaint> keep(Asked& witness, const Tip& tip, const std::string& lines);
    [[nodiscard]] Complaint look(const Asked& witness);
    void note(Asked& witness, const Complaint& why) const;

    ledger::Ledger& m_ledger;
    Connect m_connect;
    Now m_now;
    std::vector<std::unique_ptr<Asked>> m_witnesses;
    Round m_round;
};

/// The witnesses of a policy that have an address.
[[nodiscard]] std::vector<tlog::Policy::Witness> withAddress(const tlog::Policy& policy);

} // namespace ikrar::witness
