#include "cli/context.h"
#include "cli/ending.h"
#include "ledger/backup_keeper.h"

#include <iostream>

namespace ikrar::cli {

namespace {

constexpr std::time_t pause = 2; // seconds between two looks at store and disk

struct Options {
    std::string data;
    std::string to;
    bool once = false;
};

/// Says each change of state once.
class Teller
{
public:
    Teller(Context& context, LocalStore& store) : m_context(context), m_store(store) { }

    void stepped(const ledger::BackupKeeper::Step& step)
    {
        if (!step.advanced)
            return;
        m_said.clear();
        m_context.answer("Backed up to " + step.directory.string() + ": "
                + std::to_string(step.size) + " entries, " + std::to_string(step.added)
                + " of them new.",
            {{QStringLiteral("directory"), text(step.directory.string())},
                {QStringLiteral("size"), static_cast<qint64>(step.size)},
                {QStringLiteral("added"), static_cast<qint64>(step.added)}});
        std::cout << std::flush;
    }

    void failed(const Error& error)
    {
        if (m_said != error.what)
            Context::warn(error.what + " The backup goes on as soon as it can.");
        m_said = error.what;
    }

    void opened(const base::Path& directory, bool onSameDisk)
    {
        static_cast<void>(m_store.ledger().noteCopy(directory));
        if (onSameDisk && !std::exchange(m_warned, true))
            Context::warn(directory.string()
                + " is on the disk of the store itself: if that dies, both are lost.");
    }

private:
    Context& m_context;
    LocalStore& m_store;
    std::string m_said;
    bool m_warned = false;
};

void backup(Context& context, const Options& options)
{
    const Ending ending;
    auto store = LocalStore::open(context, options.data, ledger::Ledger::Mode::Read);
    if (!store) {
        context.fail(store.error());
        return;
    }
    ledger::BackupKeeper keeper(options.data, options.to, (*store)->environment());
    Teller teller(context, **store);
    keeper.whenOpened([&teller](const base::Path& directory, bool onSameDisk) {
        teller.opened(directory, onSameDisk);
    });
    do {
        const auto step = keeper.step();
        if (step) {
            teller.stepped(*step);
        } else if (options.once || !ledger::BackupKeeper::passes(step.error())) {
            context.fail(step.error());
            return;
        } else {
            teller.failed(step.error());
        }
    } while (!options.once && !ending.comesWithin(pause));
}

} // namespace

void addBackup(CLI::App& app, Context& context)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = addCommand(app, context, "backup",
        "Keep a second copy of the store on another disk while it signs, until told to stop",
        "ikrar backup --to /media/usb --data /var/lib/ikrar",
        [&context, options] { backup(context, *options); });
    command->add_option("--to", options->to, "Folder on the other disk")->required();
    command->add_flag("--once", options->once, "Bring the copy up to date and end");
    addDataOption(*command, options->data);
}

} // namespace ikrar::cli
