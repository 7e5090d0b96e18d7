#pragma once

#include "kiosk/store.h"
#include "witness/client.h"

#include <memory>

namespace ikrar::kiosk {

/// How witnesses are reached, and the steady time by which those that fail are left alone. Used
/// from the asking thread.
struct WitnessAccess {
    witness::Client::Connect connect;
    witness::Client::Now now;
};
[[nodiscard]] WitnessAccess overHttp();

/// The store behind a kiosk. A ledger is used from one thread, so there are several of them on the
/// same files:
///
///     GUI thread        reads (SQLite in WAL mode: readers and the writer do not wait for each
///     other) signing thread    one declaration after the other, each durable before the next
///     publishing thread brings DATA/log up to the database after each commit; a signer never waits
///     for it
///     asking thread     has witnesses cosign the newest checkpoint; only where the policy names
///     some
class LedgerStore final : public Store
{
public:
    /// All borrowed, and outliving the store; `files`, `clock` and `machine` are used from all
    /// of these threads. Errors: those of Ledger::open.
    [[nodiscard]] static Result<std::unique_ptr<LedgerStore>> open(const base::Path& data,
        const ledger::Environment& environment, const WitnessAccess& access = overHttp());

    LedgerStore(const LedgerStore&) = delete;
    LedgerStore& operator=(const LedgerStore&) = delete;
    LedgerStore(LedgerStore&&) = delete;
    LedgerStore& operator=(LedgerStore&&) = delete;
    /// Waits for what is being committed and published, and for a witness's answer.
    ~LedgerStore() override;

    [[nodiscard]] const pledge::Ceremony& ceremony() const override;
    [[nodiscard]] Result<ledger::Status> status() const override;
    [[nodiscard]] Result<std::uint64_t> freeBytes() const override;
    [[nodiscard]] Result<std::optional<ledger::RosterRow>> expected(
        const pledge::Identity& identity) const override;
    [[nodiscard]] Result<std::optional<pledge::Identity>> invited(
        const ledger::InvitationToken& token) const override;
    [[nodiscard]] Result<ledger::Roster::Match> search(
        const std::string& typed, const std::string& unit) const override;
    [[nodiscard]] Result<std::vector<std::string>> unitsOf(
        const std::string& typed, const std::string& parent) const override;
    [[nodiscard]] Result<std::optional<ledger::RegisterRow>> signedBy(
        const pledge::Identity& identity) const override;
    [[nodiscard]] Result<receipt::Receipt> receipt(std::uint64_t index) const override;
    [[nodiscard]] Result<tlog::OpenedCheckpoint> newest() const override;
    void sign(pledge::Declaration declaration, Signed done) override;

    // What the organizer's screens need besides.
    /// Appends any entry, and is called back as by sign.
    using Append = std::function<Result<ledger::Issued>(ledger::Ledger&)>;
    void append(Append append, Signed done);
    /// Changes a table beside the log. Called back on the GUI thread, once.
    using Amend = std::function<Result<void>(ledger::Ledger&)>;
    void amend(Amend amend, std::function<void(const Result<void>&)> done);
    /// Reads what takes long, on a thread of its own that is started by the first call; then `done`
    /// on the GUI thread. Errors, with neither called: those of Ledger::open.
    [[nodiscard]] Result<void> survey(
        std::function<void(ledger::Ledger&)> read, std::function<void()> done);
    /// The same for what takes minutes, such as an export, on another thread of its own: a survey
    /// does not wait for it.
    [[nodiscard]] Result<void> work(
        std::function<void(ledger::Ledger&)> job, std::function<void()> done);
    [[nodiscard]] const base::Path& data() const { return m_data; }
    [[nodiscard]] const ledger::Environment& environment() const { return m_environment; }
    [[nodiscard]] Result<std::vector<ledger::Register::UnitCount>> countsByUnit() const;
    [[nodiscard]] Result<std::optional<ledger::RegisterRow>> registeredAt(
        std::uint64_t index) const;
    /// What a row of a paper sheet was entered as, not voided, by its code.
    [[nodiscard]] Result<std::optional<ledger::RegisterRow>> enteredFrom(
        const std::string& sheetRow) const;
    /// Wet signatures, not voided.
    [[nodiscard]] Result<std::uint64_t> paperCount() const;

    void confront(std::string note, std::string holder, Confronted done) override;
    void retry() override;
    [[nodiscard]] Witnessing witnessing() const override { return m_witnessing; }
    void askWitnesses() override;

private:
    class Hand;
    /// Whether the signing ledger signs, as last heard.
    struct Standing {
        ledger::Stop stop = ledger::Stop::None;
        std::string detail;
    };

    LedgerStore(base::Path data, ledger::Environment environment,
        std::unique_ptr<ledger::Ledger> reader, std::unique_ptr<Hand> signer,
        std::unique_ptr<Hand> publisher);
    [[nodiscard]] Result<void> openWitnesses(const base::Path& data,
        const ledger::Environment& environment, const WitnessAccess& access);
    void publish();
    void asked(const Result<witness::Round>& round);
    void tellJournal(const witness::Round& round);
    [[nodiscard]] Result<void> readBy(std::unique_ptr<Hand>& hand,
        std::function<void(ledger::Ledger&)> job, std::function<void()> done);
    [[nodiscard]] static Standing standingOf(const ledger::Ledger& ledger);

    base::Path m_data;
    ledger::Environment m_environment;
    std::unique_ptr<ledger::Ledger> m_reader;
    Standing m_standing;
    bool m_publishing = false;
    bool m_publishAgain = false;
    Witnessing m_witnessing;
    std::vector<std::string> m_warnings; ///< of the witnesses, as last told to the journal
    bool m_asking = false;
    bool m_askAgain = false;
    // Last, so that their threads have ended before anything they call back into is gone.
    std::unique_ptr<Hand> m_signer;
    std::unique_ptr<Hand> m_publisher;
    std::unique_ptr<Hand> m_surveyor; ///< null until the first survey
    std::unique_ptr<Hand> m_worker; ///< null until the first work
    std::unique_ptr<Hand> m_asker; ///< null where there is nobody to ask
    std::unique_ptr<witness::Client> m_client; ///< used on its thread
};

} // namespace ikrar::kiosk
