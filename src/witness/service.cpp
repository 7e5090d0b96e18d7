#include "witness/service.h"

#include "crypto/sha256.h"

#include <algorithm>

namespace ikrar::witness {

namespace {

std::string hexOf(std::string_view origin)
{
    return base::toHex(crypto::sha256(base::asBytes(origin)).view());
}

std::uint64_t secondsOf(const base::Clock& clock)
{
    return static_cast<std::uint64_t>(std::max<std::int64_t>(clock.now().seconds, 0));
}

} // namespace

Result<std::unique_ptr<Service>> Service::open(
    const base::Path& directory, crypto::SigningKey key, const Environment& environment)
{
    const auto home = Home::load(directory);
    if (!home)
        return tl::unexpected(home.error());
    if (home->key.key != key.publicKey())
        return fail(Error::Kind::Mismatch, home->keyUri + " is not the key of " + home->key.name);
    auto lock = ledger::FileLock::take(environment.files, directory / "lock");
    if (!lock)
        return tl::unexpected(lock.error());
    std::unique_ptr<Service> service(
        new Service(directory, home->key, std::move(key), std::move(*lock), environment));
    return service->take(home->policy).map([&] { return std::move(service); });
}

Service::Service(base::Path directory, tlog::VerifierKey key, crypto::SigningKey signer,
    ledger::FileLock lock, Environment environment)
    : m_directory(std::move(directory))
    , m_key(std::move(key))
    , m_signer(std::move(signer))
    , m_lock(std::move(lock))
    , m_environment(std::move(environment))
{
}

std::size_t Service::logs() const
{
    const std::shared_lock shared(m_mutex);
    return m_logs.size();
}

Result<void> Service::reload()
{
    return Home::load(m_directory).and_then([this](const Home& home) { return take(home.policy); });
}

Result<void> Service::take(const tlog::Policy& policy)
{
    const std::unique_lock alone(m_mutex);
    for (const tlog::Policy::Log& log : policy.logs()) {
        const std::string hex = hexOf(log.key.name);
        if (m_logs.contains(hex))
            continue;
        auto loaded = load(log.key);
        if (!loaded)
            return tl::unexpected(loaded.error());
        m_logs.emplace(hex, std::move(*loaded));
    }
    return {};
}

Result<std::unique_ptr<Service::Log>> Service::load(const tlog::VerifierKey& key) const
{
    auto log = std::make_unique<Log>(key, m_signer.share());
    log->file = m_directory / "logs" / hexOf(key.name);
    const auto note = base::readFile(log->file, tlog::maxNoteSize);
    if (!note && note.error().kind == Error::Kind::Missing)
        return log;
    if (!note)
        return tl::unexpected(note.error());
    auto latest = Cosigned::parse(base::asText(*note), key, m_key);
    if (!latest)
        return fail(Error::Kind::Malformed,
            log->file.string() + " is damaged (" + latest.error().what + "): what was cosigned of "
                + key.name + " is not known");
    log->latest = std::move(*latest);
    return log;
}

// The pointer stays good: logs are only ever added.
Service::Log* Service::find(std::string_view hex) const
{
    const std::shared_lock shared(m_mutex);
    const auto found = m_logs.find(hex);
    return found == m_logs.end() ? nullptr : found->second.get();
}

Service::Log* Service::logOf(const std::string& origin)
{
    const std::string hex = hexOf(origin);
    if (Log* log = find(hex))
        return log;
    // It may have been added since; a stranger makes this look once a second at most.
    const std::int64_t now = m_environment.clock.now().seconds;
    if (m_reloadedAt.exchange(now) == now || !reload())
        return nullptr;
    return find(hex);
}

Answer Service::addCheckpoint(std::string_view body)
{
    Log* log = nullptr;
    const auto request
        = readRequest(body, [&](const std::string& origin) -> std::optional<tlog::VerifierKey> {
              log = logOf(origin);
              if (log == nullptr)
                  return std::nullopt;
              return log->key;
          });
    if (!request)
        return request.error();
    const std::scoped_lock lock(log->mutex);
    return advance(*log, *request);
}

Answer Service::advance(Log& log, const AddCheckpoint& request)
{
    if (m_deviceFailed)
        return {500, "This witness cannot rely on its disk: its machine has to be restarted.\n"};
    if (auto refused = refusal(request, log.latest))
        return *refused;
    auto cosigned
        = cosign(request, log.latest, secondsOf(m_environment.clock), m_key.name, log.signer);
    if (!cosigned)
        return failed(cosigned.error());
    const std::string note = cosigned->note().serialize();
    if (auto kept = base::replaceFile(m_environment.files, log.file, base::asBytes(note)); !kept) {
        // After a failed sync the page cache may show what the disk lacks: what would be read again
        // is not to be believed.
        if (kept.error().kind == Error::Kind::Io)
            m_deviceFailed = true;
        return failed(kept.error());
    }
    log.latest = std::move(*cosigned);
    return {200, log.latest->cosignature.line()};
}

Answer Service::failed(const Error& error) const
{
    if (m_environment.report)
        m_environment.report(error);
    return {500, "The cosignature could not be kept.\n"};
}

Answer Service::checkpoint(std::string_view hex) const
{
    const Log* log = find(hex);
    if (log == nullptr)
        return {404, "This witness does not know that log.\n"};
    const std::scoped_lock lock(log->mutex);
    if (!log->latest)
        return {404, "Nothing was cosigned of this log yet.\n"};
    return {200, log->latest->note().serialize()};
}

} // namespace ikrar::witness
