// For tests of the commands: signs declarations into a real store, which the commands refuse to do
// by sample, and prints the matching code of each. With an ORIGINAL the store is a copy that takes
// itself for it: how somebody with the key and the disk would rewrite a log.
//
//     sign_as DATA PASSPHRASE FIRST COUNT [ORIGINAL]

#include "ledger/ledger.h"
#include "pledge/commitment.h"
#include "pledge/ink.h"

#include <QCoreApplication>

#include <iostream>
#include <span>

namespace {

using namespace ikrar;

/// This machine, but for the one file whose identity it asks of another.
class Posing final : public ledger::Machine
{
public:
    explicit Posing(base::Path original) : m_original(std::move(original)) { }
    [[nodiscard]] Result<std::string> machineId() const override { return m_here.machineId(); }
    [[nodiscard]] Result<std::string> bootId() const override { return m_here.bootId(); }
    [[nodiscard]] Result<std::string> fileIdentity(const base::Path& path) const override
    {
        return m_here.fileIdentity(m_original / path.filename());
    }
    [[nodiscard]] base::Path runtimeDirectory() const override { return m_here.runtimeDirectory(); }

private:
    ledger::LocalMachine m_here;
    base::Path m_original;
};

Result<void> sign(ledger::Ledger& store, std::uint64_t first, std::uint64_t count)
{
    for (std::uint64_t n = first; n < first + count; ++n) {
        pledge::Declaration declaration;
        declaration.identity = {pledge::IdentityKind::Nip, std::to_string(198609262015051000 + n)};
        declaration.name = "Contoh " + std::to_string(n);
        declaration.unit = store.ceremony().units.empty() ? "" : store.ceremony().units.front().id;
        declaration.category = store.ceremony().categories.front();
        declaration.walkIn = true;
        declaration.ink = pledge::encodeInk({});
        const auto issued = store.sign(declaration);
        if (!issued)
            return tl::unexpected(issued.error());
        std::cout << issued->index << ' ' << declaration.identity.value << ' '
                  << pledge::matchingCode(issued->salt) << '\n';
    }
    return store.publish();
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const std::span words(argv, static_cast<std::size_t>(argc));
    if (words.size() < 5)
        return 2;
    const base::SystemClock clock;
    const Posing machine(words.size() > 5 ? words[5] : words[1]);
    const std::string passphrase = words[2];
    const auto done = ledger::Ledger::open(words[1], ledger::Ledger::Mode::Sign,
        {base::systemFiles(), clock, machine, [&passphrase]() -> Result<std::string> {
             return passphrase;
         }}).and_then([&](const std::unique_ptr<ledger::Ledger>& store) {
        return sign(*store, std::stoull(words[3]), std::stoull(words[4]));
    });
    if (!done)
        std::cerr << done.error().what << '\n';
    return done ? 0 : 1;
}
