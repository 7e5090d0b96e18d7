#pragma once

#include "application.h"
#include "base/faulty_files.h"
#include "ledger/ledger.h"
#include "pledge/ink.h"
#include "receipt/verdict.h"
#include "temporary_directory.h"
#include "tlog/policy.h"

#include <catch2/catch.hpp>

#include <array>

namespace ikrar::tests {

/// Qt Sql wants one, for as long as the process lives.
inline void ensureApplication()
{
    static int count = 1;
    static std::array<char, 12> name{"ledger_test"};
    static std::array<char*, 2> arguments{name.data(), nullptr};
    if (QCoreApplication::instance() == nullptr)
        application() = std::make_unique<QCoreApplication>(count, arguments.data());
}

class SetClock final : public base::Clock
{
public:
    [[nodiscard]] base::Time now() const override { return time; }

    base::Time time{1'694'995'500, base::ClockTrust::Synchronised}; // 2023-09-18 08:05 WITA
};

/// A machine that a test can exchange for another, and restart.
class SetMachine final : public ledger::Machine
{
public:
    explicit SetMachine(base::Path runtime) : m_runtime(std::move(runtime)) { }
    [[nodiscard]] Result<std::string> machineId() const override { return machine; }
    [[nodiscard]] Result<std::string> bootId() const override { return boot; }
    [[nodiscard]] Result<std::string> fileIdentity(const base::Path& /*path*/) const override
    {
        return file;
    }
    [[nodiscard]] base::Path runtimeDirectory() const override { return m_runtime; }

    std::string machine = "0123456789abcdef0123456789abcdef";
    std::string boot = "first boot";
    std::string file = "file system and inode";

private:
    base::Path m_runtime;
};

/// A rehearsal's store in a directory of its own, on the Takalar ceremony.
struct StoreFixture {
    StoreFixture() : machine(directory / "run") { ensureApplication(); }

    [[nodiscard]] ledger::Environment environment()
    {
        return {files, clock, machine, [this]() -> Result<std::string> { return passphrase; }};
    }

    [[nodiscard]] ledger::NewStore wanted() const
    {
        ledger::NewStore store;
        store.ceremonyFile = base::Path(IKRAR_ASSETS) / "ceremonies/takalar-2023.toml";
        store.data = data();
        store.kioskId = "kiosk-1";
        store.rehearsal = true;
        return store;
    }

    [[nodiscard]] base::Path data() const { return directory / "data"; }
    [[nodiscard]] base::Path log() const { return data() / "log"; }

    [[nodiscard]] std::unique_ptr<ledger::Ledger> create()
    {
        auto ledger = ledger::Ledger::create(wanted(), environment());
        if (!ledger)
            FAIL(ledger.error().what);
        return std::move(*ledger);
    }

    [[nodiscard]] std::unique_ptr<ledger::Ledger> open(
        ledger::Ledger::Mode mode = ledger::Ledger::Mode::Sign)
    {
        auto ledger = ledger::Ledger::open(data(), mode, environment());
        if (!ledger)
            FAIL(ledger.error().what);
        return std::move(*ledger);
    }

    TemporaryDirectory directory;
    FaultyFiles files;
    SetClock clock;
    SetMachine machine;
    std::string passphrase;
};

template <typename T>
T must(Result<T> result)
{
    if (!result)
        FAIL(result.error().what);
    return std::move(*result);
}
inline void must(const Result<void>& result)
{
    if (!result)
        FAIL(result.error().what);
}

inline pledge::Identity nip(unsigned number)
{
    std::string serial = std::to_string(1 + number % 999);
    serial.insert(0, 3 - serial.size(), '0');
    return {pledge::IdentityKind::Nip,
        std::to_string(1960 + number / 999 % 40) + "0926201505" + "1" + serial};
}

inline pledge::Declaration declaration(unsigned number = 1)
{
    pledge::Declaration made;
    made.identity = nip(number);
    made.name = "Peserta Contoh " + std::to_string(number);
    made.unit = "opd-contoh-1";
    made.post = "Analis";
    made.category = pledge::Category::Pns;
    made.ink = pledge::encodeInk({1200, 450, {{{100, 100}, {105, 100}, {105, 105}}}});
    return made;
}

inline ledger::RosterRow rosterRow(unsigned number)
{
    return {nip(number), "Peserta Contoh " + std::to_string(number), "opd-contoh-1", "Analis",
        "Penata (III/c)", pledge::Category::Pns};
}

inline receipt::Verdict verdict(const ledger::Ledger& ledger, const receipt::Receipt& receipt)
{
    return receipt::verify(receipt, tlog::Policy::forLog(ledger.logKey())).verdict;
}

inline std::string contents(const base::Path& path)
{
    constexpr std::size_t max = 64UL * 1024 * 1024;
    return std::string(base::asText(must(base::readFile(path, max))));
}

} // namespace ikrar::tests
