// The organizer's PIN, without a screen.
#include "kiosk/fixture.h"
#include "kiosk/pingate.h"

#include <catch2/catch.hpp>

#include <optional>

using namespace ikrar;
using namespace ikrar::tests;
using namespace std::chrono_literals;
using kiosk::PinGate;
using kiosk::PinKeeper;

namespace {

constexpr const char* firstPin = "271828";
constexpr const char* secondPin = "314159";

struct Gate {
    Gate()
    {
        const crypto::ScryptCost cheap{16, 1, 1};
        must(attendance::addOrganizer(base::systemFiles(), directory.path(), "Peserta Contoh 001",
            "Ketua panitia", firstPin, cheap));
        must(attendance::addOrganizer(base::systemFiles(), directory.path(), "Peserta Contoh 002",
            "Sekretaris", secondPin, cheap));
        start();
    }

    /// As after a power cut.
    void start()
    {
        gate.reset();
        keeper.emplace(base::systemFiles(), directory.path());
        gate.emplace(*keeper);
        gate->reset();
    }

    void tryPin(const char* pin)
    {
        for (const char* digit = pin; *digit != '\0'; ++digit) {
            gate->type(QString(QLatin1Char(*digit)));
        }
        gate->submit();
        until([&] { return !gate->checking(); });
    }

    void wait(std::chrono::milliseconds time)
    {
        keeper->advance(time);
        gate->tick();
    }

    TemporaryDirectory directory;
    std::optional<PinKeeper> keeper;
    std::optional<PinGate> gate;
};

} // namespace

TEST_CASE("the gate opens for whoever is chosen and types their PIN", "[kiosk][pin]")
{
    Gate fixture;
    auto& gate = *fixture.gate;
    CHECK(gate.holders().size() == 2);
    fixture.tryPin(firstPin);
    CHECK_FALSE(gate.isOpen()); // nobody has said who they are
    gate.choose(0);
    fixture.tryPin(firstPin);
    CHECK(gate.isOpen());
    CHECK(gate.name() == QStringLiteral("Peserta Contoh 001"));
    CHECK(gate.post() == QStringLiteral("Ketua panitia"));
    gate.lock();
    CHECK_FALSE(gate.isOpen());
    CHECK(gate.name().isEmpty());
    CHECK(gate.digits() == 0);
}

TEST_CASE("another's PIN does not open it", "[kiosk][pin]")
{
    Gate fixture;
    fixture.gate->choose(0);
    fixture.tryPin(secondPin);
    CHECK_FALSE(fixture.gate->isOpen());
    CHECK(fixture.gate->wrong());
    CHECK(fixture.gate->digits() == 0);
}

TEST_CASE("wrong PINs cost ever more time, a right one forgives them", "[kiosk][pin]")
{
    Gate fixture;
    auto& gate = *fixture.gate;
    gate.choose(0);
    const std::vector<int> waits{0, 0, 10, 30, 60, 120, 300, 300};
    for (const int seconds : waits) {
        fixture.tryPin(secondPin);
        CHECK(gate.secondsLeft() == seconds);
        // Until then not even the right one is taken.
        if (seconds > 0) {
            fixture.tryPin(firstPin);
            CHECK_FALSE(gate.isOpen());
            fixture.wait(std::chrono::seconds(seconds) - 1ms);
            CHECK(gate.secondsLeft() == 1);
            fixture.wait(1ms);
        }
    }
    fixture.tryPin(firstPin);
    CHECK(gate.isOpen());
    gate.lock();
    gate.choose(0);
    fixture.tryPin(secondPin);
    CHECK(gate.secondsLeft() == 0);
}

TEST_CASE("a restart shortens no wait", "[kiosk][pin]")
{
    Gate fixture;
    fixture.gate->choose(0);
    for (int i = 0; i < 3; ++i) {
        fixture.tryPin(secondPin);
    }
    fixture.wait(9s);
    CHECK(fixture.gate->secondsLeft() == 1);
    fixture.start();
    fixture.gate->choose(0);
    CHECK(fixture.gate->secondsLeft() == 10);
}

TEST_CASE("a try is counted before it is looked at", "[kiosk][pin]")
{
    Gate fixture;
    fixture.gate->choose(0);
    for (int i = 0; i < 2; ++i) {
        fixture.tryPin(secondPin);
    }
    for (const char* digit = secondPin; *digit != '\0'; ++digit) {
        fixture.gate->type(QString(QLatin1Char(*digit)));
    }
    fixture.gate->submit();
    fixture.start(); // the power goes while it is being compared
    fixture.gate->choose(0);
    CHECK(fixture.gate->secondsLeft() == 10);
}

TEST_CASE("one organizer's wrong PINs do not keep another out", "[kiosk][pin]")
{
    Gate fixture;
    fixture.gate->choose(0);
    for (int i = 0; i < 5; ++i) {
        fixture.tryPin(secondPin);
        fixture.wait(1h);
    }
    fixture.tryPin(secondPin);
    fixture.gate->choose(1);
    CHECK(fixture.gate->secondsLeft() == 0);
    fixture.tryPin(secondPin);
    CHECK(fixture.gate->name() == QStringLiteral("Peserta Contoh 002"));
}

TEST_CASE("the second of two is somebody else", "[kiosk][pin]")
{
    Gate fixture;
    fixture.gate->reset(QStringLiteral("Peserta Contoh 001"));
    CHECK(fixture.gate->holders() == QStringList{QStringLiteral("Peserta Contoh 002, Sekretaris")});
    CHECK(fixture.gate->chosen() == 0); // the only one left
    fixture.tryPin(firstPin);
    CHECK_FALSE(fixture.gate->isOpen());
}

TEST_CASE("only digits are taken, six before they are tried", "[kiosk][pin]")
{
    Gate fixture;
    auto& gate = *fixture.gate;
    gate.choose(0);
    for (const char* key : {"a", "", "12", "-", "٣"}) {
        gate.type(QString::fromUtf8(key));
    }
    CHECK(gate.digits() == 0);
    fixture.tryPin("27182");
    CHECK(gate.digits() == 5);
    CHECK_FALSE(gate.checking());
    gate.erase();
    CHECK(gate.digits() == 4);
    gate.clear();
    CHECK(gate.digits() == 0);
}

TEST_CASE("a damaged file of PINs lets nobody in and is said", "[kiosk][pin]")
{
    Gate fixture;
    must(base::replaceFile(
        base::systemFiles(), fixture.directory / "organizers", base::asBytes("[{}]")));
    fixture.gate->reset();
    CHECK(fixture.gate->damaged());
    CHECK(fixture.gate->holders().isEmpty());
}
