#pragma once

#include "ledger/ledger.h"

#include <QObject>

#include <functional>

namespace ikrar::kiosk {

/// How the log's witnesses stand.
struct Witnessing {
    std::size_t witnesses = 0; ///< that are asked; none: the policy names none
    std::size_t reached = 0; ///< those whose last answer was a good one
    bool behind = false; ///< some have not cosigned the newest checkpoint
};

/// What the screens need from the store of one log. Used from the GUI thread only; reading answers
/// at once, signing answers later so that a stalled disk never freezes the screen.
class Store : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual const pledge::Ceremony& ceremony() const = 0;
    /// `stop` is that of the connection that signs.
    [[nodiscard]] virtual Result<ledger::Status> status() const = 0;
    [[nodiscard]] virtual Result<std::uint64_t> freeBytes() const = 0;

    [[nodiscard]] virtual Result<std::optional<ledger::RosterRow>> expected(
        const pledge::Identity& identity) const = 0;
    /// Whose invitation card holds this token; nothing for one that was never issued here, or
    /// revoked.
    [[nodiscard]] virtual Result<std::optional<pledge::Identity>> invited(
        const ledger::InvitationToken& token) const = 0;
    [[nodiscard]] virtual Result<ledger::Roster::Match> search(
        const std::string& typed, const std::string& unit) const = 0;
    [[nodiscard]] virtual Result<std::vector<std::string>> unitsOf(
        const std::string& typed, const std::string& parent) const = 0;
    [[nodiscard]] virtual Result<std::optional<ledger::RegisterRow>> signedBy(
        const pledge::Identity& identity) const = 0;
    [[nodiscard]] virtual Result<receipt::Receipt> receipt(std::uint64_t index) const = 0;

    /// The newest committed checkpoint, with the cosignatures that it has.
    [[nodiscard]] virtual Result<tlog::OpenedCheckpoint> newest() const = 0;

    /// Called back on the GUI thread, once, when the declaration is durable or has failed as a
    /// whole.
    using Signed = std::function<void(const Result<ledger::Issued>&)>;
    virtual void sign(pledge::Declaration declaration, Signed done) = 0;
    /// Holds a checkpoint that `holder` has against the store, as Ledger::confront does: one that
    /// contradicts it stops it for good, and `changed` follows. Called back on the GUI thread,
    /// once; before `changed`.
    using Confronted = std::function<void(const Result<bool>& contradicted)>;
    virtual void confront(std::string note, std::string holder, Confronted done) = 0;
    /// Asks whether a full or read-only disk has been mended; `changed` follows.
    virtual void retry() = 0;

    [[nodiscard]] virtual Witnessing witnessing() const { return {}; }
    /// Has those cosign the newest checkpoint that have not yet, in the background; `changed`
    /// follows.
    virtual void askWitnesses() { }

signals:
    /// The state of signing, of publication or of the witnesses is another one.
    void changed();
};

} // namespace ikrar::kiosk
