#pragma once

#include "attendance/merge.h"
#include "kiosk/gatherer.h"
#include "kiosk/organizer_fixture.h"

#include <cmath>
#include <cstdlib>
#include <numbers>

namespace ikrar::tests {

/// A lively line, another one for each seed.
inline Bytes signatureOf(int seed)
{
    pledge::Stroke stroke;
    for (int i = 0; i < 120; ++i) {
        const double turn = i * std::numbers::pi / 9;
        const double wide = 110 + 40 * std::sin(i * 0.05 * (seed + 2));
        const pledge::InkPoint point{100 + i * 7 + static_cast<int>(30 * std::cos(turn)),
            225 + static_cast<int>(wide * std::sin(turn + seed))};
        if (stroke.empty() || stroke.back() != point) {
            stroke.push_back(point);
        }
    }
    return pledge::encodeInk({1200, 450, {stroke, {{150, 380}, {900, 360 - seed % 90}}}});
}

/// Three kiosks of one ceremony in one merged store, and the organizer's screens on it. Numbers 40
/// to 42 signed on two kiosks, 43 on all three; it is SQLite's, or the empty PostgreSQL database
/// that IKRAR_TEST_STORE names.
class GathererFixture
{
public:
    static constexpr int people = 90;

    GathererFixture()
    {
        const crypto::ScryptCost cheap{16, 1, 1};
        must(attendance::addOrganizer(base::systemFiles(), directory.path(),
            "Peserta Contoh 001, S.Sos.", "Kepala Bidang", firstPin, cheap));
        makeKiosk("kiosk-1", 1, 44, 0);
        makeKiosk("kiosk-2", 40, 70, 600);
        makeKiosk("kiosk-3", 43, 44, 1200);
        gatherer = std::make_unique<kiosk::Gatherer>(
            kiosk::Gatherer::Around{base::systemFiles(), clock, store(), directory.path()});
    }

    [[nodiscard]] attendance::Gathering::Name store() const
    {
        const char* server = std::getenv("IKRAR_TEST_STORE"); // NOLINT(concurrency-mt-unsafe)
        return {server != nullptr ? server : (directory / "gathered.sqlite").string(), {}};
    }
    [[nodiscard]] std::unique_ptr<attendance::Gathering> gathering() const
    {
        return must(attendance::Gathering::open(store(), attendance::Gathering::Access::Merge));
    }

    [[nodiscard]] static ledger::RosterRow personOf(int number)
    {
        const auto serial = QStringLiteral("%1").arg(number, 3, 10, QLatin1Char('0'));
        return {{pledge::IdentityKind::Nip, "198601012015051" + serial.toStdString()},
            "Peserta Contoh " + serial.toStdString() + (number % 7 == 0 ? ", S.Sos., M.Si." : ""),
            "opd-contoh-" + std::to_string(1 + number % 8), "Analis Kebijakan Ahli Muda",
            "Penata (III/c)", pledge::Category::Pns};
    }

    void merge(const std::string& kiosk) const
    {
        const auto merged = must(attendance::merge(*gathering(), directory / kiosk, environment));
        if (!merged.sound()) {
            throw std::runtime_error(merged.refused + merged.inconsistent);
        }
    }

    void unlock() const
    {
        OrganizerFixture::enter(*gatherer->gate(), 0, firstPin);
        until([&] { return !gatherer->reading(); });
    }
    void waitForDecision() const
    {
        until([&] { return !gatherer->decision()->busy() && !gatherer->reading(); });
    }

    TemporaryDirectory directory;
    FixedClock clock;
    FixedMachine machine{directory / "run"};
    ledger::Environment environment{
        base::systemFiles(), clock, machine, []() -> Result<std::string> { return std::string(); }};
    std::unique_ptr<kiosk::Gatherer> gatherer;

private:
    void makeKiosk(const std::string& name, int from, int to, int later)
    {
        clock.time.seconds += later;
        const auto file = base::Path(IKRAR_ASSETS) / "ceremonies/takalar-2023.toml";
        const auto ledger = must(
            ledger::Ledger::create({file, directory / name, name, {}, {}, true}, environment));
        std::vector<ledger::RosterRow> roster;
        for (int number = 1; number <= people; ++number) {
            roster.push_back(personOf(number));
        }
        must(ledger->roster().import(roster));
        must(ledger->startSession(1));
        for (int number = from; number < to; ++number) {
            auto made = declarationOf(personOf(number));
            made.ink = signatureOf(number + later);
            must(ledger->sign(made));
        }
        if (name == "kiosk-3") {
            must(ledger->endSession());
            must(ledger->close());
        }
        merge(name);
        clock.time.seconds -= later;
    }
};

} // namespace ikrar::tests
