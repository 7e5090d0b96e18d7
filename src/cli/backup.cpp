#include "ledger/backup.h"

#include "cli/context.h"
#include "cli/ending.h"

#include <iostream>

namespace ikrar::cli {

namespace {

constexpr std::time_t pause = 2; // seconds between two looks at store and disk

struct Options {
    std::string data;
    std::string to;
    bool once = false;
};

/// Whether trying again, with the disk plugged in once more, can help.
bool passes(const Error& error)
{
    switch (error.kind) {
    case Error::Kind::Missing:
    case Error::Kind::Busy:
    case Error::Kind::NoSpace:
    case Error::Kind::ReadOnly:
    case Error::Kind::Io:
        return true;
    default:
        return false;
    }
}

/// Opens and advances, forgets a copy whose disk went, and says each change of state once.
class Keeper
{
public:
    Keeper(Context& context, LocalStore& store, const Options& options)
        : m_context(context)
        , m_store(store)
        , m_options(options)
    {
    }

    Result<void> step()
    {
        if (!m_backup) {
            // A mount point without its disk is an empty folder: what was begun on the stick goes
            // on on the stick alone.
            std::error_code none;
            if (!m_directory.empty() && !std::filesystem::exists(m_directory, none))
                return ikrar::fail(Error::Kind::Missing,
                    m_directory.string() + " is not there: is the disk plugged in?");
            auto opened = ledger::Backup::open(m_options.data, m_options.to, m_store.environment());
            if (!opened)
                return tl::unexpected(opened.error());
            m_backup = std::move(*opened);
            greet();
        }
        const auto behind = m_backup->behind();
        auto done = !behind ? tl::unexpected(behind.error())
            : !*behind      ? Result<void>()
                            : advance();
        if (!done)
            m_backup.reset();
        return done;
    }

    void failed(const Error& error)
    {
        if (m_said != error.what)
            Context::warn(error.what + " The backup goes on as soon as it can.");
        m_said = error.what;
    }

private:
    void greet()
    {
        m_directory = m_backup->directory();
        static_cast<void>(m_store.ledger().noteCopy(m_directory));
        if (m_backup->onSameDisk() && !std::exchange(m_warned, true))
            Context::warn(m_directory.string()
                + " is on the disk of the store itself: if that dies, both are lost.");
    }

    Result<void> advance()
    {
        const auto step = m_backup->advance();
        if (!step)
            return tl::unexpected(step.error());
        m_said.clear();
        m_context.answer("Backed up to " + m_directory.string() + ": " + std::to_string(step->size)
                + " entries, " + std::to_string(step->added) + " of them new.",
            {{QStringLiteral("directory"), text(m_directory.string())},
                {QStringLiteral("size"), static_cast<qint64>(step->size)},
                {QStringLiteral("added"), static_cast<qint64>(step->added)}});
        std::cout << std::flush;
        return {};
    }

    Context& m_context;
    LocalStore& m_store;
    const Options& m_options;
    std::unique_ptr<ledger::Backup> m_backup;
    base::Path m_directory;
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
    Keeper keeper(context, **store, options);
    do {
        const auto done = keeper.step();
        if (!done && (options.once || !passes(done.error()))) {
            context.fail(done.error());
            return;
        }
        if (!done)
            keeper.failed(done.error());
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
