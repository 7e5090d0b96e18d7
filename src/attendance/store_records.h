#pragma once

#include "attendance/records.h"

namespace ikrar::attendance {

/// The records of one kiosk's store; made by recordsOf().
class StoreRecords final : public Records
{
public:
    explicit StoreRecords(ledger::Ledger& ledger);

    [[nodiscard]] const pledge::Ceremony& ceremony() const override;
    [[nodiscard]] bool rehearsal() const override;
    [[nodiscard]] Result<std::vector<LogRecord>> logs() const override;
    [[nodiscard]] Result<Totals> totals() const override;
    [[nodiscard]] Result<std::vector<UnitRecap>> units() const override;
    [[nodiscard]] Result<void> eachSigned(
        Order order, const TakeSigned& take, Ink ink) const override;
    [[nodiscard]] Result<void> eachAbsent(const TakeAbsent& take) const override;
    [[nodiscard]] Result<std::unique_ptr<ledger::Lists::Moment>> hold() const override;

private:
    ledger::Ledger& m_ledger;
    std::string m_kiosk;
    bool m_rehearsal = false;
};

} // namespace ikrar::attendance
