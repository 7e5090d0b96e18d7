#pragma once

#include "ledger/database.h"

namespace ikrar::ledger {

/// Where the log stands, kept by every commit so that nothing is ever counted.
struct Head {
    std::uint64_t size = 0;
    std::uint64_t signedEntries = 0;
    std::uint64_t voidedEntries = 0;
    std::uint64_t session = 0; ///< the open one; 0: none
    std::uint64_t sessionSigned = 0;
    std::uint64_t sessionVoided = 0;
    std::uint64_t roster = 0; ///< people in it
    bool closed = false;
};

/// What the log is and what it was made on; written once.
struct LogIdentity {
    std::string origin;
    std::string vkey;
    std::string keyUri; ///< empty: DATA/key.pem
    std::string kiosk;
    std::string machine;
    std::string file; ///< Machine::fileIdentity of the database
    std::string ceremony; ///< the bytes of its file
};

class HeadTable
{
public:
    explicit HeadTable(const Database& database);

    [[nodiscard]] Result<void> create(const LogIdentity& identity);
    /// Errors: Malformed when there is none.
    [[nodiscard]] Result<LogIdentity> identity() const;
    [[nodiscard]] Result<Head> load() const;
    [[nodiscard]] Result<void> store(const Head& head);

    /// Whether a session of this number was ever started, and the highest number that was (0:
    /// none).
    [[nodiscard]] Result<bool> sessionKnown(std::uint64_t number) const;
    [[nodiscard]] Result<std::uint64_t> lastSession() const;
    [[nodiscard]] Result<void> sessionStarted(std::uint64_t number, std::uint64_t index);
    [[nodiscard]] Result<void> sessionEnded(std::uint64_t number, std::uint64_t index);

private:
    const Database& m_database;
    mutable Statement m_load;
    mutable Statement m_store;
    mutable Statement m_sessionKnown;
    mutable Statement m_lastSession;
    Statement m_sessionStarted;
    Statement m_sessionEnded;
};

} // namespace ikrar::ledger
