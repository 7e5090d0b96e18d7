#pragma once

#include "kiosk/display.h"
#include "kiosk/fixture.h"
#include "kiosk/organizer.h"
#include "pledge/ink.h"

#include <QProcess>

#include <catch2/catch.hpp>

namespace ikrar::tests {

constexpr const char* firstPin = "271828";
constexpr const char* secondPin = "314159";

inline pledge::Declaration declarationOf(const ledger::RosterRow& row)
{
    pledge::Declaration made;
    made.identity = row.identity;
    made.name = row.name;
    made.unit = row.unit;
    made.post = row.post;
    made.category = row.category;
    made.ink = pledge::encodeInk({1200, 450, {{{100, 100}, {105, 100}, {105, 105}}}});
    return made;
}

inline pledge::Declaration walkInDeclaration()
{
    auto made = declarationOf({{pledge::IdentityKind::Nip, "198803032012031003"},
        "Peserta Contoh Luar Daftar", "opd-contoh-2", "Analis", "", pledge::Category::Pns});
    made.walkIn = true;
    return made;
}

/// What another program says of what was written.
inline QString outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    REQUIRE(process.waitForFinished());
    REQUIRE(process.exitCode() == 0);
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// A store with a roster, two organizers, and the organizer's screen on it.
class OrganizerFixture
{
public:
    struct Choice {
        std::string ceremony = "takalar-2023";
        bool rehearsal = true;
        std::vector<ledger::RosterRow> roster = takalarPeople();
        bool openSession = false;
        int organizers = 2;
        /// Done to the store before the screen opens it.
        std::function<void(ledger::Ledger&)> prepare{};
    };

    OrganizerFixture() : OrganizerFixture(Choice{}) { }
    explicit OrganizerFixture(const Choice& choice)
    {
        const auto file = base::Path(IKRAR_ASSETS) / "ceremonies" / (choice.ceremony + ".toml");
        const ledger::NewStore wanted{
            file, data(), "kiosk-01", {}, choice.rehearsal ? "" : "rahasia", choice.rehearsal};
        signer = must(ledger::Ledger::create(wanted, environment));
        must(signer->roster().import(choice.roster));
        addOrganizers(choice.organizers);
        if (choice.openSession) {
            must(signer->startSession(1));
        }
        if (choice.prepare) {
            choice.prepare(*signer);
        }
        organizer.open(must(kiosk::LedgerStore::open(data(), environment)));
        organizer.gate()->reset();
    }

    void addOrganizers(int count) const
    {
        const crypto::ScryptCost cheap{16, 1, 1};
        if (count > 0) {
            must(attendance::addOrganizer(base::systemFiles(), data(), "Peserta Contoh 001, S.Sos.",
                "Kepala Bidang", firstPin, cheap));
        }
        if (count > 1) {
            must(attendance::addOrganizer(base::systemFiles(), data(), "Peserta Contoh 002",
                "Sekretaris panitia", secondPin, cheap));
        }
    }

    static void enter(kiosk::PinGate& gate, int holder, const char* pin)
    {
        gate.choose(holder);
        for (const char* digit = pin; *digit != '\0'; ++digit) {
            gate.type(QString(QLatin1Char(*digit)));
        }
        gate.submit();
        until([&] { return !gate.checking(); });
    }

    /// The first of the two comes in, and the lists are there.
    void unlock()
    {
        enter(*organizer.gate(), 0, firstPin);
        waitForLists();
    }

    void waitForLists()
    {
        organizer.readLists();
        until([&] { return !organizer.readingLists(); });
    }

    void second() { organizer.advance(std::chrono::seconds(1)); }

    [[nodiscard]] base::Path data() const { return directory / "data"; }
    [[nodiscard]] base::Path runtime() const { return directory / "run"; }

    TemporaryDirectory directory;
    FixedClock clock;
    FixedMachine machine{directory / "run"};
    ledger::Environment environment{base::systemFiles(), clock, machine,
        []() -> Result<std::string> { return std::string("rahasia"); }};
    /// The signer's kiosk, another process in a ceremony.
    std::unique_ptr<ledger::Ledger> signer;
    kiosk::Organizer organizer{{base::systemFiles(), clock, data(), runtime(), directory.path()}};
};

} // namespace ikrar::tests
