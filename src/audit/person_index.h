#pragma once

#include "audit/attendance_row.h"
#include "audit/bundle_views.h"
#include "audit/tie.h"

#include <deque>

namespace ikrar::audit {

/// Who stands behind an entry, by a bundle that holds personal data: looked up by the entry's log
/// and index. Nobody is answered whom the entry itself does not confirm: its commitment has to be
/// that of the row's identity and salt. Whether it was voided the log says, never the row. Holds
/// the rows as they stand, once, and 104 bytes beside each: no more rows than the log has entries,
/// each of at most maxAttendanceLine bytes. Inks stay in the file. What it holds is wiped with it;
/// what a row was parsed into on the way is not. Safe to use from several threads.
class PersonIndex
{
public:
    struct Answer {
        enum class Kind : std::uint8_t {
            NoNames, ///< a public bundle
            NoLog, ///< the bundle does not hold the entry's log, or not one to rely on
            NoRow, ///< nor, of this log, a row for the entry, or what ties one to it
            Erased, ///< nothing is left but the row's digest
            OtherPerson, ///< the row's identity is not the one that signed the entry
            /// Its identity is; the row is not the one that its digest was made of, or its status
            /// is not the log's.
            TextChanged,
            Person,
        };
        Kind kind = Kind::NoLog;
        std::optional<AttendanceRow> row; ///< of Person
    };

    /// Reads the tables of every log that `views`, of this bundle, can rely on. What stands in them
    /// that is no row is passed over, as by audit. Errors: Mismatch for a bundle whose members
    /// cannot be told apart, and for a row or a tie past the end of its log; those of its tables.
    [[nodiscard]] static Result<std::unique_ptr<PersonIndex>> read(
        const std::shared_ptr<const Bundle>& bundle, const BundleViews& views);

    PersonIndex(const PersonIndex&) = delete;
    PersonIndex& operator=(const PersonIndex&) = delete;
    PersonIndex(PersonIndex&&) = delete;
    PersonIndex& operator=(PersonIndex&&) = delete;
    ~PersonIndex();

    /// `entry` is the one at `index` of the log of this origin, its seal already checked.
    [[nodiscard]] Answer find(
        const std::string& origin, std::uint64_t index, const pledge::Signed& entry) const;

    /// The ink that `entry` was signed with, out of the file: it takes as long as reading the table
    /// down to it. Errors: Missing where the bundle has none for it, Mismatch where it is another
    /// one, and those of the table.
    [[nodiscard]] Result<Bytes> inkOf(
        const std::string& origin, std::uint64_t index, const pledge::Signed& entry) const;

    [[nodiscard]] std::uint64_t size() const; ///< rows

private:
    struct Row {
        std::uint64_t index = 0;
        std::string_view text; ///< in m_texts
    };
    struct Kept {
        std::uint64_t index = 0;
        bool erased = false;
        pledge::Salt salt{};
        std::array<std::uint8_t, 16> key{};
        crypto::Hash digest;
    };
    /// Deques, since a vector that grows leaves copies of what it held behind.
    struct Log {
        std::string origin;
        std::string folder;
        std::uint64_t size = 0; ///< entries
        std::function<Result<bool>(std::uint64_t index)> isVoided;
        std::optional<crypto::Hash> ceremony; ///< of its file, where it lies there
        std::deque<Row> rows;
        std::deque<Kept> kept;
    };

    explicit PersonIndex(std::shared_ptr<const Bundle> bundle);
    [[nodiscard]] Result<void> readLog(Log& log);
    [[nodiscard]] Result<void> readRows(Log& log);
    [[nodiscard]] Result<void> readTies(Log& log) const;
    [[nodiscard]] std::string_view keep(std::string_view text);
    [[nodiscard]] const Log* logOf(const std::string& origin) const;

    std::shared_ptr<const Bundle> m_bundle;
    std::deque<Log> m_logs;
    std::deque<std::string> m_texts; ///< filled to their capacity, never grown
};

} // namespace ikrar::audit
