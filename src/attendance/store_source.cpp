#include "attendance/store_source.h"

#include "ledger/store.h"
#include "tlog/tile.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace ikrar::attendance {

/// A thread with a store of its own that does what others ask of it, one thing at a time.
struct StoreSource::Reader {
    using Work = std::function<Result<Bytes>(const ledger::Ledger&)>;

    Reader(base::Path directory, ledger::Environment around)
        : data(std::move(directory))
        , environment(std::move(around))
        , thread([this](const std::stop_token& stop) { serve(stop); })
    {
    }

    [[nodiscard]] Result<Bytes> ask(const Work& work)
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return asked == nullptr && !answer; });
        asked = &work;
        changed.notify_all();
        changed.wait(lock, [&] { return answer.has_value(); });
        Result<Bytes> mine = std::move(*answer);
        answer.reset();
        lock.unlock();
        changed.notify_all();
        return mine;
    }

    void serve(const std::stop_token& stop)
    {
        const auto ledger = ledger::Ledger::open(data, ledger::Ledger::Mode::Read, environment);
        std::unique_lock lock(mutex);
        while (changed.wait(lock, stop, [&] { return asked != nullptr; })) {
            const Work* work = asked;
            lock.unlock();
            Result<Bytes> made = ledger ? (*work)(**ledger) : tl::unexpected(ledger.error());
            lock.lock();
            noteFailure(made);
            answer = std::move(made);
            asked = nullptr;
            changed.notify_all();
        }
    }

    /// A disk, a permission or another process says nothing about the log.
    void noteFailure(const Result<Bytes>& made)
    {
        using Kind = Error::Kind;
        if (made || interruption)
            return;
        const Kind kind = made.error().kind;
        if (kind == Kind::Io || kind == Kind::Permission || kind == Kind::Busy)
            interruption = made.error();
    }

    base::Path data;
    ledger::Environment environment;
    std::mutex mutex;
    std::condition_variable_any changed;
    const Work* asked = nullptr;
    std::optional<Result<Bytes>> answer;
    std::optional<Error> interruption;
    std::jthread thread; // last: it uses the others
};

StoreSource::StoreSource(std::unique_ptr<Reader> reader) : m_reader(std::move(reader)) { }

StoreSource::~StoreSource() = default;

Result<std::unique_ptr<StoreSource>> StoreSource::open(
    const base::Path& data, const ledger::Environment& environment)
{
    auto reader = std::make_unique<Reader>(data, environment);
    const auto ceremony = reader->ask([](const ledger::Ledger& ledger) -> Result<Bytes> {
        return base::copy(base::asBytes(ledger.ceremony().toml));
    });
    if (!ceremony)
        return tl::unexpected(ceremony.error());
    std::unique_ptr<StoreSource> source(new StoreSource(std::move(reader)));
    source->m_ceremony = base::asText(*ceremony);
    return source;
}

void StoreSource::showCheckpoint(std::string note)
{
    const std::scoped_lock lock(m_reader->mutex);
    m_reader->interruption.reset();
    m_checkpoint = std::move(note);
}

Result<Bytes> StoreSource::read(const std::string& path, std::size_t max) const
{
    auto bytes = [&]() -> Result<Bytes> {
        if (path == "checkpoint")
            return base::copy(base::asBytes(m_checkpoint));
        if (path == "ceremony.toml")
            return base::copy(base::asBytes(m_ceremony));
        const auto tile = tlog::parseTilePath(path);
        if (!tile)
            return fail(Error::Kind::Missing, path + ": a store has no such file");
        return m_reader->ask(
            [&](const ledger::Ledger& ledger) { return ledger.store().entries.tile(*tile); });
    }();
    if (bytes && bytes->size() > max)
        return fail(Error::Kind::TooLarge, path + " is larger than a file of a log can be");
    return bytes;
}

Result<std::optional<std::vector<std::string>>> StoreSource::list() const
{
    return std::nullopt;
}

std::optional<Error> StoreSource::interruption() const
{
    const std::scoped_lock lock(m_reader->mutex);
    return m_reader->interruption;
}

} // namespace ikrar::attendance
