#include "attendance/store_records.h"

#include "ledger/ledger.h"

namespace ikrar::attendance {

namespace {

using ledger::Lists;

Lists::Order orderOf(Records::Order order)
{
    switch (order) {
    case Records::Order::Log:
        return Lists::Order::Log;
    case Records::Order::Arrival:
        return Lists::Order::Arrival;
    case Records::Order::Unit:
        break;
    }
    return Lists::Order::Unit;
}

} // namespace

StoreRecords::StoreRecords(ledger::Ledger& ledger) : m_ledger(ledger)
{
    if (const auto origin = pledge::parseOrigin(ledger.logKey().name)) {
        m_kiosk = origin->kiosk;
        m_rehearsal = origin->rehearsal;
    }
}

const pledge::Ceremony& StoreRecords::ceremony() const
{
    return m_ledger.ceremony();
}

bool StoreRecords::rehearsal() const
{
    return m_rehearsal;
}

Result<std::vector<LogRecord>> StoreRecords::logs() const
{
    const auto newest = m_ledger.newest();
    if (!newest)
        return tl::unexpected(newest.error());
    const auto status = m_ledger.status();
    if (!status)
        return tl::unexpected(status.error());
    auto counts = m_ledger.lists().counts();
    if (!counts)
        return tl::unexpected(counts.error());
    LogRecord log;
    log.kiosk = m_kiosk;
    log.key = m_ledger.logKey();
    log.size = newest->checkpoint.size;
    log.root = newest->checkpoint.root;
    log.checkpoint = newest->note.serialize();
    log.signedEntries = counts->signedEntries;
    log.voidedEntries = counts->voidedEntries;
    log.firstSigned = counts->first;
    log.lastSigned = counts->last;
    log.sessions = std::move(counts->sessions);
    log.closed = status->closed;
    return std::vector{std::move(log)};
}

Result<Totals> StoreRecords::totals() const
{
    const auto units = m_ledger.lists().units();
    if (!units)
        return tl::unexpected(units.error());
    const auto counts = m_ledger.lists().counts();
    if (!counts)
        return tl::unexpected(counts.error());
    Totals totals;
    for (const ledger::UnitPresence& unit : *units) {
        totals.expected += unit.expected;
        totals.present += unit.present;
        totals.walkIns += unit.walkIns;
    }
    totals.absent = totals.expected - totals.present;
    totals.voided = counts->voidedEntries;
    totals.assisted = counts->assisted;
    totals.onPaper = counts->onPaper;
    totals.repeated
        = counts->signedEntries - counts->voidedEntries - totals.present - totals.walkIns;
    return totals;
}

Result<std::vector<UnitRecap>> StoreRecords::units() const
{
    const auto units = m_ledger.lists().units();
    if (!units)
        return tl::unexpected(units.error());
    std::vector<UnitRecap> recaps;
    recaps.reserve(units->size());
    for (const ledger::UnitPresence& unit : *units)
        recaps.push_back({unit.unit, unit.expected, unit.present, unit.walkIns, unit.permission,
            unit.sick, unit.leave, unit.duty});
    return recaps;
}

Result<void> StoreRecords::eachSigned(Order order, const TakeSigned& take, Ink ink) const
{
    return m_ledger.lists().eachEntry(orderOf(order),
        ink == Ink::Read ? Lists::Ink::Read : Lists::Ink::Skip, [&](ledger::ListedEntry&& entry) {
            return take({std::move(entry.row), std::move(entry.rank), m_kiosk, entry.listed,
                entry.repeated, entry.leaf});
        });
}

Result<void> StoreRecords::eachAbsent(const TakeAbsent& take) const
{
    return m_ledger.lists().eachAbsentee([&](const ledger::ListedAbsentee& absentee) {
        return take({absentee.person, absentee.stated});
    });
}

Result<std::unique_ptr<Lists::Moment>> StoreRecords::hold() const
{
    return m_ledger.lists().hold();
}

std::unique_ptr<Records> recordsOf(ledger::Ledger& ledger)
{
    return std::make_unique<StoreRecords>(ledger);
}

} // namespace ikrar::attendance
