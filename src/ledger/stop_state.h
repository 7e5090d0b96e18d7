#pragma once

#include "ledger/ledger.h"

namespace ikrar::ledger {

/// Why a store does not sign, and the rules of how it comes to that and out of it. A failed device
/// is also marked in the runtime directory, off the disk, so that no process trusts what the page
/// cache shows before a restart.
class StopState
{
public:
    StopState(base::Path data, Environment environment);

    [[nodiscard]] Stop stop() const { return m_stop; }
    [[nodiscard]] const std::string& detail() const { return m_detail; }

    /// While there is a reason not to sign, an error with the detail: NoSpace (DiskFull), ReadOnly,
    /// Io (DeviceFailed), else Refused.
    [[nodiscard]] Result<void> maySign() const;
    /// The same of what needs no key.
    [[nodiscard]] Result<void> mayWrite() const;
    /// Errors: Io after the device failed.
    [[nodiscard]] Result<void> mayRead() const;

    /// There is no key, and never will be.
    void openedForReading();
    /// The first reason stays: none is milder than the disk's own.
    void set(Stop stop, std::string detail);
    /// After a failure of SQLite or the file layer: a full or read-only disk stops until mended(),
    /// a failed device until the machine has restarted; other kinds stop nothing.
    void failed(const Error& error);
    /// A full or read-only disk was written to again.
    void mended();

private:
    void markDevice() const;
    [[nodiscard]] bool deviceIsMarked() const;
    [[nodiscard]] base::Path markPath() const;

    Environment m_environment;
    base::Path m_data;
    bool m_forReading = false;
    Stop m_stop = Stop::None;
    std::string m_detail;
};

} // namespace ikrar::ledger
