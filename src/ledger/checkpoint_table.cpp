#include "ledger/checkpoint_table.h"

namespace ikrar::ledger {

namespace {

Result<std::uint64_t> oneNumber(Result<Rows> rows)
{
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->next().map([&](bool found) { return found ? rows->number(0) : 0; });
}

} // namespace

tlog::Note noteOf(const StoredCheckpoint& checkpoint, const tlog::VerifierKey& log)
{
    const tlog::Checkpoint head{log.name, checkpoint.size, checkpoint.root};
    return {head.text(), {{log.name, log.id(), checkpoint.signature}}};
}

CheckpointTable::CheckpointTable(const Database& database)
    : m_insert(database,
        QStringLiteral("INSERT INTO checkpoints (size, root, signature) VALUES (?, ?, ?)"))
    , m_at(database, QStringLiteral("SELECT size, root, signature FROM checkpoints WHERE size = ?"))
    , m_covering(database,
          QStringLiteral("SELECT size, root, signature FROM checkpoints WHERE size > ?"
                         " ORDER BY size LIMIT 1"))
    , m_insertCosignature(database,
          QStringLiteral("INSERT INTO cosignatures (size, key_id, signature) VALUES (?, ?, ?)"
                         " ON CONFLICT (size, key_id) DO NOTHING"))
    , m_cosignatures(database,
          QStringLiteral("SELECT key_id, signature FROM cosignatures WHERE size = ?"
                         " ORDER BY key_id"))
    , m_cosigners(database,
          QStringLiteral("SELECT size, key_id FROM cosignatures WHERE size > ? ORDER BY size"))
    , m_lastCosigned(database, QStringLiteral("SELECT COALESCE(MAX(size), 0) FROM cosignatures"))
    , m_lastCosignedBy(database,
          QStringLiteral("SELECT COALESCE(MAX(size), 0) FROM cosignatures WHERE key_id = ?"))
{
}

Result<void> CheckpointTable::add(const StoredCheckpoint& checkpoint)
{
    return m_insert.run(checkpoint.size, checkpoint.root.view(), checkpoint.signature);
}

Result<std::optional<StoredCheckpoint>> CheckpointTable::at(std::uint64_t size) const
{
    return one(m_at, size);
}

Result<std::optional<StoredCheckpoint>> CheckpointTable::covering(std::uint64_t index) const
{
    return one(m_covering, index);
}

Result<std::optional<std::uint64_t>> CheckpointTable::cosignedBy(
    std::uint64_t index, const std::function<bool(const KeyIds&)>& enough) const
{
    auto rows = m_cosigners.select(index);
    if (!rows)
        return tl::unexpected(rows.error());
    std::uint64_t size = 0;
    KeyIds cosigners;
    for (;;) {
        const auto found = rows->next();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return std::nullopt;
        if (rows->number(0) != size)
            cosigners.clear();
        size = rows->number(0);
        cosigners.insert(static_cast<tlog::KeyId>(rows->number(1)));
        if (enough(cosigners))
            return size;
    }
}

Result<std::uint64_t> CheckpointTable::lastCosigned() const
{
    return oneNumber(m_lastCosigned.select());
}

Result<std::uint64_t> CheckpointTable::lastCosigned(tlog::KeyId key) const
{
    return oneNumber(m_lastCosignedBy.select(std::uint64_t{key}));
}

Result<void> CheckpointTable::addCosignature(
    std::uint64_t size, const receipt::Receipt::Signature& cosignature)
{
    return m_insertCosignature.run(size, std::uint64_t{cosignature.id}, cosignature.bytes);
}

Result<std::vector<receipt::Receipt::Signature>> CheckpointTable::cosignatures(
    std::uint64_t size) const
{
    auto rows = m_cosignatures.select(size);
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<receipt::Receipt::Signature> signatures;
    for (;;) {
        const auto found = rows->next();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return signatures;
        signatures.push_back({static_cast<tlog::KeyId>(rows->number(0)), rows->bytes(1)});
    }
}

Result<std::optional<StoredCheckpoint>> CheckpointTable::one(
    Statement& statement, std::uint64_t argument)
{
    auto rows = statement.select(argument);
    if (!rows)
        return tl::unexpected(rows.error());
    const auto found = rows->next();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    const auto root = crypto::Hash::fromBytes(rows->bytes(1));
    if (!root)
        return tl::unexpected(root.error());
    return StoredCheckpoint{rows->number(0), *root, rows->bytes(2)};
}

} // namespace ikrar::ledger
