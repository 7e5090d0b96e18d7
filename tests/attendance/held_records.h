#pragma once

#include "attendance/records.h"
#include "base/file.h"
#include "pledge/ink.h"
#include "tlog/checkpoint.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace ikrar::tests {

class HeldMoment final : public ledger::Lists::Moment
{
};

/// Records that a test holds in memory, in place of a store's.
class HeldRecords final : public attendance::Records
{
public:
    explicit HeldRecords(const std::string& ceremonyId)
    {
        constexpr std::size_t max = 8UL * 1024 * 1024;
        const auto toml
            = base::readFile(base::Path(IKRAR_ASSETS) / "ceremonies" / (ceremonyId + ".toml"), max);
        held = pledge::parseCeremony(base::asText(toml.value())).value();
    }

    [[nodiscard]] const pledge::Ceremony& ceremony() const override { return held; }
    [[nodiscard]] bool rehearsal() const override { return gladi; }
    [[nodiscard]] Result<std::vector<attendance::LogRecord>> logs() const override
    {
        return heldLogs;
    }
    [[nodiscard]] Result<attendance::Totals> totals() const override
    {
        attendance::Totals totals;
        for (const auto& record : signedRecords) {
            totals.repeated += record.repeated ? 1U : 0U;
            if (record.row.voided) {
                ++totals.voided;
                continue;
            }
            const auto method = record.row.declaration.method;
            totals.onPaper += method == pledge::Method::WetInk ? 1U : 0U;
            totals.assisted += method == pledge::Method::Assisted ? 1U : 0U;
            if (!record.repeated)
                ++(record.listed ? totals.present : totals.walkIns);
        }
        totals.absent = absent.size();
        totals.expected = totals.present + totals.absent;
        return totals;
    }
    [[nodiscard]] Result<std::vector<attendance::UnitRecap>> units() const override
    {
        std::map<std::size_t, attendance::UnitRecap> recaps;
        const auto of = [&](const std::string& unit) -> attendance::UnitRecap& {
            auto& recap = recaps[held.unitPositions.find(unit)->second];
            recap.unit = unit;
            return recap;
        };
        for (const auto& record : signedRecords) {
            if (record.row.voided || record.repeated)
                continue;
            auto& recap = of(record.row.declaration.unit);
            recap.expected += record.listed ? 1U : 0U;
            ++(record.listed ? recap.present : recap.walkIns);
        }
        for (const auto& record : absent) {
            auto& recap = of(record.person.unit);
            ++recap.expected;
            if (record.stated)
                ++reasonOf(recap, record.stated->reason);
        }
        std::vector<attendance::UnitRecap> list;
        for (const auto& [position, recap] : recaps)
            list.push_back(recap);
        return list;
    }
    [[nodiscard]] Result<void> eachSigned(
        Order order, const TakeSigned& take, Ink /*ink*/) const override
    {
        std::vector<const attendance::SignedRecord*> sorted;
        for (const auto& record : signedRecords)
            sorted.push_back(&record);
        std::stable_sort(sorted.begin(), sorted.end(), [&](const auto* one, const auto* other) {
            return order == Order::Unit
                ? unitKey(*one) < unitKey(*other)
                : order == Order::Arrival && one->row.time < other->row.time;
        });
        for (const auto* record : sorted) {
            if (auto taken = take(attendance::SignedRecord(*record)); !taken)
                return taken;
        }
        return signedEnd;
    }
    [[nodiscard]] Result<void> eachAbsent(const TakeAbsent& take) const override
    {
        for (const auto& record : absent) {
            if (auto taken = take(record); !taken)
                return taken;
        }
        return {};
    }

    [[nodiscard]] Result<std::unique_ptr<ledger::Lists::Moment>> hold() const override
    {
        return std::make_unique<HeldMoment>();
    }

    pledge::Ceremony held;
    bool gladi = false;
    std::vector<attendance::LogRecord> heldLogs;
    std::vector<attendance::SignedRecord> signedRecords;
    Result<void> signedEnd; ///< how the store says that there are no more of them
    std::vector<attendance::AbsentRecord> absent; ///< by unit

private:
    static std::uint64_t& reasonOf(attendance::UnitRecap& recap, ledger::AbsenceReason reason)
    {
        switch (reason) {
        case ledger::AbsenceReason::Permission:
            return recap.permission;
        case ledger::AbsenceReason::Sick:
            return recap.sick;
        case ledger::AbsenceReason::Leave:
            return recap.leave;
        case ledger::AbsenceReason::Duty:
            break;
        }
        return recap.duty;
    }
    [[nodiscard]] std::pair<std::size_t, std::string> unitKey(
        const attendance::SignedRecord& record) const
    {
        const auto& declaration = record.row.declaration;
        return {held.unitPositions.find(declaration.unit)->second, declaration.name};
    }
};

/// A signature of loops, 12 to 70 mm wide, another one for each number.
inline Bytes loopedInk(unsigned number)
{
    const double width = 120 + (number * 97) % 580;
    const double height = 60 + (number * 61) % 240;
    pledge::Stroke stroke;
    for (int step = 0; step <= 160; ++step) {
        const double along = step / 160.0;
        const double turn = along * (9 + number % 7);
        const pledge::InkPoint point{
            static_cast<int>(150 + width * along + 30 * std::sin(turn * 2)),
            static_cast<int>(220 + height / 2 * std::cos(turn * 2.3) * (1 - along / 2))};
        if (stroke.empty() || !(stroke.back() == point))
            stroke.push_back(point);
    }
    return pledge::encodeInk(
        {1200, 450, {stroke, {{150, 400}, {static_cast<int>(150 + width), 380}}}});
}

inline std::string nipOf(unsigned number)
{
    std::string serial = std::to_string(1 + number % 999);
    serial.insert(0, 3 - serial.size(), '0');
    return std::to_string(1960 + number / 999 % 40) + "0926201505" + "1" + serial;
}

inline std::string nameOf(unsigned number)
{
    std::string digits = std::to_string(number);
    digits.insert(0, digits.size() < 3 ? 3 - digits.size() : 0, '0');
    return "Peserta Contoh " + digits;
}

inline attendance::SignedRecord signedRecord(
    unsigned number, const std::string& unit, std::int64_t time)
{
    attendance::SignedRecord record;
    record.row.index = number;
    record.row.time = time;
    record.row.session = 1;
    auto& declaration = record.row.declaration;
    declaration.identity = {pledge::IdentityKind::Nip, nipOf(number)};
    declaration.name = nameOf(number);
    declaration.unit = unit;
    declaration.post = "Analis Kebijakan";
    declaration.category = pledge::Category::Pns;
    declaration.ink = loopedInk(number);
    record.rank = "Penata Muda Tingkat I (III/b)";
    record.kiosk = "kiosk-1";
    record.listed = true;
    return record;
}

inline attendance::AbsentRecord absentRecord(
    unsigned number, const std::string& unit, std::optional<ledger::AbsenceReason> reason)
{
    attendance::AbsentRecord record;
    record.person = {{pledge::IdentityKind::Nip, nipOf(number)}, nameOf(number), unit, "Analis",
        "Penata (III/c)", pledge::Category::Pns};
    if (reason)
        record.stated = ledger::Absence{record.person.identity, *reason, {}};
    return record;
}

/// A log with a key of its own and a checkpoint that it signed.
inline attendance::LogRecord logRecord(const std::string& kiosk, std::uint64_t size, bool rehearsal)
{
    const auto key = crypto::SigningKey::generate();
    attendance::LogRecord log;
    log.kiosk = kiosk;
    log.key = {"takalar-2023.example/" + std::string(rehearsal ? "gladi" : "ikrar")
            + "/takalar-2023/" + kiosk + "-0a1b2c3d",
        tlog::KeyType::Ed25519, key.publicKey()};
    log.size = size;
    log.root.bytes.fill(0x5a);
    log.checkpoint = tlog::signCheckpoint({log.key.name, size, log.root}, key).value().serialize();
    log.sessions = {1};
    log.closed = true;
    return log;
}

/// `count` signers of three units, five minutes past eight on, twenty seconds apart; some absent.
inline std::unique_ptr<HeldRecords> takalar(unsigned count)
{
    auto made = std::make_unique<HeldRecords>("takalar-2023");
    HeldRecords& records = *made;
    const std::vector<std::string> units{"opd-contoh-1", "opd-contoh-2", "73-05-01-2003"};
    constexpr std::int64_t start = 1'694'995'500; // 2023-09-18 08:05 WITA
    for (unsigned number = 1; number <= count; ++number)
        records.signedRecords.push_back(
            signedRecord(number, units[number % units.size()], start + number * 20));
    using ledger::AbsenceReason;
    records.absent = {absentRecord(9001, units[0], AbsenceReason::Sick),
        absentRecord(9002, units[0], std::nullopt),
        absentRecord(9003, units[2], AbsenceReason::Duty)};
    auto log = logRecord("kiosk-1", count + 3, false);
    log.signedEntries = count;
    log.firstSigned = 2;
    log.lastSigned = count + 1;
    records.heldLogs = {std::move(log)};
    return made;
}

} // namespace ikrar::tests
