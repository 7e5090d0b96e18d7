// Rows 2, 3 and 7 of the numbers to hold, on the real screens at 1080x1920 by software:
// kiosk_bench DIRECTORY EMPTY LARGE, the last two the data of rehearsal stores, of which LARGE has
// 100,000 entries. DIRECTORY is where stores of its own are made.
#include "bench/measure.h"
#include "qml/ceremony_run.h"

#include <QGuiApplication>

#include <fcntl.h>
#include <unistd.h>

using namespace ikrar;
using namespace ikrar::bench;
using namespace ikrar::tests;
using Page = kiosk::SigningSession::Page;

namespace {

constexpr int signers = 100;
constexpr double frame = 1000.0 / 60;

std::string numberOf(int signer)
{
    const std::string digits = std::to_string(signer);
    return "198609262015051" + std::string(3 - digits.size(), '0') + digits;
}

std::vector<ledger::RosterRow> roster()
{
    std::vector<ledger::RosterRow> rows;
    for (int i = 1; i <= signers; ++i) {
        rows.push_back(
            {{pledge::IdentityKind::Nip, numberOf(i)}, "Peserta Contoh " + std::to_string(i),
                "opd-contoh-1", "Arsiparis", "", pledge::Category::Pns});
    }
    return rows;
}

/// A write of one block and its fdatasync, where the store lies too.
class Block
{
public:
    explicit Block(const base::Path& directory)
        : m_file(
            ::open((directory / "block").c_str(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600))
    {
    }
    Block(const Block&) = delete;
    Block& operator=(const Block&) = delete;
    Block(Block&&) = delete;
    Block& operator=(Block&&) = delete;
    ~Block() { ::close(m_file); }

    [[nodiscard]] double write() const
    {
        return milliseconds([this] {
            const std::string block(4096, 'x');
            if (::write(m_file, block.data(), block.size()) < 0 || ::fdatasync(m_file) != 0) {
                std::perror("fdatasync");
            }
        });
    }

private:
    int m_file;
};

struct Way {
    double press = 0; ///< from the touch of "Saya berikrar" to the frame with the receipt
    double machine = 0; ///< what the signer waited for, from the first touch to the receipt
};

Way goThrough(KioskFixture& fixture, Screen& screen, int signer)
{
    auto& session = *fixture.kiosk.session();
    const auto& words = labels(kiosk::Preferences::Language::Indonesian);
    Way way;
    const auto wait = [&](const std::function<void()>& touch) {
        const double took = milliseconds([&] {
            touch();
            screen.settle();
        });
        way.machine += took;
        return took;
    };
    wait([&] { screen.touch(words.begin); });
    for (const char digit : numberOf(signer)) {
        wait([&] { screen.touch(QString(QLatin1Char(digit))); });
    }
    wait([&] { screen.touch(words.yes); });
    wait([&] { screen.touch(words.next); });
    screen.sign(words.pad);
    wait([&] { screen.touch(words.next); });
    way.press = wait([&] {
        screen.touch(words.pledge);
        until([&] { return session.page() == Page::Receipt; });
    });
    screen.touch(words.done);
    return way;
}

void ways()
{
    KioskFixture fixture({"takalar-2023", true, roster(), true});
    Screen screen(fixture.kiosk, formats()[0]);
    const Block block(fixture.directory.path());
    std::vector<double> bare;
    std::vector<double> press;
    std::vector<double> machine;
    for (int signer = 1; signer <= signers; ++signer) {
        bare.push_back(block.write());
        const Way way = goThrough(fixture, screen, signer);
        press.push_back(way.press);
        machine.push_back(way.machine);
    }
    std::printf("     fdatasync median %.2f, p99 %.2f ms; press to receipt median %.2f ms\n",
        quantile(bare, 0.5), quantile(bare, 0.99), quantile(press, 0.5));
    line(2, "press to receipt on screen, p99 of 100", quantile(press, 0.99),
        4 * quantile(bare, 0.99) + 2 + 2 * frame, "ms");
    line(3, "machine time of the whole way, p99 of 100", quantile(machine, 0.99), 1000, "ms");
}

/// Opens the store and shows the first page on it.
double start(const base::Path& data)
{
    const base::SystemClock clock;
    const ledger::LocalMachine machine;
    const ledger::Environment environment{
        base::systemFiles(), clock, machine, []() -> Result<std::string> { return std::string(); }};
    return milliseconds([&] {
        kiosk::Kiosk kiosk(clock);
        kiosk.open(must(kiosk::LedgerStore::open(data, environment)));
        const Screen screen(kiosk, formats()[0]);
    });
}

void starts(const base::Path& empty, const base::Path& large)
{
    constexpr int rounds = 15;
    (void)start(empty); // what the first start of a process loads is in neither
    std::vector<double> ofEmpty;
    std::vector<double> ofLarge;
    for (int i = 0; i < rounds; ++i) {
        ofEmpty.push_back(start(empty));
        ofLarge.push_back(start(large));
    }
    line(7, "start of the kiosk at 100,000 entries, median", quantile(ofLarge, 0.5),
        1.2 * quantile(ofEmpty, 0.5), "ms");
}

} // namespace

int main(int argc, char* argv[])
{
    prepareApplication();
    const QGuiApplication application(argc, argv);
    if (argc != 4) {
        std::fputs("usage: kiosk_bench DIRECTORY EMPTY LARGE\n", stderr);
        return 2;
    }
    qputenv("TMPDIR", argv[1]); // NOLINT(*-pointer-arithmetic)
    ways();
    starts(argv[2], argv[3]); // NOLINT(*-pointer-arithmetic)
}
