#include "attendance/sync_pace.h"
#include "cli/gathering.h"
#include "cli/sync_state.h"

#include <QRandomGenerator>

#include <csignal>
#include <iostream>

namespace ikrar::cli {

namespace {

using attendance::Gathering;
using attendance::Merged;

struct Options {
    std::string data;
    IntoOptions into;
    double every = 5;
    bool once = false;
};

/// SIGINT and SIGTERM, which nothing takes but wait(): blocked before any thread begins.
class Ending
{
public:
    Ending()
    {
        sigemptyset(&m_signals);
        sigaddset(&m_signals, SIGINT);
        sigaddset(&m_signals, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
    }

    /// True when one came within `wait`.
    [[nodiscard]] bool within(std::chrono::milliseconds wait) const
    {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(wait);
        const timespec left{seconds.count(),
            std::chrono::duration_cast<std::chrono::nanoseconds>(wait - seconds).count()};
        return sigtimedwait(&m_signals, nullptr, &left) > 0;
    }

private:
    sigset_t m_signals{};
};

constexpr unsigned quietRounds = 12; // a minute, unless told otherwise

class Sync
{
public:
    Sync(Context& context, const Options& options, Gathering::Name name)
        : m_context(context)
        , m_options(options)
        , m_name(std::move(name))
        , m_pace(std::chrono::milliseconds(static_cast<std::int64_t>(options.every * 1000)),
              [] { return QRandomGenerator::global()->generateDouble(); })
    {
        m_state.into = shown(m_name);
        for (const SyncState& known : readSyncStates(options.data)) {
            if (known.into == m_state.into)
                m_state = known;
        }
    }

    Result<void> open()
    {
        const ledger::Environment environment{
            base::systemFiles(), m_clock, m_machine, []() -> Result<std::string> {
                return ikrar::fail(Error::Kind::Invalid, "Reading needs no passphrase.");
            }};
        auto feed = attendance::KioskFeed::open(m_options.data, environment);
        if (!feed)
            return tl::unexpected(feed.error());
        m_feed = std::move(*feed);
        m_context.speakOf(m_feed->logKey().name);
        return {};
    }

    void run(const Ending& ending)
    {
        std::chrono::milliseconds wait{0};
        do {
            wait = round();
        } while (!m_options.once && !ending.within(wait));
        if (m_failure)
            m_context.exit = exitFor(m_failure->kind);
        else if (m_unsound)
            m_context.exit = Exit::EvidenceFailed;
    }

private:
    /// One look at the kiosk, and a push where something is new, the last one failed, or the server
    /// was not asked for long: a failover may have lost what it had.
    std::chrono::milliseconds round()
    {
        const auto changed = m_feed->changed();
        if (changed && !*changed && !m_failure && m_quiet != 0) {
            --m_quiet;
            return m_pace.afterSuccess();
        }
        m_quiet = quietRounds;
        auto merged = changed ? push() : tl::unexpected(changed.error());
        if (!merged) {
            failed(merged.error());
            return m_pace.afterFailure();
        }
        m_failure.reset();
        m_unsound = !merged->sound();
        got(*merged);
        return m_pace.afterSuccess();
    }

    /// A connection each time: between pushes a server has nothing of this kiosk to hold.
    Result<Merged> push()
    {
        return Gathering::open(m_name, Gathering::Access::Merge)
            .and_then([&](const std::unique_ptr<Gathering>& gathering) {
                return m_feed->push(*gathering, {});
            });
    }

    void failed(const Error& error)
    {
        const bool news = m_state.problem != error.what;
        m_failure = error;
        if (m_options.once)
            m_context.fail(error);
        else if (news)
            Context::warn(error.what + " The next attempt follows by itself.");
        m_state.problem = error.what;
        if (news)
            keep();
    }

    void got(const Merged& merged)
    {
        const std::string problem = !merged.refused.empty() ? merged.refused
            : !merged.inconsistent.empty()                  ? merged.inconsistent
            : merged.refusedCount != 0
            ? std::to_string(merged.refusedCount) + " rows do not belong to their entries"
            : std::string();
        const bool news = merged.after != merged.before || problem != m_state.problem || !m_told;
        m_told = true;
        m_state.problem = problem;
        if (merged.refused.empty())
            m_state.size = std::min(merged.size, merged.after);
        m_state.time = m_clock.now().seconds;
        keep();
        if (!news)
            return;
        m_context.answer(describe(merged), describeAsObject(merged));
        std::cout << std::flush;
    }

    /// For `ikrar status`; where it cannot be kept, syncing goes on.
    void keep() { static_cast<void>(writeSyncState(m_options.data, m_state)); }

    Context& m_context;
    const Options& m_options;
    Gathering::Name m_name;
    attendance::SyncPace m_pace;
    base::SystemClock m_clock;
    ledger::LocalMachine m_machine;
    std::unique_ptr<attendance::KioskFeed> m_feed;
    SyncState m_state;
    std::optional<Error> m_failure;
    unsigned m_quiet = 0; ///< rounds that may go by without asking the server
    bool m_unsound = false;
    bool m_told = false;
};

void run(Context& context, const Options& options)
{
    const auto name = nameOf(options.into);
    if (!name) {
        context.fail(name.error());
        return;
    }
    // A wrong address would never get through.
    if (ledger::isServerAddress(name->where)) {
        if (const auto server = ledger::parseServerAddress(name->where); !server) {
            context.fail(server.error());
            return;
        }
    }
    const Ending ending;
    Sync sync(context, options, *name);
    if (const auto opened = sync.open(); !opened) {
        context.fail(opened.error());
        return;
    }
    sync.run(ending);
}

} // namespace

void addSync(CLI::App& app, Context& context)
{
    auto options = std::make_shared<Options>();
    CLI::App* command = addCommand(app, context, "sync",
        "Keep a store of many kiosks up with this one, over a network that comes and goes",
        "ikrar sync --data /var/lib/ikrar --into postgresql://ikrar@db.example/ikrar",
        [&context, options] { run(context, *options); });
    addDataOption(*command, options->data);
    addIntoOptions(*command, options->into);
    command->add_option("--every", options->every, "Seconds between two looks at what is new")
        ->capture_default_str()
        ->check(CLI::Range(0.1, 3600.0));
    command->add_flag("--once", options->once, "Push what is new, and end");
}

} // namespace ikrar::cli
