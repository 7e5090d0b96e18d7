#include "crypto/random.h"
#include "ledger/ledger_state.h"
#include "ledger/schema.h"

#include <array>
#include <cstring>

namespace ikrar::ledger {

namespace {

constexpr mode_t ownerOnly = 0600;

/// What `init` puts into DATA, taken away again unless it becomes a store.
class NewFiles
{
public:
    NewFiles(base::FileSystem& files, Path data) : m_files(files), m_data(std::move(data)) { }
    NewFiles(const NewFiles&) = delete;
    NewFiles& operator=(const NewFiles&) = delete;
    NewFiles(NewFiles&&) = delete;
    NewFiles& operator=(NewFiles&&) = delete;
    ~NewFiles()
    {
        for (const std::string& name : m_names)
            static_cast<void>(m_files.remove(m_data / name));
    }

    void made(const std::string& name) { m_names.push_back(name); }
    void keep() { m_names.clear(); }

private:
    base::FileSystem& m_files;
    Path m_data;
    std::vector<std::string> m_names;
};

std::uint32_t randomNumber()
{
    const auto bytes = crypto::randomBytes<sizeof(std::uint32_t)>();
    std::uint32_t number = 0;
    std::memcpy(&number, bytes.data(), bytes.size());
    return number;
}

Result<void> refuseUsed(const Path& data)
{
    for (const char* name : {databaseName, keyName}) {
        std::error_code missing;
        if (std::filesystem::exists(data / name, missing))
            return fail(Error::Kind::Refused,
                (data / name).string() + " exists: a new log needs a directory of its own");
    }
    return {};
}

Result<crypto::SigningKey> newKey(
    const NewStore& wanted, const Path& data, const Environment& environment, NewFiles& made)
{
    if (!wanted.keyUri.empty())
        return crypto::openKey(wanted.keyUri, environment.passphrase);
    if (!wanted.rehearsal && wanted.passphrase.empty())
        return fail(Error::Kind::Invalid,
            "The key of a real log needs a passphrase; only a rehearsal goes without.");
    auto key = crypto::SigningKey::generate();
    return crypto::createKeyFile(environment.files, data / keyName, key, wanted.passphrase)
        .map([&] {
            made.made(keyName);
            return std::move(key);
        });
}

Result<LogIdentity> identify(
    const NewStore& wanted, const pledge::Ceremony& ceremony, const Machine& machine)
{
    const auto origin
        = pledge::makeOrigin(ceremony, wanted.kioskId, randomNumber(), wanted.rehearsal);
    if (!origin)
        return tl::unexpected(origin.error());
    const auto machineId = machine.machineId();
    if (!machineId)
        return tl::unexpected(machineId.error());
    return LogIdentity{*origin, {}, wanted.keyUri, wanted.kioskId, *machineId, {}, ceremony.toml};
}

/// Schema, identity and the opened entry, in one transaction.
Result<void> writeStore(Store& store, const LogIdentity& identity, base::Time time)
{
    auto transaction = store.database->execute("PRAGMA journal_mode = WAL").and_then([&] {
        return Transaction::begin(*store.database);
    });
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto commit = createSchema(*store.database)
                      .and_then([&] { return store.head.create(identity); })
                      .and_then([&] { return Commit::in(std::move(*transaction), store, time); });
    if (!commit)
        return tl::unexpected(commit.error());
    return commit->append(pledge::Opened{store.ceremony.hash})
        .and_then([&](std::uint64_t) { return commit->finish(); })
        .map([](const std::vector<receipt::Receipt>&) {});
}

} // namespace

Result<std::unique_ptr<Ledger>> Ledger::create(
    const NewStore& wanted, const Environment& environment)
{
    auto toml = base::readFile(wanted.ceremonyFile, pledge::maxCeremonySize);
    if (!toml)
        return tl::unexpected(toml.error());
    auto ceremony = pledge::parseCeremony(base::asText(*toml));
    if (!ceremony)
        return tl::unexpected(ceremony.error());
    auto identity = identify(wanted, *ceremony, environment.machine);
    if (!identity)
        return tl::unexpected(identity.error());

    std::error_code unresolved;
    const Path data = std::filesystem::absolute(wanted.data, unresolved);
    NewFiles made(environment.files, data);
    auto key = base::makeDirectories(environment.files, data)
                   .and_then([&] { return refuseUsed(data); })
                   .and_then([&] { return newKey(wanted, data, environment, made); });
    if (!key)
        return tl::unexpected(key.error());
    tlog::VerifierKey logKey{identity->origin, tlog::KeyType::Ed25519, key->publicKey()};
    identity->vkey = logKey.text();

    // Made before SQLite opens it, so that nobody else may read it; WAL and shm take over its mode.
    auto file
        = base::createFile(environment.files, data / databaseName, {}, ownerOnly).and_then([&] {
              return environment.machine.fileIdentity(data / databaseName);
          });
    if (!file)
        return tl::unexpected(file.error());
    made.made(databaseName);
    made.made(std::string(databaseName) + "-wal");
    made.made(std::string(databaseName) + "-shm");
    identity->file = *file;

    {
        auto database = Database::open(data / databaseName, Database::Access::ReadWrite);
        if (!database)
            return tl::unexpected(database.error());
        Store store(std::move(*database));
        store.ceremony = std::move(*ceremony);
        store.logKey = logKey;
        store.key = std::move(*key);
        if (auto written = writeStore(store, *identity, environment.clock.now()); !written)
            return tl::unexpected(written.error());
        key = std::move(*store.key);
    }
    auto state = base::syncDirectory(environment.files, data).and_then([&] {
        return State::load(data, Mode::Sign, environment);
    });
    if (!state)
        return tl::unexpected(state.error());
    made.keep();
    (*state)->store.key = std::move(*key);
    std::unique_ptr<Ledger> ledger(new Ledger(std::move(*state)));
    // Files follow the database: what could not be published now is published later.
    static_cast<void>(ledger->publish());
    return ledger;
}

} // namespace ikrar::ledger
