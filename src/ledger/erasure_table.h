#pragma once

#include "ledger/erasure.h"
#include "ledger/store.h"

#include <functional>

namespace ikrar::ledger {

/// Takes personal data out of the store (design.md, "Erasure"): rows of register and roster go with
/// their salts, inks and row keys, and leave their digests, so that the table digests of the log
/// still verify. The log itself holds nothing to erase.
class ErasureTable
{
public:
    explicit ErasureTable(Store& store) : m_store(store) { }

    /// What erase() would take; nothing is written.
    [[nodiscard]] Result<Erased> look(const ErasureOf& whose) const;
    /// What is told of an erasure before it is committed; an error of it undoes all. `buried` is
    /// what buried() will be.
    using Begun = std::function<Result<void>(const Erased& erased, std::uint64_t buried)>;
    /// In one transaction. The caller has the WAL emptied afterwards: forgetWal().
    [[nodiscard]] Result<Erased> erase(
        const ErasureOf& whose, std::int64_t now, const Begun& begun);
    /// Rows of register and roster that were erased so far.
    [[nodiscard]] Result<std::uint64_t> buried() const;
    /// Moves what the WAL holds into the database, where freed bytes are overwritten, and cuts it
    /// to nothing. Errors: Busy while another process reads from it.
    [[nodiscard]] Result<void> forgetWal() const;

    [[nodiscard]] Result<std::vector<Tombstone>> tombstones() const;

    [[nodiscard]] Result<void> noteCopy(const WrittenCopy& copy) const;
    [[nodiscard]] Result<std::vector<WrittenCopy>> copies() const;

private:
    struct Row {
        std::uint64_t index = 0;
        crypto::Hash digest;
    };
    [[nodiscard]] Result<std::vector<Row>> rowsOf(const ErasureOf& whose) const;
    [[nodiscard]] Result<Erased> told(const ErasureOf& whose, const std::vector<Row>& rows) const;
    [[nodiscard]] Result<std::optional<std::uint64_t>> closedAt() const;
    [[nodiscard]] Result<bool> isPast(const ErasureOf& whose) const;
    [[nodiscard]] Result<std::uint64_t> peopleOf(const ErasureOf& whose, bool past) const;
    [[nodiscard]] Result<std::uint64_t> helpedBy(const ErasureOf& whose) const;
    [[nodiscard]] Result<bool> ceremonyIsPast(std::int64_t before) const;
    [[nodiscard]] Result<void> removeRows(const std::vector<Row>& rows, std::int64_t now) const;
    [[nodiscard]] Result<void> removePeople(const ErasureOf& whose) const;
    [[nodiscard]] Result<void> removeHelper(const ErasureOf& whose) const;

    Store& m_store;
};

} // namespace ikrar::ledger
