// crash_writer DATA SEED: signs declarations, alone and together, prints each receipt in hex once
// it is committed, publishes now and then, and goes on until it is killed.

#include "crash/environment.h"
#include "pledge/ink.h"

#include <QCoreApplication>

#include <unistd.h>

#include <random>

using namespace ikrar;
using namespace ikrar::crash;

namespace {

pledge::Declaration declaration(unsigned number)
{
    std::string serial = std::to_string(1 + number % 999);
    serial.insert(0, 3 - serial.size(), '0');
    pledge::Declaration made;
    made.identity = {pledge::IdentityKind::Nip,
        std::to_string(1960 + number / 999 % 40) + "09262015051" + serial};
    made.name = "Peserta Contoh " + std::to_string(number);
    made.unit = "opd-contoh-1";
    made.category = pledge::Category::Pns;
    made.ink = pledge::encodeInk({1200, 450, {{{100, 100}, {105, 100}, {105, 105}}}});
    return made;
}

/// What the screen would show; past this line it is a promise.
void show(const receipt::Receipt& receipt)
{
    const std::string line = base::toHex(receipt::encode(receipt)) + "\n";
    if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
        std::exit(1); // NOLINT(concurrency-mt-unsafe)
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    if (argc != 3)
        return 2;
    const auto ledger
        = must(ledger::Ledger::open(argv[1], ledger::Ledger::Mode::Sign, environment()));
    const auto status = must(ledger->status());
    if (!status.openSession)
        show(must(ledger->startSession(status.lastSession + 1)).receipt);
    std::minstd_rand random(static_cast<unsigned>(std::stoul(argv[2])));
    auto number = static_cast<unsigned>(status.size);
    for (;;) {
        std::vector<pledge::Declaration> waiting(random() % 3 == 0 ? 1 + random() % 20 : 1);
        for (auto& each : waiting)
            each = declaration(number++);
        for (const auto& issued : must(ledger->sign(waiting)))
            show(issued.receipt);
        if (random() % 4 == 0)
            must(ledger->publish());
    }
}
