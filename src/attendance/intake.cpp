#include "attendance/intake.h"

#include "attendance/histories.h"
#include "attendance/row_check.h"
#include "ledger/attendance_table.h"
#include "ledger/query.h"

#include <algorithm>

namespace ikrar::attendance {

namespace {

using crypto::Hash;
using ledger::Rows;
using ledger::Statement;

constexpr std::size_t maxRefusedRows = 100;

/// A number for a row out of what it is, so that two who write at once need not agree on one.
std::uint64_t numberOf(std::initializer_list<BytesView> parts)
{
    constexpr std::uint64_t positive = ~(std::uint64_t{1} << 63U);
    constexpr unsigned byteBits = 8;
    const Hash hash = crypto::sha256(parts);
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < sizeof(number); ++i)
        number = number << byteBits | hash.bytes.at(i);
    return number & positive;
}

Bytes joined(const std::vector<Hash>& hashes)
{
    Bytes bytes;
    for (const Hash& hash : hashes)
        base::append(bytes, hash.view());
    return bytes;
}

void refuse(Merged& merged, std::uint64_t index, std::string why)
{
    ++merged.refusedCount;
    if (merged.refusedRows.size() < maxRefusedRows)
        merged.refusedRows.push_back({index, std::move(why)});
}

constexpr const char* noRow = "The register has no row for it: who signed it is not known here.";

/// Each field after its length, so that no two tables read alike.
void hashFields(crypto::Sha256& digest, std::initializer_list<std::string_view> fields)
{
    for (const std::string_view field : fields) {
        digest.update(base::asBytes(std::to_string(field.size()) + ':'));
        digest.update(base::asBytes(field));
    }
}

Result<std::vector<std::uint64_t>> numbersFrom(Result<Rows> rows)
{
    std::vector<std::uint64_t> numbers;
    return eachRow(std::move(rows), [&](const Rows& row) -> Result<void> {
        numbers.push_back(row.number(0));
        return {};
    }).map([&] { return std::move(numbers); });
}

} // namespace

Intake::Intake(Gathering& gathering, ledger::Ledger& source, const MergeOptions& options)
    : m_gathering(gathering)
    , m_database(gathering.database())
    , m_source(source)
    , m_store(source.store())
    , m_options(options)
    , m_entries(m_database, "entries (log, entry_index, sealed, subtrees)", 4)
    , m_register(m_database,
          "register (log, entry_index, ceremony, time, session, kind, value, name, unit, post,"
          " category, method, flags, helper_name, helper_number, helper_reason, salt, row_key,"
          " voided_by, void_reason, ink)",
          21)
    , m_paper(m_database, "paper (log, entry_index, sheet_row, observer_name, observer_post)", 5)
    , m_voids(m_database, "voids (log, entry_index, voided_by, void_reason)", 4)
    , m_unproved(m_database, "unproved (log, entry_index)", 2)
    , m_roster(m_database, "roster (ceremony, kind, value, name, unit, post, grade, category)", 8,
          "ON CONFLICT (ceremony, kind, value) DO UPDATE SET name = excluded.name,"
          " unit = excluded.unit, post = excluded.post, grade = excluded.grade,"
          " category = excluded.category")
{
}

Result<void> Intake::take(const tlog::OpenedCheckpoint& newest, Merged& merged)
{
    return chooseCeremony()
        .and_then([&] { return chooseHistory(newest.checkpoint.size); })
        .and_then([&]() -> Result<void> {
            merged.before = m_log.size;
            return takeTombstones(newest.checkpoint.size);
        })
        .and_then([&] { return takeEntries(newest, merged); })
        .and_then([&] { return takeCosignatures(newest); })
        .and_then([&] { return takePolicy(); })
        .and_then([&] { return retryUnproved(newest.checkpoint.size, merged); })
        .and_then([&] { return takeRoster(merged); })
        .and_then([&] { return takeAbsences(); });
}

Result<void> Intake::chooseCeremony()
{
    const pledge::Ceremony& ceremony = m_source.ceremony();
    const auto origin = pledge::parseOrigin(m_source.logKey().name);
    if (!origin)
        return tl::unexpected(origin.error());
    const std::uint64_t rehearsal = origin->rehearsal ? 1 : 0;
    const std::array<std::uint8_t, 1> mark{static_cast<std::uint8_t>(rehearsal)};
    m_ceremony = numberOf({ceremony.hash.view(), mark});
    Statement insert(m_database,
        QStringLiteral("INSERT INTO ceremonies (ceremony, hash, rehearsal, toml, changes)"
                       " VALUES (?, ?, ?, ?, 0) ON CONFLICT (ceremony) DO NOTHING"));
    return insert.run(m_ceremony, ceremony.hash.view(), rehearsal, base::asBytes(ceremony.toml));
}

/// How many entries both begin with. Two trees agree up to some size and at none beyond it, so
/// halving finds where they part.
Result<std::uint64_t> Intake::commonSize(std::uint64_t atMost) const
{
    const auto agree = [&](std::uint64_t size) -> Result<bool> {
        const auto here = m_tree->edge(size);
        if (!here)
            return tl::unexpected(here.error());
        return m_store.entries.edge(size).map(
            [&](const tlog::RightEdge& there) { return here->root() == there.root(); });
    };
    std::uint64_t low = 0;
    std::uint64_t high = atMost;
    for (std::uint64_t size = atMost; low < high; size = low + (high - low + 1) / 2) {
        const auto same = agree(size);
        if (!same)
            return tl::unexpected(same.error());
        if (*same)
            low = size;
        else
            high = size - 1;
    }
    return low;
}

/// The history that the source continues, or is a beginning of.
Result<void> Intake::chooseHistory(std::uint64_t size)
{
    const std::string key = m_source.logKey().text();
    std::uint64_t number = numberOf({base::asBytes(key)});
    std::optional<std::uint64_t> base;
    std::uint64_t baseSize = 0;
    for (;;) {
        if (auto opened = openHistory(number, base, baseSize); !opened)
            return opened;
        const std::uint64_t most = std::min(m_log.size, size);
        const auto common = commonSize(most);
        if (!common)
            return tl::unexpected(common.error());
        if (*common == most)
            return {};
        const auto parting = m_store.entries.sealed(*common);
        if (!parting)
            return tl::unexpected(parting.error());
        base = m_log.number;
        baseSize = *common;
        number = numberOf({base::asBytes(key), base::asBytes(std::to_string(baseSize)),
            tlog::leafHash(*parting).view()});
    }
}

Result<void> Intake::openHistory(
    std::uint64_t number, std::optional<std::uint64_t> base, std::uint64_t baseSize)
{
    for (bool made = false;; made = true) {
        auto known = m_gathering.historiesOf(m_source.logKey());
        if (!known)
            return tl::unexpected(known.error());
        const auto found = std::find_if(known->begin(), known->end(),
            [&](const GatheredLog& each) { return each.number == number; });
        if (found != known->end()) {
            m_log = std::move(*found);
            return m_gathering.treeOf(m_log).map(
                [&](std::unique_ptr<GatheredTree> tree) { m_tree = std::move(tree); });
        }
        if (made)
            return fail(
                Error::Kind::Malformed, "The store lost the row of a log that it was given.");
        if (auto done = makeHistory(number, base, baseSize); !done)
            return done;
    }
}

Result<void> Intake::makeHistory(
    std::uint64_t number, std::optional<std::uint64_t> base, std::uint64_t baseSize)
{
    const tlog::VerifierKey& key = m_source.logKey();
    const auto origin = pledge::parseOrigin(key.name);
    if (!origin)
        return tl::unexpected(origin.error());
    const auto edge = base ? m_tree->edge(baseSize) : Result<tlog::RightEdge>();
    if (!edge)
        return tl::unexpected(edge.error());
    const Bytes none;
    Statement insert(m_database,
        QStringLiteral(
            "INSERT INTO logs (log, vkey, key_id, kiosk, ceremony, base, base_size, size,"
            " root, checkpoint, signed, voided, roster, absences)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)"
            " ON CONFLICT (log) DO NOTHING"));
    return insert.run(number, key.text(), std::uint64_t{key.id()}, origin->kiosk, m_ceremony, base,
        baseSize, baseSize, edge->root().view(), none, none, none);
}

/// A bundle of all kiosks has each tombstone for a row: one that can be none is not let in. Errors:
/// Mismatch, and those of reading the entry.
Result<void> Intake::checkTombstone(const GatheredTombstone& tombstone, std::uint64_t size) const
{
    const std::string which
        = "What it says of the erasure of entry " + std::to_string(tombstone.index) + " ";
    if (tombstone.digest.size() != Hash::size)
        return fail(Error::Kind::Mismatch, which + "is no digest of a row.");
    if (tombstone.index >= size)
        return fail(Error::Kind::Mismatch, which + "is of an entry that its log does not have.");
    const auto entry
        = (tombstone.index < m_log.size ? m_tree->sealed(tombstone.index)
                                        : m_store.entries.sealed(tombstone.index))
              .and_then([](const Bytes& sealed) { return pledge::decodeEntry(sealed); });
    if (!entry)
        return tl::unexpected(entry.error());
    if (!std::holds_alternative<pledge::Signed>(entry->entry.body))
        return fail(Error::Kind::Mismatch, which + "is of no declaration.");
    return {};
}

/// What the kiosk has erased is erased here, whether it was taken before or not.
Result<void> Intake::takeTombstones(std::uint64_t size)
{
    const auto any = m_store.database->hasTable("erased_entries");
    if (!any)
        return tl::unexpected(any.error());
    if (!*any)
        return {};
    std::vector<GatheredTombstone> erased;
    Statement there(*m_store.database,
        QStringLiteral(
            "SELECT entry_index, digest, time FROM erased_entries ORDER BY entry_index"));
    auto read = eachRow(there.select(), [&](const Rows& row) -> Result<void> {
        const std::uint64_t index = row.number(0);
        erased.push_back({m_tree->ownerOf(index), index, row.bytes(1),
            static_cast<std::int64_t>(row.number(2))});
        return {};
    });
    if (!read)
        return read;
    std::vector<GatheredTombstone> fresh;
    Statement here(m_database,
        QStringLiteral("SELECT COUNT(*) FROM tombstones WHERE log = ? AND entry_index = ?"));
    for (GatheredTombstone& tombstone : erased) {
        const auto known = oneNumber(here.select(tombstone.log, tombstone.index));
        if (!known)
            return tl::unexpected(known.error());
        if (*known != 0)
            continue;
        if (auto sound = checkTombstone(tombstone, size); !sound)
            return sound;
        fresh.push_back(std::move(tombstone));
    }
    return fresh.empty() ? Result<void>() : buryAll(fresh);
}

/// The digest of a row in the table that `closed` sealed; none where the kiosk has no such row.
Result<std::optional<Bytes>> Intake::sealedDigest(std::uint64_t index, std::uint64_t closedAt) const
{
    const auto rows = m_store.registered.range(index, index + 1);
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->empty()) {
        const auto any = m_store.database->hasTable("erased_entries");
        if (!any)
            return tl::unexpected(any.error());
        if (!*any)
            return std::optional<Bytes>();
        Statement erased(*m_store.database,
            QStringLiteral("SELECT digest FROM erased_entries WHERE entry_index = ?"));
        return oneRow(erased.select(index), [](const Rows& row) { return row.bytes(0); });
    }
    const Hash digest
        = ledger::attendanceDigest(rows->front(), closedAt, m_source.ceremony().timeZone);
    return std::optional<Bytes>(Bytes(digest.view().begin(), digest.view().end()));
}

/// An erasure here keeps the digest of a row as it stood then. A kiosk that still has the row may
/// have voided it before it sealed its table: at the close its digests are the ones that count.
/// Whatever they are, only those that the sealed table was made of let a bundle have the log.
Result<void> Intake::alignTombstones(const Batch& batch)
{
    const auto closed
        = std::find_if(batch.entries.begin(), batch.entries.end(), [](const pledge::Entry& entry) {
              return std::holds_alternative<pledge::Closed>(entry.body);
          });
    if (closed == batch.entries.end())
        return {};
    const std::uint64_t closedAt
        = batch.first + static_cast<std::uint64_t>(closed - batch.entries.begin());
    Statement buried(
        m_database, QStringLiteral("SELECT entry_index FROM tombstones WHERE log = ?"));
    const auto indexes = numbersFrom(buried.select(m_log.number));
    if (!indexes)
        return tl::unexpected(indexes.error());
    Statement update(m_database,
        QStringLiteral("UPDATE tombstones SET digest = ? WHERE log = ? AND entry_index = ?"));
    for (const std::uint64_t index : *indexes) {
        const auto digest = sealedDigest(index, closedAt);
        if (!digest)
            return tl::unexpected(digest.error());
        if (!*digest || (*digest)->size() != Hash::size)
            continue;
        if (auto done = update.run(**digest, m_log.number, index); !done)
            return done;
    }
    return {};
}

Result<void> Intake::buryAll(const std::vector<GatheredTombstone>& tombstones)
{
    auto transaction = ledger::Transaction::begin(m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    return bury(m_gathering, tombstones)
        .and_then([&] { return transaction->commit(); })
        .and_then([&] { return m_gathering.scrub(); });
}

Result<void> Intake::takeEntries(const tlog::OpenedCheckpoint& newest, Merged& merged)
{
    const std::uint64_t target = newest.checkpoint.size;
    const std::uint64_t first = m_log.size;
    auto edge = m_tree->edge(first);
    while (edge && edge->size() < target) {
        auto batch = read(*edge, newest);
        if (!batch)
            return tl::unexpected(batch.error());
        const auto written = write(*batch, merged);
        if (!written)
            return tl::unexpected(written.error());
        if (*written) {
            edge = std::move(batch->edge);
            m_log.size = edge->size();
        } else if (auto again = chooseHistory(target); again)
            edge = m_tree->edge(m_log.size);
        else
            return again;
        if (m_options.taking && target > first)
            m_options.taking(
                std::min(m_log.size, target) - std::min(first, target), target - first);
    }
    if (!edge)
        return tl::unexpected(edge.error());
    merged.after = m_log.size;
    return {};
}

Result<Intake::Batch> Intake::read(
    const tlog::RightEdge& edge, const tlog::OpenedCheckpoint& newest) const
{
    const std::uint64_t target = newest.checkpoint.size;
    Batch batch;
    batch.first = edge.size();
    batch.edge = edge;
    const auto covering = m_store.checkpoints.covering(
        std::min(batch.first + std::max<std::uint64_t>(m_options.batch, 1), target) - 1);
    if (!covering)
        return tl::unexpected(covering.error());
    if (!*covering || (*covering)->size > target)
        return fail(Error::Kind::Mismatch, "The kiosk's checkpoints do not cover its entries.");
    const std::uint64_t end = (*covering)->size;
    batch.note = end == target ? newest.note.serialize()
                               : noteOf(**covering, m_source.logKey()).serialize();
    const auto signedHead = tlog::openCheckpoint(batch.note, m_source.logKey());
    if (!signedHead)
        return fail(Error::Kind::Mismatch, "A checkpoint: " + signedHead.error().what);
    if (auto read = readEntries(batch, end); !read)
        return tl::unexpected(read.error());
    // What was audited may have been changed since.
    if (batch.edge.root() != signedHead->checkpoint.root)
        return fail(Error::Kind::Mismatch,
            "Entries up to " + std::to_string(end)
                + " do not lead to the checkpoint signed there.");
    auto rows = m_store.registered.range(batch.first, end);
    if (!rows)
        return tl::unexpected(rows.error());
    batch.rows = std::move(*rows);
    return batch;
}

Result<void> Intake::readEntries(Batch& batch, std::uint64_t end) const
{
    for (std::uint64_t index = batch.first; index < end; ++index) {
        auto sealed = m_store.entries.sealed(index);
        if (!sealed)
            return tl::unexpected(sealed.error());
        auto entry = pledge::decodeEntry(*sealed);
        if (!entry)
            return tl::unexpected(entry.error());
        std::vector<Hash> finished;
        batch.edge.append(tlog::leafHash(*sealed),
            [&](const tlog::Node&, const Hash& hash) { finished.push_back(hash); });
        batch.sealed.push_back(std::move(*sealed));
        batch.subtrees.push_back(joined(finished));
        batch.entries.push_back(entry->entry);
    }
    return {};
}

Result<bool> Intake::write(const Batch& batch, Merged& merged)
{
    for (BulkInsert* insert : {&m_entries, &m_register, &m_paper, &m_voids, &m_unproved})
        insert->clear(); // of what did not come to its end
    auto transaction = ledger::Transaction::begin(m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    // Locks the row with either engine: whoever takes the same log at the same time waits here.
    Statement lock(m_database, QStringLiteral("UPDATE logs SET size = size WHERE log = ?"));
    Statement look(m_database, QStringLiteral("SELECT size FROM logs WHERE log = ?"));
    const auto size
        = lock.run(m_log.number).and_then([&] { return oneNumber(look.select(m_log.number)); });
    if (!size)
        return tl::unexpected(size.error());
    if (*size != batch.first)
        return false;
    const std::uint64_t rows = merged.rows;
    return writeEntries(batch)
        .and_then([&] { return writeRows(batch, merged); })
        .and_then([&] { return writeVoids(batch); })
        .and_then([&] { return writeSessions(batch); })
        .and_then([&] { return writeHead(batch); })
        .and_then([&] { return alignTombstones(batch); })
        .and_then([&] { return transaction->commit(); })
        .map([] { return true; })
        .map_error([&](Error error) {
            merged.rows = rows;
            return error;
        });
}

Result<void> Intake::writeEntries(const Batch& batch)
{
    for (std::size_t i = 0; i < batch.sealed.size(); ++i) {
        auto added
            = m_entries.add(m_log.number, batch.first + i, batch.sealed[i], batch.subtrees[i]);
        if (!added)
            return added;
    }
    return m_entries.flush();
}

std::map<std::uint64_t, Intake::Void> Intake::voidedIn(const Batch& batch)
{
    std::map<std::uint64_t, Void> voided;
    for (std::size_t i = 0; i < batch.entries.size(); ++i) {
        if (const auto* body = std::get_if<pledge::Voided>(&batch.entries[i].body))
            voided[body->index] = Void{batch.first + i, static_cast<std::uint64_t>(body->reason)};
    }
    return voided;
}

Result<void> Intake::writeRows(const Batch& batch, Merged& merged)
{
    Statement statement(m_database,
        QStringLiteral("SELECT entry_index FROM tombstones WHERE log = ? AND entry_index >= ?"
                       " ORDER BY entry_index"));
    const auto erased = numbersFrom(statement.select(m_log.number, batch.first));
    if (!erased)
        return tl::unexpected(erased.error());
    const auto voided = voidedIn(batch);
    auto row = batch.rows.begin();
    for (std::size_t i = 0; i < batch.entries.size(); ++i) {
        const std::uint64_t index = batch.first + i;
        while (row != batch.rows.end() && row->row.index < index)
            ++row; // a row of an entry that is no declaration belongs to nothing
        const bool wanted = std::holds_alternative<pledge::Signed>(batch.entries[i].body)
            && !std::binary_search(erased->begin(), erased->end(), index);
        if (!wanted)
            continue;
        const bool proved = row != batch.rows.end() && row->row.index == index
            && !faultOf(row->row, batch.entries[i], m_source.ceremony());
        const auto by = voided.find(index);
        const Void* const voiding = by == voided.end() ? nullptr : &by->second;
        auto added = proved ? insertRow(*row, batch.entries[i].time.trust, voiding)
                            : m_unproved.add(m_log.number, index);
        if (!added)
            return added;
        merged.rows += static_cast<std::uint64_t>(proved);
    }
    return m_register.flush().and_then([&] { return m_paper.flush(); }).and_then([&] {
        return m_unproved.flush();
    });
}

Result<void> Intake::insertRow(
    const ledger::KeyedRow& keyed, base::ClockTrust trust, const Void* voided)
{
    const ledger::RegisterRow& row = keyed.row;
    const pledge::Declaration& declaration = row.declaration;
    const auto& assistance = declaration.assistance;
    std::optional<std::uint64_t> by;
    std::optional<std::uint64_t> reason;
    if (voided != nullptr) {
        by = voided->by;
        reason = voided->reason;
    }
    const std::uint64_t owner = m_tree->ownerOf(row.index);
    const auto& paper = declaration.paper;
    auto added = declaration.method != pledge::Method::WetInk
        ? Result<void>()
        : m_paper.add(owner, row.index, paper.row, paper.observerName, paper.observerPost);
    if (!added)
        return added;
    return m_register.add(owner, row.index, m_ceremony, row.time, row.session,
        code(declaration.identity.kind), declaration.identity.value, declaration.name,
        declaration.unit, declaration.post, static_cast<std::uint64_t>(declaration.category),
        static_cast<std::uint64_t>(declaration.method), ledger::flagsOf(declaration, trust),
        assistance.helperName, assistance.helperNumber, assistance.reason, BytesView(row.salt),
        BytesView(keyed.key), by, reason, declaration.ink);
}

Result<void> Intake::writeVoids(const Batch& batch)
{
    Statement earlier(m_database,
        QStringLiteral("UPDATE register SET voided_by = ?, void_reason = ?"
                       " WHERE log = ? AND entry_index = ?"));
    for (std::size_t i = 0; i < batch.entries.size(); ++i) {
        const auto* body = std::get_if<pledge::Voided>(&batch.entries[i].body);
        if (body == nullptr)
            continue;
        const std::uint64_t by = batch.first + i;
        const auto reason = static_cast<std::uint64_t>(body->reason);
        auto done = m_voids.add(m_log.number, body->index, by, reason);
        if (done && body->index < batch.first)
            done = earlier.run(by, reason, m_tree->ownerOf(body->index), body->index);
        if (!done)
            return done;
    }
    return m_voids.flush();
}

Result<void> Intake::writeSessions(const Batch& batch)
{
    Statement insert(m_database,
        QStringLiteral("INSERT INTO sessions (log, number) VALUES (?, ?)"
                       " ON CONFLICT (log, number) DO NOTHING"));
    for (const pledge::Entry& entry : batch.entries) {
        if (const auto* body = std::get_if<pledge::SessionStart>(&entry.body)) {
            if (auto done = insert.run(m_log.number, body->session); !done)
                return done;
        }
    }
    return {};
}

Result<void> Intake::writeHead(const Batch& batch)
{
    std::uint64_t signedEntries = 0;
    std::uint64_t voidedEntries = 0;
    std::optional<std::uint64_t> closedAt;
    std::optional<std::uint64_t> first;
    std::optional<std::uint64_t> last;
    for (std::size_t i = 0; i < batch.entries.size(); ++i) {
        const pledge::Body& body = batch.entries[i].body;
        if (std::holds_alternative<pledge::Signed>(body)) {
            ++signedEntries;
            last = batch.first + i;
            first = first.value_or(*last);
        }
        voidedEntries += std::holds_alternative<pledge::Voided>(body) ? 1U : 0U;
        if (std::holds_alternative<pledge::Closed>(body))
            closedAt = batch.first + i;
    }
    Statement update(m_database,
        QStringLiteral("UPDATE logs SET size = ?, root = ?, checkpoint = ?, signed = signed + ?,"
                       " voided = voided + ?, first_signed = COALESCE(first_signed, ?),"
                       " last_signed = COALESCE(?, last_signed), closed_at = COALESCE(closed_at, ?)"
                       " WHERE log = ?"));
    return update.run(batch.end(), batch.edge.root().view(), base::asBytes(batch.note),
        signedEntries, voidedEntries, first, last, closedAt, m_log.number);
}

/// As its kiosk publishes it now; one that cannot be read leaves the last one standing.
Result<void> Intake::takePolicy()
{
    const auto policy = m_source.policy();
    if (!policy)
        return {};
    const std::string text = policy->text();
    Statement look(m_database, QStringLiteral("SELECT policy FROM logs WHERE log = ?"));
    const auto known
        = oneRow(look.select(m_log.number), [](const Rows& row) { return row.bytes(0); });
    if (!known)
        return tl::unexpected(known.error());
    if (*known && base::asText(**known) == text)
        return {};
    Statement update(m_database, QStringLiteral("UPDATE logs SET policy = ? WHERE log = ?"));
    return update.run(base::asBytes(text), m_log.number);
}

Result<void> Intake::takeCosignatures(const tlog::OpenedCheckpoint& newest)
{
    const auto kept = tlog::Note::parse(m_log.checkpoint);
    if (m_log.size != newest.checkpoint.size || !kept
        || kept->signatures.size() >= newest.note.signatures.size())
        return {};
    Statement update(
        m_database, QStringLiteral("UPDATE logs SET checkpoint = ? WHERE log = ? AND size = ?"));
    return update.run(base::asBytes(newest.note.serialize()), m_log.number, newest.checkpoint.size);
}

/// Rows that did not belong to their entry, or were not there, are asked for at every merge: the
/// store mended, or another copy of it, may have them.
Result<void> Intake::retryUnproved(std::uint64_t size, Merged& merged)
{
    Statement statement(m_database,
        QStringLiteral("SELECT entry_index FROM unproved WHERE log = ? AND entry_index < ?"
                       " ORDER BY entry_index"));
    const auto indexes = numbersFrom(statement.select(m_log.number, size));
    if (!indexes)
        return tl::unexpected(indexes.error());
    for (const std::uint64_t index : *indexes) {
        if (auto done = retryOne(index, merged); !done)
            return done;
    }
    return {};
}

Result<void> Intake::retryOne(std::uint64_t index, Merged& merged)
{
    Statement look(m_database,
        QStringLiteral("SELECT COUNT(*) FROM tombstones WHERE log = ? AND entry_index = ?"));
    const auto erased = oneNumber(look.select(m_log.number, index));
    if (!erased)
        return tl::unexpected(erased.error());
    if (*erased != 0)
        return forgetUnproved(index);
    const auto entry = m_tree->sealed(index).and_then(
        [](const Bytes& sealed) { return pledge::decodeEntry(sealed); });
    if (!entry)
        return tl::unexpected(entry.error());
    const auto rows = m_store.registered.range(index, index + 1);
    if (!rows)
        return tl::unexpected(rows.error());
    const auto fault = rows->empty()
        ? std::optional<std::string>(noRow)
        : faultOf(rows->front().row, entry->entry, m_source.ceremony());
    if (!fault)
        return takeLateRow(rows->front(), entry->entry.time.trust, merged);
    refuse(merged, index, *fault);
    return {};
}

Result<void> Intake::takeLateRow(
    const ledger::KeyedRow& row, base::ClockTrust trust, Merged& merged)
{
    m_register.clear();
    auto transaction = ledger::Transaction::begin(m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    Statement look(m_database,
        QStringLiteral(
            "SELECT voided_by, void_reason FROM voids WHERE log = ? AND entry_index = ?"));
    const auto voided = oneRow(look.select(m_log.number, row.row.index), [](const Rows& found) {
        return Void{found.number(0), found.number(1)};
    });
    if (!voided)
        return tl::unexpected(voided.error());
    return insertRow(row, trust, *voided ? &**voided : nullptr)
        .and_then([&] { return m_register.flush(); })
        .and_then([&] { return m_paper.flush(); })
        .and_then([&] { return forgetUnproved(row.row.index); })
        .and_then([&] { return transaction->commit(); })
        .map([&] { ++merged.rows; });
}

Result<void> Intake::forgetUnproved(std::uint64_t index)
{
    Statement forget(
        m_database, QStringLiteral("DELETE FROM unproved WHERE log = ? AND entry_index = ?"));
    return forget.run(m_log.number, index);
}

Result<void> Intake::lockCeremony()
{
    Statement lock(m_database,
        QStringLiteral("UPDATE ceremonies SET changes = changes + 1 WHERE ceremony = ?"));
    return lock.run(m_ceremony);
}

/// A roster is taken when it is new to the store or changed at this kiosk: two kiosks with two
/// versions would else undo each other's at every push. Of two versions the last to arrive counts.
Result<void> Intake::takeRoster(Merged& merged)
{
    const auto digest = m_source.roster().tableDigest();
    if (!digest)
        return tl::unexpected(digest.error());
    if (base::equal(m_log.rosterDigest, digest->view()))
        return {};
    const auto content = rosterContent();
    if (!content)
        return tl::unexpected(content.error());
    Statement look(m_database,
        QStringLiteral("SELECT COUNT(*) FROM rosters WHERE ceremony = ? AND digest = ?"));
    const auto known = oneNumber(look.select(m_ceremony, content->view()));
    if (!known)
        return tl::unexpected(known.error());
    if (*known == 0 || !m_log.rosterDigest.empty()) {
        if (auto written = writeRoster(merged); !written)
            return written;
    }
    Statement keep(m_database,
        QStringLiteral("INSERT INTO rosters (ceremony, digest) VALUES (?, ?)"
                       " ON CONFLICT (ceremony, digest) DO NOTHING"));
    Statement note(m_database, QStringLiteral("UPDATE logs SET roster = ? WHERE log = ?"));
    return keep.run(m_ceremony, content->view()).and_then([&] {
        return note.run(digest->view(), m_log.number);
    });
}

namespace {

constexpr std::size_t rosterPage = 1024;

Result<void> eachPage(const ledger::Roster& roster,
    const std::function<Result<void>(const std::vector<ledger::RosterRow>&)>& take)
{
    for (std::uint64_t from = 0;;) {
        const auto page = roster.page(from, rosterPage);
        if (!page)
            return tl::unexpected(page.error());
        if (page->rows.empty())
            return {};
        if (auto taken = take(page->rows); !taken)
            return taken;
        from = page->next;
    }
}

} // namespace

Result<Hash> Intake::rosterContent() const
{
    crypto::Sha256 digest;
    return eachPage(m_source.roster(),
        [&](const std::vector<ledger::RosterRow>& page) -> Result<void> {
            for (const ledger::RosterRow& row : page)
                hashFields(digest,
                    {code(row.identity.kind), row.identity.value, row.name, row.unit, row.post,
                        row.rank, code(row.category)});
            return {};
        })
        .map([&] { return digest.finish(); });
}

Result<void> Intake::writeRoster(Merged& merged)
{
    return eachPage(
        m_source.roster(), [&](const std::vector<ledger::RosterRow>& page) -> Result<void> {
            m_roster.clear();
            auto transaction = ledger::Transaction::begin(m_database);
            if (!transaction)
                return tl::unexpected(transaction.error());
            if (auto locked = lockCeremony(); !locked)
                return locked;
            for (const ledger::RosterRow& row : page) {
                auto added = m_roster.add(m_ceremony, code(row.identity.kind), row.identity.value,
                    row.name, row.unit, row.post, row.rank,
                    static_cast<std::uint64_t>(row.category));
                if (!added)
                    return added;
            }
            return m_roster.flush().and_then([&] { return transaction->commit(); }).map([&] {
                merged.roster += page.size();
            });
        });
}

/// Absences are kept by log, whole as the kiosk has them, so that one taken back there goes here.
Result<void> Intake::takeAbsences()
{
    const auto any = m_store.database->hasTable("absences");
    if (!any)
        return tl::unexpected(any.error());
    if (!*any)
        return {};
    std::vector<ledger::Absence> absences;
    crypto::Sha256 digest;
    Statement statement(*m_store.database,
        QStringLiteral("SELECT kind, value, reason, note FROM absences ORDER BY kind, value"));
    auto read = eachRow(statement.select(), [&](const Rows& row) -> Result<void> {
        const auto kind = pledge::identityKindFromCode(row.text(0));
        if (!kind)
            return tl::unexpected(kind.error());
        hashFields(digest, {row.text(0), row.text(1), std::to_string(row.number(2)), row.text(3)});
        absences.push_back(
            {{*kind, row.text(1)}, static_cast<ledger::AbsenceReason>(row.number(2)), row.text(3)});
        return {};
    });
    if (!read)
        return read;
    const Hash hash = digest.finish();
    if (base::equal(m_log.absencesDigest, hash.view())
        || (absences.empty() && m_log.absencesDigest.empty()))
        return {};
    return writeAbsences(absences, hash);
}

Result<void> Intake::writeAbsences(const std::vector<ledger::Absence>& absences, const Hash& digest)
{
    auto transaction = ledger::Transaction::begin(m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    Statement clear(m_database, QStringLiteral("DELETE FROM absences WHERE log = ?"));
    if (auto cleared = lockCeremony().and_then([&] { return clear.run(m_log.number); }); !cleared)
        return cleared;
    BulkInsert insert(m_database, "absences (log, ceremony, kind, value, reason, note)", 6);
    for (const ledger::Absence& absence : absences) {
        auto added = insert.add(m_log.number, m_ceremony, code(absence.identity.kind),
            absence.identity.value, static_cast<std::uint64_t>(absence.reason), absence.note);
        if (!added)
            return added;
    }
    Statement note(m_database, QStringLiteral("UPDATE logs SET absences = ? WHERE log = ?"));
    return insert.flush()
        .and_then([&] { return note.run(digest.view(), m_log.number); })
        .and_then([&] { return transaction->commit(); });
}

Result<void> Intake::keepContradictions(const std::vector<GatheredLog>& histories,
    std::uint64_t log, const std::vector<tlog::OpenedCheckpoint>& others)
{
    Statement keep(m_database,
        QStringLiteral("INSERT INTO contradictions (log, size, root, note) VALUES (?, ?, ?, ?)"
                       " ON CONFLICT (log, size, root) DO NOTHING"));
    for (const tlog::OpenedCheckpoint& other : others) {
        const auto led
            = isLedTo(m_gathering, histories, other.checkpoint.size, other.checkpoint.root);
        if (!led)
            return tl::unexpected(led.error());
        if (*led)
            continue;
        auto kept = keep.run(log, other.checkpoint.size, other.checkpoint.root.view(),
            base::asBytes(other.note.serialize()));
        if (!kept)
            return kept;
    }
    return {};
}

Result<void> Intake::confront(const std::vector<tlog::OpenedCheckpoint>& others, Merged& merged)
{
    const auto histories = m_gathering.historiesOf(m_source.logKey());
    if (!histories)
        return tl::unexpected(histories.error());
    const std::uint64_t number = numberOf({base::asBytes(m_source.logKey().text())});
    if (auto kept = keepContradictions(*histories, number, others); !kept)
        return kept;
    return inconsistencyOf(m_gathering, *histories).map([&](std::string why) {
        merged.inconsistent = std::move(why);
    });
}

} // namespace ikrar::attendance
