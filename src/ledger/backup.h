#pragma once

#include "ledger/ledger.h"

namespace ikrar::ledger {

/// A second copy of a store on another disk, such as a USB stick, brought up to date again and
/// again while the kiosk signs. `DIR/<kiosk id>-<random>` holds `ikrar.sqlite`, the same store
/// without its key, `log`, published from it, and `incidents.json`: a copy, which reads, merges and
/// exports, and never signs. Only what is new is written; what was erased in the store is erased
/// there. The disk may be pulled at any moment: a change is there whole or not at all. Holds
/// connections of its own; used from one thread. Requires a QCoreApplication.
class Backup
{
public:
    /// Makes the copy's directory when there is none. Errors: Missing (no store, or no `to`),
    /// Refused (the copy there is ahead of the store or of another history: the store was
    /// restored), Permission, NoSpace, ReadOnly, Io.
    [[nodiscard]] static Result<std::unique_ptr<Backup>> open(
        const Path& data, const Path& to, const Environment& environment);

    Backup(const Backup&) = delete;
    Backup& operator=(const Backup&) = delete;
    Backup(Backup&&) = delete;
    Backup& operator=(Backup&&) = delete;
    ~Backup();

    struct Step {
        std::uint64_t size = 0; ///< entries of the copy, which is as the store was when asked
        std::uint64_t added = 0; ///< of them, by this step
    };
    /// Brings the copy up to the store; durable when it returns. Errors: Io, NoSpace, ReadOnly of
    /// either disk (a new open() goes on from what is there), Busy, Refused as open().
    [[nodiscard]] Result<Step> advance();
    /// Whether the store has changed since the last advance().
    [[nodiscard]] Result<bool> behind();

    /// Where the copy lies.
    [[nodiscard]] const Path& directory() const;
    /// Whether that is the file system of the store itself, whose end would be that of both.
    [[nodiscard]] bool onSameDisk() const;

private:
    struct State;
    explicit Backup(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace ikrar::ledger
