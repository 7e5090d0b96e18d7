#pragma once

#include "kiosk/kiosk.h"
#include "kiosk/ledgerstore.h"
#include "temporary_directory.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace ikrar::tests {

/// Runs the event loop until `reached`; a test that never gets there ends by CTest's time limit.
template <typename Condition>
void until(Condition reached)
{
    while (!reached()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
}

template <typename T>
T must(Result<T> result)
{
    if (!result) {
        throw std::runtime_error(result.error().what);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

class FixedClock final : public base::Clock
{
public:
    [[nodiscard]] base::Time now() const override { return time; }

    /// Monday 18 September 2023, 08.05 WITA.
    base::Time time{1694995500, base::ClockTrust::Synchronised};
};

class FixedMachine final : public ledger::Machine
{
public:
    explicit FixedMachine(base::Path runtime) : m_runtime(std::move(runtime))
    {
        std::filesystem::create_directory(m_runtime);
    }

    [[nodiscard]] Result<std::string> machineId() const override { return std::string(32, 'a'); }
    [[nodiscard]] Result<std::string> bootId() const override { return std::string("boot"); }
    [[nodiscard]] Result<std::string> fileIdentity(const base::Path&) const override
    {
        return std::string("1:2:3");
    }
    [[nodiscard]] base::Path runtimeDirectory() const override { return m_runtime; }

private:
    base::Path m_runtime;
};

/// Three people of one office, two of them of one name, and a village head: enough to tell every
/// way of finding somebody from the others.
inline std::vector<ledger::RosterRow> takalarPeople()
{
    using enum pledge::IdentityKind;
    return {
        {{Nip, "198609262015051001"}, "Andi Contoh, S.Sos.", "opd-contoh-1", "Arsiparis",
            "Penata (III/c)", pledge::Category::Pns},
        {{Nip, "199009132025242014"}, "Sitti Contoh", "opd-contoh-1", "Guru", "IX",
            pledge::Category::Pppk},
        {{Nip, "198701012010012001"}, "Sitti Contoh", "opd-contoh-1", "Bendahara", "",
            pledge::Category::Pns},
        {{Nip, "198702022011012002"}, "Sitti Contoh", "opd-contoh-2", "Perencana", "",
            pledge::Category::Pns},
        {{Nik, "7305010101700001"}, "Baso Contoh", "73-05-01", "Kepala Desa contoh", "",
            pledge::Category::KepalaDesa},
    };
}

/// A new store of one of the ceremonies of assets/, with a roster and an open session, and a kiosk
/// on it.
class KioskFixture
{
public:
    struct Choice {
        std::string ceremony = "takalar-2023";
        bool rehearsal = true; ///< its key has no passphrase, which makes tests fast
        std::vector<ledger::RosterRow> roster = takalarPeople();
        bool openSession = true;
        base::Path file{}; ///< a ceremony that is not among those of assets/
        /// Done to the store before the kiosk opens it.
        std::function<void(ledger::Ledger&)> prepare{};
        kiosk::WitnessAccess witnesses = kiosk::overHttp();
    };

    KioskFixture() : KioskFixture(Choice{}) { }
    explicit KioskFixture(const Choice& choice)
    {
        const auto file = choice.file.empty()
            ? base::Path(IKRAR_ASSETS) / "ceremonies" / (choice.ceremony + ".toml")
            : choice.file;
        const ledger::NewStore store{
            file, data(), "kiosk-01", {}, choice.rehearsal ? "" : "rahasia", choice.rehearsal};
        auto ledger = must(ledger::Ledger::create(store, environment));
        must(ledger->roster().import(choice.roster));
        if (choice.openSession) {
            must(ledger->startSession(1));
        }
        if (choice.prepare) {
            choice.prepare(*ledger);
        }
        ledger.reset();
        kiosk.open(must(kiosk::LedgerStore::open(data(), environment, choice.witnesses)));
    }

    [[nodiscard]] base::Path data() const { return directory / "data"; }
    /// Another connection, as the organizer's command has it.
    [[nodiscard]] std::unique_ptr<ledger::Ledger> ledger() const
    {
        return must(ledger::Ledger::open(data(), ledger::Ledger::Mode::Sign, environment));
    }

    TemporaryDirectory directory;
    FixedClock clock;
    FixedMachine machine{directory / "run"};
    ledger::Environment environment{base::systemFiles(), clock, machine,
        []() -> Result<std::string> { return std::string("rahasia"); }};
    kiosk::Kiosk kiosk{clock};
};

} // namespace ikrar::tests
