#pragma once

#include "audit/audit.h"
#include "pledge/entry.h"

#include <string>
#include <vector>

namespace ikrar::audit {

/// What the order of kinds depends on, of the entries seen so far: 8 bytes a signed entry and 2
/// bits an entry.
struct OrderMemory {
    struct Session {
        std::uint64_t number = 0;
        std::uint64_t firstIndex = 0;
        std::uint64_t lastIndex = 0; ///< of its end; 0 while open
        pledge::Counts counts;

        friend bool operator==(const Session&, const Session&) = default;
    };

    std::int64_t time = 0; ///< the latest
    bool closed = false;
    pledge::Counts all;
    std::vector<Session> sessions;
    std::vector<bool> isSigned; ///< by index
    std::vector<bool> isVoided; ///< by index
    /// The first 8 bytes, big-endian, of the commitment of each signed entry.
    std::vector<std::uint64_t> commitments;

    friend bool operator==(const OrderMemory&, const OrderMemory&) = default;
};

/// The order of kinds that design.md gives ("Entry"), followed entry by entry.
class Order
{
public:
    using Report = std::function<void(Finding)>;

    explicit Order(Report report) : m_report(std::move(report)) { }
    /// Goes on after the entries that `memory` is of.
    void resume(OrderMemory memory) { m_memory = std::move(memory); }

    /// Entries in the order of their index; one that cannot be decoded is `skip`ped.
    void follow(std::uint64_t index, const pledge::Entry& entry);
    void skip(std::uint64_t index);
    /// Pairs of indexes whose commitments agree in their first 8 bytes: to be compared whole.
    [[nodiscard]] std::vector<std::pair<std::uint64_t, std::uint64_t>> suspectedTwins() const;

    [[nodiscard]] const OrderMemory& memory() const { return m_memory; }

private:
    void check(const pledge::Opened& body);
    void check(const pledge::Signed& body);
    void check(const pledge::Voided& body);
    void check(const pledge::SessionStart& body);
    void check(const pledge::SessionEnd& body);
    void check(const pledge::Closed& body);
    void say(Finding::Severity severity, std::string kind, std::string what);
    void wrong(std::string kind, std::string what);
    [[nodiscard]] OrderMemory::Session* openSession();

    Report m_report;
    std::uint64_t m_index = 0;
    bool m_incomplete = false; ///< an entry was skipped, so counts prove nothing
    bool m_sessionUnknown = false; ///< what was skipped may have started or ended one
    OrderMemory m_memory;
};

} // namespace ikrar::audit
