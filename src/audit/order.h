#pragma once

#include "audit/audit.h"
#include "pledge/entry.h"

#include <string>
#include <vector>

namespace ikrar::audit {

/// The order of kinds that design.md gives ("Entry"), followed entry by entry from index 0. Keeps
/// 16 bytes a signed entry and 2 bits an entry, nothing else.
class Order
{
public:
    using Report = std::function<void(Finding)>;

    explicit Order(Report report) : m_report(std::move(report)) { }

    /// Entries in the order of their index; one that cannot be decoded is `skip`ped.
    void follow(std::uint64_t index, const pledge::Entry& entry);
    void skip(std::uint64_t index);
    /// Pairs of indexes whose commitments agree in their first 8 bytes: to be compared whole.
    [[nodiscard]] std::vector<std::pair<std::uint64_t, std::uint64_t>> suspectedTwins();

    [[nodiscard]] std::uint64_t signedEntries() const { return m_all.signedEntries; }
    [[nodiscard]] std::uint64_t voidedEntries() const { return m_all.voidedEntries; }
    [[nodiscard]] std::uint64_t sessions() const { return m_sessions.size(); }
    [[nodiscard]] bool closed() const { return m_closed; }

private:
    struct SessionCount {
        std::uint64_t number = 0;
        std::uint64_t firstIndex = 0;
        std::uint64_t lastIndex = 0; ///< of its end; 0 while open
        pledge::Counts counts;
    };

    void check(const pledge::Opened& body);
    void check(const pledge::Signed& body);
    void check(const pledge::Voided& body);
    void check(const pledge::SessionStart& body);
    void check(const pledge::SessionEnd& body);
    void check(const pledge::Closed& body);
    void say(Finding::Severity severity, std::string kind, std::string what);
    void wrong(std::string kind, std::string what);
    [[nodiscard]] SessionCount* openSession();

    Report m_report;
    std::uint64_t m_index = 0;
    std::int64_t m_time = 0;
    bool m_closed = false;
    bool m_incomplete = false; ///< an entry was skipped, so counts prove nothing
    pledge::Counts m_all;
    std::vector<SessionCount> m_sessions;
    std::vector<bool> m_signed;
    std::vector<bool> m_voided;
    struct Twin {
        std::uint64_t prefix = 0;
        std::uint64_t index = 0;
    };
    std::vector<Twin> m_commitments;
};

} // namespace ikrar::audit
