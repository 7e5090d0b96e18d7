#pragma once

#include "ledger/ledger.h"

#include <QObject>

#include <functional>

namespace ikrar::kiosk {

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
    [[nodiscard]] virtual Result<ledger::Roster::Match> search(
        const std::string& typed, const std::string& unit) const = 0;
    [[nodiscard]] virtual Result<std::vector<std::string>> unitsOf(
        const std::string& typed, const std::string& parent) const = 0;
    [[nodiscard]] virtual Result<std::optional<ledger::RegisterRow>> signedBy(
        const pledge::Identity& identity) const = 0;
    [[nodiscard]] virtual Result<receipt::Receipt> receipt(std::uint64_t index) const = 0;

    /// Called back on the GUI thread, once, when the declaration is durable or has failed as a
    /// whole.
    using Signed = std::function<void(const Result<ledger::Issued>&)>;
    virtual void sign(pledge::Declaration declaration, Signed done) = 0;
    /// Asks whether a full or read-only disk has been mended; `changed` follows.
    virtual void retry() = 0;

signals:
    /// The state of signing or of publication is another one.
    void changed();
};

} // namespace ikrar::kiosk
