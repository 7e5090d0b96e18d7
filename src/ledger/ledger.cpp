#include "ledger/ledger.h"

#include "base/parallel.h"
#include "crypto/random.h"
#include "ledger/file_lock.h"
#include "ledger/ledger_state.h"
#include "ledger/person_check.h"
#include "ledger/query.h"

#include <algorithm>
#include <cstring>
#include <set>

namespace ikrar::ledger {

namespace {

constexpr std::size_t maxBatch = 4096;
constexpr std::uint64_t maxSession = 9999;
/// Entries after which publish() has the WAL copied into the database, and the frames (of 4 KiB)
/// from which it has the next writer wait for a WAL that starts anew.
constexpr std::uint64_t walEntries = 128;
constexpr std::uint64_t walFrames = 16384;
constexpr std::size_t probeSize = std::size_t{64} * 1024;
constexpr mode_t ownerOnly = 0600;

/// Before the transaction begins, since the check of a declaration, most of it the decoding of its
/// ink, takes nearly as long as a signature.
Result<void> checkAll(
    std::span<const pledge::Declaration> declarations, const pledge::Ceremony& ceremony)
{
    return base::inParts(
        declarations.size(), [&](std::size_t begin, std::size_t end) -> Result<void> {
            for (const auto& declaration : declarations.subspan(begin, end - begin)) {
                if (auto checked = checkDeclaration(declaration, ceremony); !checked)
                    return checked;
            }
            return {};
        });
}

/// That no two are of one row of paper: else the second would be told to be that of an entry which
/// is not there yet.
Result<void> checkPaperRows(std::span<const pledge::Declaration> declarations)
{
    std::set<std::string_view> rows;
    for (const pledge::Declaration& declaration : declarations) {
        if (declaration.method == pledge::Method::WetInk
            && !rows.insert(declaration.paper.row).second)
            return fail(Error::Kind::Invalid,
                "Row " + declaration.paper.row + " is given for two declarations.");
    }
    return {};
}

/// A paper is entered after the fact, often while its signer may be at a kiosk: who has signed by
/// then is looked for within the commit. A name alone says nothing: two people may bear it.
Result<void> checkNotSigned(const RegisterTable& registered, const pledge::Declaration& declaration)
{
    if (declaration.method != pledge::Method::WetInk
        || declaration.identity.kind == pledge::IdentityKind::Nama)
        return {};
    return registered.find(declaration.identity)
        .and_then([&](const std::optional<RegisterRow>& row) -> Result<void> {
            if (row)
                return fail(Error::Kind::Refused,
                    "The person of row " + declaration.paper.row + " has signed already, as entry "
                        + std::to_string(row->index) + '.');
            return {};
        });
}

/// The random bytes that one declaration takes. Drawn for all at once: the generator's start costs
/// more than its bytes.
struct Secrets {
    pledge::Salt salt;
    RowKey rowKey;
};
static_assert(sizeof(Secrets) == pledge::Salt{}.size() + RowKey{}.size());

std::vector<Secrets> drawSecrets(std::size_t count)
{
    std::vector<Secrets> secrets(count);
    std::vector<std::uint8_t> bytes(count * sizeof(Secrets));
    crypto::fillRandom(bytes);
    std::memcpy(secrets.data(), bytes.data(), bytes.size());
    return secrets;
}

Result<void> appendSigned(Commit& commit, Store& store,
    std::span<const pledge::Declaration> declarations, std::span<const Secrets> secrets)
{
    Head& head = commit.head();
    std::vector<pledge::Body> bodies;
    bodies.reserve(declarations.size());
    for (std::size_t i = 0; i < declarations.size(); ++i) {
        const pledge::Declaration& declaration = declarations[i];
        bodies.emplace_back(
            pledge::Signed{head.session, pledge::commitment(secrets[i].salt, declaration.identity),
                pledge::act(store.ceremony.hash, declaration.ink), declaration.category,
                declaration.method});
    }
    const auto first = commit.append(bodies);
    if (!first)
        return tl::unexpected(first.error());
    head.signedEntries += declarations.size();
    head.sessionSigned += declarations.size();
    for (std::size_t i = 0; i < declarations.size(); ++i) {
        const RegisterRow row{*first + i, commit.time().seconds, head.session, declarations[i],
            secrets[i].salt, std::nullopt, commit.time().trust};
        auto inserted = checkNotSigned(store.registered, declarations[i]).and_then([&] {
            return store.registered.insert(row, secrets[i].rowKey);
        });
        if (!inserted)
            return inserted;
    }
    return {};
}

tl::unexpected<Error> voidedAlready(std::uint64_t index)
{
    return fail(Error::Kind::Refused, "Entry " + std::to_string(index) + " is voided already.");
}

/// Whether an entry after `index` voids it. Read from the log where no row tells: entries that are
/// neither signed nor erased are few.
Result<bool> isVoidedInLog(const Store& store, std::uint64_t index)
{
    Statement others(*store.database,
        QStringLiteral("SELECT sealed FROM entries WHERE entry_index > ?"
                       " AND entry_index NOT IN (SELECT entry_index FROM register)"
                       " AND entry_index NOT IN (SELECT entry_index FROM erased_entries)"));
    bool voided = false;
    auto walked = eachRow(others.select(index), [&](const Rows& row) -> Result<void> {
        const auto entry = pledge::decodeEntry(row.bytes(0));
        if (!entry)
            return tl::unexpected(entry.error());
        const auto* voiding = std::get_if<pledge::Voided>(&entry->entry.body);
        voided = voided || (voiding != nullptr && voiding->index == index);
        return {};
    });
    return walked.map([&] { return voided; });
}

/// What a voiding has to know of its entry.
struct Voidable {
    std::uint64_t session = 0;
    std::optional<RegisterRow> row; ///< none of an erased person
};

/// Of an erased person the log alone tells.
Result<Voidable> voidableErased(const Store& store, std::uint64_t index, const Bytes& sealed)
{
    const auto entry = pledge::decodeEntry(sealed);
    if (!entry)
        return tl::unexpected(entry.error());
    const auto* signedEntry = std::get_if<pledge::Signed>(&entry->entry.body);
    if (signedEntry == nullptr)
        return fail(
            Error::Kind::Refused, "Entry " + std::to_string(index) + " is no signed declaration.");
    const auto voided = isVoidedInLog(store, index);
    if (!voided)
        return tl::unexpected(voided.error());
    if (*voided)
        return voidedAlready(index);
    return Voidable{signedEntry->session, std::nullopt};
}

/// Errors: Missing, Refused.
Result<Voidable> voidable(const Store& store, std::uint64_t index)
{
    const auto sealed = store.entries.sealed(index);
    if (!sealed)
        return tl::unexpected(sealed.error());
    auto row = store.registered.at(index);
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return voidableErased(store, index, *sealed);
    if ((*row)->voided)
        return voidedAlready(index);
    const std::uint64_t session = (*row)->session;
    return Voidable{session, std::move(*row)};
}

/// With the quorum, else with any cosignature, else that of the commit.
Result<std::optional<StoredCheckpoint>> checkpointFor(const CheckpointTable& checkpoints,
    std::uint64_t index, const std::function<bool(const KeyIds&)>& quorum)
{
    auto size = checkpoints.cosignedBy(index, quorum);
    if (size && !*size)
        size = checkpoints.cosignedBy(index, [](const KeyIds&) { return true; });
    if (!size)
        return tl::unexpected(size.error());
    return *size ? checkpoints.at(**size) : checkpoints.covering(index);
}

} // namespace

Ledger::Ledger(std::unique_ptr<State> state) : m_state(std::move(state)) { }

Ledger::~Ledger() = default;

const pledge::Ceremony& Ledger::ceremony() const
{
    return m_state->store.ceremony;
}

const tlog::VerifierKey& Ledger::logKey() const
{
    return m_state->store.logKey;
}

const Path& Ledger::data() const
{
    return m_state->data;
}

Roster& Ledger::roster()
{
    return m_state->roster;
}

Invitations& Ledger::invitations()
{
    return m_state->invitations;
}

Officials& Ledger::officials()
{
    return m_state->officials;
}

const Register& Ledger::registered() const
{
    return m_state->store.registered;
}

const Store& Ledger::store() const
{
    return m_state->store;
}

Absences& Ledger::absences()
{
    return m_state->absences;
}

const Lists& Ledger::lists() const
{
    return m_state->lists;
}

Result<Status> Ledger::status() const
{
    const Store& store = m_state->store;
    const auto head = store.head.load();
    if (!head)
        return tl::unexpected(head.error());
    const auto checkpoint = store.checkpoints.at(head->size);
    if (!checkpoint)
        return tl::unexpected(checkpoint.error());
    const auto published = m_state->publication.published(store.logKey);
    if (!published)
        return tl::unexpected(published.error());
    const auto cosigned = store.checkpoints.lastCosigned();
    if (!cosigned)
        return tl::unexpected(cosigned.error());
    const auto lastSession = store.head.lastSession();
    if (!lastSession)
        return tl::unexpected(lastSession.error());

    Status status;
    status.origin = store.logKey.name;
    const auto origin = pledge::parseOrigin(status.origin);
    status.rehearsal = origin && origin->rehearsal;
    status.size = head->size;
    if (*checkpoint)
        status.root = (*checkpoint)->root;
    status.publishedSize = *published ? (*published)->checkpoint.size : 0;
    status.cosignedSize = *cosigned;
    status.signedEntries = head->signedEntries;
    status.voidedEntries = head->voidedEntries;
    status.rosterCount = head->roster;
    if (head->session != 0)
        status.openSession = head->session;
    status.signedInSession = head->session != 0 ? head->sessionSigned : 0;
    status.lastSession = *lastSession;
    status.closed = head->closed;
    status.stop = m_state->stops.stop();
    status.stopDetail = m_state->stops.detail();
    return status;
}

Result<std::vector<Issued>> Ledger::State::commit(
    const std::function<Result<void>(Commit&)>& change)
{
    if (auto may = stops.maySign(); !may)
        return tl::unexpected(may.error());
    static_cast<void>(store.database->takeFailure());
    auto receipts = [&]() -> Result<std::vector<receipt::Receipt>> {
        auto commit = Commit::begin(store, environment.clock.now());
        if (!commit)
            return tl::unexpected(commit.error());
        return change(*commit).and_then([&] { return commit->finish(); });
    }();
    if (!receipts) {
        if (const auto failure = store.database->takeFailure())
            stops.failed(*failure);
        return tl::unexpected(receipts.error());
    }
    std::vector<Issued> issued;
    issued.reserve(receipts->size());
    for (receipt::Receipt& receipt : *receipts)
        issued.push_back({receipt.index, std::move(receipt), {}});
    return issued;
}

Result<Issued> Ledger::State::commitOne(
    Act act, std::span<const Official> by, const std::function<Result<void>(Commit&)>& change)
{
    if (auto checked = checkOfficials(by); !checked)
        return tl::unexpected(checked.error());
    return commit([&](Commit& commit) {
        const std::uint64_t index = commit.head().size; // which finish() brings up to date
        return change(commit).and_then(
            [&] { return officials.insert(index, act, commit.time().seconds, by); });
    }).map([](std::vector<Issued> issued) { return std::move(issued.front()); });
}

Result<Issued> Ledger::sign(const pledge::Declaration& declaration)
{
    return sign(std::span(&declaration, 1)).map([](std::vector<Issued> issued) {
        return std::move(issued.front());
    });
}

Result<std::vector<Issued>> Ledger::sign(std::span<const pledge::Declaration> declarations)
{
    if (declarations.empty())
        return std::vector<Issued>();
    if (declarations.size() > maxBatch)
        return fail(Error::Kind::Invalid, "More than 4,096 declarations in one commit.");
    Store& store = m_state->store;
    auto checked = checkAll(declarations, store.ceremony).and_then([&] {
        return checkPaperRows(declarations);
    });
    if (!checked)
        return tl::unexpected(checked.error());
    const std::vector<Secrets> secrets = drawSecrets(declarations.size());
    auto issued = m_state->commit([&](Commit& commit) -> Result<void> {
        if (commit.head().session == 0)
            return fail(Error::Kind::Refused, "No session is open.");
        return appendSigned(commit, store, declarations, secrets);
    });
    if (issued) {
        for (std::size_t i = 0; i < secrets.size(); ++i)
            (*issued)[i].salt = secrets[i].salt;
    }
    return issued;
}

Result<Issued> Ledger::startSession(std::uint64_t number, By by)
{
    if (number == 0 || number > maxSession)
        return fail(Error::Kind::Invalid, "Session numbers are 1 to 9999.");
    Store& store = m_state->store;
    return m_state->commitOne(Act::SessionStart, by, [&](Commit& commit) -> Result<void> {
        Head& head = commit.head();
        if (head.closed)
            return fail(Error::Kind::Refused, "The log is closed.");
        if (head.session != 0)
            return fail(Error::Kind::Refused,
                "Session " + std::to_string(head.session) + " is open; end it first.");
        const auto known = store.head.sessionKnown(number);
        if (!known)
            return tl::unexpected(known.error());
        if (*known)
            return fail(Error::Kind::Refused,
                "Session " + std::to_string(number)
                    + " was held already; a follow-up takes a number of its own.");
        const auto roster = m_state->roster.tableDigest();
        if (!roster)
            return tl::unexpected(roster.error());
        head.session = number;
        head.sessionSigned = 0;
        head.sessionVoided = 0;
        return commit.append(pledge::SessionStart{number, *roster})
            .and_then(
                [&](std::uint64_t index) { return store.head.sessionStarted(number, index); });
    });
}

Result<Issued> Ledger::endSession(By by)
{
    Store& store = m_state->store;
    return m_state->commitOne(Act::SessionEnd, by, [&](Commit& commit) -> Result<void> {
        Head& head = commit.head();
        if (head.session == 0)
            return fail(Error::Kind::Refused, "No session is open.");
        const std::uint64_t number = std::exchange(head.session, 0);
        return commit.append(pledge::SessionEnd{number, {head.sessionSigned, head.sessionVoided}})
            .and_then([&](std::uint64_t index) { return store.head.sessionEnded(number, index); });
    });
}

Result<Issued> Ledger::voidEntry(std::uint64_t index, pledge::Reason reason, By by)
{
    Store& store = m_state->store;
    return m_state->commitOne(Act::Void, by, [&](Commit& commit) -> Result<void> {
        const auto entry = voidable(store, index);
        if (!entry)
            return tl::unexpected(entry.error());
        Head& head = commit.head();
        ++head.voidedEntries;
        if (head.session != 0 && head.session == entry->session)
            ++head.sessionVoided;
        return commit.append(pledge::Voided{index, reason}).and_then([&](std::uint64_t voiding) {
            return entry->row ? store.registered.markVoided(*entry->row, voiding, reason)
                              : store.registered.markErasedVoided(index, voiding);
        });
    });
}

Result<Issued> Ledger::close(By by)
{
    Store& store = m_state->store;
    return m_state->commitOne(Act::Close, by, [&](Commit& commit) -> Result<void> {
        Head& head = commit.head();
        if (head.closed)
            return fail(Error::Kind::Refused, "The log is closed already.");
        if (head.session != 0)
            return fail(Error::Kind::Refused,
                "Session " + std::to_string(head.session) + " is open; end it first.");
        const auto attendance = store.registered.attendanceDigest(store.ceremony.timeZone);
        if (!attendance)
            return tl::unexpected(attendance.error());
        head.closed = true;
        return commit.append(pledge::Closed{{head.signedEntries, head.voidedEntries}, *attendance})
            .map([](std::uint64_t) {});
    });
}

Result<receipt::Receipt> Ledger::receipt(std::uint64_t index) const
{
    if (auto may = m_state->stops.mayRead(); !may)
        return tl::unexpected(may.error());
    const Store& store = m_state->store;
    auto sealed = store.entries.sealed(index);
    if (!sealed)
        return tl::unexpected(sealed.error());
    const auto checkpoint = checkpointFor(store.checkpoints, index, m_state->quorum());
    if (!checkpoint)
        return tl::unexpected(checkpoint.error());
    if (!*checkpoint)
        return fail(Error::Kind::Malformed, "ikrar.sqlite has entries without a checkpoint");
    const StoredCheckpoint& covering = **checkpoint;
    auto cosignatures = store.checkpoints.cosignatures(covering.size);
    if (!cosignatures)
        return tl::unexpected(cosignatures.error());
    if (cosignatures->size() > receipt::maxCosignatures)
        cosignatures->resize(receipt::maxCosignatures);
    auto proof = tlog::proveInclusion(index, covering.size, store.entries);
    if (!proof)
        return tl::unexpected(proof.error());
    receipt::Receipt receipt{std::move(*sealed), index, covering.size, std::move(*proof),
        {{store.logKey.id(), covering.signature}}};
    std::move(cosignatures->begin(), cosignatures->end(), std::back_inserter(receipt.signatures));
    return receipt;
}

Result<Bytes> Ledger::entry(std::uint64_t index) const
{
    return m_state->stops.mayRead().and_then([&] { return m_state->store.entries.sealed(index); });
}

Result<void> Ledger::addCosignature(
    std::uint64_t size, const receipt::Receipt::Signature& cosignature)
{
    if (auto may = m_state->stops.mayWrite(); !may)
        return may;
    const auto checkpoint = m_state->store.checkpoints.at(size);
    if (!checkpoint)
        return tl::unexpected(checkpoint.error());
    if (!*checkpoint)
        return fail(
            Error::Kind::Missing, "No checkpoint has " + std::to_string(size) + " entries.");
    static_cast<void>(m_state->store.database->takeFailure());
    auto added = m_state->store.checkpoints.addCosignature(size, cosignature);
    if (const auto failure = m_state->store.database->takeFailure())
        m_state->stops.failed(*failure);
    return added;
}

Result<void> Ledger::publish()
{
    State& state = *m_state;
    const Stop stop = state.stops.stop();
    if (stop == Stop::DeviceFailed || stop == Stop::Copy || stop == Stop::RolledBack
        || stop == Stop::Contradicted)
        return fail(Error::Kind::Refused, state.stops.detail());
    auto done = FileLock::take(state.environment.files, state.data / "log.lock")
                    .and_then([&](const FileLock& /*held*/) { return state.publishLocked(); });
    if (!done && done.error().kind == Error::Kind::Io)
        state.stops.failed(done.error());
    return done;
}

Result<void> Ledger::State::publishLocked()
{
    // In this order: the database can only be ahead of what was published from it.
    const auto published = publication.published(store.logKey);
    if (!published)
        return tl::unexpected(published.error());
    const auto head = store.head.load();
    if (!head)
        return tl::unexpected(head.error());
    if (*published) {
        const auto why = contradiction(
            (*published)->checkpoint, store, head->size, "The published checkpoint");
        if (!why)
            return tl::unexpected(why.error());
        if (*why) {
            stops.set(Stop::RolledBack, **why);
            return fail(Error::Kind::Refused, **why);
        }
    }
    return publication.bringUpTo(head->size, *published, store).and_then([&] {
        return checkpointWal(head->size);
    });
}

Result<void> Ledger::State::checkpointWal(std::uint64_t size)
{
    const bool idle = publication.idle();
    if (size == walCheckpointedAt || (!idle && size < walCheckpointedAt + walEntries))
        return {};
    Statement passive(*store.database, QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"));
    auto rows = passive.select();
    if (!rows)
        return tl::unexpected(rows.error());
    if (const auto found = rows->next(); !found)
        return tl::unexpected(found.error());
    walCheckpointedAt = size;
    const std::uint64_t frames = rows->number(1);
    if (frames == rows->number(2) || frames < walFrames)
        return {};
    // Signing never paused for long enough: it waits this once, else the WAL would grow without
    // end.
    return store.database->execute("PRAGMA wal_checkpoint(RESTART)");
}

void Ledger::retry()
{
    State& state = *m_state;
    const Stop stop = state.stops.stop();
    if (stop != Stop::DiskFull && stop != Stop::ReadOnly)
        return;
    const Path probe = state.data / "probe";
    const Bytes bytes(probeSize, 0);
    const auto wrote = base::replaceFile(state.environment.files, probe, bytes, ownerOnly);
    if (!wrote) {
        state.stops.failed(wrote.error());
        return;
    }
    static_cast<void>(state.environment.files.remove(probe));
    static_cast<void>(state.store.database->takeFailure());
    auto written = [&]() -> Result<void> {
        auto transaction = Transaction::begin(*state.store.database);
        if (!transaction)
            return tl::unexpected(transaction.error());
        // A row that comes and goes: SQLite writes no page for an update to the same values.
        return state.store.database->execute("INSERT INTO sessions (number, started) VALUES (0, 0)")
            .and_then([&] {
                return state.store.database->execute("DELETE FROM sessions WHERE number = 0");
            })
            .and_then([&] { return transaction->commit(); });
    }();
    if (written)
        state.stops.mended();
    else if (const auto failure = state.store.database->takeFailure())
        state.stops.failed(*failure);
}

} // namespace ikrar::ledger
