#include "ledger/ledger_state.h"
#include "ledger/schema.h"

#include <sys/statvfs.h>

namespace ikrar::ledger {

namespace {

constexpr const char* copied = "This store stands on another machine or file system than it was "
                               "made on: it is a copy. It can be read, merged "
                               "and exported; signing goes on in a new store, made with init.";

bool mountedReadOnly(const Path& directory)
{
    struct statvfs system {
    };
    return ::statvfs(directory.c_str(), &system) == 0 && (system.f_flag & ST_RDONLY) != 0;
}

Result<Database::Access> accessTo(const Path& file, Ledger::Mode mode, Stop stop)
{
    if (!mountedReadOnly(file.parent_path()))
        return stop == Stop::DeviceFailed ? Database::Access::ReadOnly
                                          : Database::Access::ReadWrite;
    if (mode == Ledger::Mode::Sign)
        return fail(Error::Kind::ReadOnly,
            file.parent_path().string()
                + " lies on a disk mounted read-only: nothing can be signed until it is writable.");
    // What its last user had not folded in yet lies in the WAL, and reading that takes a lock file.
    std::error_code none;
    if (std::filesystem::file_size(file.string() + "-wal", none) > 0 && !none)
        return fail(Error::Kind::ReadOnly,
            file.parent_path().string()
                + " lies on a disk mounted read-only and was not closed in order: read it from a "
                  "writable disk.");
    return Database::Access::Immutable;
}

} // namespace

Result<std::unique_ptr<Ledger::State>> Ledger::State::load(
    const Path& data, Mode mode, const Environment& environment)
{
    std::error_code missing;
    const Path directory = std::filesystem::weakly_canonical(data, missing);
    const Path file = directory / databaseName;
    if (!std::filesystem::exists(file, missing))
        return fail(Error::Kind::Missing, directory.string() + " holds no store; init makes one");

    StopState stops(directory, environment);
    const auto access = accessTo(file, mode, stops.stop());
    if (!access)
        return tl::unexpected(access.error());
    auto database = Database::open(file, *access);
    if (!database)
        return tl::unexpected(database.error());
    const Upgrade upgrade = *access != Database::Access::ReadWrite ? Upgrade::Never
        : mode == Mode::Sign                                       ? Upgrade::Must
                                                                   : Upgrade::May;
    if (auto ours = openSchema(**database, upgrade); !ours)
        return tl::unexpected(ours.error());
    auto state
        = std::make_unique<State>(directory, environment, std::move(stops), std::move(*database));
    if (mode == Mode::Read)
        state->stops.openedForReading();
    if (auto read = state->readLog(); !read)
        return tl::unexpected(read.error());
    return state;
}

Result<void> Ledger::State::readLog()
{
    const auto identity = store.head.identity();
    if (!identity)
        return tl::unexpected(identity.error());
    auto ceremony = pledge::parseCeremony(identity->ceremony);
    if (!ceremony)
        return fail(Error::Kind::Malformed, "the stored ceremony: " + ceremony.error().what);
    auto logKey = tlog::VerifierKey::parse(identity->vkey);
    if (!logKey)
        return tl::unexpected(logKey.error());
    store.ceremony = std::move(*ceremony);
    store.logKey = std::move(*logKey);
    checkCopy(*identity);
    return checkHead().and_then([&] { return checkRolledBack(); }).and_then([&] {
        return checkContradicted();
    });
}

void Ledger::State::checkCopy(const LogIdentity& identity)
{
    const auto machine = environment.machine.machineId();
    const auto file = environment.machine.fileIdentity(data / databaseName);
    if (!machine || *machine != identity.machine || !file || *file != identity.file)
        stops.set(Stop::Copy, copied);
}

Result<void> Ledger::State::checkHead()
{
    const auto head = store.head.load();
    if (!head)
        return tl::unexpected(head.error());
    const auto checkpoint = store.checkpoints.at(head->size);
    if (!checkpoint)
        return tl::unexpected(checkpoint.error());
    auto edge = store.entries.edge(head->size);
    if (!edge)
        return fail(Error::Kind::Malformed, edge.error().what);
    const bool holds = *checkpoint && (*checkpoint)->root == edge->root()
        && tlog::openCheckpoint(noteOf(**checkpoint, store.logKey).serialize(), store.logKey);
    if (!holds)
        return fail(Error::Kind::Malformed,
            "ikrar.sqlite is damaged: its tree and its signed checkpoint do not agree");
    store.edge = std::move(*edge);
    return {};
}

Result<void> Ledger::State::checkRolledBack()
{
    const auto published = publication.published(store.logKey);
    if (!published)
        return tl::unexpected(published.error());
    if (!*published)
        return {};
    const auto why = contradicted((*published)->checkpoint, "The published checkpoint");
    if (!why)
        return tl::unexpected(why.error());
    if (*why)
        stops.set(Stop::RolledBack, **why);
    return {};
}

Result<void> Ledger::State::checkContradicted()
{
    const auto note = base::readFile(data / contradictionName, tlog::maxNoteSize);
    if (!note) {
        const bool none = note.error().kind == Error::Kind::Missing;
        return none ? Result<void>() : tl::unexpected(note.error());
    }
    const auto held = tlog::openCheckpoint(base::asText(*note), store.logKey);
    if (!held) // torn or another's: it proves nothing
        return {};
    const auto why = contradicted(held->checkpoint, "The checkpoint that was held against it");
    if (!why)
        return tl::unexpected(why.error());
    if (*why)
        stops.set(Stop::Contradicted, **why);
    return {};
}

Result<std::optional<std::string>> Ledger::State::contradicted(
    const tlog::Checkpoint& held, const std::string& what) const
{
    // Another process may have gone on since: the size is read after the checkpoint.
    return store.head.load().and_then(
        [&](const Head& head) { return contradiction(held, store, head.size, what); });
}

Result<std::unique_ptr<Ledger>> Ledger::open(
    const Path& data, Mode mode, const Environment& environment)
{
    auto state = State::load(data, mode, environment);
    if (!state)
        return tl::unexpected(state.error());
    Store& store = (*state)->store;
    if ((*state)->stops.stop() == Stop::None) {
        const auto identity = store.head.identity();
        if (!identity)
            return tl::unexpected(identity.error());
        const std::string uri = identity->keyUri.empty()
            ? "file:" + ((*state)->data / keyName).string()
            : identity->keyUri;
        auto key = crypto::openKey(uri, environment.passphrase);
        if (!key)
            return tl::unexpected(key.error());
        if (key->publicKey() != store.logKey.key)
            return fail(Error::Kind::Invalid, uri + " is not the key of " + store.logKey.name);
        store.key = std::move(*key);
    }
    return std::unique_ptr<Ledger>(new Ledger(std::move(*state)));
}

} // namespace ikrar::ledger
